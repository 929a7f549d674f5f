import type { AuditEntry } from '../../shared/audit/entry.ts'
import { highestStep, hasFired, isRunning, type Incident } from '../../shared/congestion/incident.ts'
import { ladderAt, type Ladder } from '../../shared/congestion/ladder.ts'
import { responseDue } from '../../shared/congestion/response.ts'
import { instant, minute, type Instant } from '../../shared/instant.ts'
import { candidateWords } from '../../shared/wording/congestion.ts'
import type { Deps } from '../deps.ts'
import type { CheckpointRow } from '../store/checkpoints.ts'
import { Taken } from '../store/db.ts'
import type { Write } from '../store/db.ts'
import { addCongestionEvent, addIncident, callsOfIncidents, setIncident } from '../store/incidents.ts'
import type { CongestionEventRow, IncidentRow } from '../store/incidents.ts'
import { lastReadingOf } from '../store/queue.ts'
import { congestionLaw, ladderNumbersAt } from './congestion-law.ts'
import { answerOf, eventRow, faredOf, incidentEventOf, madeOf, readLadder } from './congestion-log.ts'
import type { Read } from './congestion-log.ts'
import { rosterAt } from './congestion-roster.ts'
import { situationOf } from './congestion-situation.ts'
import { writesOfCall } from './congestion-tell.ts'
import { newId } from './new-id.ts'
import { tell } from './tell.ts'

export type NewEvent = {
  id?: string
  kind: string
  /** When it happened; left out: now. */
  at?: Instant
  detail: object
  by: Pick<CongestionEventRow, 'by_kind' | 'by_id'>
}
export type Settling = { events?: readonly NewEvent[]; writes?: readonly Write[]; entries?: readonly AuditEntry[] }
export type Settled = { ladder: Ladder; now: Instant; incident: IncidentRow | undefined }

const tries = 4

/**
 * Adds what happened at a checkpoint and does whatever follows from it, and from the time that has passed, in one commit: nothing is
 * lost between, and nothing is said twice. Who is overtaken by another server reads again.
 */
export async function settle(deps: Deps, place: CheckpointRow, given: Settling = {}): Promise<Settled> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await settleOnce(deps, place, given)
    } catch (cause) {
      const overtaken = cause instanceof Taken && /^incident(_call)?\./.test(cause.on)
      if (!overtaken || attempt === tries) throw cause
    }
  }
}

async function settleOnce(deps: Deps, place: CheckpointRow, given: Settling): Promise<Settled> {
  const { events = [], writes = [], entries = [] } = given
  const read = await readLadder(deps, place.id, deps.now())
  const known = Math.max(deps.now(), ...read.rows.map((row) => row.known_at + 1))
  const blind = await blindSince(deps, place, read.rows)
  // Each is known after the one before, so that their order is the same for whoever reads them.
  const rows = [...blind, ...events.map((event, nth) => rowOf(deps, place, event, instant(known + nth)))]
  const now = instant(Math.max(deps.now(), rows.at(-1)?.known_at ?? 0))
  const all = [...read.rows, ...rows]
  const ladder = ladderAt(
    all.flatMap((row) => incidentEventOf(row) ?? []),
    congestionLaw(deps),
    now,
  )
  const plan = await planOf(deps, place, { read: { ...read, rows: all }, ladder, now })
  const list = [...writes, ...rows.map(addCongestionEvent), ...plan.writes]
  const [first, ...more] = entries
  if (first !== undefined) await deps.audit.commit(list, [first, ...more])
  else if (list.length > 0) await deps.db.commit(list)
  return { ladder, now, incident: plan.incident }
}

/** Longer than this between two looks, and nobody knows what was between. */
export const blindAfter = 2 * minute

/** The server stood still: from its last look on, what held before holds no longer. */
async function blindSince(
  deps: Deps,
  place: CheckpointRow,
  rows: readonly CongestionEventRow[],
): Promise<CongestionEventRow[]> {
  const looks = rows.filter(({ kind }) => kind === 'measured' || kind === 'unobserved')
  const last = looks.toSorted((a, b) => a.known_at - b.known_at).at(-1)
  if (last?.kind !== 'measured') return []
  const [reading] = await deps.db.all(lastReadingOf(place.id))
  const seen = instant(Math.max(reading?.at ?? 0, last.known_at))
  if (deps.now() - seen <= blindAfter) return []
  return [
    rowOf(deps, place, { kind: 'unobserved', detail: {}, by: { by_kind: 'measured', by_id: null } }, instant(seen + 1)),
  ]
}

