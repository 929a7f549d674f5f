import type { AnswerOf } from '../../schema/api/endpoint.ts'
import type { uploadInspections as contract } from '../../schema/api/inspections.ts'
import { Fault } from '../../shared/fault.ts'
import { faultWords } from '../../shared/wording/faults.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { correctionsOf } from '../store/appeals.ts'
import { Taken } from '../store/db.ts'
import { knownInspections } from '../store/inspections.ts'
import type { Known } from '../store/inspections.ts'
import { everyCheckpoint } from '../store/checkpoints.ts'
import { everyPlace } from '../store/leads.ts'
import { crewOfTrips, tripsByIds } from '../store/trips.ts'
import { undoOfCorrected } from './late-undo.ts'
import { needTerminal } from './may.ts'
import { contentOf, openRecord } from './open-record.ts'
import type { BadRecord, OpenRecord } from './open-record.ts'
import { draftRecord } from './record-inspection.ts'
import type { Draft, Surroundings } from './record-inspection.ts'
import { sealersOf } from './sealers.ts'

export type UploadAnswer = AnswerOf<typeof contract>
type Result = UploadAnswer['results'][number]
/** `putRight`: those of the undone records that the head has corrected already. */
type Around = Surroundings & { putRight: ReadonlySet<string> }
/** What became of an item before anything is written: an answer, a draft, or the same as an earlier item. */
type Prepared = { result: Result } | { draft: Draft } | { sameAs: number }

/**
 * Records what phones kept, each exactly once: by the id made on the phone. Each item is answered by itself; a bad one leaves
 * the others recorded. One read before, one commit after; only when that commit is refused, one commit an item.
 */
export async function uploadInspections(deps: Deps, asker: Asker, items: readonly string[]): Promise<UploadAnswer> {
  const terminal = needTerminal(asker)
  // Judged by the law as it stands this moment, whichever process published it.
  await deps.law.refresh()
  const sealers = await sealersOf(deps, terminal, items)
  const records = await Promise.all(items.map((item) => openRecord(item, sealers, deps.now())))
  const around: Around = await readAround(deps, records)
  const prepared: Prepared[] = []
  for (const record of records) prepared.push(await prepare(deps, record, around, prepared))
  return { results: await settle(deps, prepared) }
}

async function readAround(deps: Deps, records: readonly (OpenRecord | BadRecord)[]) {
  const envelopes = records.flatMap((record) => ('envelope' in record ? [record.envelope] : []))
  const ids = envelopes.flatMap(({ id, corrects }) => (corrects === undefined ? [id] : [id, corrects]))
  const trips = new Set(envelopes.flatMap(({ trip }) => trip ?? []))
  const undone = envelopes.flatMap(({ corrects }) => corrects ?? [])
  const shown = envelopes.some(({ credentials }) => credentials.length > 0)
  const [known, crew, named, places, coordinates, putRight] = await Promise.all([
    deps.db.all(knownInspections([...new Set(ids)])),
    trips.size === 0 ? [] : deps.db.all(crewOfTrips([...trips])),
    trips.size === 0 ? [] : deps.db.all(tripsByIds([...trips])),
    deps.db.all(everyCheckpoint()),
    shown ? deps.db.all(everyPlace()) : [],
    undone.length === 0 ? [] : deps.db.all(correctionsOf(undone)),
  ])
  return {
    putRight: new Set(putRight.map((row) => row.inspection_id)),
    known: new Map(known.map((row) => [row.id, row])),
    crew,
    trips: new Map(named.map((row) => [row.id, row])),
    places: new Map(places.map(({ id, name }) => [id, name])),
    coordinates: new Map(coordinates.map(({ checkpoint_id: id, lat, lon }) => [id, { lat, lon }])),
  }
}

