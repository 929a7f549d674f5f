import type { SyncEnd } from './sync.ts'

export const everyMs = 30_000
const longestWaitMs = 5 * 60_000

/** Doubles from 2 s to 5 min, with jitter, so that thirty booths do not come back in the same second. */
export const backOffMs = (failures: number, random: number): number =>
  Math.min(longestWaitMs, 2_000 * 2 ** Math.min(failures, 8)) * (0.5 + random / 2)

/** What the server asks for (`Retry-After`) is the least, and never all booths at once. */
const askedForMs = (end: SyncEnd, random: number): number => {
  const asked = end.end === 'stopped' && end.trouble.kind === 'busy' ? (end.trouble.retryAfterMs ?? 0) : 0
  return Math.min(longestWaitMs, asked) * (1 + random / 4)
}

export type LoopPorts = {
  readonly send: () => Promise<SyncEnd>
  readonly told: (end: SyncEnd) => void
  readonly random: () => number
  readonly later: (run: () => void, ms: number) => () => void
}

/**
 * One owner of sending: never two runs at a time; what is kept during a run is sent by a run right after. After a failure
 * it waits, but `now` (network back, page opened, a person pressing) does not, unless the server itself asked for time.
 */
export function syncLoop({ send, told, random, later }: LoopPorts) {
  let running = false
  let again = false
  let failures = 0
  let asked = false
  let cancel = () => {}

  async function run(): Promise<void> {
    if (running) {
      again = true
      return
    }
    running = true
    cancel()
    const end = await send().catch((): SyncEnd => ({ end: 'stopped', trouble: { kind: 'offline' } }))
    running = false
    failures = end.end === 'stopped' ? failures + 1 : 0
    told(end)
    const soon = again && end.end === 'done'
    again = false
    const wait = askedForMs(end, random())
    asked = wait > 0
    cancel = later(due, soon ? 0 : Math.max(nextMs(), wait))
  }
  const nextMs = () => (failures === 0 ? everyMs : backOffMs(failures, random()))
  const due = () => {
    asked = false
    void run()
  }

  return {
    /** After something was kept: at once, unless a failure says to wait. */
    kept: () => (failures === 0 ? run() : Promise.resolve()),
    now: () => {
      if (asked) return Promise.resolve()
      failures = 0
      return run()
    },
    /** Another page has kept something: the run of this one, if there is one, is followed by another. */
    more: () => {
      if (running) again = true
    },
    stop: () => cancel(),
  }
}
