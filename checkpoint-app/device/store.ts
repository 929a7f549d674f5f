import type { Saying } from '../../shared/congestion/told-check.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Floor } from './bundle.ts'
import type { KeptPart } from './bundle-parts.ts'
import type { QueueReportAnswer, ShiftNews } from './server.ts'

/**
 * What the phone keeps. One port, so that every other file here runs on a map in tests and on IndexedDB in the browser.
 * A write has reached the disk when its promise resolves (durability "strict"): only then may the screen say "kept".
 * Nothing here reads the whole queue: what a record costs must not grow with what waits.
 */
export interface Store {
  read<S extends keyof Slots>(slot: S): Promise<Slots[S] | undefined>
  write<S extends keyof Slots>(slot: S, value: Slots[S]): Promise<void>
  /** What becomes of a slot, from what is in it at that moment: nothing comes between. */
  alter<S extends keyof Slots>(slot: S, next: (kept: Slots[S] | undefined) => Slots[S] | undefined): Promise<void>
  clear(slot: keyof Slots): Promise<void>
  /** A part of the bundle by its digest. */
  part(digest: string): Promise<KeptPart | undefined>
  keepParts(parts: ReadonlyMap<string, KeptPart>): Promise<void>
  dropPartsExcept(digests: readonly string[]): Promise<void>
  item(id: string): Promise<QueueItem | undefined>
  /** Oldest first, after the one named: the next page begins where the last one ended. */
  page(asked: PageAsked): Promise<QueueItem[]>
  /** Newest first. */
  newest(count: number): Promise<QueueItem[]>
  /** Refused, or judged otherwise by the server; newest first. */
  flagged(count: number): Promise<QueueItem[]>
  counts(): Promise<QueueCounts>
  /**
   * Puts or replaces items by id, all or none, and with them the day's figures, what `tally` makes of those before, and the trucks
   * set aside, what `beside` makes of those; where that throws, nothing is written.
   */
  put(items: readonly QueueItem[], tally?: Tally, beside?: Beside): Promise<Counters | undefined>
  tally(): Promise<Counters | undefined>
  drop(ids: readonly string[]): Promise<void>
}

export type Place = Pick<QueueItem, 'at' | 'id'>
export type PageAsked = {
  readonly kind: QueueKind
  readonly state: QueueState
  readonly after?: Place | undefined
  readonly count: number
}
export type QueueCounts = { readonly waiting: number; readonly refused: number; readonly differs: number }
export type Tally = (before: Counters | undefined) => Counters
export type Beside = (kept: unknown) => unknown

export type Slots = {
  key: CryptoKeyPair
  terminal: Terminal
  /** Public keys taken over TLS when the phone was bound. */
  jwks: unknown
  /** The last accepted manifest as signed, with the keys that open it; the next one must be signed by a key of its parts. */
  manifest: { readonly signed: string; readonly openedWith: unknown }
  /** Below this no manifest is taken, wherever it comes from. */
  bundleFloor: Floor
  /** Of layouts 1 and 2; read once, by the upgrade to 3. */
  counters: Counters
  /** Sessions set aside (test running, driver filling in a form), so that a reload loses no truck. */
  parked: unknown
  shift: ShiftHere
}

/** Who this phone is: one card, one phone, one inspector. */
export type Terminal = {
  readonly id: string
  readonly inspector: { readonly id: string; readonly name: string }
  readonly checkpoint: { readonly id: string; readonly name: string; readonly county: string }
  readonly lane: number
  readonly boundAt: string
  /** The dedicated number 专用号段, where it was named when the phone was bound. */
  readonly segment?: string | null
  /** Released by the head: judging goes on, uploads wait for a new enrolment. */
  readonly released?: boolean
}

/** Today's figures of this phone, Beijing calendar day; `shift`: those since its inspector signed on, over midnight too. */
export type Counters = {
  readonly day: string
  readonly checked: number
  readonly fast: number
  readonly shift?: { readonly id: string; readonly checked: number; readonly fast: number }
}

/** What this phone knows of shifts: its own, and what it last heard of the one before. */
export type ShiftHere = {
  /** The binding it belongs to. */
  readonly terminal: string
  readonly on: OwnShift | undefined
  /** The number used last. */
  readonly segment: string | null
  /** Lanes known to be open. */
  readonly open: readonly number[]
  readonly news: ShiftNews | undefined
  /** Hand-overs read here. */
  readonly read: readonly string[]
}
export type OwnShift = {
  /** Its sign-on. */
  readonly id: string
  readonly lane: number
  readonly segment: string | null
  readonly onAt: string
  /** It does not count, and why 一卡一机一查验员. */
  readonly refused?: { readonly code: string; readonly message: string }
}
export const noShift: ShiftHere = { terminal: '', on: undefined, segment: null, open: [], news: undefined, read: [] }

export const queueKinds = ['inspection', 'registration', 'photo', 'shift', 'case', 'queue'] as const
export type QueueKind = (typeof queueKinds)[number]
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
  /** A signed envelope, or the JSON of a registration, a photograph, a report to 12328 or of the queue; emptied once sent, so that no personal data stays behind. */
  readonly payload: string
  readonly state: QueueState
  readonly summary: Summary
  readonly problem?: { readonly code: string; readonly message: string }
  /** What the server answered. */
  readonly answer?: { readonly row: string | null; readonly agrees: boolean | null }
  /** 拥堵上报: what was said, and what came of it. */
  readonly told?: Told
  /** Phone and server judged differently; a number, because an index holds no truth values. */
  readonly differs?: 1
}

/** `heard`: what the server made of it. */
export type Told = { readonly saying: Saying; readonly heard?: Omit<QueueReportAnswer, 'id' | 'checkpoint' | 'at'> }

/** An item without what is sent: all that a screen shows. */
export type QueueLine = Omit<QueueItem, 'payload'>

export function lineOf(item: QueueItem): QueueLine {
  const { payload: _, ...line } = item
  return line
}

export const inTurn = (a: Place, b: Place): number => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
