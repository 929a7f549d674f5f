import type { AnswerOf } from '../../schema/api/endpoint.ts'
import type { lookAtDuty as contract } from '../../schema/api/shifts.ts'
import { beijingIso } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Count } from '../../shared/shifts/counters.ts'
import type { Gap } from '../../shared/shifts/gaps.ts'
import { isOnDuty } from '../../shared/shifts/ledger.ts'
import type { LaneSpan, Shift } from '../../shared/shifts/ledger.ts'
import { within } from '../../shared/shifts/spans.ts'
import type { Closed } from '../../shared/shifts/spans.ts'

type View = AnswerOf<typeof contract>
type Names = ReadonlyMap<string, string>

export const viewOfShift = (
  shift: Shift,
  { now, names, phones }: { now: Instant; names: Names; phones: Names },
): View['shifts'][number] => ({
  id: shift.id,
  inspector: names.get(shift.staff) ?? '',
  lane: shift.lane,
  segment: shift.segment,
  device: phones.get(shift.terminal) ?? '',
  onAt: beijingIso(shift.onAt),
  endAt: shift.end === null ? null : beijingIso(shift.end.at),
  ended: shift.end?.how ?? null,
  onDuty: isOnDuty(shift, now),
  second: shift.second,
})

type Lanes = { lanes: readonly LaneSpan[]; shifts: readonly Shift[]; window: Closed; now: Instant }

export function viewOfLane(lane: number, { lanes, shifts, window, now }: Lanes): View['lanes'][number] {
  const own = lanes.filter((span) => span.lane === lane)
  return {
    lane,
    open: own.some(({ to }) => to === null),
    staffed: shifts.some((shift) => shift.lane === lane && isOnDuty(shift, now)),
    spans: within(own, window).map(({ from, to }) => ({ from: beijingIso(from), to: beijingIso(to) })),
  }
}

export const viewOfGap = ({ from, to, ...gap }: Gap): View['gaps'][number] => ({
  ...gap,
  from: beijingIso(from),
  to: beijingIso(to),
})

export const viewOfCount = ({ staff, ...count }: Count, names: Names): View['counts'][number] => ({
  ...count,
  inspector: names.get(staff) ?? '',
  rows: { ...count.rows },
})
