import { minute, type Instant } from '../../shared/instant.ts'
import { isClockHeld, notBeforeBundle, serverNow, serverOffsetMs } from '../ui/server-clock.ts'

/** More than this between the two clocks is said on screen. */
export const skewSaid = 2 * minute

export interface TrustedClock {
  /** Device clock corrected by the last known difference to the server, and never before the server's last word. */
  now(): Instant
  /** Server clock minus device clock, milliseconds; `null` = never compared. */
  offset(): number | null
  /** Whether the device's clock stands before the server's last word, so that this counts. */
  held(): boolean
  /** When the bundle in hand was made. */
  notBefore(at: Instant): void
}

export const deviceClock: TrustedClock = {
  now: serverNow,
  offset: serverOffsetMs,
  held: isClockHeld,
  notBefore: notBeforeBundle,
}

export const isSkewed = (offset: number | null): boolean => offset !== null && Math.abs(offset) > skewSaid

/** For envelopes: device clock minus server clock. */
export const clockOffsetMs = (clock: TrustedClock): number | null => {
  const offset = clock.offset()
  return offset === null ? null : -Math.round(offset)
}
