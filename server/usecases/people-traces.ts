import type { AnswerOf, BodyOf } from '../../schema/api/endpoint.ts'
import type { exportTrace as contract } from '../../schema/api/codes.ts'
import { purposeWords } from '../../shared/codes/purposes.ts'
import { Fault } from '../../shared/fault.ts'
import { normalisePlate } from '../../shared/identity/plate.ts'
import { normaliseId } from '../../shared/identity/id-card.ts'
import { regionName } from '../../shared/identity/region.ts'
import { beijingIso, day, instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { inspectionsAmong, inspectionsOf } from '../store/people-known.ts'
import { passagesOf, seatsOf } from '../store/people-traces.ts'
import type { Passage } from '../store/people-traces.ts'
import { crewOfTrips } from '../store/trips.ts'
import type { CrewRow } from '../store/trips.ts'
import { byStaff } from './actor.ts'
import { openMember } from './crew.ts'
import { permit } from './may.ts'
import { newId } from './new-id.ts'
import { momentOf } from './trip-fields.ts'

type Form = BodyOf<typeof contract>
type Passed = AnswerOf<typeof contract>['passages'][number]
type CrewSeen = { surname: string; idTail: string }

const longestWindow = 31 * day
const mostPassages = 2000

/** All passages and who was on board. Full names and numbers, so the log has it before the answer goes out. */
export async function exportTrace(deps: Deps, asker: Asker, form: Form): Promise<AnswerOf<typeof contract>> {
  const by = byStaff(permit(asker, 'export a trace'))
  const window = windowOf(form)
  const { plates, concerns } = await soughtIn(deps, form.of)
  const rows = await deps.db.all(passagesOf(plates, { ...window, limit: mostPassages }))
  const found = rows.slice(0, mostPassages).filter(concerns)
  const seats = await deps.db.all(crewOfTrips(found.flatMap(({ trip_id: trip }) => (trip === null ? [] : [trip]))))
  const { from, until, purpose, paper } = form
  const detail = { purpose, paper, from, until, passages: found.length, ...('plate' in form.of ? form.of : {}) }
  const subject = 'person' in form.of ? form.of.person : newId(deps)
  const { zh: reason } = purposeWords[purpose]
  await deps.audit.commit([], [{ by, action: 'trace-exported', subject, reason, detail }])
  return {
    passages: await Promise.all(found.map((row) => passageView(deps, row, seats))),
    cut: rows.length > mostPassages,
  }
}

/** @throws Fault bad-input CO-15 */
function windowOf(form: Form) {
  const from = momentOf(form.from, 'from')
  const until = momentOf(form.until, 'until')
  if (from >= until || until - from > longestWindow)
    throw new Fault('bad-input', 'CO-15', 'a window of at most 31 days', { path: 'until' })
  return { from, until }
}

type Sought = { plates: readonly string[]; concerns: (row: Passage) => boolean }

/** Of a person: the plates he was ever registered on or inspected in; there, the passages with him on board. */
async function soughtIn(deps: Deps, of: Form['of']): Promise<Sought> {
  if ('plate' in of) return { plates: [normalisePlate(of.plate)], concerns: () => true }
  const [seats, told] = await Promise.all([deps.db.all(seatsOf(of.person)), deps.db.all(inspectionsOf(of.person))])
  const ids = new Set(told.flatMap(({ inspection_id: id }) => (id === null ? [] : [id])))
  const inspected = await deps.db.all(inspectionsAmong([...ids]))
  const trips = new Set(seats.map(({ trip_id }) => trip_id))
  const isHe = (one: CrewSeen) =>
    seats.some((seat) => seat.surname === one.surname && seat.id_tail === normaliseId(one.idTail))
  return {
    plates: [...new Set([...seats, ...inspected].map(({ plate }) => plate))],
    concerns: (row) => ids.has(row.id) || (row.trip_id !== null && trips.has(row.trip_id)) || crewIn(row).some(isHe),
  }
}

function crewIn({ crew }: Passage): CrewSeen[] {
  const seen: CrewSeen[] = JSON.parse(crew)
  return seen
}

async function passageView(deps: Deps, row: Passage, seats: readonly CrewRow[]): Promise<Passed> {
  return {
    inspection: row.id,
    at: beijingIso(instant(row.made_at)),
    checkpoint: row.checkpoint_name,
    road: row.road,
    lane: row.lane,
    plate: row.plate,
    row: row.row,
    outcome: row.outcome,
    consignee: row.consignee,
    to: row.to_region === null ? null : (regionName(row.to_region) ?? row.to_region),
    crew: await crewView(
      deps,
      row,
      seats.filter((seat) => seat.trip_id === row.trip_id),
    ),
  }
}

/** The registered crew in full, then whoever the inspector saw besides. */
async function crewView(deps: Deps, row: Passage, seats: readonly CrewRow[]): Promise<Passed['crew']> {
  const registered = await Promise.all(
    seats.map(async (seat) => {
      const { role, name, document, number, phone, personTag: person } = await openMember(deps.vault, seat)
      return { role, name, document, number, phone, person }
    }),
  )
  const others = crewIn(row).filter(
    (one) => !seats.some((seat) => seat.surname === one.surname && seat.id_tail === normaliseId(one.idTail)),
  )
  return [
    ...registered,
    ...others.map(({ surname, idTail }) => ({
      role: 'unregistered',
      name: surname,
      document: null,
      number: idTail === '' ? '' : `***${idTail}`,
      phone: null,
      person: null,
    })),
  ]
}
