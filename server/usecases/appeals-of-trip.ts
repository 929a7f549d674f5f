import type { AnswerOf } from '../../schema/api/endpoint.ts'
import type { tripAppeals as contract } from '../../schema/api/appeals.ts'
import { maskName } from '../../shared/identity/name.ts'
import { beijingIso, day, instant, plus } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { appealsOfTrip, inspectionsOfTrip } from '../store/appeals.ts'
import type { InspectionOfTrip } from '../store/appeals.ts'
import { appealable, lookAtCrew, pathsNow } from './appeals-look.ts'
import type { Looked } from './appeals-look.ts'
import { plainPaths, toldOf, viewOfAppeal } from './appeals-view.ts'
import { loadTrip } from './load-trip.ts'
import { needDriver } from './may.ts'

type Answer = AnswerOf<typeof contract>

/** How long after it a verdict can be appealed against here; later the hotline takes it. */
export const verdictAppealWithin = 2 * day
const shownAppeals = 20

/** The driver with the key of this trip, or an inspector for a driver without a phone. */
export function needDriverOrTerminal(asker: Asker, trip: string): void {
  if (asker.kind !== 'terminal') needDriver(asker, trip)
}

/** What can be appealed on this trip, with what a machine finds of it now. */
export async function tripAppeals(deps: Deps, asker: Asker, id: string): Promise<Answer> {
  needDriverOrTerminal(asker, id)
  const { trip, crew } = await loadTrip(deps, id)
  const [look, appeals, inspections] = await Promise.all([
    lookAtCrew(deps, crew),
    deps.db.all(appealsOfTrip(id, shownAppeals)),
    deps.db.all(inspectionsOfTrip(trip, plus(deps.now(), -verdictAppealWithin))),
  ])
  const { appealTarget, twoTestsMinGap, twoTestsMaxGap } = deps.law.numbersAt(deps.now())
  return {
    numbers: { appealTarget, twoTestsMinGap, twoTestsMaxGap },
    people: look.people.map((looked) => personView(deps, looked)),
    inspections: inspections.map(inspectionView),
    appeals: appeals.map((row) => viewOfAppeal(deps, row)),
    healthData: look.healthData,
  }
}

const personView = (deps: Deps, looked: Looked): Answer['people'][number] => ({
  seat: looked.member.seat,
  name: maskName(looked.member.name),
  openings: appealable(looked).map((one) => ({
    opening: one.opening,
    reason: one.reason,
    state: 'at' in one ? 'proposed' : 'open',
    told: toldOf(deps, one),
    paths: plainPaths(pathsNow(looked, one)),
  })),
  healthCode: looked.seen.healthCode,
  travelCard: looked.seen.travelCard,
  testHolds: looked.ledger.test !== null,
})

const inspectionView = (row: InspectionOfTrip): Answer['inspections'][number] => ({
  id: row.id,
  madeAt: beijingIso(instant(row.made_at)),
  checkpointName: row.checkpoint_name,
  row: row.corrected_row ?? row.server_row,
  outcome: row.corrected_outcome ?? row.outcome,
  corrected: row.corrected_row !== null,
})
