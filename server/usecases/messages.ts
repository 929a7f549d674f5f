import type * as z from 'zod/mini'
import type { AnswerOf, QueryOf } from '../../schema/api/endpoint.ts'
import type { StaffRole } from '../../schema/api/endpoint.ts'
import type {
  listMessages as listContract,
  markMessageSeen as markContract,
  messageView,
} from '../../schema/api/messages.ts'
import type { Audience } from '../../schema/tables.ts'
import { Fault } from '../../shared/fault.ts'
import { beijingIso, instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { aboutArrival, acknowledge, messageById, messagePage, unseenCount } from '../store/messages.ts'
import type { Ear, MessageAndNames, MessagePage } from '../store/messages.ts'
import { byStaff } from './actor.ts'
import { liesIn, permit } from './may.ts'
import type { Permitted } from './may.ts'

const usualPage = 50
/** Those without a screen of their own: whoever no SMS reaches is called. */
const byTelephone: readonly Audience[] = ['driver', 'company', 'community']

/** Whose messages a role answers. Others may read them, and only these acknowledge. */
const answers: Readonly<Record<StaffRole, readonly Audience[]>> = {
  admin: [],
  epidemic: ['epidemic', ...byTelephone],
  dispatcher: ['dispatcher', ...byTelephone],
  command: ['command'],
  supervisor: ['supervisor'],
  'appeal-officer': ['appeal-officer'],
  'list-officer': ['list-officer'],
  'pass-officer': ['pass-officer'],
  head: ['checkpoint', 'test-point'],
  inspector: [],
}
const readsAll = (role: StaffRole): boolean => role === 'admin' || role === 'supervisor'

const areaOf = (asker: Asker): string | undefined => (asker.kind === 'staff' ? asker.area : undefined)

function earsOf({ role, only }: Permitted, area: string | undefined): readonly Ear[] {
  const within = area === undefined ? {} : { area }
  if (readsAll(role)) return [within]
  return answers[role].map((audience) => ({ audience, ...within, ...(only !== null && { ref: only }) }))
}

const mayAnswer = ({ role, only }: Permitted, row: Pick<MessageAndNames, 'audience' | 'ref'>): boolean =>
  answers[role].includes(row.audience) && (only === null || row.ref === only)

/** Messages for the one asking, those nobody has acknowledged first. */
export async function listMessages(
  deps: Deps,
  asker: Asker,
  query: QueryOf<typeof listContract>,
): Promise<AnswerOf<typeof listContract>> {
  const permitted = permit(asker, 'see messages')
  const limit = query.limit ?? usualPage
  const ears = earsOf(permitted, areaOf(asker))
  const page: MessagePage = {
    seen: query.seen === undefined ? undefined : query.seen === 'yes',
    kind: query.kind,
    before: query.before === undefined ? undefined : readCursor(query.before),
    limit,
  }
  const [pages, counts] = await Promise.all([
    Promise.all(ears.map((ear) => deps.db.all(messagePage(ear, page)))),
    Promise.all(ears.map((ear) => deps.db.all(unseenCount(ear)))),
  ])
  const rows = pages.flat().toSorted(unseenThenNewest)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items: items.map((row) => viewOfMessage(row, mayAnswer(permitted, row))),
    next: rows.length > limit && last !== undefined ? cursorOf(last) : null,
    unseen: Math.min(
      counts.flat().reduce((sum, { n }) => sum + n, 0),
      1000,
    ),
  }
}

/** As the database sorts each page. */
const unseenThenNewest = (a: MessageAndNames, b: MessageAndNames): number =>
  Number(a.seen_at !== null) - Number(b.seen_at !== null) || b.at - a.at || (a.id < b.id ? 1 : -1)

const cursorOf = (row: MessageAndNames): string => `${row.seen_at === null ? 'u' : 's'}_${row.at}_${row.id}`

function readCursor(text: string): NonNullable<MessagePage['before']> {
  const [, seen, at, id] = /^([us])_(-?\d{1,15})_([0-9a-fA-F-]{36})$/.exec(text) ?? []
  if (at === undefined || id === undefined)
    throw new Fault('bad-input', 'MS-02', 'not the `next` of a page', { path: 'query.before' })
  return { seen: seen === 's', at: Number(at), id }
}

const momentOf = (at: number | null): string | null => (at === null ? null : beijingIso(instant(at)))

export const seenOf = (row: MessageAndNames): z.infer<typeof messageView>['seen'] =>
  row.seen_at === null ? null : { at: beijingIso(instant(row.seen_at)), by: row.seen_by_name ?? '' }

export const viewOfMessage = (row: MessageAndNames, mine: boolean): z.infer<typeof messageView> => ({
  id: row.id,
  at: beijingIso(instant(row.at)),
  kind: row.kind,
  audience: row.audience,
  to: row.to_name,
  channel: row.channel,
  urgent: row.urgent === 1,
  zh: row.zh,
  en: row.en,
  article: row.article,
  subject: row.subject,
  sentAt: momentOf(row.sent_at),
  seen: seenOf(row),
  arrival: aboutArrival.includes(row.kind) ? { trip: row.subject, at: momentOf(row.arrived_at) } : null,
  mine,
})

/** 收到. Whoever comes second learns who was first. */
export async function markMessageSeen(deps: Deps, asker: Asker, id: string): Promise<AnswerOf<typeof markContract>> {
  const permitted = permit(asker, 'see messages')
  const [row] = await deps.db.all(messageById(id))
  const isHis = row !== undefined && (row.area === null || liesIn(row.area, areaOf(asker)))
  if (!isHis || !(readsAll(permitted.role) || mayAnswer(permitted, row))) throw unknown()
  if (!mayAnswer(permitted, row)) throw new Fault('not-allowed', 'MS-03', 'it is for somebody else to acknowledge')
  if (row.seen_at === null)
    await deps.audit.commit(
      [acknowledge(id, { staff: permitted.staff, at: deps.now() })],
      [{ by: byStaff(permitted), action: 'message-seen', subject: id, detail: { kind: row.kind, about: row.subject } }],
    )
  const [after] = await deps.db.all(messageById(id))
  return { id, seen: after === undefined ? null : seenOf(after) }
}

export const unknown = () => new Fault('not-found', 'MS-01', 'there is no such message', { path: 'path.id' })
