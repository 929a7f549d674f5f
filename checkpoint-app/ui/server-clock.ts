import { instant, type Instant } from '../../shared/instant.ts'
import { keep, kept } from './kept.ts'

/** Server clock minus device clock, milliseconds, from the `Date` header of the last answer; whole seconds, so ± 1 s. */
let offset: number | null = remembered()

function remembered(): number | null {
  const value = kept('clock-offset')
  return typeof value === 'number' ? value : null
}

/** Half a second is added because the header cuts the fraction off; the middle of the call is when it was written. */
export function offsetFrom(dateHeader: string | null, sentAt: number, receivedAt: number): number | null {
  const served = Date.parse(dateHeader ?? '')
  return Number.isNaN(served) ? null : Math.round(served + 500 - (sentAt + receivedAt) / 2)
}

export function noteServerDate(dateHeader: string | null, sentAt: number, receivedAt: number): void {
  const measured = offsetFrom(dateHeader, sentAt, receivedAt)
  // A slow answer says little about the clock.
  if (measured === null || receivedAt - sentAt > 5000) return
  offset = measured
  keep('clock-offset', measured)
}

/** `null` = never compared. */
export const serverOffsetMs = (): number | null => offset

/** Now by the server's clock as far as it is known. */
export const serverNow = (): Instant => instant(Date.now() + (offset ?? 0))
