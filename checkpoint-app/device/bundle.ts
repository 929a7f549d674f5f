import { compactVerify, decodeProtectedHeader } from 'jose'
import * as z from 'zod/mini'
import { bundle as bundleSchema } from '../../schema/api/terminals.ts'
import { importKeys, type KeySet } from '../../shared/credential/keys.ts'
import { instant, parseInstant, type Instant } from '../../shared/instant.ts'
import { Fault } from '../../shared/fault.ts'
import { editionInForce } from '../../shared/policy/edition.ts'
import { lawOf, nothingPublished, type LawOverTime } from '../../shared/policy/published-law.ts'
import { parsePublished } from '../../shared/policy/published-wire.ts'
import { importTagKey } from '../../shared/sync/crew-tag.ts'
import type { LawHere } from './judge-here.ts'

export type Bundle = z.infer<typeof bundleSchema>

/** A bundle whose seal holds, with its keys and tags ready to use. */
export type OpenBundle = {
  readonly signed: string
  readonly content: Bundle
  readonly keys: KeySet
  readonly tagKey: CryptoKey
  readonly law: LawOverTime
}

export type BundleRefusal = 'unreadable' | 'unknown-key' | 'bad-signature' | 'wrong-terminal' | 'rolled-back'
export type BundleReading =
  { readonly ok: true; readonly bundle: OpenBundle } | { readonly ok: false; readonly reason: BundleRefusal }

const bundleType = 'cxb+jwt'
const no = (reason: BundleRefusal): BundleReading => ({ ok: false, reason })

/** Opens a bundle with keys already trusted. What is inside (newer keys among it) is believed only after the seal. */
export async function openBundle(signed: string, trusted: KeySet, terminal: string): Promise<BundleReading> {
  const kid = keyNamed(signed)
  if (kid === undefined) return no('unreadable')
  const key = trusted.get(kid)
  if (key?.use !== 'bundle') return no('unknown-key')
  const payload = await payloadOf(signed, key.key)
  if (payload === undefined) return no('bad-signature')
  const content = bundleSchema.safeParse(payload)
  if (!content.success) return no('unreadable')
  if (content.data.terminal.id !== terminal) return no('wrong-terminal')
  const law = publishedIn(content.data)
  if (law === undefined) return no('unreadable')
  const keys = await importKeys(content.data.keys)
  const tagKey = await importTagKey(content.data.tagKey)
  return { ok: true, bundle: { signed, content: content.data, keys, tagKey, law } }
}

/** Half a law is no law: a bundle whose law is not understood is not taken, and the one in hand goes on. */
function publishedIn({ law }: Bundle): LawOverTime | undefined {
  try {
    return lawOf(law === undefined ? nothingPublished : parsePublished(law))
  } catch (cause) {
    if (cause instanceof Fault) return undefined
    throw cause
  }
}

/** What a bundle says of the law, at the checkpoint it was made for; however old it is, it is what this phone has. */
export function lawHere(bundle: OpenBundle | undefined): LawHere {
  if (bundle === undefined) return editionInForce
  const { id: checkpoint, county } = bundle.content.terminal.checkpoint
  return (now) => bundle.law.editionAt(now, { checkpoint, county })
}

function keyNamed(signed: string): string | undefined {
  try {
    const { alg, kid, typ } = decodeProtectedHeader(signed)
    return alg === 'ES256' && typ === bundleType ? kid : undefined
  } catch {
    return undefined
  }
}

async function payloadOf(signed: string, key: CryptoKey): Promise<unknown> {
  try {
    const { payload } = await compactVerify(signed, key, { algorithms: ['ES256'] })
    const value: unknown = JSON.parse(new TextDecoder().decode(payload))
    return value
  } catch {
    return undefined
  }
}

/** An older list must never replace a newer one: it would bring a revoked credential back to life. */
export const mayReplace = (before: OpenBundle | undefined, next: OpenBundle): boolean =>
  before === undefined || next.content.seq >= before.content.seq

export type BundleAge = 'none' | 'fresh' | 'stale' | 'expired'

const momentOf = (iso: string): Instant => parseInstant(iso) ?? instant(0)

export function bundleAge(bundle: Pick<OpenBundle, 'content'> | undefined, now: Instant): BundleAge {
  if (bundle === undefined) return 'none'
  if (now >= momentOf(bundle.content.expiresAt)) return 'expired'
  return now >= momentOf(bundle.content.staleAt) ? 'stale' : 'fresh'
}
