import type * as z from 'zod/mini'
import type { caseSheet } from '../../schema/api/cases.ts'
import { regionName } from '../../shared/identity/region.ts'
import { beijingIso, instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import { messagesAbout } from '../store/messages.ts'
import { noticesOfIncident, noticesOfMessages } from '../store/notices.ts'
import type { NoticeRow } from '../store/notices.ts'
import { shownOf } from './notices-shown.ts'
import { statesOf } from './notices-states.ts'

type Told = z.infer<typeof caseSheet>['told']

/** What of a case was told outside the pages, and what became of it; the newest last. */
export async function toldOf(deps: Deps, id: string): Promise<Told> {
  const [messages, out] = await Promise.all([deps.db.all(messagesAbout(id)), deps.db.all(noticesOfIncident(id))])
  const texts = messages.filter(({ audience, channel }) => audience === 'driver' && channel === 'sms')
  const carried = await deps.db.all(noticesOfMessages(texts.map((message) => message.id)))
  const states = new Map((await statesOf(deps, [...out, ...carried])).map((state) => [state.id, shownOf(state)]))
  const sentBy = (row: NoticeRow | undefined) => (row === undefined ? null : (states.get(row.id) ?? null))
  const toReporter = texts.flatMap(({ id: message, at, zh }) => {
    const notices = carried.filter((row) => row.message_id === message)
    const line = { at: beijingIso(instant(at)), to: 'reporter', area: null, zh } as const
    return notices.length === 0 ? [{ ...line, sent: null }] : notices.map((row) => ({ ...line, sent: sentBy(row) }))
  })
  const toOthers = out.map((row) => ({
    at: beijingIso(instant(row.at)),
    to: row.to_kind === 'group' ? ('group' as const) : ('duty' as const),
    area: row.to_kind === 'group' ? (regionName(row.to_ref) ?? row.to_ref) : null,
    zh: row.text,
    sent: sentBy(row),
  }))
  return [...toReporter, ...toOthers].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}
