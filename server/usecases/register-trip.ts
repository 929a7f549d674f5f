import type { AnswerOf, BodyOf } from '../../schema/api/endpoint.ts'
import type { registerTrip as contract } from '../../schema/api/trips.ts'
import { Fault } from '../../shared/fault.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { Taken } from '../store/db.ts'
import { addCrew, addTrip, tripById } from '../store/trips.ts'
import type { TripRow } from '../store/trips.ts'
import { crewRow, readMember, refuseDoubles } from './crew.ts'
import type { MemberForm } from './crew.ts'
import { formHash } from './form-hash.ts'
import { withCrew } from './load-trip.ts'
import type { Warning } from './read-notes.ts'
import { onTheTrip } from './trip-events.ts'
import { answerTrip } from './trip-answer.ts'
import { readTripFields, refuseOddEta, refuseUnknownCheckpoint } from './trip-fields.ts'
import type { TripFields } from './trip-fields.ts'
import { newTripNumber } from './trip-number.ts'

type Form = BodyOf<typeof contract>
type Read = { fields: TripFields; crew: MemberForm[]; warnings: Warning[] }

/**
 * Registration 报备. At any time: 24 h ahead is advice (R47), and a terminal registers on site (R51). The id is the phone's, so
 * the same form sent again gets the same trip; another form under that id is 409 TR-03.
 */
export async function registerTrip(deps: Deps, asker: Asker, form: Form): Promise<AnswerOf<typeof contract>> {
  const hash = await formHash(deps.vault, form)
  const before = await sameTrip(deps, form.id, hash)
  const read = readForm(deps, form)
  if (before !== undefined) return answerTrip(deps, await withCrew(deps, before), read.warnings)
  const onSite = asker.kind === 'terminal'
  refuseOddEta(read.fields.eta, deps.now(), onSite)
  if (onSite) read.fields.checkpoint_id = asker.checkpoint
  await refuseUnknownCheckpoint(deps.db, read.fields.checkpoint_id)
  const trip = await keep(deps, form.id, hash, { ...read, terminal: onSite ? asker.terminal : null })
  return answerTrip(deps, await withCrew(deps, trip), read.warnings)
}

function readForm(deps: Deps, form: Form): Read {
  const warnings: Warning[] = []
  const fields = readTripFields(form, warnings)
  const crew = form.crew.map((member, seat) => readMember(member, `crew.${seat}`, deps.now(), warnings))
  return { fields, crew, warnings }
}

async function sameTrip(deps: Deps, id: string, hash: string): Promise<TripRow | undefined> {
  const [trip] = await deps.db.all(tripById(id))
  if (trip !== undefined && trip.form_hash !== hash)
    throw new Fault('conflict', 'TR-03', 'another registration was sent under this id', { path: 'id' })
  return trip
}

/** Two numbers that meet by chance cost another try; two equal requests at once end as one trip. */
async function keep(deps: Deps, id: string, hash: string, read: Read & { terminal: string | null }): Promise<TripRow> {
  const crew = await Promise.all(read.crew.map((member, seat) => crewRow(deps.vault, id, seat, member)))
  refuseDoubles(crew)
  const now = deps.now()
  for (;;) {
    const head = { id, number: newTripNumber(deps), version: 1, registered_at: now, form_hash: hash }
    const trip: TripRow = { ...read.fields, ...head, terminal_id: read.terminal, cancelled_at: null }
    try {
      await deps.db.commit([addTrip(trip), ...addCrew(crew), ...onTheTrip(trip, null, crew, now)])
      return trip
    } catch (cause) {
      if (!(cause instanceof Taken)) throw cause
      if (cause.on === 'trip.number') continue
      const first = await sameTrip(deps, id, hash)
      if (first === undefined) throw cause
      return first
    }
  }
}
