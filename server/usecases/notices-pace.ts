import { minute, plus } from '../../shared/instant.ts'
import { readLane } from '../../shared/notices/kinds.ts'
import { smsOfPerson } from '../../shared/notices/numbers.ts'
import { nextTurn } from '../../shared/notices/pace.ts'
import type { Deps } from '../deps.ts'
import { changeQueued, saidSince, smsSince } from '../store/notices.ts'
import type { NoticeRow } from '../store/notices.ts'

type Due = { lane: string; due: readonly NoticeRow[]; most: number }

/** What is said next, message by message; each holds one notice or several. */
export async function turnsOf(deps: Deps, { lane, due, most }: Due): Promise<readonly (readonly NoticeRow[])[]> {
  const { kind } = readLane(lane)
  if (kind === 'dingtalk' || kind === 'wecom') return robotTurn(deps, lane, due)
  const ready = kind === 'sms' ? await withinLimit(deps, due) : due
  return ready.slice(0, most).map((row) => [row])
}

/** A robot speaks one message after the other. */
async function robotTurn(deps: Deps, lane: string, due: readonly NoticeRow[]) {
  const [said] = await deps.db.all(saidSince(lane, plus(deps.now(), -minute)))
  const waiting = due.map((row) => ({ id: row.id, urgent: row.urgent === 1, row }))
  const turn = nextTurn(waiting, said?.n ?? 0)?.map(({ row }) => row) ?? []
  const [first] = turn
  if (first === undefined) return []
  // Whoever is called by @ has a message of his own: in a list nobody would see whom it calls for what.
  return first.phone_sealed === null ? [turn.filter((row) => row.phone_sealed === null)] : [[first]]
}

/** Of one person only so many in a while; what is urgent goes all the same, and the rest waits until there is room. */
async function withinLimit(deps: Deps, due: readonly NoticeRow[]): Promise<readonly NoticeRow[]> {
  const now = deps.now()
  const tags = [...new Set(due.flatMap(({ phone_tag: tag }) => (tag === null ? [] : [tag])))]
  const sent = await deps.db.all(smsSince(tags, plus(now, -smsOfPerson.within)))
  const times = new Map(tags.map((tag) => [tag, sent.filter((row) => row.phone_tag === tag).map((row) => row.sent_at)]))
  const ready: NoticeRow[] = []
  for (const row of due) {
    const earlier = times.get(row.phone_tag ?? '') ?? []
    if (row.urgent === 1 || row.unclear === 1 || earlier.length < smsOfPerson.most) {
      ready.push(row)
      earlier.push(now)
    } else {
      const room = plus(now, (earlier.at(-smsOfPerson.most) ?? now) + smsOfPerson.within - now + 1)
      await deps.db.commit([changeQueued([row.id], { due_at: room, note: 'held-back' })])
    }
  }
  return ready
}
