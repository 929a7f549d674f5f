import { registerTrip } from '../../schema/api/trips.ts'
import { instant, type Instant } from '../../shared/instant.ts'
import { call, type ApiProblem, type Called } from '../ui/api.ts'
import type { AnswerOf } from '../../schema/api/endpoint.ts'
import type { KeptTrip, Waiting } from './stored.ts'
import { formOf } from './trip-request.ts'

type Answer = Called<AnswerOf<typeof registerTrip>>
export type Register = (form: NonNullable<ReturnType<typeof formOf>>) => Promise<Answer>

/** `later`: keep it and try again; `refused`: the driver must change something. `waiting` is what to keep. */
export type Outcome =
  | { is: 'registered'; kept: KeptTrip; warnings: readonly { path: string; message: string }[] }
  | { is: 'later' | 'refused'; waiting: Waiting; problem: ApiProblem }

const byApi: Register = (form) => call(registerTrip, { body: form })

/** A server in trouble or too busy is no refusal: what was typed is right, and is sent again. */
export const isLater = (problem: ApiProblem): boolean =>
  problem.kind !== 'refused' || problem.status >= 500 || problem.status === 429

type Given = { waiting: Waiting; now: Instant; newId: () => string; register?: Register }

/**
 * Sends one registration. Sent again it is the same form, so the server gives the same answer. Two refusals are put
 * right here: 「现在」 that has become an hour ago, and an id whose first form arrived although its answer was lost.
 */
export async function send({ waiting, now, newId, register = byApi }: Given): Promise<Outcome> {
  const first = await attempt(waiting, register, now)
  if (first.is !== 'refused' || first.problem.kind !== 'refused') return first
  if (first.problem.path === 'eta' && waiting.draft.etaTime === 'now' && waiting.pressedAt < now) {
    return attempt({ ...waiting, pressedAt: now }, register, now)
  }
  if (first.problem.status !== 409) return first
  return attempt({ ...waiting, draft: { ...waiting.draft, id: newId() } }, register, now)
}

async function attempt(waiting: Waiting, register: Register, now: Instant): Promise<Outcome> {
  const form = formOf(waiting.draft, instant(waiting.pressedAt))
  if (!form) return { is: 'refused', waiting, problem: { kind: 'unreadable', status: 0 } }
  const answer = await register(form)
  if (!answer.ok) {
    const { problem } = answer
    return { is: isLater(problem) ? 'later' : 'refused', waiting: { ...waiting, problem }, problem }
  }
  const { trip, key, code, warnings } = answer.value
  return { is: 'registered', kept: { key, trip, code, pass: null, seenAt: now }, warnings }
}
