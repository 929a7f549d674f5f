import { day, instant, plus } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import { normalisePhone } from '../../shared/identity/phone.ts'
import type { SummonsAnswer } from '../../shared/notices/kinds.ts'
import { readLinkCode } from '../../shared/notices/link-code.ts'
import { readReply } from '../../shared/notices/reply.ts'
import { replyUnread } from '../../shared/wording/notices.ts'
import type { Deps } from '../deps.ts'
import { addAnswer, answersTo, caseRepliedTo, noticeByLink, openSummonsOf } from '../store/notice-answers.ts'
import { incidentById } from '../store/incidents.ts'
import { hushAnswered } from '../store/notices.ts'
import type { NoticeRow } from '../store/notices.ts'
import { answerCaseBySms } from './cases-reply.ts'
import { tagOfCode } from './notices-link.ts'
import { phoneTag } from './person-tag.ts'
import { tell } from './tell.ts'

/** What somebody said who was summoned; `key` is the `ackKey` of the notice. The ladder takes it from here; twice is harmless. */
export type Said = { key: string; answer: SummonsAnswer; at: Instant; by: 'link' | 'reply' | 'phone' }
export type AnswerSummons = (deps: Deps, said: Said) => Promise<unknown>

export type OpenedLink = {
  title: string
  text: string
  sentAt: Instant
  until: Instant
  answers: readonly { answer: SummonsAnswer; at: Instant }[]
  /** When what it was about ended: nobody need come any more. */
  over: Instant | null
}
export type Opened = { kind: 'open'; link: OpenedLink } | { kind: 'expired' } | { kind: 'unknown' }

/** What an answer link shows: the words of the message itself, what was answered by whichever way, and nothing else of anybody. */
export async function openLink(deps: Deps, typed: string): Promise<Opened> {
  const found = await findLink(deps, typed)
  if (found.kind !== 'open') return found
  const { row } = found
  const answers = row.ack_key === null ? [] : await deps.db.all(answersTo([row.ack_key]))
  const [incident] = row.incident === null ? [] : await deps.db.all(incidentById(row.incident))
  const ended = incident?.ended_at ?? null
  const first = answers.filter(({ answer }, place) => answers.findIndex((other) => other.answer === answer) === place)
  return {
    kind: 'open',
    link: {
      title: row.title,
      text: row.text,
      sentAt: instant(row.at),
      until: instant(row.link_until ?? row.at),
      answers: first.map(({ answer, at }) => ({ answer, at: instant(at) })),
      over: ended === null ? null : instant(ended),
    },
  }
}

type Found = { kind: 'open'; row: NoticeRow } | { kind: 'expired' } | { kind: 'unknown' }

async function findLink(deps: Deps, typed: string): Promise<Found> {
  const code = readLinkCode(typed)
  if (code === undefined) return { kind: 'unknown' }
  const [row] = await deps.db.all(noticeByLink(await tagOfCode(deps.vault, code)))
  if (row === undefined) return { kind: 'unknown' }
  return (row.link_until ?? 0) > deps.now() ? { kind: 'open', row } : { kind: 'expired' }
}

/** One press. The second press of the same button changes nothing. */
export async function answerLink(
  deps: Deps,
  { code, answer }: { code: string; answer: SummonsAnswer },
  tellLadder: AnswerSummons,
): Promise<Found['kind']> {
  const found = await findLink(deps, code)
  if (found.kind === 'open') await keepAnswer(deps, { rows: [found.row], answer, by: 'link' }, tellLadder)
  return found.kind
}

type Answered = { rows: readonly NoticeRow[]; answer: SummonsAnswer; by: 'link' | 'reply' }

/**
 * Kept here first, then told on: when the ladder cannot take it, the same press comes again and finds it kept. Whoever has
 * answered is not called again over another channel.
 */
async function keepAnswer(deps: Deps, { rows, answer, by }: Answered, tellLadder: AnswerSummons): Promise<void> {
  const now = deps.now()
  const keyed = rows.flatMap((row) => (row.ack_key === null ? [] : [{ id: row.id, key: row.ack_key }]))
  await deps.db.commit(
    keyed.flatMap(({ id, key }) => [
      addAnswer({ notice_id: id, answer, ack_key: key, at: now, by }),
      hushAnswered(key),
    ]),
  )
  const kept = await deps.db.all(answersTo(keyed.map(({ key }) => key)))
  for (const key of new Set(keyed.map((one) => one.key))) {
    const at = kept.find((row) => row.ack_key === key && row.answer === answer)?.at ?? now
    await tellLadder(deps, { key, answer, at: instant(at), by })
  }
}

/** A 1 or a 2 that comes later is nobody's answer any more. */
const repliesHeard = 7 * day

export type Reply = { phone: string; text: string }

/**
 * SMS that came back. Each answers what its phone was sent last that asks for an answer: a summons, with all that belongs to the same
 * incident, or the reply to a case. What nobody can make sense of is put before the dispatcher, without its words.
 */
export async function takeInReplies(deps: Deps, replies: readonly Reply[], tellLadder: AnswerSummons): Promise<void> {
  for (const { phone, text } of replies) {
    const tag = await phoneTag(deps.vault, normalisePhone(phone))
    const open = await deps.db.all(openSummonsOf(tag, deps.now()))
    const [newest] = open
    const [replied] = await deps.db.all(caseRepliedTo(tag, plus(deps.now(), -repliesHeard)))
    if (replied !== undefined && replied.at >= (newest?.at ?? 0)) {
      await answerCaseBySms(deps, replied.case_id, text)
      continue
    }
    if (newest === undefined) continue
    const answer = readReply(text)
    if (answer === undefined) {
      await deps.db.commit(tellUnread(deps, newest))
      continue
    }
    const rows = open.filter(({ id, incident }) =>
      newest.incident === null ? id === newest.id : incident === newest.incident,
    )
    await keepAnswer(deps, { rows, answer, by: 'reply' }, tellLadder)
  }
}

const tellUnread = (deps: Deps, { id }: NoticeRow) =>
  tell(deps, { kind: 'reply-unread', about: id, urgent: true, words: replyUnread }, [
    { audience: 'dispatcher', ref: null, channel: 'screen' },
  ])
