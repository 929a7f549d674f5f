import type { AnswerOf, BodyOf } from '../../schema/api/endpoint.ts'
import type { recordArrival as recordContract, sayArrived as sayContract } from '../../schema/api/trips.ts'
import { Fault } from '../../shared/fault.ts'
import { beijingIso, floorMinute, instant, parseInstant } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { addArrival, addFirstArrival, arrivalOf } from '../store/arrivals.ts'
import type { ArrivalRow } from '../store/arrivals.ts'
import { Taken } from '../store/db.ts'
import { tripById } from '../store/trips.ts'
import type { TripRow } from '../store/trips.ts'
import { byStaff } from './actor.ts'
import { issueFreightCode } from './freight-code.ts'
import { loadTrip } from './load-trip.ts'
import { needDriver, permit } from './may.ts'

type Given<Body> = Body & { id: string }

/** 到企, by the driver; also after the trip has ended. A phone's clock is not believed beyond the time it can have been. */
export async function sayArrived(
  deps: Deps,
  asker: Asker,
  { id, at }: Given<BodyOf<typeof sayContract>>,
): Promise<AnswerOf<typeof sayContract>> {
  needDriver(asker, id)
  const { trip, crew } = await loadTrip(deps, id)
  const now = deps.now()
  const pressed = at === undefined ? now : readMoment(at)
  const arrived = instant(Math.min(now, Math.max(trip.registered_at, pressed)))
  await deps.db.commit([addFirstArrival({ trip_id: id, at: arrived, source: 'driver', taken_in_at: now })])
  const [first] = await deps.db.all(arrivalOf(id))
  return { arrivedAt: isoOf(first, arrived), code: await issueFreightCode(deps, trip, crew) }
}

/**
 * 到企, by the office after a telephone call. What somebody said before stands, and is answered.
 * @throws Fault not-found TR-01, bad-input TR-12 TR-13
 */
export async function recordArrival(
  deps: Deps,
  asker: Asker,
  { id, at }: Given<BodyOf<typeof recordContract>>,
): Promise<AnswerOf<typeof recordContract>> {
  const permitted = permit(asker, 'record an arrival')
  const [trip] = await deps.db.all(tripById(id))
  if (trip === undefined) throw new Fault('not-found', 'TR-01', 'there is no such trip', { path: 'path.id' })
  const arrived = at === undefined ? deps.now() : momentOfTrip(trip, at, deps.now())
  const [before] = await deps.db.all(arrivalOf(id))
  if (before !== undefined) return { trip: id, arrivedAt: isoOf(before, arrived) }
  const detail = { plate: trip.plate, trip: trip.number, at: beijingIso(arrived) }
  try {
    await deps.audit.commit(
      [addArrival({ trip_id: id, at: arrived, source: 'office', taken_in_at: deps.now() })],
      [{ by: byStaff(permitted), action: 'arrival-recorded', subject: id, detail }],
    )
  } catch (cause) {
    if (!(cause instanceof Taken && cause.on === 'arrival.trip_id')) throw cause
  }
  const [first] = await deps.db.all(arrivalOf(id))
  return { trip: id, arrivedAt: isoOf(first, arrived) }
}

const isoOf = (row: ArrivalRow | undefined, otherwise: Instant): string =>
  beijingIso(row === undefined ? otherwise : instant(row.at))

function readMoment(text: string): Instant {
  const at = parseInstant(text)
  if (at === undefined) throw new Fault('bad-input', 'TR-12', 'this moment does not exist', { path: 'at' })
  return at
}

/** Not before the minute in which the trip was registered, and not ahead. */
function momentOfTrip(trip: TripRow, text: string, now: Instant): Instant {
  const at = readMoment(text)
  if (at > now || at < floorMinute(instant(trip.registered_at)))
    throw new Fault('bad-input', 'TR-13', 'an arrival lies after the registration and not ahead', { path: 'at' })
  return at
}
