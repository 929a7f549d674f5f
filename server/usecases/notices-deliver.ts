import { plus } from '../../shared/instant.ts'
import { failuresToDie, giveUpAfter, leaseFor } from '../../shared/notices/numbers.ts'
import type { Deps } from '../deps.ts'
import { answersTo } from '../store/notice-answers.ts'
import { holdLane, laneByName, letLaneGo } from '../store/notice-lanes.ts'
import type { LaneRow } from '../store/notice-lanes.ts'
import { changeQueued, claim, claimed, dueNotices, lanesWithWork, noteBegun, takeBack } from '../store/notices.ts'
import type { NoticeRow } from '../store/notices.ts'
import { newId } from './new-id.ts'
import { healthAfter, healthWrites, missingLine } from './notices-health.ts'
import { turnsOf } from './notices-pace.ts'
import { senderOf, settled } from './notices-send.ts'
import type { Sender, Sent } from './notices-send.ts'

/** 0 to 1; of waits, so that not all come back in the same moment. */
export type Chance = () => number

export const chanceOf =
  ({ random }: Pick<Deps, 'random'>): Chance =>
  () =>
    (random(1)[0] ?? 0) / 255

const lookedAt = 60
/** A run does not go on for ever while others queue. */
const roundsAtMost = 40

/** Sends what is due, line by line; several servers may do so at once. */
export async function deliverNotices(deps: Deps, chance: Chance = chanceOf(deps)): Promise<void> {
  const lanes = await deps.db.all(lanesWithWork(deps.now()))
  const ends = await Promise.allSettled(lanes.map(({ lane }) => workOn({ deps, lane, chance, holder: newId(deps) })))
  // One line that breaks off holds up no other.
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}

type Work = { deps: Deps; lane: string; chance: Chance; holder: string }

async function workOn(work: Work): Promise<void> {
  const { deps, lane, holder } = work
  const now = deps.now()
  await deps.db.commit([holdLane(lane, holder, { now, until: plus(now, leaseFor) })])
  if ((await ourLane(work)) === undefined) return
  try {
    await deps.db.commit([takeBack(lane, now)])
    for (let round = 0; round < roundsAtMost; round += 1) if (!(await oneRound(work))) break
  } finally {
    await deps.db.commit([letLaneGo(lane, holder)])
  }
}

async function ourLane({ deps, lane, holder }: Work): Promise<LaneRow | undefined> {
  const [row] = await deps.db.all(laneByName(lane))
  return row?.lease === holder ? row : undefined
}

/** Answers whether there may be more to do. */
async function oneRound(work: Work): Promise<boolean> {
  const { deps, lane } = work
  const line = await ourLane(work)
  const now = deps.now()
  if (line === undefined || line.rest_until > now) return false
  const sender = senderOf(deps, lane)
  const due = await withoutMoot(deps, await deps.db.all(dueNotices(lane, now, lookedAt)))
  if (sender === undefined) return giveBack(work, due)
  // A line that died is tried with one message.
  const turns = await turnsOf(deps, { lane, due, most: line.failures >= failuresToDie ? 1 : sender.atOnce })
  if (turns.length === 0) return false
  const sent = await send(work, sender, turns)
  await keepHealth(work, sender, sent)
  return sent.length > 0
}

/** Its configuration has gone since these were queued. */
async function giveBack({ deps, lane }: Work, due: readonly NoticeRow[]): Promise<false> {
  if (due.length > 0)
    await deps.db.commit([
      changeQueued(
        due.map(({ id }) => id),
        { state: 'failed', note: 'no-gateway' },
      ),
      ...(await missingLine(deps, lane)),
    ])
  return false
}

/** What nobody needs any more is dropped with a note; what could not be sent for hours is given up. */
async function withoutMoot(deps: Deps, due: readonly NoticeRow[]): Promise<readonly NoticeRow[]> {
  const now = deps.now()
  const keys = due.flatMap(({ ack_key: key }) => (key === null ? [] : [key]))
  const answered = new Set((await deps.db.all(answersTo(keys))).map(({ ack_key: key }) => key))
  const why = (row: NoticeRow): string | null => {
    if (row.ack_key !== null && answered.has(row.ack_key) && summons.includes(row.step)) return 'answered'
    if (row.not_after !== null && row.not_after < now) return 'too-late'
    return row.not_after === null && row.at + giveUpAfter < now ? 'gave-up' : null
  }
  const moot = due.flatMap((row) => {
    const note = why(row)
    return note === null ? [] : [{ row, note }]
  })
  await deps.db.commit(
    moot.map(({ row, note }) =>
      changeQueued([row.id], {
        state: note === 'gave-up' || row.unclear === 1 ? 'failed' : 'dropped',
        note: row.unclear === 1 && note !== 'answered' ? `${note}-unclear` : note,
      }),
    ),
  )
  return due.filter((row) => why(row) === null)
}

const summons: readonly string[] = ['L0', 'L1', 'L2', 'L3', 'LM']

/** Takes each message in the name of its own try, sends all at once, keeps what became of each. */
async function send(work: Work, sender: Sender, turns: readonly (readonly NoticeRow[])[]): Promise<readonly Sent[]> {
  const { deps, lane, holder, chance } = work
  const now = deps.now()
  const until = plus(now, leaseFor)
  const tries = turns.map((rows) => ({ who: newId(deps), attempt: newId(deps), ids: rows.map(({ id }) => id) }))
  await deps.db.commit([
    holdLane(lane, holder, { now, until }),
    ...tries.flatMap(({ who, attempt, ids }) => [
      claim({ ids, who, lane, holder, now, until }),
      noteBegun({ id: attempt, lane, at: now }, who),
    ]),
  ])
  const all = await Promise.all(
    tries.map(async ({ who, attempt }): Promise<Sent[]> => {
      const [first, ...others] = await deps.db.all(claimed(who))
      // Whoever slept longer than this has lost his line, and must not speak any more.
      if (first === undefined || deps.now() + sender.takes > until) return []
      const sent = await sender.send([first, ...others])
      await deps.db.commit(settled(deps, { rows: [first, ...others], who, attempt, sent, wait: chance() }))
      return [sent]
    }),
  )
  return all.flat()
}

/** Nobody else changes it meanwhile: the line is ours. */
async function keepHealth({ deps, lane, chance }: Work, sender: Sender, sent: readonly Sent[]): Promise<void> {
  const [line] = await deps.db.all(laneByName(lane))
  if (line === undefined) return
  const { lane: _lane, lease: _lease, lease_until: _until, ...before } = line
  const moment = { now: deps.now(), chance: chance(), robot: sender.robot }
  const after = sent.reduce((health, { outcome }) => healthAfter(health, outcome, moment), before)
  await deps.db.commit(healthWrites(deps, line, after))
}