const rowOf = (deps: Deps, place: CheckpointRow, event: NewEvent, knownAt: Instant): CongestionEventRow =>
  eventRow(
    {
      id: event.id ?? newId(deps),
      checkpoint: place.id,
      kind: event.kind,
      at: instant(Math.min(event.at ?? knownAt, knownAt)),
      knownAt,
    },
    event.detail,
    event.by,
  )

type Given = { read: Read; ladder: Ladder; now: Instant }
type Plan = { writes: readonly Write[]; incident: IncidentRow | undefined }

async function planOf(deps: Deps, place: CheckpointRow, given: Given): Promise<Plan> {
  const { read, ladder } = given
  const kept = new Map(read.incidents.map((row) => [row.origin, row]))
  const waiting = candidateOf(deps, place, given, kept)
  const dropped = read.incidents
    .filter((row) => row.started_at === null && row.dismissed === 0)
    .filter(({ origin }) => origin !== ladder.candidate?.id && origin !== ladder.incident?.origin)
    .map((row) => setIncident({ ...row, dismissed: 1 }))
  const { incident } = ladder
  const running =
    incident === null
      ? { writes: [], incident: undefined }
      : await incidentOf(deps, place, { ...given, incident, kept })
  return {
    writes: [...waiting.writes, ...dropped, ...running.writes],
    incident: waiting.incident ?? running.incident,
  }
}

type Kept = ReadonlyMap<string, IncidentRow>

const freshRow = (deps: Deps, place: CheckpointRow, origin: string, openedAt: Instant): IncidentRow => ({
  id: newId(deps),
  checkpoint_id: place.id,
  origin,
  opened_at: openedAt,
  started_at: null,
  ended_at: null,
  step: null,
  watched: 0,
  dismissed: 0,
})

function candidateOf(deps: Deps, place: CheckpointRow, { ladder, read }: Given, kept: Kept): Plan {
  const { candidate } = ladder
  if (candidate === null) return { writes: [], incident: undefined }
  const before = kept.get(candidate.id)
  if (before !== undefined) return { writes: [], incident: before }
  const said = read.rows.find(({ id }) => id === candidate.id)
  const row = freshRow(deps, place, candidate.id, instant(said?.known_at ?? candidate.at))
  const news = {
    kind: 'congestion-candidate',
    about: row.id,
    area: place.county,
    words: candidateWords(place.name, candidate.until),
    urgent: true,
  }
  const told = tell(deps, news, [
    { audience: 'checkpoint', ref: place.id, channel: 'screen' },
    { audience: 'dispatcher', ref: null, channel: 'screen' },
  ])
  return { writes: [addIncident(row), ...told], incident: row }
}

const longOver = 20 * minute

async function incidentOf(
  deps: Deps,
  place: CheckpointRow,
  given: Given & { incident: Incident; kept: Kept },
): Promise<Plan> {
  const { incident, kept, now, read } = given
  const before = kept.get(incident.origin)
  // One that ended before this was ever looked at, or long ago: whoever was called has been told.
  if (!isRunning(incident) && (before === undefined || (incident.endedAt ?? 0) < now - longOver))
    return { writes: [], incident: before }
  const row = {
    ...(before ?? freshRow(deps, place, incident.origin, incident.knownAt)),
    started_at: incident.startedAt,
    ended_at: incident.endedAt,
    step: highestStep(incident),
    watched: hasFired(incident, 'LM') ? 1 : 0,
  } as const
  const calls = before === undefined ? [] : await deps.db.all(callsOfIncidents([row.id]))
  const answers = read.rows.flatMap((one) => answerOf(one) ?? [])
  const fared = await faredOf(deps, calls.length === 0 ? [] : [row.id])
  const made = calls.map((call) => madeOf(call, answers, fared))
  const roster = isRunning(incident) ? await rosterAt(deps, place, now) : []
  const numbers = ladderNumbersAt(deps, now)
  const due = responseDue({ incident, roster, made, numbers, now })
  const situation = due.calls.length === 0 ? undefined : await situationOf(deps, place, given)
  const writes: Write[] = []
  for (const call of due.calls) {
    const first = call.step !== null && !made.some(({ step }) => step === call.step)
    const late = first && now - call.dueAt > numbers.congestionLateAfter * minute
    if (situation !== undefined)
      writes.push(...(await writesOfCall(deps, call, { incident: row.id, place, situation, now, late })))
  }
  const changed = before === undefined ? [addIncident(row)] : same(before, row) ? [] : [setIncident(row)]
  return { writes: [...changed, ...writes], incident: row }
}

const same = (a: IncidentRow, b: IncidentRow): boolean =>
  a.started_at === b.started_at && a.ended_at === b.ended_at && a.step === b.step && a.watched === b.watched
