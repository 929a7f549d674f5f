import type { AnswerOf, BodyOf } from '../../schema/api/endpoint.ts'
import type { takeInResults as contract } from '../../schema/api/office.ts'
import { Fault } from '../../shared/fault.ts'
import { idTail } from '../../shared/identity/id-card.ts'
import { parsePersonDocument } from '../../shared/identity/person-document.ts'
import { minute } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import { faultWords } from '../../shared/wording/faults.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import type { Write } from '../store/db.ts'
import { addResult, knownResults, putOnList } from '../store/people.ts'
import type { ResultRow } from '../store/people.ts'
import { byStaff } from './actor.ts'
import { addEvents } from './code-ledger.ts'
import { permit } from './may.ts'
import { newId } from './new-id.ts'
import { personTag } from './person-tag.ts'
import { must } from './read-notes.ts'
import { followResults, isTold, readAroundResults, testedEvent } from './tracking-results.ts'
import { momentOf } from './trip-fields.ts'

type Form = BodyOf<typeof contract>
type Item = Form['items'][number]
type Read = { row: ResultRow; idTail: string }

/**
 * Takes in test results of a file or another system. Each line is answered by itself; the same result again is "already". Each
 * goes into the person's ledger and settles the trackings that wait for it. A positive one puts the person on the positive list,
 * proposes red and tells everybody ahead, all in the one commit that takes it in.
 */
export async function takeInResults(deps: Deps, asker: Asker, form: Form): Promise<AnswerOf<typeof contract>> {
  const by = byStaff(permit(asker, 'take in results'))
  const read = await Promise.all(form.items.map((item, index) => readItem(deps, item, form.source, `items.${index}`)))
  const rows = read.flatMap((line) => ('row' in line ? [line] : []))
  const known = new Set((await deps.db.all(knownResults(rows.map(({ row }) => row.id)))).map(({ id }) => id))
  const byId = new Map(rows.map((line) => [line.row.id, line]))
  const fresh = [...byId.values()].filter(({ row }) => !known.has(row.id))
  const detail = { source: form.source, lines: form.items.length, ...countsOf(fresh) }
  if (fresh.length > 0)
    await deps.audit.commit(await writesFor(deps, fresh, form.source), [
      { by, action: 'results-taken-in', subject: newId(deps), detail },
    ])
  return {
    results: read.map((line) => {
      if ('error' in line) return line
      const status = known.has(line.row.id) ? 'already' : 'recorded'
      known.add(line.row.id)
      return { status, error: null }
    }),
  }
}

/** The log learns how many, never whose. */
function countsOf(fresh: readonly Read[]): { recorded: number; positive: number } {
  return { recorded: fresh.length, positive: fresh.filter(({ row }) => row.result === 'positive').length }
}

type Refused = Extract<AnswerOf<typeof contract>['results'][number], object> & { status: 'refused' }

async function readItem(deps: Deps, item: Item, source: string, path: string): Promise<Read | Refused> {
  try {
    const number = must(parsePersonDocument(item.document, item.number, deps.now()), `${path}.number`)
    const person = await personTag(deps.vault, item.document, number)
    const { sampled_at, reported_at } = timesOf(item, path, {
      now: deps.now(),
      tolerance: deps.law.numbersAt(deps.now()).futureTolerance,
    })
    const said = [person, item.result, sampled_at, reported_at]
    const id = await deps.vault.tag('health-result', JSON.stringify(said))
    const taken = { source, taken_in_at: deps.now() }
    return {
      row: { id, person_tag: person, result: item.result, sampled_at, reported_at, ...taken },
      idTail: idTail(number),
    }
  } catch (cause) {
    if (!(cause instanceof Fault)) throw cause
    const { code, message } = cause
    return { status: 'refused', error: { code, message: faultWords[code]?.zh ?? message, path: cause.path ?? path } }
  }
}

function timesOf(
  item: Item,
  path: string,
  { now, tolerance }: { now: Instant; tolerance: number },
): Pick<ResultRow, 'sampled_at' | 'reported_at'> {
  const sampled = item.sampledAt === undefined ? null : momentOf(item.sampledAt, `${path}.sampledAt`)
  const reported = item.reportedAt === undefined ? null : momentOf(item.reportedAt, `${path}.reportedAt`)
  if (sampled !== null && reported !== null && sampled > reported)
    throw new Fault('bad-input', 'RE-01', 'reported before it was sampled', { path: `${path}.reportedAt` })
  const latest = now + tolerance * minute
  if (Math.max(sampled ?? 0, reported ?? 0) > latest)
    throw new Fault('bad-input', 'RE-02', 'a result of the future', {
      path: `${path}.${reported === null ? 'sampledAt' : 'reportedAt'}`,
    })
  if (item.result === 'negative' && sampled === null && reported === null)
    throw new Fault('bad-input', 'RE-03', 'a negative result needs a time', { path: `${path}.reportedAt` })
  return { sampled_at: sampled, reported_at: reported }
}

async function writesFor(deps: Deps, fresh: readonly Read[], source: string): Promise<readonly Write[]> {
  const rows = fresh.map(({ row }) => row)
  const around = await readAroundResults(deps, rows.filter(isTold))
  return [
    ...fresh.flatMap((line) => writesOf(line, source)),
    ...rows.flatMap((row) => addEvents(row.person_tag, [testedEvent(row)], { now: deps.now() })),
    ...followResults(deps, rows, around),
  ]
}

/** The intake knows no names: the surname is found where the person registered. */
function writesOf({ row, idTail }: Read, source: string): Write[] {
  if (row.result !== 'positive') return [addResult(row)]
  const since = row.reported_at ?? row.sampled_at ?? row.taken_in_at
  const entry = { person_tag: row.person_tag, kind: 'positive' as const, surname: '', id_tail: idTail, since, source }
  return [addResult(row), putOnList(entry)]
}
