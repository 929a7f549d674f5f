import { instant, plus, type Instant } from '../instant.ts'
import type { Handover } from './event.ts'
import { isLaneKind, type ShiftEndKind, type ShiftEventKind } from './kinds.ts'
import { clocksAgreeWithin, openShiftCounts } from './limits.ts'
import type { Span } from './spans.ts'

/** One event of the log, wherever it came from. */
export type ShiftEvent = {
  readonly id: string
  readonly kind: ShiftEventKind
  readonly at: Instant
  readonly terminal: string
  readonly staff: string
  /** Of `off`, `seen` and `released`: the id of the sign-on it is about. */
  readonly shift: string | null
  readonly lane: number | null
  readonly segment: string | null
  readonly handover: Handover | null
}

/** A phone that its head released: nobody is on duty with it from then on. */
export type Unbound = { readonly terminal: string; readonly at: Instant }

export type Shift = {
  /** The id of its sign-on. */
  readonly id: string
  readonly terminal: string
  readonly staff: string
  readonly lane: number
  readonly segment: string | null
  readonly onAt: Instant
  /** null = not signed off; it counts for `openShiftCounts` then. */
  readonly end: { readonly at: Instant; readonly how: ShiftEndKind } | null
  readonly handover: Handover | null
  /** Who read what was handed over, and when; the first one. */
  readonly seen: { readonly staff: string; readonly at: Instant } | null
  /** The earlier shift in its way 一卡一机一查验员: this one does not count until the head releases that one and it begins anew. */
  readonly second: { readonly of: 'inspector' | 'segment'; readonly shift: string } | null
}

/** The order of the log: by when, then by id, so that it is the same in whatever order the events came. */
export const inOrder = (a: ShiftEvent, b: ShiftEvent): number => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** Each once, in the order of the log. */
const ordered = (events: readonly ShiftEvent[]): ShiftEvent[] =>
  [...new Map(events.map((event) => [event.id, event])).values()].toSorted(inOrder)

/** The shifts in order of their beginning. The same events give the same shifts, however often and in whatever order they come. */
export function shiftsOf(events: readonly ShiftEvent[], unbound: readonly Unbound[] = []): Shift[] {
  const log = ordered(events)
  const shifts: Shift[] = []
  for (const on of log) {
    if (on.kind !== 'on' || on.lane === null) continue
    const about = log.filter(
      ({ shift, kind, terminal }) => shift === on.id && (kind !== 'off' || terminal === on.terminal),
    )
    const shift: Shift = {
      id: on.id,
      terminal: on.terminal,
      staff: on.staff,
      lane: on.lane,
      segment: on.segment,
      onAt: on.at,
      end: endOf(on, { log, about, unbound }),
      handover: about.find(({ kind, handover }) => kind === 'off' && handover !== null)?.handover ?? null,
      seen: seenIn(about),
      second: null,
    }
    shifts.push({ ...shift, second: inTheWay(shift, shifts) })
  }
  return shifts
}

function seenIn(about: readonly ShiftEvent[]): Shift['seen'] {
  const seen = about.find(({ kind }) => kind === 'seen')
  return seen === undefined ? null : { staff: seen.staff, at: seen.at }
}

type Around = { log: readonly ShiftEvent[]; about: readonly ShiftEvent[]; unbound: readonly Unbound[] }

/** The first thing that ended it; a sign-off that a clock put before its sign-on ends it at once. */
function endOf(on: ShiftEvent, { log, about, unbound }: Around): Shift['end'] {
  const next = log.find((event) => event.kind === 'on' && event.terminal === on.terminal && inOrder(event, on) > 0)
  const gone = unbound.filter(({ terminal, at }) => terminal === on.terminal && at >= on.at)
  const ends = [
    ...about.flatMap(({ kind, at }) => (kind === 'off' || kind === 'released' ? [{ at, how: kind }] : [])),
    ...(next === undefined ? [] : [{ at: next.at, how: 'next' as const }]),
    ...gone.map(({ at }) => ({ at, how: 'unbound' as const })),
  ].map(({ at, how }) => ({ at: instant(Math.max(at, on.at)), how }))
  return ends.toSorted((a, b) => a.at - b.at)[0] ?? null
}

/** Until when a shift counts as duty. */
export const countsUntil = ({ onAt, end }: Pick<Shift, 'onAt' | 'end'>): Instant =>
  end?.at ?? plus(onAt, openShiftCounts)

export const isOnDuty = (shift: Shift, at: Instant): boolean =>
  shift.second === null && shift.onAt <= at && at < countsUntil(shift)

/** A sign-off is of another clock; what the head ended stood in the way until then, as its phone was told. */
const apart = ({ end }: Shift): number => (end?.how === 'released' || end?.how === 'unbound' ? 0 : clocksAgreeWithin)

const isInTheWay = (other: Shift, at: Instant): boolean =>
  other.second === null && other.onAt <= at && plus(at, apart(other)) < countsUntil(other)

/** An inspector, and a number, are on duty once at a time; on the same phone a new sign-on simply follows the one before. */
function inTheWay(shift: Shift, before: readonly Shift[]): Shift['second'] {
  for (const other of before) {
    if (other.terminal === shift.terminal || !isInTheWay(other, shift.onAt)) continue
    if (other.staff === shift.staff) return { of: 'inspector', shift: other.id }
    if (other.segment !== null && other.segment === shift.segment) return { of: 'segment', shift: other.id }
  }
  return null
}

export type LaneSpan = Span & { readonly lane: number }

/** When each lane was open; `to: null` = it still is. What was said twice is said once. */
export function laneSpans(events: readonly ShiftEvent[]): LaneSpan[] {
  const spans: LaneSpan[] = []
  const openSince = new Map<number, Instant>()
  for (const { kind, lane, at } of ordered(events)) {
    if (lane === null || !isLaneKind(kind)) continue
    const since = openSince.get(lane)
    if (kind === 'lane-open') openSince.set(lane, since ?? at)
    else if (since !== undefined) {
      if (at > since) spans.push({ lane, from: since, to: at })
      openSince.delete(lane)
    }
  }
  for (const [lane, from] of openSince) spans.push({ lane, from, to: null })
  return spans.toSorted((a, b) => a.lane - b.lane || a.from - b.from)
}

export const openLanes = (spans: readonly LaneSpan[]): number[] =>
  spans.flatMap(({ lane, to }) => (to === null ? [lane] : []))
