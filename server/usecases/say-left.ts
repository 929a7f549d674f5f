import type { AnswerOf } from '../../schema/api/endpoint.ts'
import type { sayLeft as contract } from '../../schema/api/trips.ts'
import { ofKind } from '../../shared/codes/events.ts'
import type { Left, LedgerEvent } from '../../shared/codes/events.ts'
import { Fault } from '../../shared/fault.ts'
import { beijingIso, hour, plus } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { addFirstArrival } from '../store/arrivals.ts'
import type { TripRow } from '../store/trips.ts'
import { addEvents, eventsOf } from './code-ledger.ts'
import { issueFreightCode } from './freight-code.ts'
import { loadTrip } from './load-trip.ts'
import { needDriver } from './may.ts'

/**
 * 离焦: what only the driver says counts after a wait without a record to the contrary (A42). Also after the trip has ended: who
 * stayed on under a yellow code must be able to say that he left.
 */
export async function sayLeft(deps: Deps, asker: Asker, id: string): Promise<AnswerOf<typeof contract>> {
  needDriver(asker, id)
  const { trip, rows, crew } = await loadTrip(deps, id)
  if (trip.cancelled_at !== null) throw new Fault('conflict', 'TR-09', 'this trip has ended; register a new one')
  const now = deps.now()
  const events = await eventsOf(
    deps,
    rows.map((row) => row.person_tag),
  )
  const said = [...events.values()].map((of) => saidBefore(of, trip) ?? left(trip, now))
  const writes = [...events.keys()].flatMap((person, index) => addEvents(person, said.slice(index, index + 1), { now }))
  await deps.db.commit([...writes, addFirstArrival({ trip_id: id, at: now, source: 'leaving', taken_in_at: now })])
  const saidAt = said[0]?.at ?? now
  return {
    saidAt: beijingIso(saidAt),
    countsFrom: beijingIso(plus(saidAt, deps.law.numbersAt(saidAt).selfReportedLeavingWait * hour)),
    code: await issueFreightCode(deps, trip, crew),
  }
}

/** Said already, and not seen at a checkpoint since: saying it again does not make the wait begin anew. */
function saidBefore(events: readonly LedgerEvent[], trip: TripRow): Left | undefined {
  const lastSeen = Math.max(0, ...ofKind(events, 'arrived').map(({ at }) => at))
  return ofKind(events, 'left').find(({ at, actor }) => actor.id === trip.id && at > lastSeen)
}

/** A through truck is cleared as it goes (jiaozuo-20#7). */
const left = (trip: TripRow, now: Instant): Left => ({
  kind: 'left',
  id: `left@${trip.id}/${beijingIso(now)}`,
  at: now,
  source: 'driver',
  actor: { role: 'driver', id: trip.id },
  ...(trip.through_train === 1 ? { throughTrain: true } : {}),
})
