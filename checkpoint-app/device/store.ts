import type { Instant } from '../../shared/instant.ts'
import type { Floor } from './bundle.ts'
import type { KeptPart } from './bundle-parts.ts'

/**
 * What the phone keeps. One port, so that every other file here runs on a map in tests and on IndexedDB in the browser.
 * A write has reached the disk when its promise resolves (durability "strict"): only then may the screen say "kept".
 */
export interface Store {
  read<S extends keyof Slots>(slot: S): Promise<Slots[S] | undefined>
  write<S extends keyof Slots>(slot: S, value: Slots[S]): Promise<void>
  clear(slot: keyof Slots): Promise<void>
  /** A part of the bundle by its digest. */
  part(digest: string): Promise<KeptPart | undefined>
  keepParts(parts: ReadonlyMap<string, KeptPart>): Promise<void>
  dropPartsExcept(digests: readonly string[]): Promise<void>
  /** All items, oldest first. */
  queued(): Promise<QueueItem[]>
  /** Puts or replaces items by id, all or none. */
  put(items: readonly QueueItem[]): Promise<void>
  drop(ids: readonly string[]): Promise<void>
}

export type Slots = {
  key: CryptoKeyPair
  terminal: Terminal
  /** Public keys taken over TLS when the phone was bound. */
  jwks: unknown
  /** The last accepted manifest as signed, with the keys that open it; the next one must be signed by a key of its parts. */
  manifest: { readonly signed: string; readonly openedWith: unknown }
  /** Below this no manifest is taken, wherever it comes from. */
  bundleFloor: Floor
  counters: Counters
  /** Sessions set aside (test running, driver filling in a form), so that a reload loses no truck. */
  parked: unknown
}

/** Who this phone is: one card, one phone, one inspector. */
export type Terminal = {
  readonly id: string
  readonly inspector: { readonly id: string; readonly name: string }
  readonly checkpoint: { readonly id: string; readonly name: string; readonly county: string }
  readonly lane: number
  readonly boundAt: string
  /** Released by the head: judging goes on, uploads wait for a new enrolment. */
  readonly released?: boolean
}

/** Today's figures of this phone, Beijing calendar day. */
export type Counters = { readonly day: string; readonly checked: number; readonly fast: number }

export type QueueKind = 'inspection' | 'registration' | 'photo'
export type QueueState = 'waiting' | 'sent' | 'refused'

/** What the list of recent checks shows; stays when the payload is gone. */
export type Summary = {
  readonly plate: string
  readonly row: string
  readonly outcome: string
  readonly code: string
}

export type QueueItem = {
  readonly id: string
  readonly kind: QueueKind
  readonly at: Instant
  /** A signed envelope, or the JSON of a registration or a photograph; emptied once sent, so that no personal data stays behind. */
  readonly payload: string
  readonly state: QueueState
  readonly summary: Summary
  readonly problem?: { readonly code: string; readonly message: string }
  /** What the server answered. */
  readonly answer?: { readonly row: string | null; readonly agrees: boolean | null }
}
