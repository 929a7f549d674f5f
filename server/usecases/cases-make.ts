import { begin } from '../../shared/cases/case-file.ts'
import type { CaseActor, CaseMade } from '../../shared/cases/events.ts'
import type { CaseCategory, CaseWay } from '../../shared/cases/kinds.ts'
import { caseDay } from '../../shared/cases/number.ts'
import { masked } from '../../shared/audit/mask.ts'
import type { AuditEntry } from '../../shared/audit/entry.ts'
import { Fault } from '../../shared/fault.ts'
import { instant, type Instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import { addCaseEvent, addCaseRow, caseById, lastCaseNo } from '../store/cases.ts'
import type { CaseAndPlace, CaseRow } from '../store/cases.ts'
import { checkpointById } from '../store/checkpoints.ts'
import { addCongestionEvent } from '../store/incidents.ts'
import { Taken } from '../store/db.ts'
import type { Write } from '../store/db.ts'
import { tripById } from '../store/trips.ts'
import type { TripRow } from '../store/trips.ts'
import { eventRow } from './congestion-log.ts'
import { loadCase, numbersOf, standingOf } from './cases-load.ts'
import type { LoadedCase } from './cases-load.ts'
import { tellDeed, tellMade } from './cases-tell.ts'
import { deedWrites, sealWords } from './cases-write.ts'
import type { Spoken } from './cases-write.ts'
import { formHash } from './form-hash.ts'
import { inThisCity } from './let-go.ts'
import { issuer } from './parameters.ts'

export type NewCase = {
  readonly id: string
  readonly way: CaseWay
  readonly by: CaseActor
  readonly category: CaseCategory
  readonly words: string
  readonly filedAt: Instant
  readonly plate: string | null
  readonly trip: TripRow | undefined
  readonly checkpoint: string | null
  readonly inspection: string | null
  readonly staff: string | null
  readonly terminal: string | null
  /** Of a call: name and number, sealed, and the number's tags. */
  readonly caller?: Pick<CaseRow, 'reporter_sealed' | 'phone_tag' | 'phone_tail_tag'>
  /** What is done in the same breath: a call is accepted by answering it. */
  readonly deeds?: readonly Spoken[]
  /** Where a member of staff took it down, the log tells of it. */
  readonly entry?: AuditEntry
}

/** Each round of so many at once lets one through. */
const tries = 60

/**
 * Takes a case down. The id was made by whoever sends it: sent again it is the same case, another one under its id is refused.
 * @throws Fault conflict CA-07, bad-input CA-08
 */
export async function makeTheCase(deps: Deps, given: NewCase): Promise<LoadedCase> {
  const { deeds: _, entry: __, caller: ___, filedAt: ____, by, ...form } = given
  const hash = await formHash(deps.vault, { ...form, trip: form.trip?.id ?? null, by: by.role })
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const [same] = await deps.db.all(caseById(given.id))
    if (same !== undefined) return sameAsBefore(deps, same, hash)
    try {
      await writeIt(deps, given, hash)
      return await loadCase(deps, given.id)
    } catch (cause) {
      if (!(cause instanceof Taken)) throw cause
    }
  }
  throw new Fault('unavailable', 'CA-13', 'too many cases at once', { path: 'id' })
}

async function sameAsBefore(deps: Deps, row: CaseAndPlace, hash: string): Promise<LoadedCase> {
  if (row.form_hash !== hash)
    throw new Fault('conflict', 'CA-07', 'another case was sent under this id', { path: 'id' })
  return loadCase(deps, row.id)
}

async function writeIt(deps: Deps, given: NewCase, hash: string): Promise<void> {
  const now = deps.now()
  const made: CaseMade = {
    move: 'make',
    at: now,
    by: given.by,
    way: given.way,
    category: given.category,
    level: 'county',
  }
  const file = begin(made)
  const row = await rowOf(deps, given, hash)
  const numbers = numbersOf(deps, row)
  const loaded: LoadedCase = { row, events: [], file, numbers }
  const { deeds = [] } = given
  const stepped = await deedWrites(deps, loaded, deeds)
  const { checkpoint_name: _, ...kept } = row
  const first = {
    case_id: row.id,
    n: 1,
    move: 'make',
    at: now,
    by_role: given.by.role,
    by_id: given.by.id,
    detail: JSON.stringify({ way: given.way, category: given.category, level: 'county' }),
    text_sealed: null,
  } as const
  const told = await Promise.all(
    deeds.map((spoken, at) => tellDeed(deps, { row, file: stepped.file, event: 2 + at }, spoken, numbers)),
  )
  const writes: Write[] = [
    addCaseRow({ ...kept, ...standingOf(file, numbers) }),
    addCaseEvent(first),
    ...(deeds.length > 0 ? stepped.writes : []),
    ...queueWord(row),
    ...(await tellMade(deps, { row, file, event: 1 }, numbers)),
    ...told.flat(),
  ]
  await (given.entry === undefined ? deps.db.commit(writes) : deps.audit.commit(writes, [given.entry]))
}

/** A reporter's word on the queue at a checkpoint: for the ladder a candidate, which the head judges (R110, R119). */
function queueWord(row: CaseAndPlace): Write[] {
  if (row.category !== 'congestion' || row.checkpoint_id === null || row.way === 'terminal') return []
  const at = instant(row.made_at)
  const event = { id: row.id, checkpoint: row.checkpoint_id, kind: 'driver-reported', at, knownAt: at }
  return [
    addCongestionEvent(eventRow(event, { waitMinutes: null, metres: null }, { by_kind: 'driver', by_id: row.trip_id })),
  ]
}

async function rowOf(deps: Deps, given: NewCase, hash: string): Promise<CaseAndPlace> {
  const day = caseDay(deps.now())
  const [last] = await deps.db.all(lastCaseNo(day))
  const place = await placeOf(deps, given.checkpoint)
  const searched = masked(given.words)
  return {
    id: given.id,
    day,
    day_no: (last?.day_no ?? 0) + 1,
    way: given.way,
    category: given.category,
    state: 'new',
    level: 'county',
    area: place?.county ?? areaOf(given.trip),
    plate: given.plate,
    trip_id: given.trip?.id ?? null,
    checkpoint_id: given.checkpoint,
    checkpoint_name: place?.name ?? null,
    inspection_id: given.inspection,
    staff_id: given.staff,
    terminal_id: given.terminal,
    ...(given.caller ?? { reporter_sealed: null, phone_tag: null, phone_tail_tag: null }),
    words: searched,
    words_sealed: searched === given.words ? null : await sealWords(deps, given.words),
    filed_at: given.filedAt,
    made_at: deps.now(),
    events: 1,
    round: 1,
    due_at: null,
    look_at: null,
    supervised: 0,
    overdue: 0,
    form_hash: hash,
  }
}

async function placeOf(deps: Deps, id: string | null) {
  if (id === null) return undefined
  const [place] = await deps.db.all(checkpointById(id))
  if (place === undefined) throw new Fault('bad-input', 'CA-08', 'there is no such checkpoint', { path: 'checkpoint' })
  return place
}

/** Where the way ends in this city, that county; else the city itself. */
const areaOf = (trip: TripRow | undefined): string =>
  trip !== undefined && inThisCity(trip.to_region) ? trip.to_region : issuer

/** @throws Fault bad-input CA-09 */
export async function tripNamed(deps: Deps, id: string | undefined): Promise<TripRow | undefined> {
  if (id === undefined) return undefined
  const [trip] = await deps.db.all(tripById(id))
  if (trip === undefined) throw new Fault('bad-input', 'CA-09', 'there is no such trip', { path: 'trip' })
  return trip
}
