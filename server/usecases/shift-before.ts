import type * as z from 'zod/mini'
import type { AnswerOf } from '../../schema/api/endpoint.ts'
import type { shiftBefore as contract } from '../../schema/api/shifts.ts'
import type { Site } from '../../shared/congestion/site.ts'
import { beijingIso, instant, plus } from '../../shared/instant.ts'
import { isOnDuty, laneSpans, openLanes, shiftsOf } from '../../shared/shifts/ledger.ts'
import { handoverShownFor, longestShift } from '../../shared/shifts/limits.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { checkpointById } from '../store/checkpoints.ts'
import { handoversAt, lanesBefore, signOnsOf } from '../store/shifts.ts'
import type { Handed } from '../store/shifts.ts'
import { siteOfCheckpoint } from '../store/sites.ts'
import { needTerminal } from './may.ts'
import { eventOf, handoverIn, logAround } from './shift-log.ts'
import { siteOf } from './sites.ts'

type HandedView = z.infer<typeof contract.answer>['handovers'][number]

/** What somebody who takes over should know; his own hand-overs are no news to him. */
export async function shiftBefore(deps: Deps, asker: Asker): Promise<AnswerOf<typeof contract>> {
  const { checkpoint, staff, terminal } = needTerminal(asker)
  const later = plus(deps.now(), 1)
  const [[place], handed, lanes, [site]] = await Promise.all([
    deps.db.all(checkpointById(checkpoint)),
    deps.db.all(handoversAt(checkpoint, plus(later, -handoverShownFor), later)),
    deps.db.all(lanesBefore(checkpoint, later)),
    deps.db.all(siteOfCheckpoint(checkpoint)),
  ])
  return {
    lanes: place?.lanes ?? 1,
    open: openLanes(laneSpans(lanes.map(eventOf))),
    running: await runningOf(deps, terminal),
    handovers: handed.filter((row) => row.staff_id !== staff).flatMap(viewOfHandover),
    ...(place !== undefined && { road: roadOf(siteOf(place, site)) }),
  }
}

/** What a phone needs to read a stake, and no more. */
const roadOf = ({ boothStake, stakesGrow, approachMetres }: Site) => ({ boothStake, stakesGrow, approachMetres })

async function runningOf(deps: Deps, terminal: string): Promise<string | null> {
  const since = plus(deps.now(), -longestShift)
  const ons = await deps.db.all(signOnsOf({ staff: [], segments: [], terminals: [terminal] }, since))
  const { events, unbound } = await logAround(deps, ons, since)
  const running = shiftsOf(events, unbound).find((shift) => shift.terminal === terminal && isOnDuty(shift, deps.now()))
  return running?.id ?? null
}

export function viewOfHandover(row: Handed): HandedView[] {
  const told = handoverIn(row)
  if (told === null || row.shift_id === null) return []
  const { inspector, on_lane: lane, seen_by: seenBy } = row
  return [{ shift: row.shift_id, at: beijingIso(instant(row.at)), inspector, lane, seenBy, ...told }]
}
