import type { Instant } from '../instant.ts'
import { countsUntil, type LaneSpan, type Shift } from './ledger.ts'
import { dutyGapFrom, phoneHeardEvery, phoneMayBeSilentFor } from './limits.ts'
import { uncovered, within, type Closed } from './spans.ts'

/** A time without anybody on duty 空岗: at the whole checkpoint, or at a lane that was open. */
export type Gap = Closed & {
  /** null = nobody was signed on at the checkpoint at all. */
  readonly lane: number | null
  /** It lasts until now. */
  readonly running: boolean
  /** Trucks checked in it: somebody was there and had not signed on. */
  readonly checked: number
  /** A phone of this checkpoint has not been heard of since: what it kept without a network may fill the gap. */
  readonly unsure: boolean
}

type Given = {
  readonly shifts: readonly Shift[]
  readonly lanes: readonly LaneSpan[]
  /** The day looked at; it ends now at the latest. */
  readonly window: Closed
  readonly now: Instant
  /** When each truck was checked, and at which lane. */
  readonly checks: readonly { readonly at: Instant; readonly lane: number }[]
  /** When each phone that is bound here was heard of last. */
  readonly heard: readonly Instant[]
}

/** Gaps in the order of the day; those of the checkpoint before those of its lanes. */
export function gapsOf(given: Given): Gap[] {
  const duty = given.shifts.filter(({ second }) => second === null)
  const nobody = uncovered(given.window, duty.map(spanOf)).map((span) => ({ ...span, lane: null }))
  const somebody = joined(duty.map(spanOf))
  const unstaffed = given.lanes.flatMap((lane) => holesOf(lane, { window: given.window, duty, somebody }))
  return [...nobody, ...unstaffed]
    .filter(({ from, to }) => to - from >= dutyGapFrom)
    .map((span) => gapOf(span, given))
    .toSorted((a, b) => a.from - b.from || (a.lane ?? 0) - (b.lane ?? 0))
}

const spanOf = (shift: Shift): Closed => ({ from: shift.onAt, to: countsUntil(shift) })

type Hole = Closed & { readonly lane: number | null }

type Duty = { window: Closed; duty: readonly Shift[]; somebody: readonly Closed[] }

/** While one lane was open: when nobody was signed on there, although somebody was at the checkpoint. */
const holesOf = (open: LaneSpan, { window, duty, somebody }: Duty): Hole[] =>
  within([open], window)
    .flatMap((span) => uncovered(span, duty.filter(({ lane }) => lane === open.lane).map(spanOf)))
    .flatMap((hole) => within(somebody, hole))
    .map((hole) => ({ ...hole, lane: open.lane }))

/** Spans that touch or overlap as one. */
function joined(spans: readonly Closed[]): Closed[] {
  const whole: Closed[] = []
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = whole.at(-1)
    if (last === undefined || span.from > last.to) whole.push(span)
    else if (span.to > last.to) whole[whole.length - 1] = { from: last.from, to: span.to }
  }
  return whole
}

function gapOf(hole: Hole, { checks, heard, now }: Given): Gap {
  const inside = ({ at, lane }: Given['checks'][number]) =>
    at >= hole.from && at < hole.to && (hole.lane === null || lane === hole.lane)
  return {
    ...hole,
    running: hole.to >= now,
    checked: checks.filter(inside).length,
    unsure: heard.some((at) => hole.to - at > phoneHeardEvery && hole.to - at <= phoneMayBeSilentFor),
  }
}