async function prepare(
  deps: Deps,
  record: OpenRecord | BadRecord,
  around: Around,
  earlier: readonly Prepared[],
): Promise<Prepared> {
  if ('fault' in record) return { result: refused(record.id, record.fault) }
  const { id } = record.envelope
  const before = around.known.get(id)
  if (before !== undefined) {
    const first = earlier.findIndex((item) => 'draft' in item && item.draft.row.id === id)
    const result = again(before, record.token, record.by.terminal)
    return first >= 0 && result.status === 'already' ? { sameAs: first } : { result }
  }
  try {
    const draft = await draftRecord(deps, record, around)
    around.known.set(id, draft.row)
    const { corrects, staff_id: staff } = draft.row
    if (corrects === null || !around.putRight.has(corrects)) return { draft }
    return { draft: { ...draft, writes: [...draft.writes, ...undoOfCorrected(deps, { id, corrects, staff })] } }
  } catch (cause) {
    if (cause instanceof Fault && cause.kind !== 'broken') return { result: refused(id, cause) }
    throw cause
  }
}

/** The stored answer for the same content; another's id or another content under it is refused. */
function again(before: Known, token: string, terminal: string): Result {
  if (before.terminal_id !== terminal)
    return refused(before.id, new Fault('conflict', 'RC-06', 'this id is taken', { path: 'id' }))
  if (contentOf(before.envelope) !== contentOf(token))
    return refused(before.id, new Fault('conflict', 'RC-07', 'another record was sent under this id', { path: 'id' }))
  return { id: before.id, status: 'already', row: before.server_row, agrees: before.agrees === 1, error: null }
}

async function settle(deps: Deps, prepared: readonly Prepared[]): Promise<Result[]> {
  const drafts = prepared.flatMap((item) => ('draft' in item ? [item.draft] : []))
  const written = await writeAll(deps, drafts)
  const results: Result[] = []
  for (const item of prepared) {
    if ('result' in item) results.push(item.result)
    else if ('draft' in item) results.push(written.get(item.draft) ?? recorded(item.draft))
    else results.push(repeated(results[item.sameAs]))
  }
  return results
}

/** Answers for those drafts that were not simply recorded. */
async function writeAll(deps: Deps, drafts: readonly Draft[]): Promise<Map<Draft, Result>> {
  const otherwise = new Map<Draft, Result>()
  if (drafts.length === 0) return otherwise
  try {
    await keep(deps, drafts)
    return otherwise
  } catch (cause) {
    if (!isConstraint(cause)) throw cause
  }
  for (const draft of drafts) {
    const result = await writeOne(deps, draft)
    if (result !== undefined) otherwise.set(draft, result)
  }
  return otherwise
}

async function writeOne(deps: Deps, draft: Draft): Promise<Result | undefined> {
  const { row } = draft
  try {
    await keep(deps, [draft])
    return undefined
  } catch (cause) {
    if (!isConstraint(cause)) throw cause
    const [before] = await deps.db.all(knownInspections([row.id]))
    if (before !== undefined) return again(before, row.envelope, row.terminal_id)
    if (cause instanceof Taken && cause.on === 'inspection.corrects')
      return refused(row.id, new Fault('conflict', 'RC-10', 'the record was corrected already', { path: 'corrects' }))
    if (row.corrects === null) throw cause
    return refused(
      row.id,
      new Fault('bad-input', 'RC-08', 'the record to be corrected is not here', { path: 'corrects' }),
    )
  }
}

/** All or none. A change of somebody's code stands in the log in the same commit. */
async function keep(deps: Deps, drafts: readonly Draft[]): Promise<void> {
  const writes = drafts.flatMap((draft) => draft.writes)
  const [first, ...rest] = drafts.flatMap((draft) => draft.entries)
  await (first === undefined ? deps.db.commit(writes) : deps.audit.commit(writes, [first, ...rest]))
}

/** Somebody was first, or the record a correction points at was not written. */
const isConstraint = (cause: unknown): boolean =>
  cause instanceof Taken || (cause instanceof Fault && cause.code === 'DB-03')

const recorded = ({ row }: Draft): Result => ({
  id: row.id,
  status: 'recorded',
  row: row.server_row,
  agrees: row.agrees === 1,
  error: null,
})

function repeated(first: Result | undefined): Result {
  if (first === undefined) throw new Fault('broken', 'RC-14', 'an item repeats one that is not there')
  return first.status === 'recorded' ? { ...first, status: 'already' } : first
}

/** In Chinese, for the inspector's screen; the code tells the page the English. */
function refused(id: string | null, { code, message, path }: Fault): Result {
  const error = { code, message: faultWords[code]?.zh ?? message, ...(path === undefined ? {} : { path }) }
  return { id, status: 'refused', row: null, agrees: null, error }
}
