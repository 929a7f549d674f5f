import type { AnswerOf, BodyOf } from '../../schema/api/endpoint.ts'
import type { exportCases as exportContract, searchCases as searchContract } from '../../schema/api/cases.ts'
import { masked } from '../../shared/audit/mask.ts'
import { caseStates, type CaseState } from '../../shared/cases/kinds.ts'
import { readCaseNumber } from '../../shared/cases/number.ts'
import { Fault } from '../../shared/fault.ts'
import { parsePhone } from '../../shared/identity/phone.ts'
import { maskPlate, parsePlate } from '../../shared/identity/plate.ts'
import { day, parseInstant, plus } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { newestCases, openCaseCount, openCases } from '../store/cases.ts'
import type { CaseAndPlace, CasePage, CaseWanted } from '../store/cases.ts'
import { byStaff } from './actor.ts'
import { caseTailTag } from './cases-desk.ts'
import { allWithEvents } from './cases-load.ts'
import type { LoadedCase } from './cases-load.ts'
import { permitCases } from './cases-reach.ts'
import type { CasePermit } from './cases-reach.ts'
import { isoOrNull, iso, lineForHead, lineOfCase, replyOf } from './cases-view.ts'
import { phoneTag } from './person-tag.ts'

type Search = BodyOf<typeof searchContract>
type Asked = Omit<Search, 'limit' | 'after'>

const usualPage = 50
const countedAtMost = 1000
/** Words are looked for in the cases of so long, unless a time is named: there is no index of words. */
const wordsWithin = 92 * day

export async function searchCases(deps: Deps, asker: Asker, search: Search): Promise<AnswerOf<typeof searchContract>> {
  const permitted = permitCases(asker, 'see cases')
  const limit = search.limit ?? usualPage
  const page: Page = { permitted, after: search.after, limit }
  const [rows, counted] = await Promise.all([pageOf(deps, search, page), countsOf(deps, permitted)])
  const seen = rows.slice(0, limit)
  return {
    items: (await allWithEvents(deps, seen)).map(permitted.role === 'head' ? lineForHead : lineOfCase),
    next: cursorAfter(rows, limit, search),
    counts: counted,
  }
}

const byDue = ({ show }: Asked): boolean => show === 'open' || show === 'overdue'

type Page = { permitted: CasePermit; after: string | undefined; limit: number }

async function pageOf(deps: Deps, asked: Asked, { permitted, after, limit }: Page): Promise<readonly CaseAndPlace[]> {
  const page: CasePage = {
    within: permitted.within,
    county: asked.county,
    category: asked.category,
    level: asked.level,
    checkpoint: asked.checkpoint,
    ...(await timeOf(deps, asked)),
    wanted: asked.text === undefined ? undefined : forHim(permitted, await wantedBy(deps, asked.text)),
    after: after === undefined ? undefined : readCursor(after),
    limit,
  }
  if (byDue(asked))
    return deps.db.all(openCases({ ...page, overdueAt: asked.show === 'overdue' ? deps.now() : undefined }))
  return deps.db.all(newestCases({ ...page, states: statesOf(asked) }))
}

const statesOf = ({ show }: Asked): readonly CaseState[] | undefined => {
  const state = caseStates.find((one) => one === show)
  return state === undefined ? undefined : [state]
}

async function timeOf(deps: Deps, { since, until, text }: Asked): Promise<Pick<CasePage, 'since' | 'until'>> {
  const from = since === undefined ? undefined : parseInstant(since)
  const isWords = text !== undefined && (await wantedBy(deps, text)).words !== undefined
  return {
    since: from ?? (isWords ? plus(deps.now(), -wordsWithin) : undefined),
    until: until === undefined ? undefined : parseInstant(until),
  }
}

/** All that the text may mean; four digits alone are two things. */
async function wantedBy(deps: Deps, text: string): Promise<CaseWanted> {
  const typed = text.normalize('NFKC').trim()
  const number = readCaseNumber(typed, deps.now())
  const phone = parsePhone(typed)
  if (phone.ok) return { phone: await phoneTag(deps.vault, phone.value) }
  const tail = /^\d{4}$/.test(typed) ? await caseTailTag(deps, typed) : undefined
  if (number !== undefined || tail !== undefined) return { number, tail }
  const plate = parsePlate(typed)
  return plate.ok && plate.warnings.length === 0 ? { plate: plate.value } : { words: typed }
}

/** A head finds no case by the phone or the truck of whoever reported: he is not to learn who it was. */
const forHim = ({ role }: CasePermit, { phone, tail, plate, ...open }: CaseWanted): CaseWanted =>
  role === 'head' ? open : { ...open, phone, tail, plate }

async function countsOf(deps: Deps, { within }: CasePermit): Promise<AnswerOf<typeof searchContract>['counts']> {
  const open = await deps.db.all(openCaseCount(within, countedAtMost))
  const waiting = open.filter(({ state }) => state === 'new')
  const oldest = waiting.length === 0 ? null : Math.min(...waiting.map(({ made_at: at }) => at))
  return {
    new: waiting.length,
    open: open.length,
    overdue: open.filter(({ due_at: at }) => (at ?? Infinity) <= deps.now()).length,
    oldest: isoOrNull(oldest),
  }
}

function cursorAfter(rows: readonly CaseAndPlace[], limit: number, asked: Asked): string | null {
  const last = rows[limit - 1]
  if (rows.length <= limit || last === undefined) return null
  return `${byDue(asked) ? last.due_at : last.made_at}_${last.id}`
}

function readCursor(text: string): NonNullable<CasePage['after']> {
  const [, at, id] = /^(\d{1,15})_([0-9a-fA-F-]{36})$/.exec(text) ?? []
  if (at === undefined || id === undefined)
    throw new Fault('bad-input', 'CA-04', 'not the `next` of a page', { path: 'after' })
  return { at: Number(at), id }
}

const exportedAtOnce = 500

/** For a file: plates, numbers of persons and phones masked. Who took it, why and how many stand in the log. */
export async function exportCases(
  deps: Deps,
  asker: Asker,
  { reason, after, ...asked }: BodyOf<typeof exportContract>,
): Promise<AnswerOf<typeof exportContract>> {
  const permitted = permitCases(asker, 'export cases')
  const rows = await pageOf(deps, asked, { permitted, after, limit: exportedAtOnce })
  const page = rows.slice(0, exportedAtOnce)
  const detail = { cases: page.length, show: asked.show, more: after !== undefined }
  const subject = asked.category ?? asked.show
  await deps.audit.commit([], [{ by: byStaff(permitted), action: 'cases-exported', subject, reason, detail }])
  return {
    items: await Promise.all((await allWithEvents(deps, page)).map((loaded) => exported(deps, loaded))),
    next: cursorAfter(rows, exportedAtOnce, asked),
  }
}

async function exported(deps: Deps, loaded: LoadedCase): Promise<AnswerOf<typeof exportContract>['items'][number]> {
  const { file, events } = loaded
  const line = lineOfCase(loaded)
  const reply = await replyOf(deps, events)
  const when = (at: Instant | null) => (at === null ? null : iso(at))
  return {
    ...line,
    plate: line.plate === null ? null : maskPlate(line.plate),
    acceptedAt: when(file.acceptedAt),
    dispatchedAt: when(file.dispatchedAt),
    dispatchedTo: file.dispatchedTo,
    repliedAt: when(file.lastReplyAt),
    reply: reply === null ? null : masked(reply.text),
    opinion: file.opinion,
    closedAt: when(file.closedAt),
  }
}
