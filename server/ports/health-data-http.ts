import { Fault } from '../../shared/fault.ts'
import { createCircuit } from './circuit.ts'
import type { HealthData, HealthFacts, PersonAsked } from './health-data.ts'
import { readAnswer } from './health-data-wire.ts'

export type HttpHealthData = {
  /** Base address, without a trailing slash. */
  url: string
  token: string
  /** For one try, milliseconds. */
  timeout?: number
  /** Before the second and third try, milliseconds; up to half of it is added by chance. */
  backOff?: readonly number[]
  /** Milliseconds of a clock that only goes forward. */
  clock?: () => number
}

const triesAtMost = 3
/** A truck stands at the booth: whatever is tried, after this nothing is tried again. */
const patience = 5000

type Try = { facts: HealthFacts[] } | { again: boolean; why: string }

/**
 * The health authority by HTTP (contract: health-data-wire.ts). Three tries of three seconds, no new one after five seconds in
 * all; after five failed calls in a row nobody is asked for half a minute. Persons stand in no log and in no message.
 */
export function httpHealthData(settings: HttpHealthData): HealthData {
  const { clock = () => performance.now() } = settings
  const circuit = createCircuit(clock)
  return {
    configured: true,
    async factsOf(people) {
      if (people.length === 0) return []
      if (circuit.isOpen()) throw down('resting after failures')
      const outcome = await tryAgain(settings, people, clock() + patience)
      if ('facts' in outcome) {
        circuit.succeeded()
        return outcome.facts
      }
      circuit.failed()
      throw down(outcome.why)
    },
  }
}

const down = (why: string) => new Fault('unavailable', 'HD-01', `health data does not answer: ${why}`)

async function tryAgain(settings: HttpHealthData, people: readonly PersonAsked[], until: number): Promise<Try> {
  const { clock = () => performance.now(), backOff = [200, 600] } = settings
  let outcome: Try = { again: true, why: 'not tried' }
  for (let turn = 0; turn < triesAtMost; turn += 1) {
    if (turn > 0) await rest(backOff[turn - 1] ?? 600)
    if (turn > 0 && clock() >= until) return outcome
    outcome = await tryOnce(settings, people)
    if ('facts' in outcome || !outcome.again) return outcome
  }
  return outcome
}

/** Not all phones come back in the same moment. */
const rest = (milliseconds: number) =>
  new Promise<void>((rested) => setTimeout(rested, milliseconds * (1 + Math.random() / 2)))

async function tryOnce({ url, token, timeout = 3000 }: HttpHealthData, people: readonly PersonAsked[]): Promise<Try> {
  try {
    const response = await fetch(`${url}/v1/persons`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ persons: people.map(({ document, number, name }) => ({ document, number, name })) }),
      signal: AbortSignal.timeout(timeout),
      redirect: 'manual',
    })
    if (!response.ok) {
      await response.body?.cancel()
      return { again: response.status >= 500, why: `status ${response.status}` }
    }
    const facts = readAnswer(await response.json(), people.length)
    return facts === undefined ? { again: false, why: 'an answer in another form' } : { facts }
  } catch (cause) {
    return { again: !(cause instanceof SyntaxError), why: cause instanceof Error ? cause.name : 'no connection' }
  }
}
