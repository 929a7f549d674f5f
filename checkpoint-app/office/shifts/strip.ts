import { parseInstant } from '../../../shared/instant.ts'
import type { Duty } from './duty.ts'

/** A bar of the day, in minutes from its beginning. */
export type Bar = { readonly from: number; readonly to: number; readonly label: string }
export type StripRow = {
  /** null = the whole checkpoint. */
  readonly lane: number | null
  readonly duty: readonly Bar[]
  readonly open: readonly Bar[]
  readonly gaps: readonly Bar[]
}

export const dayMinutes = 24 * 60

const momentOf = (iso: string) => parseInstant(iso) ?? 0
/** 14:00 of an ISO moment. */
export const clockOf = (iso: string): string => iso.slice(11, 16)

/** What the picture of a day shows: for the checkpoint and each of its lanes when somebody was there, when it was open, and gaps. */
export function stripOf(duty: Duty): StripRow[] {
  const start = momentOf(duty.from)
  const end = momentOf(duty.to)
  const minuteOf = (moment: number) => Math.round((Math.min(Math.max(moment, start), end) - start) / 60_000)
  const bar = (from: string, to: string | null, most = end): Bar => {
    const until = to === null ? Math.min(end, most) : momentOf(to)
    return {
      from: minuteOf(momentOf(from)),
      to: minuteOf(until),
      label: `${clockOf(from)}–${to === null ? '' : clockOf(to)}`,
    }
  }
  const barOf = ({ onAt, endAt }: Duty['shifts'][number]) =>
    bar(onAt, endAt, momentOf(onAt) + duty.openShiftHours * 3_600_000)
  const counted = duty.shifts.filter(({ second }) => second === null)
  const gapsAt = (lane: number | null) =>
    duty.gaps.filter((gap) => gap.lane === lane).map(({ from, to }) => bar(from, to))
  const lanes = duty.lanes.map(({ lane, spans }) => ({
    lane,
    duty: counted.filter((shift) => shift.lane === lane).map(barOf),
    open: spans.map(({ from, to }) => bar(from, to)),
    gaps: gapsAt(lane),
  }))
  return [{ lane: null, duty: counted.map(barOf), open: [], gaps: gapsAt(null) }, ...lanes]
}
