import { asksAnswer, hasPromised, stateOf } from '../../shared/congestion/calls.ts'
import { minute } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import { callsOfIncidents, callTasks, lastIncidentsOf, type CallRow } from '../store/incidents.ts'
import { finishCallTask } from '../usecases/call-tasks.ts'
import { answerOf, callOf, madeOf, readLadder } from '../usecases/congestion-log.ts'
import { instant, plus } from '../../shared/instant.ts'
import { answerForSummoned, answerMySummons, answerSummons } from '../usecases/summons-answer.ts'
import type { Booth } from './congestion.ts'
import { staffAsker } from './roster.ts'

/** What somebody says so many minutes after he was called, and how: by the link in his message, told on the telephone, on his own phone. */
type Says = {
  readonly after: number
  readonly answer: 'acknowledged' | 'arrived'
  readonly by: 'link' | 'phone' | 'own'
}

const comes = (acknowledges: number, arrives: number, by: Says['by'] = 'link'): readonly Says[] => [
  { after: acknowledges, answer: 'acknowledged', by },
  { after: arrives, answer: 'arrived', by },
]

/** By checkpoint and role. Who is not here says nothing: he is telephoned, and his deputy called. */
const cast: Readonly<Record<string, readonly Says[]>> = {
  'JZ-G10/leader': comes(2, 14),
  'JZ-G10/on-shift': [{ after: 0.5, answer: 'acknowledged', by: 'own' }],
  'JZ-G10/party-principal': comes(2.5, 11),
  // Nobody reaches him but 12328, and late.
  'JZ-G10/government-principal': comes(9, 22, 'phone'),
  'JZ-G10/county-desk': comes(1, 13),
  'JZ-G02/cadre': comes(1.5, 13),
  'JZ-G02/on-shift': [{ after: 0.5, answer: 'acknowledged', by: 'own' }],
}

/** What was left undone so long is done by the dispatcher of the demonstration, minutes; before, it is whoever looks at the board who does it. */
const tasksWait = 20

/** Those whom an incident called say what they have to say by now. What somebody at the page has answered for them is left so. */
export async function answerAsCast(deps: Deps, checkpoint: string, booth: Booth): Promise<void> {
  const incidents = await deps.db.all(lastIncidentsOf(checkpoint))
  const row = incidents.find(({ started_at: started, ended_at: ended }) => started !== null && ended === null)
  if (row === undefined) return
  const calls = (await deps.db.all(callsOfIncidents([row.id]))).filter((call) => asksAnswer(callOf(call)))
  if (calls.length === 0) return
  const { rows } = await readLadder(deps, checkpoint, deps.now())
  const answers = rows.flatMap((one) => answerOf(one) ?? [])
  for (const call of calls) {
    const passed = (deps.now() - call.at) / minute
    const said = answers.filter((one) => one.call === call.id)
    for (const one of saysOf(call, checkpoint)) {
      if (passed < one.after || said.some(({ answer }) => answer === one.answer || answer === 'arrived')) continue
      await say(deps, { call, booth, said: one })
    }
  }
}

function saysOf(call: CallRow, checkpoint: string): readonly Says[] {
  const { ear } = callOf(call)
  return ear.kind === 'person' ? (cast[`${checkpoint}/${ear.person.role}`] ?? []) : []
}

async function say(deps: Deps, { call, booth, said }: { call: CallRow; booth: Booth; said: Says }): Promise<void> {
  const { answer, by } = said
  if (by === 'own') await answerMySummons(deps, booth.asker, { id: call.id, answer })
  else if (by === 'link' && call.ack_key !== null)
    await answerSummons(deps, { key: call.ack_key, answer, at: deps.now(), by })
  else
    await answerForSummoned(deps, await staffAsker(deps, 'dispatcher'), {
      id: call.incident_id,
      summons: call.id,
      answer,
    })
}

/** Old telephone tasks of the demonstration do not pile up. */
export async function finishOldTasks(deps: Deps): Promise<void> {
  const open = await deps.db.all(callTasks(plus(deps.now(), -24 * 60 * minute), false))
  const old = open.filter(({ at }) => deps.now() - at > tasksWait * minute)
  if (old.length === 0) return
  const dispatcher = await staffAsker(deps, 'dispatcher')
  for (const task of old) {
    const about = (await deps.db.all(callsOfIncidents([task.incident_id]))).find(({ key }) => key === task.about)
    const { rows } = await readLadder(deps, task.checkpoint_id, instant(deps.now()))
    const answers = rows.flatMap((one) => answerOf(one) ?? [])
    const reached = about !== undefined && hasPromised(stateOf(madeOf(about, answers)))
    const outcome = reached ? 'acknowledged' : 'no-answer'
    await finishCallTask(deps, dispatcher, { id: task.id, outcome, note: '演示' })
  }
}
