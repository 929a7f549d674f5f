import { base64url } from 'jose'
import * as z from 'zod/mini'
import { strictBase64url } from '../../shared/credential/compact.ts'
import { importKeys, kidLength, toJwks } from '../../shared/credential/keys.ts'
import type { PublicJwk } from '../../shared/credential/keys.ts'
import type { Signer } from '../../shared/credential/seal.ts'
import { Fault } from '../../shared/fault.ts'
import { createCircuit } from './circuit.ts'
import type { KeyHome } from './key-home.ts'

export type HttpKms = {
  /** Base address, without a trailing slash. */
  url: string
  token: string | undefined
  /** For one try, milliseconds. */
  timeout?: number
  /** Before the second try, milliseconds. */
  backOff?: number
  /** Milliseconds of a clock that only goes forward. */
  clock?: () => number
}

const signed = z.looseObject({ signature: z.string() })
const tries = 2

/**
 * A key service by HTTP. `GET {url}/keys` answers a JWK set (public halves, each with `cx_use` and a kid of eight base64url
 * characters); `POST {url}/sign` gets `{kid, alg, input}`, `input` = base64url of the text to sign, and answers
 * `{signature}` = base64url of r‖s. Two tries of two seconds; after five failures in a row it rests for half a minute.
 */
export function httpKms(settings: HttpKms): KeyHome {
  const circuit = createCircuit(settings.clock ?? (() => performance.now()))
  const ask = async (path: string, body?: object): Promise<unknown> => {
    if (circuit.isOpen()) throw down('resting after failures')
    const outcome = await tryAgain(settings, path, body)
    if ('answer' in outcome) {
      circuit.succeeded()
      return outcome.answer
    }
    if (outcome.again) circuit.failed()
    throw down(outcome.why)
  }
  return {
    name: 'kms',
    keys: async () => readKeys(await ask('/keys')),
    signer: (kid) => kmsSigner(kid, ask),
  }
}

const down = (why: string) => new Fault('unavailable', 'KE-05', `the key service does not answer: ${why}`)

function kmsSigner(kid: string, ask: (path: string, body: object) => Promise<unknown>): Signer {
  return {
    kid,
    alg: 'ES256',
    async sign(data) {
      const answer = signed.safeParse(await ask('/sign', { kid, alg: 'ES256', input: base64url.encode(data) }))
      const signature = answer.success ? strictBase64url(answer.data.signature) : undefined
      if (signature === undefined) throw wrong('it answered without a signature')
      return signature
    },
  }
}

const wrong = (why: string) => new Fault('broken', 'KE-06', `the key service answers wrongly: ${why}`)

/** Checked as a phone would check them; keys of other kinds it may have are passed over. */
async function readKeys(answer: unknown): Promise<readonly PublicJwk[]> {
  const set = await importKeys(answer).catch((cause: unknown) => {
    throw new Fault('broken', 'KE-06', 'the key service answers wrongly: its keys cannot be read', { cause })
  })
  const list = z.object({ keys: z.array(z.catch(z.looseObject({}), {})) }).parse(answer)
  const ours = list.keys.filter((key): key is typeof key & PublicJwk => set.has(String(key['kid'])))
  if (ours.some(({ kid }) => kid.length !== kidLength)) throw wrong(`a kid has ${kidLength} characters`)
  return toJwks(ours).keys
}

type Try = { answer: unknown } | { again: boolean; why: string }

async function tryAgain(settings: HttpKms, path: string, body?: object): Promise<Try> {
  let outcome: Try = { again: true, why: 'not tried' }
  for (let turn = 0; turn < tries; turn += 1) {
    if (turn > 0) await new Promise<void>((rested) => setTimeout(rested, settings.backOff ?? 150))
    outcome = await tryOnce(settings, path, body)
    if ('answer' in outcome || !outcome.again) return outcome
  }
  return outcome
}

async function tryOnce({ url, token, timeout = 2000 }: HttpKms, path: string, body?: object): Promise<Try> {
  try {
    const response = await fetch(`${url}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(timeout),
      redirect: 'manual',
    })
    if (response.ok) return { answer: await response.json() }
    await response.body?.cancel()
    return { again: response.status >= 500, why: `status ${response.status}` }
  } catch (cause) {
    return { again: !(cause instanceof SyntaxError), why: cause instanceof Error ? cause.name : 'no connection' }
  }
}
