import type { AnswerOf, BodyOf } from '../../schema/api/endpoint.ts'
import type { findTrip as contract } from '../../schema/api/trips.ts'
import { Fault } from '../../shared/fault.ts'
import { normaliseId } from '../../shared/identity/id-card.ts'
import { normalisePhone } from '../../shared/identity/phone.ts'
import { normalisePlate } from '../../shared/identity/plate.ts'
import type { Deps } from '../deps.ts'
import { crewOfTrip, crewOfTrips, runningTripsOfPlate, tripByNumber } from '../store/trips.ts'
import type { TripRow } from '../store/trips.ts'
import { withCrew } from './load-trip.ts'
import { phoneTag, phoneTailTag } from './person-tag.ts'
import { answerTrip } from './trip-answer.ts'
import { readTripNumber } from './trip-number.ts'

type Form = BodyOf<typeof contract>
type ByNumber = Extract<Form, { number: string }>
type ByPlate = Extract<Form, { plate: string }>

/**
 * Opens a trip on another phone. A wrong number, a wrong plate and a wrong tail are told alike (TR-02), after the same work,
 * so that nobody learns which trips exist.
 */
export async function findTrip(deps: Deps, form: Form): Promise<AnswerOf<typeof contract>> {
  const trip = 'number' in form ? await byNumber(deps, form) : await byPlate(deps, form)
  if (trip === undefined) throw new Fault('not-found', 'TR-02', 'no trip fits these details')
  return answerTrip(deps, await withCrew(deps, trip))
}

/** On what a limit is counted: what is guessed at, not who guesses. */
export const findTarget = (form: Form): string =>
  'number' in form ? form.number.replace(/\D/g, '') : normalisePlate(form.plate)

async function byNumber(deps: Deps, form: ByNumber): Promise<TripRow | undefined> {
  const [trip] = await deps.db.all(tripByNumber(readTripNumber(form.number) ?? ''))
  const crew = await deps.db.all(crewOfTrip(trip?.id ?? ''))
  const wanted = await phoneTailTag(deps.vault, trip?.id ?? '', form.phoneTail)
  return crew.some((member) => member.phone_tail_tag === wanted) ? trip : undefined
}

/** The number is lost: the running trip of this plate with a crew member of this phone and this document. */
async function byPlate(deps: Deps, form: ByPlate): Promise<TripRow | undefined> {
  const wanted = await phoneTag(deps.vault, normalisePhone(form.phone))
  const tail = normaliseId(form.idTail)
  const trips = await deps.db.all(runningTripsOfPlate(normalisePlate(form.plate), deps.now()))
  const crew = await deps.db.all(crewOfTrips(trips.map((trip) => trip.id)))
  const fits = crew.filter((member) => member.phone_tag === wanted && member.id_tail === tail)
  return trips.find((trip) => fits.some((member) => member.trip_id === trip.id))
}
