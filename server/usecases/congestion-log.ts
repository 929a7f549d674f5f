import * as z from 'zod/mini'
import type { Answer, Call, Made } from '../../shared/congestion/calls.ts'
import type { IncidentEvent } from '../../shared/congestion/incident-events.ts'
import { ladderAt, type Ladder } from '../../shared/congestion/ladder.ts'
import { dutyRoles } from '../../shared/congestion/roster.ts'
import { tellers } from '../../shared/congestion/told-check.ts'
import { instant, minute, type Instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import { congestionEvents, lastIncidentsOf } from '../store/incidents.ts'
import type { CallRow, CongestionEventRow, IncidentRow } from '../store/incidents.ts'
import { congestionLaw } from './congestion-law.ts'
import { noticeStates } from './notices-states.ts'
import type { NoticeState } from './notices-states.ts'

const load = z.enum(['clear', 'between', 'busy'])
const time = z.nullable(z.number())
const details = {
  measured: z.object({
    wait: load,
    queue: load,
    waitMinutes: z.number(),
    metres: z.number(),
    level: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
    overKilometre: z.boolean(),
    lostSince: time,
  }),
  reported: z.object({ congested: z.boolean(), waitMinutes: time, metres: time }),
  judged: z.object({ candidate: z.string() }),
  answered: z.object({ call: z.string(), answer: z.enum(['acknowledged', 'under-way', 'arrived', 'cannot']) }),
}

const toldDetail = z.extend(details.reported, { toldBy: z.optional(z.enum(tellers)) })

/** A row as the ladder reads it; what people answered is no part of the ladder. */
export function incidentEventOf(row: CongestionEventRow): IncidentEvent | undefined {
  const common = { id: row.id, at: instant(row.at), knownAt: instant(row.known_at) }
  const detail: unknown = JSON.parse(row.detail)
  switch (row.kind) {
    case 'measured': {
      const { lostSince, ...rest } = z.parse(details.measured, detail)
      return { ...common, kind: row.kind, ...rest, lostSince: lostSince === null ? null : instant(lostSince) }
    }
    case 'reported':
      return { ...common, kind: row.kind, ...z.parse(details.reported, detail) }
    case 'confirmed':
    case 'dismissed':
      return { ...common, kind: row.kind, ...z.parse(details.judged, detail) }
    case 'unobserved':
    case 'driver-reported':
    case 'closed':
    case 'green-blocked':
    case 'green-free':
    case 'all-on-duty':
      return { ...common, kind: row.kind }
    default:
      return undefined
  }
}

/** What somebody said of the queue, and who told it on. */
export const toldOf = ({ kind, detail }: CongestionEventRow) =>
  kind === 'reported' ? z.parse(toldDetail, JSON.parse(detail)) : undefined

export type Answered = Answer & { readonly call: string; readonly row: CongestionEventRow }
export function answerOf(row: CongestionEventRow): Answered | undefined {
  if (row.kind !== 'answered') return undefined
  return { ...z.parse(details.answered, JSON.parse(row.detail)), at: instant(row.at), row }
}

const ear = z.union([
  z.object({
    kind: z.literal('person'),
    person: z.object({
      id: z.string(),
      via: z.enum(['duty', 'staff']),
      role: z.enum([...dutyRoles, 'on-shift', 'dispatcher']),
      name: z.string(),
      title: z.nullable(z.string()),
      rank: z.number(),
    }),
  }),
  z.object({ kind: z.literal('group'), area: z.enum(['county', 'city', 'province']) }),
  z.object({ kind: z.enum(['desk', 'booth', 'nobody']) }),
])

export const callOf = (row: CallRow): Call => ({
  key: row.key,
  step: row.step,
  purpose: row.purpose,
  ear: z.parse(ear, JSON.parse(row.ear)),
  channel: row.channel,
  dueAt: instant(row.due_at),
  about: row.about,
})

/** How the notices of calls fared, by the key of their link. */
export type Fared = ReadonlyMap<string, NoticeState>

export async function faredOf(deps: Pick<Deps, 'db' | 'now'>, incidents: readonly string[]): Promise<Fared> {
  const states = await Promise.all(incidents.map((incident) => noticeStates(deps, incident)))
  return faredIn(states.flat())
}

export const faredIn = (states: readonly NoticeState[]): Fared =>
  new Map(states.flatMap((state) => (state.ackKey === null ? [] : [[state.ackKey, state]])))

const arrived = (fared: NoticeState | undefined): Instant | null =>
  fared?.state === 'delivered' && fared.sentAt !== null ? instant(fared.sentAt) : null

export const madeOf = (row: CallRow, answers: readonly Answered[], fared: Fared = new Map()): Made => ({
  ...callOf(row),
  at: instant(row.at),
  deliveredAt: arrived(fared.get(row.ack_key ?? '')),
  unsent: fared.get(row.ack_key ?? '')?.reached === 'not-sent',
  answers: answers.filter(({ call }) => call === row.id).map(({ answer, at }) => ({ answer, at })),
})

/** An incident that was folded once is folded again from a little before its beginning. */
const before = 15 * minute
const quiet = 30 * minute

export type Read = { ladder: Ladder; rows: readonly CongestionEventRow[]; incidents: readonly IncidentRow[] }

/** Deeds of one moment are known a millisecond after one another, so that they have an order; whoever looks then sees them all. */
export const lastMoment = (rows: readonly CongestionEventRow[], now: Instant): Instant =>
  instant(Math.max(now, ...rows.flatMap(({ known_at: known }) => (known < now + 1000 ? known : []))))

/** Where a checkpoint stands at `now`, with what is to be added. */
export async function readLadder(
  deps: Pick<Deps, 'db' | 'law'>,
  checkpoint: string,
  now: Instant,
  more: readonly CongestionEventRow[] = [],
): Promise<Read> {
  const incidents = await deps.db.all(lastIncidentsOf(checkpoint))
  const open = incidents.filter(
    ({ ended_at: ended, dismissed }) => dismissed === 0 && (ended === null || ended > now - quiet),
  )
  const from = Math.min(now - quiet, ...open.map(({ opened_at: opened }) => opened - before))
  const rows = [...(await deps.db.all(congestionEvents(checkpoint, instant(from)))), ...more]
  const events = rows.flatMap((row) => incidentEventOf(row) ?? [])
  return { ladder: ladderAt(events, congestionLaw(deps), lastMoment(rows, now)), rows, incidents }
}

export const eventRow = (
  event: { id: string; checkpoint: string; kind: string; at: Instant; knownAt: Instant },
  detail: object,
  by: Pick<CongestionEventRow, 'by_kind' | 'by_id'>,
): CongestionEventRow => ({
  id: event.id,
  checkpoint_id: event.checkpoint,
  kind: event.kind,
  at: event.at,
  known_at: event.knownAt,
  detail: JSON.stringify(detail),
  ...by,
})
