import { minute } from '../../shared/instant.ts'
import type { NoticeChannel, NoticeStanding, NoticeStep } from '../../shared/notices/kinds.ts'
import type { Deps } from '../deps.ts'
import { everyLane } from '../store/notice-lanes.ts'
import type { LaneRow } from '../store/notice-lanes.ts'
import { noticesOfIncident } from '../store/notices.ts'
import type { NoticeRow } from '../store/notices.ts'

/**
 * `reached`: it left, or arrived. `waiting`: it will leave within the minute, as far as is known. `not-sent`: it could not be
 * sent, or its line is dead for now: somebody else, or another channel. `moot`: nobody needs it any more.
 */
export type Reached = 'reached' | 'waiting' | 'not-sent' | 'moot'

export type NoticeState = {
  id: string
  dedupe: string
  channel: NoticeChannel
  lane: string
  step: NoticeStep
  to: { kind: NoticeRow['to_kind']; ref: string }
  ackKey: string | null
  state: NoticeStanding
  reached: Reached
  /** Short code of why it stands so. */
  code: string | null
  at: number
  sentAt: number | null
  tries: number
}

type Needs = Pick<Deps, 'db' | 'now'>

/** How it stands with the notices of an incident, for its timeline and for whoever must be told another way. */
export const noticeStates = async (deps: Needs, incident: string): Promise<readonly NoticeState[]> =>
  statesOf(deps, await deps.db.all(noticesOfIncident(incident)))

/** Of any notices, in their order. */
export async function statesOf(deps: Needs, rows: readonly NoticeRow[]): Promise<readonly NoticeState[]> {
  if (rows.length === 0) return []
  const byName = new Map((await deps.db.all(everyLane())).map((lane) => [lane.lane, lane]))
  return rows.map((row) => stateOf(row, byName.get(row.lane), deps.now()))
}

function stateOf(row: NoticeRow, lane: LaneRow | undefined, now: number): NoticeState {
  const reached = reachedOf(row, lane, now)
  return {
    id: row.id,
    dedupe: row.dedupe,
    channel: row.channel,
    lane: row.lane,
    step: row.step,
    to: { kind: row.to_kind, ref: row.to_ref },
    ackKey: row.ack_key,
    state: row.state,
    reached,
    code: row.note ?? (reached === 'not-sent' ? (lane?.last_error ?? null) : null),
    at: row.at,
    sentAt: row.sent_at,
    tries: row.tries,
  }
}

const settled: Readonly<Partial<Record<NoticeStanding, Reached>>> = {
  sent: 'reached',
  delivered: 'reached',
  merged: 'reached',
  failed: 'not-sent',
}

function reachedOf({ state, note, due_at: due }: NoticeRow, lane: LaneRow | undefined, now: number): Reached {
  const known = settled[state]
  if (known !== undefined) return known
  if (state === 'dropped') return note === 'answered' ? 'moot' : 'not-sent'
  // A line that was missing has a gateway by now, or this notice would not wait.
  const dead = lane !== undefined && lane.dead_since !== null && lane.last_error !== 'no-gateway'
  const shut = dead || (lane?.rest_until ?? 0) > now + minute
  return shut || due > now + minute ? 'not-sent' : 'waiting'
}
