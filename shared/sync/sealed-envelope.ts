import { base64url } from 'jose'
import { strictBase64url } from '../credential/compact.ts'
import type { Signer } from '../credential/seal.ts'
import { Fault } from '../fault.ts'
import type { Envelope } from './envelope.ts'

/** typ of a signed inspection: a compact JWS, ES256, kid = terminal id, header in exactly this order. */
export const envelopeType = 'cxi+jwt'
const longest = 16_000
const signatureBytes = 64

const bytes = new TextEncoder()
const headerText = (kid: string, typ: string) => JSON.stringify({ alg: 'ES256', kid, typ })

/** `signer.kid` is the terminal's id. */
export const sealEnvelope = (envelope: Envelope, signer: Signer): Promise<string> =>
  sealJson(JSON.stringify(envelope), signer)

/** `typ` says what is signed, so that one statement is never taken for another. */
export async function sealJson(json: string, signer: Signer, typ: string = envelopeType): Promise<string> {
  const parts = [headerText(signer.kid, typ), json]
  const input = parts.map((part) => base64url.encode(bytes.encode(part))).join('.')
  return `${input}.${base64url.encode(await signer.sign(bytes.encode(input)))}`
}

export type SealedEnvelope = {
  /** Who claims to have signed. */
  terminal: string
  /** Not believed before the signature is checked. */
  json: unknown
  signed: Uint8Array<ArrayBuffer>
  signature: Uint8Array<ArrayBuffer>
}

const unreadable = (message: string) => new Fault('bad-input', 'RC-01', message)

/** Takes the token apart; checks its form, not its signature. @throws Fault bad-input RC-01 */
export function readSealed(token: string, typ: string = envelopeType): SealedEnvelope {
  if (token.length > longest) throw unreadable('a signed inspection has at most 16,000 characters')
  const [head = '', body = '', seal = '', ...rest] = token.split('.')
  const header = jsonOf(head)
  const payload = jsonOf(body)
  const signature = strictBase64url(seal)
  if (rest.length > 0 || payload === undefined || signature?.length !== signatureBytes)
    throw unreadable('not a compact JWS with a 64-byte signature')
  const terminal = kidOf(header)
  if (terminal === undefined || head !== base64url.encode(bytes.encode(headerText(terminal, typ))))
    throw unreadable(`the header must be alg ES256, kid, typ ${typ}`)
  return { terminal, json: payload, signed: new Uint8Array(bytes.encode(`${head}.${body}`)), signature }
}

function kidOf(header: unknown): string | undefined {
  if (typeof header !== 'object' || header === null || !('kid' in header)) return undefined
  return typeof header.kid === 'string' ? header.kid : undefined
}

function jsonOf(part: string): unknown {
  const decoded = strictBase64url(part)
  if (decoded === undefined) return undefined
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(decoded)) as unknown
  } catch {
    return undefined
  }
}

export const verifySealed = ({ signed, signature }: SealedEnvelope, key: CryptoKey): Promise<boolean> =>
  crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, signature, signed)
