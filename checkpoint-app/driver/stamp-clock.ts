import { instant, type Instant } from '../../shared/instant.ts'
import { serverNow, serverOffsetMs } from '../ui/server-clock.ts'

export type Clocks = {
  /** Now by the phone's clock and its last known difference to the server's. */
  readonly now: () => Instant
  readonly offset: () => number | null
  /** Milliseconds that only run forward; on some phones they stand still while the phone sleeps. */
  readonly elapsed: () => number
}

/** The time that goes into a stamp: a phone's clock set back while the page is open does not make its code old. */
export function stampClock({ now, offset, elapsed }: Clocks): () => Instant {
  const anchor = () => ({ at: now(), elapsed: elapsed(), offset: offset() })
  let begun = anchor()
  return () => {
    // The server has spoken anew: what it says goes before what was reckoned.
    if (offset() !== begun.offset) begun = anchor()
    return instant(Math.max(now(), begun.at + elapsed() - begun.elapsed))
  }
}

export const stampNow = stampClock({ now: serverNow, offset: serverOffsetMs, elapsed: () => performance.now() })
