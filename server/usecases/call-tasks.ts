import type * as z from 'zod/mini'
import type { AnswerOf, BodyOf, QueryOf } from '../../schema/api/endpoint.ts'
import type {
  callTaskView,
  dayReport as reportContract,
  finishCallTask as finishContract,
  listCallTasks as listContract,
} from '../../schema/api/dispatch.ts'
import { stateOf } from '../../shared/congestion/calls.ts'
import { Fault } from '../../shared/fault.ts'
import { beijingIso, day, instant, minute, parseInstant, plus } from '../../shared/instant.ts'
import { limitsOf } from '../../shared/wording/congestion-steps.ts'
import { reportLine, reportTitle } from '../../shared/wording/congestion-report.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { everyCheckpoint } from '../store/checkpoints.ts'
import { Taken } from '../store/db.ts'
import { addCallDone, callTaskById, callTasks, callsOfIncidents, incidentsSince } from '../store/incidents.ts'
import type { CallTaskRow } from '../store/incidents.ts'
import { peakOf } from '../store/queue.ts'
import { dutyById } from '../store/roster.ts'
import { byStaff } from './actor.ts'
import { ladderNumbersAt } from './congestion-law.ts'
import { answerOf, callOf, madeOf, readLadder } from './congestion-log.ts'
import { liesIn, mayThey, permit, permitIn } from './may.ts'
import { regionsOfDay } from './situation.ts'

type View = z.infer<typeof callTaskView>
const iso = (at: number): string => beijingIso(instant(at))

/** Whom 12328 is to telephone. Numbers are shown to whoever may dial. */
export async function listCallTasks(
  deps: Deps,
  asker: Asker,
  query: QueryOf<typeof listContract>,
): Promise<AnswerOf<typeof listContract>> {
  permit(asker, 'see call tasks')
  const done = query.done === undefined ? undefined : query.done === 'yes'
  const [rows, places] = await Promise.all([
    deps.db.all(callTasks(plus(deps.now(), -2 * day), done)),
    deps.db.all(everyCheckpoint()),
  ])
  const at = new Map(places.map((place) => [place.id, place]))
  const seen = rows.filter(
    (row) => asker.kind !== 'staff' || liesIn(at.get(row.checkpoint_id)?.county ?? '', asker.area),
  )
  const items = await Promise.all(
    seen.map((row) => viewOf(deps, row, { asker, name: at.get(row.checkpoint_id)?.name ?? '' })),
  )
  return { items: items.toSorted((a, b) => Number(a.done !== null) - Number(b.done !== null)) }
}

async function viewOf(deps: Deps, row: CallTaskRow, { asker, name }: { asker: Asker; name: string }): Promise<View> {
  const { ear } = callOf(row)
  const person = ear.kind === 'person' ? ear.person : null
  const [duty] = person?.via === 'duty' ? await deps.db.all(dutyById(person.id)) : []
  const dials = mayThey(asker, 'finish call tasks') && duty !== undefined
  const about =
    row.about === null
      ? undefined
      : (await deps.db.all(callsOfIncidents([row.incident_id]))).find(({ key }) => key === row.about)
  const { rows } = about === undefined ? { rows: [] } : await readLadder(deps, row.checkpoint_id, deps.now())
  const answers = rows.flatMap((one) => answerOf(one) ?? [])
  return {
    id: row.id,
    at: iso(row.at),
    checkpoint: row.checkpoint_id,
    checkpointName: name,
    incident: row.incident_id,
    step: row.step ?? 'L1',
    name: person?.name ?? null,
    title: person?.title ?? null,
    phone: dials ? await deps.vault.open('duty-phone', duty.phone_sealed) : null,
    summons: about?.id ?? null,
    state: about === undefined ? null : stateOf(madeOf(about, answers)),
    zh: row.zh,
    en: row.en,
    done:
      row.done_at === null
        ? null
        : { at: iso(row.done_at), by: row.done_by ?? '', outcome: row.done_outcome ?? '', note: row.done_note },
  }
}

/** @throws Fault not-found CG-27, conflict CG-28 (somebody was first) */
export async function finishCallTask(
  deps: Deps,
  asker: Asker,
  { id, outcome, note }: BodyOf<typeof finishContract> & { id: string },
): Promise<View> {
  const [row] = await deps.db.all(callTaskById(id))
  const place = row && (await deps.db.all(everyCheckpoint())).find((one) => one.id === row.checkpoint_id)
  if (row === undefined || place === undefined)
    throw new Fault('not-found', 'CG-27', 'there is no such task', { path: 'path.id' })
  const permitted = permitIn(asker, 'finish call tasks', place)
  try {
    await deps.audit.commit(
      [addCallDone({ call_id: id, at: deps.now(), by_staff: permitted.staff, outcome, note: note ?? null })],
      [{ by: byStaff(permitted), action: 'call-task-done', subject: row.incident_id, detail: { task: id, outcome } }],
    )
  } catch (cause) {
    if (cause instanceof Taken) throw new Fault('conflict', 'CG-28', 'somebody finished it already')
    throw cause
  }
  const [after = row] = await deps.db.all(callTaskById(id))
  return viewOf(deps, after, { asker, name: place.name })
}

/** A Beijing day in words. */
export async function dayReport(
  deps: Deps,
  asker: Asker,
  query: QueryOf<typeof reportContract>,
): Promise<AnswerOf<typeof reportContract>> {
  permit(asker, 'see call tasks')
  const date = query.day ?? beijingIso(deps.now()).slice(0, 10)
  const from = parseInstant(`${date}T00:00:00+08:00`)
  if (from === undefined || from > deps.now())
    throw new Fault('bad-input', 'CG-29', 'there is no such day yet', { path: 'query.day' })
  const until = Math.min(plus(from, day), deps.now())
  const [all, places] = await Promise.all([deps.db.all(incidentsSince(from)), deps.db.all(everyCheckpoint())])
  const seen = places.filter(({ county }) => asker.kind !== 'staff' || liesIn(county, asker.area))
  const names = new Map(seen.map(({ id, name }) => [id, name]))
  const rows = all
    .filter((row) => row.started_at !== null && row.started_at < from + day && names.has(row.checkpoint_id))
    .toSorted((a, b) => (a.started_at ?? 0) - (b.started_at ?? 0))
  const lines = await Promise.all(
    rows.map(async (row) => {
      const startedAt = instant(row.started_at ?? row.opened_at)
      const end = row.ended_at ?? until
      const [peak] = await deps.db.all(peakOf(row.checkpoint_id, startedAt, end))
      return reportLine({
        checkpoint: names.get(row.checkpoint_id) ?? '',
        startedAt,
        endedAt: row.ended_at === null ? null : instant(row.ended_at),
        minutes: Math.floor((end - startedAt) / minute),
        step: row.step,
        watched: row.watched === 1,
        limits: limitsOf(ladderNumbersAt(deps, instant(end))),
        peakMinutes: peak?.wait ?? null,
        peakMetres: peak?.metres ?? null,
      })
    }),
  )
  const title = reportTitle(date, rows.length)
  const regions = await regionsOfDay(deps, { from, until: plus(from, day), seen })
  return {
    day: date,
    zh: [title, ...lines, ...regions].map(({ zh }) => zh).join('\n'),
    en: [title, ...lines, ...regions].map(({ en }) => en).join('\n'),
  }
}
