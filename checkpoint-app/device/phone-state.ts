import { bundleAge, momentOf, type BundleAge, type OpenBundle } from './bundle.ts'
import type { RefreshTrouble } from './bundle-keeper.ts'
import type { TrustedClock } from './clock.ts'
import { countersOf, todayOf } from './counters.ts'
import type { Alert, Trouble } from './server.ts'
import type { StorageRoom } from './storage-room.ts'
import type { Counters, QueueCounts, QueueLine, ShiftHere, Terminal } from './store.ts'

export type PhoneState = {
  readonly terminal: Terminal | undefined
  /** Whether the server answered last time; the browser's own word is not enough. */
  readonly reached: boolean
  readonly bundle: OpenBundle | undefined
  readonly bundleAge: BundleAge
  readonly bundleTrouble: RefreshTrouble | undefined
  /** The newest bundle is not on the disk: it serves until the page closes. */
  readonly bundleUnsaved: boolean
  /** A signing key was withdrawn while this page was open: codes under it are refused, and a fresh one opens. */
  readonly keyWithdrawn: boolean
  /** The newest of the queue, newest first; how many there are in all stands in `counts`. */
  readonly items: readonly QueueLine[]
  readonly counts: QueueCounts
  /** Records that the disk did not take: this page holds them, tries again, and sends them all the same. */
  readonly held: readonly string[]
  /** Records over which the server breaks: kept, tried again, and no hindrance to the others. */
  readonly stuck: readonly QueueLine[]
  /** A large backlog on its way up. */
  readonly sending: { readonly done: number; readonly of: number } | undefined
  /** What this checkpoint must not overlook and nobody here has acknowledged. */
  readonly alerts: readonly Alert[]
  readonly counters: Counters
  readonly clockOffset: number | null
  /** The phone's clock was turned back; the server's time counts. */
  readonly clockHeld: boolean
  readonly trouble: Trouble | undefined
  /** The server does not serve an app so old: judging and keeping go on, sending waits for the update. */
  readonly outdated: boolean
  readonly storage: StorageRoom
  readonly shift: ShiftHere
}

/** One state and who listens; `bundle` is the one in hand. */
export function stateHolder(first: PhoneState, clock: TrustedClock, bundleInHand: () => OpenBundle | undefined) {
  const listeners = new Set<() => void>()
  let state = first
  return {
    state: () => state,
    change: (next: Partial<PhoneState>) => {
      const bundle = bundleInHand()
      if (bundle !== undefined) clock.notBefore(momentOf(bundle.manifest.madeAt))
      const time = { clockOffset: clock.offset(), clockHeld: clock.held() }
      state = { ...state, ...time, bundle, bundleAge: bundleAge(bundle, clock.now()), ...next }
      // At midnight yesterday's figures are over, whether a truck comes or not.
      state = { ...state, counters: countersOf(state.counters, todayOf(clock.now())) }
      for (const listener of listeners) listener()
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

export type StateHolder = ReturnType<typeof stateHolder>
