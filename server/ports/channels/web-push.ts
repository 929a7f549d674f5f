import { base64url, importJWK, SignJWT } from 'jose'
import { Fault } from '../../../shared/fault.ts'
import type { Outcome, PushKey, PushService } from './channel.ts'
import { byStatus, isAnswer, post } from './post.ts'
import { newSender, plainAtMost, pushCipher } from './web-push-cipher.ts'

export type WebPush = {
  /** Names of push services that may be called, e.g. `updates.push.services.mozilla.com`, `*.notify.windows.com`. */
  hosts: readonly string[]
  /** Who answers for this server: mailto: or https: (RFC 8292 §2.1). */
  subject: string
  /** For one try, milliseconds. */
  timeout?: number
  /** Milliseconds since 1970. */
  clock: () => number
  /** For tests on this machine. */
  plainHttp?: boolean
}

const tokenLives = 12 * 3600

/** Web Push: RFC 8030, the message encrypted by RFC 8291, the server named by RFC 8292 (VAPID). */
export function webPush({ hosts, subject, timeout = 6000, clock, plainHttp = false }: WebPush): PushService {
  const allows = (endpoint: string): boolean => {
    if (!URL.canParse(endpoint)) return false
    const { protocol, hostname, host, username, port } = new URL(endpoint)
    if (plainHttp && protocol === 'http:') return hosts.includes(host)
    return protocol === 'https:' && port === '' && username === '' && hosts.some((name) => fits(name, hostname))
  }
  return {
    allows,
    async send(to, { payload, topic, urgent, ttlSeconds }, key) {
      // The list may have become shorter since the browser was entered.
      if (!allows(to.endpoint)) return { kind: 'never', code: 'host-not-allowed', why: 'not on the list' }
      const plain = new TextEncoder().encode(payload)
      if (plain.length > plainAtMost) return { kind: 'never', code: 'too-long', why: 'longer than one record' }
      const body = await encrypted(plain, to)
      if (body === undefined) return { kind: 'never', code: 'gone', why: 'its keys are none' }
      const posted = await post(to.endpoint, {
        headers: {
          authorization: await vapid(new URL(to.endpoint).origin, { subject, key, now: clock() }),
          'content-encoding': 'aes128gcm',
          'content-type': 'application/octet-stream',
          ttl: String(ttlSeconds),
          urgency: urgent ? 'high' : 'normal',
          topic,
        },
        body,
        timeout,
      })
      if (!isAnswer(posted)) return posted
      return readPush(posted)
    },
  }
}

/** 404 and 410: the subscription is over. 413: no other message will fit either, so it is this one's fault. */
function readPush(answer: Parameters<typeof byStatus>[0]): Outcome {
  if (answer.status === 404 || answer.status === 410)
    return { kind: 'never', code: 'gone', why: 'the browser does not want it any more' }
  if (answer.status === 400 || answer.status === 413)
    return { kind: 'never', code: `http-${answer.status}`, why: 'this message is refused' }
  return byStatus(answer)
}

const fits = (name: string, hostname: string): boolean =>
  name.startsWith('*.') ? hostname.endsWith(name.slice(1)) : hostname === name

async function encrypted(plain: Uint8Array, to: { p256dh: string; auth: string }) {
  try {
    return await pushCipher(plain, to, await newSender())
  } catch (cause) {
    if (cause instanceof Fault) return undefined
    throw cause
  }
}

type Named = { subject: string; key: PushKey; now: number }

/** `vapid t=…, k=…`: a token for this push service alone, good for half a day. */
async function vapid(audience: string, { subject, key, now }: Named): Promise<string> {
  const point = base64url.decode(key.publicKey)
  const [x, y] = [base64url.encode(point.slice(1, 33)), base64url.encode(point.slice(33))]
  const signer = await importJWK({ kty: 'EC', crv: 'P-256', x, y, d: key.privateKey }, 'ES256')
  const token = await new SignJWT({ aud: audience, sub: subject, exp: Math.floor(now / 1000) + tokenLives })
    .setProtectedHeader({ typ: 'JWT', alg: 'ES256' })
    .sign(signer)
  return `vapid t=${token}, k=${key.publicKey}`
}

export async function newPushKey(): Promise<PushKey> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign'])
  const { d = '' } = await crypto.subtle.exportKey('jwk', pair.privateKey)
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))
  return { publicKey: base64url.encode(point), privateKey: d }
}
