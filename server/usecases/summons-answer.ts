import type { AnswerOf, BodyOf } from '../../schema/api/endpoint.ts'
import type { answerMySummons as mineContract, answerForSummoned as forContract } from '../../schema/api/incidents.ts'
import { asksAnswer, stateOf, type AnswerKind, type CallState } from '../../shared/congestion/calls.ts'
import { Fault } from '../../shared/fault.ts'
import { instant, parseInstant, type Instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { checkpointById } from '../store/checkpoints.ts'
import type { CheckpointRow } from '../store/checkpoints.ts'
import { callByAckKey, callById, callsOfIncidents, incidentById } from '../store/incidents.ts'
import type { CallRow, CongestionEventRow, IncidentRow } from '../store/incidents.ts'
import { byStaff } from './actor.ts'
import { answerOf, madeOf, readLadder } from './congestion-log.ts'
import { settle } from './congestion-settle.ts'
import { getIncident } from './incident-view.ts'
import { permitIn } from './may.ts'

export type AnswerGiven = {
  /** Of the link that the summons carried. */
  key: string
  answer: 'acknowledged' | 'arrived' | 'cannot'
  at: Instant
  by: 'link' | 'reply' | 'phone'
}
/** `over`: the incident had ended before; the all-clear stands. */
export type AnswerTaken = { state: CallState; over: boolean; checkpoint: string }

/** 收到 / 已到场 by whoever holds the link, without an account. @throws Fault not-found CG-21 */
export async function answerSummons(deps: Deps, { key, answer, at, by }: AnswerGiven): Promise<AnswerTaken> {
  const [call] = await deps.db.all(callByAckKey(key))
  if (call === undefined) throw noSummons()
  return take(deps, call, { answer, at, by: { by_kind: by, by_id: null } })
}

const noSummons = () => new Fault('not-found', 'CG-21', 'there is no such summons', { path: 'path.id' })

type Taking = {
  answer: AnswerKind
  at: Instant
  by: Pick<CongestionEventRow, 'by_kind' | 'by_id'>
  entry?: Parameters<typeof byStaff>[0] & { note?: string | undefined }
}

async function take(deps: Deps, answered: CallRow, { answer, at, by, entry }: Taking): Promise<AnswerTaken> {
  const [place, incident] = await placeOf(deps, answered)
  const all = await deps.db.all(callsOfIncidents([incident.id]))
  // 「是否已到场」 asks about a call: what is said to it is said of that.
  const call = all.find(({ key }) => answered.purpose === 'reminder' && key === answered.about) ?? answered
  const asked = Math.max(
    0,
    ...all.filter((one) => one.purpose === 'reminder' && one.about === call.key).map((one) => one.at),
  )
  const { rows } = await readLadder(deps, place.id, deps.now())
  const answers = rows.flatMap((row) => answerOf(row) ?? [])
  const made = madeOf(call, answers)
  const last = made.answers.at(-1)
  if (incident.ended_at !== null) return { state: stateOf(made), over: true, checkpoint: place.name }
  // The same word again is news once he was asked for it again.
  if (last?.answer !== answer || last.at < asked)
    await settle(deps, place, {
      // A link keeps the moment of its first press.
      events: [
        {
          kind: 'answered',
          at: last !== undefined && at <= last.at ? deps.now() : at,
          detail: { call: call.id, answer },
          by,
        },
      ],
      entries:
        entry === undefined
          ? []
          : [
              {
                by: byStaff(entry),
                action: 'summons-answered',
                subject: incident.id,
                detail: { call: call.id, answer },
              },
            ],
    })
  const told = [...made.answers, { answer, at }]
  return { state: stateOf({ ...made, answers: told }), over: false, checkpoint: place.name }
}

async function placeOf(deps: Deps, call: CallRow): Promise<[CheckpointRow, IncidentRow]> {
  const [[place], [incident]] = await Promise.all([
    deps.db.all(checkpointById(call.checkpoint_id)),
    deps.db.all(incidentById(call.incident_id)),
  ])
  if (place === undefined || incident === undefined) throw noSummons()
  return [place, incident]
}

/** What he said on the telephone, or that he was seen. */
export async function answerForSummoned(
  deps: Deps,
  asker: Asker,
  form: BodyOf<typeof forContract> & { id: string },
): Promise<AnswerOf<typeof forContract>> {
  const [call] = await deps.db.all(callById(form.summons))
  if (call === undefined || call.incident_id !== form.id) throw noSummons()
  const [place] = await placeOf(deps, call)
  const permitted = permitIn(asker, 'answer for the summoned', place)
  if (!asksAnswer(call)) throw new Fault('conflict', 'CG-22', 'it asks for no answer', { path: 'summons' })
  const by = { by_kind: 'phone', by_id: permitted.staff } as const
  await take(deps, call, { answer: form.answer, at: deps.now(), by, entry: permitted })
  return getIncident(deps, asker, form.id)
}

/** Each for himself: by the phone he is on shift with, or as head. */
export async function answerMySummons(
  deps: Deps,
  asker: Asker,
  { id, answer, at }: BodyOf<typeof mineContract> & { id: string },
): Promise<AnswerOf<typeof mineContract>> {
  const staff = asker.kind === 'terminal' || asker.kind === 'staff' ? asker.staff : ''
  const [call] = await deps.db.all(callById(id))
  if (call === undefined || call.person_id !== staff) throw noSummons()
  const pressed = at === undefined ? undefined : parseInstant(at)
  const when = instant(Math.max(call.at, Math.min(deps.now(), pressed ?? deps.now())))
  const { state } = await take(deps, call, { answer, at: when, by: { by_kind: 'terminal', by_id: staff } })
  return { id, state }
}
