import type { AnswerOf, BodyOf } from '../../schema/api/endpoint.ts'
import type { importEntries as contract } from '../../schema/api/lists.ts'
import { Fault } from '../../shared/fault.ts'
import { instant } from '../../shared/instant.ts'
import { chainOf } from '../../shared/lists/chain.ts'
import type { ListKind } from '../../shared/lists/kinds.ts'
import { overlap } from '../../shared/lists/term.ts'
import { faultWords } from '../../shared/wording/faults.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { Taken } from '../store/db.ts'
import type { Write } from '../store/db.ts'
import { addEntry, addStep, entriesOfCompanies, entriesOfPersons } from '../store/lists.ts'
import type { EntryRow } from '../store/lists.ts'
import { byStaff } from './actor.ts'
import { holding } from './lists-in-force.ts'
import { readItem } from './lists-read-item.ts'
import type { Reader, ReadItem } from './lists-read-item.ts'
import { permit } from './may.ts'
import type { Permitted } from './may.ts'
import { newId } from './new-id.ts'

type Form = BodyOf<typeof contract> & { list: ListKind }
type Result = AnswerOf<typeof contract>['results'][number]
type Read = { read: ReadItem; path: string }

/**
 * Drafts what a file holds. Each item is answered by itself; the same person for the same time again is "already". When somebody
 * else enters the same people at that moment, all is read again.
 */
export async function importEntries(deps: Deps, asker: Asker, form: Form): Promise<AnswerOf<typeof contract>> {
  const by = permit(asker, 'draft white-list entries')
  const reader = { deps, list: form.list }
  const items = await Promise.all(form.items.map((item, index) => readOrRefuse(reader, item, `items.${index}`)))
  try {
    return { results: await draft(deps, by, form, items) }
  } catch (cause) {
    if (!(cause instanceof Taken)) throw cause
    return { results: await draft(deps, by, form, items) }
  }
}

async function readOrRefuse(reader: Reader, item: Form['items'][number], path: string) {
  try {
    return { read: await readItem(reader, item, path), path }
  } catch (cause) {
    if (!(cause instanceof Fault) || cause.kind === 'broken') throw cause
    return refused(cause)
  }
}

const refused = ({ code, message, path }: Fault): Result => ({
  status: 'refused',
  id: null,
  error: { code, message: faultWords[code]?.zh ?? message, path: path ?? '' },
})

async function draft(deps: Deps, by: Permitted, form: Form, items: readonly (Read | Result)[]): Promise<Result[]> {
  const around = await readAround(
    deps,
    form.list,
    items.flatMap((item) => ('read' in item ? [item.read] : [])),
  )
  const results: Result[] = []
  const rows: EntryRow[] = []
  for (const item of items) {
    const outcome = 'read' in item ? oneOf(deps, by, form, { item, around, rows }) : item
    if ('status' in outcome) results.push(outcome)
    else {
      rows.push(outcome)
      results.push({ status: 'recorded', id: outcome.id, error: null })
    }
  }
  const documents = new Map(form.items.map(({ documentNo }, index) => [results[index]?.id ?? '', documentNo ?? null]))
  const detail = { list: form.list, lines: form.items.length, recorded: rows.length }
  if (rows.length > 0)
    await deps.audit.commit(
      rows.flatMap((row) => writesOf(row, documents.get(row.id) ?? null)),
      [{ by: byStaff(by), action: 'list-drafted', subject: form.batch, detail }],
    )
  return results
}

type Around = { before: readonly EntryRow[]; enterprises: readonly EntryRow[] }

async function readAround(deps: Deps, list: ListKind, read: readonly ReadItem[]): Promise<Around> {
  const people = read.flatMap(({ person_tag }) => person_tag ?? [])
  const codes = read.flatMap(({ company_code }) => company_code ?? [])
  if (list === 'W2' || list === 'W4')
    return { before: await deps.db.all(entriesOfCompanies(codes, list)), enterprises: [] }
  const [before, enterprises] = await Promise.all([
    deps.db.all(entriesOfPersons(people, [list])),
    list === 'W3' ? deps.db.all(entriesOfCompanies(codes, 'W2')) : [],
  ])
  return { before, enterprises: await holding(deps, enterprises, deps.now()) }
}

type Beside = { item: Read; around: Around; rows: readonly EntryRow[] }

/** The row to be kept, or what else becomes of the item. */
function oneOf(deps: Deps, by: Permitted, form: Form, { item, around, rows }: Beside): EntryRow | Result {
  const { read, path } = item
  const column = read.person_tag === null ? `${path}.companyCode` : `${path}.number`
  const fault = (code: string, message: string, at = column) =>
    refused(new Fault('bad-input', code, message, { path: at }))
  if (rows.some((row) => isSame(row, read) && clash(row, read))) return fault('WL-05', 'twice in the file')
  const before = around.before.find((row) => isSame(row, read) && clash(row, read))
  if (before !== undefined)
    return before.from_at === read.from_at && before.to_at === read.to_at
      ? { status: 'already', id: before.id, error: null }
      : fault('WL-04', 'on the list already')
  const enterprise = around.enterprises.find(({ company_code }) => company_code === read.company_code)
  if (form.list === 'W3' && enterprise === undefined)
    return fault('WL-10', 'no such key enterprise in force', `${path}.companyCode`)
  return {
    id: newId(deps),
    list: form.list,
    version: 1,
    state: chainOf(form.list)[0]?.id ?? 'draft',
    ...read,
    company: form.list === 'W3' ? (enterprise?.company ?? null) : read.company,
    for_entry: form.list === 'W3' ? (enterprise?.id ?? null) : null,
    ended_at: null,
    batch: form.batch,
    made_by: by.staff,
    made_at: deps.now(),
  }
}

const isSame = (row: EntryRow, read: ReadItem): boolean =>
  read.person_tag === null ? row.company_code === read.company_code : row.person_tag === read.person_tag

/** A company is on a list once; a person may be on it again for another time. */
function clash(row: EntryRow, read: ReadItem): boolean {
  if (row.from_at === null || row.to_at === null || read.from_at === null || read.to_at === null) return true
  const term = (of: { from_at: number; to_at: number }) => ({ from: instant(of.from_at), to: instant(of.to_at) })
  return overlap(term({ from_at: row.from_at, to_at: row.to_at }), term({ from_at: read.from_at, to_at: read.to_at }))
}

const writesOf = (row: EntryRow, documentNo: string | null): Write[] => [
  addEntry(row),
  addStep({
    entry_id: row.id,
    version: 1,
    step: row.state,
    by_staff: row.made_by,
    at: row.made_at,
    document_no: documentNo,
    reason: null,
  }),
]
