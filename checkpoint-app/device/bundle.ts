import type * as z from 'zod/mini'
import { manifest as manifestSchema } from '../../schema/api/bundle.ts'
import type { KeySet } from '../../shared/credential/keys.ts'
import { instant, parseInstant, type Instant } from '../../shared/instant.ts'
import { editionInForce } from '../../shared/policy/edition.ts'
import { openSeal, type SealRefusal } from '../../shared/sync/manifest.ts'
import { fits } from '../ui/understood.ts'
import type { PartsHere } from './bundle-parts.ts'
import type { LawHere } from './judge-here.ts'

export type Manifest = z.infer<typeof manifestSchema>

/** A manifest whose seal holds, and what its parts say. */
export type OpenBundle = { readonly signed: string; readonly manifest: Manifest; readonly parts: PartsHere }

export type ManifestRefusal = SealRefusal | 'wrong-terminal'
/** `incomplete`: a part that the manifest names did not come. */
export type BundleRefusal = ManifestRefusal | 'rolled-back' | 'incomplete'

type ManifestReading =
  { readonly ok: true; readonly manifest: Manifest } | { readonly ok: false; readonly reason: ManifestRefusal }

/** Opens a manifest with keys already trusted. What its parts say (newer keys among it) is believed only after the seal. */
export async function openManifest(signed: string, trusted: KeySet, terminal: string): Promise<ManifestReading> {
  const seal = await openSeal(signed, trusted)
  if (!seal.ok) return seal
  const { manifest } = seal
  if (!fits(manifestSchema, manifest)) return { ok: false, reason: 'unreadable' }
  return manifest.terminal === terminal ? { ok: true, manifest } : { ok: false, reason: 'wrong-terminal' }
}

/** The highest number ever taken, and what stood under it. */
export type Floor = { readonly seq: number; readonly payload: string }

export const payloadOf = (signed: string): string => signed.split('.')[1] ?? ''

/** An older list must never replace a newer one: it would bring a revoked credential back to life. */
export const mayReplace = (floor: Floor | undefined, next: Pick<OpenBundle, 'manifest' | 'signed'>): boolean =>
  floor === undefined ||
  next.manifest.seq > floor.seq ||
  (next.manifest.seq === floor.seq && payloadOf(next.signed) === floor.payload)

/** What a bundle says of the law, at the checkpoint it was made for; however old it is, it is what this phone has. */
export function lawHere(bundle: OpenBundle | undefined): LawHere {
  const { law, settings } = bundle?.parts ?? {}
  if (law === undefined || settings === undefined) return editionInForce
  const { id: checkpoint, county } = settings.checkpoint
  return (now) => law.editionAt(now, { checkpoint, county })
}

export type BundleAge = 'none' | 'fresh' | 'stale' | 'expired'

export const momentOf = (iso: string): Instant => parseInstant(iso) ?? instant(0)

export function bundleAge(bundle: Pick<OpenBundle, 'manifest'> | undefined, now: Instant): BundleAge {
  if (bundle === undefined) return 'none'
  if (now >= momentOf(bundle.manifest.expiresAt)) return 'expired'
  return now >= momentOf(bundle.manifest.staleAt) ? 'stale' : 'fresh'
}

/** `undefined` where nothing may be relied on. */
export const usableAt = (bundle: OpenBundle | undefined, now: Instant): PartsHere | undefined =>
  bundleAge(bundle, now) === 'expired' ? undefined : bundle?.parts
