import { minute, type Instant } from '../../shared/instant.ts'
import { serverNow, serverOffsetMs } from '../ui/server-clock.ts'

/** More than this between the two clocks is said on screen. */
export const skewSaid = 2 * minute

export interface TrustedClock {
  /** Device clock corrected by the last known difference to the server. */
  now(): Instant
  /** Server clock minus device clock, milliseconds; `null` = never compared. */
  offset(): number | null
}

export const deviceClock: TrustedClock = { now: serverNow, offset: serverOffsetMs }

export const isSkewed = (offset: number | null): boolean => offset !== null && Math.abs(offset) > skewSaid

/** For envelopes: device clock minus server clock. */
export const clockOffsetMs = (clock: TrustedClock): number | null => {
  const offset = clock.offset()
  return offset === null ? null : -Math.round(offset)
}
