import { instant, type Instant } from '../../shared/instant.ts'
import { keep, kept } from './kept.ts'

export type ClockPorts = {
  /** The device's clock, which anybody may set. */
  readonly device: () => number
  /** Milliseconds since the page was opened: nobody sets it, and it stands still while the device sleeps. */
  readonly elapsed: () => number
  readonly kept: (name: string) => unknown
  readonly keep: (name: string, value: unknown) => void
}

/** Less than this is the rounding of the `Date` header. */
const noticed = 60_000
/** The floor is written down again after this long, so that a reload loses little of it. */
const keptEvery = 30_000

/** Half a second is added because the header cuts the fraction off; the middle of the call is when it was written. */
export function offsetFrom(dateHeader: string | null, sentAt: number, receivedAt: number): number | null {
  const served = Date.parse(dateHeader ?? '')
  return Number.isNaN(served) ? null : Math.round(served + 500 - (sentAt + receivedAt) / 2)
}

/**
 * Server time as far as this page knows it: the device's clock, corrected, but never before the server's last word and what has
 * passed since. So a clock turned back makes nothing good that has expired. The floor comes from the server alone: a clock that
 * was turned forward, or a server that was put right, is followed with the next answer.
 */
export function serverClock({ device, elapsed, kept: read, keep: write }: ClockPorts) {
  const number = (name: string) => {
    const value = read(name)
    return typeof value === 'number' ? value : null
  }
  /** Server clock minus device clock, from the `Date` header of the last answer; whole seconds, so ± 1 s. */
  let offset = number('clock-offset')
  const before = number('clock-floor')
  let heard = before === null ? null : { at: before, elapsed: elapsed() }
  let notBefore: number | null = null
  let keptAt = elapsed()

  const floor = (): number => Math.max(heard === null ? 0 : heard.at + elapsed() - heard.elapsed, notBefore ?? 0)
  const byDevice = (): number => device() + (offset ?? 0)
  /** `atLeast`: what another page of this phone has written; only a new word of the server may be earlier. */
  function remember(atLeast = 0) {
    keptAt = elapsed()
    if (heard !== null) write('clock-floor', Math.max(atLeast, Math.floor(heard.at + elapsed() - heard.elapsed)))
  }

  return {
    now: (): Instant => {
      if (elapsed() - keptAt > keptEvery) remember(number('clock-floor') ?? 0)
      return instant(Math.max(byDevice(), floor()))
    },
    /** `null` = never compared. Where the floor holds, by how much the device's clock is behind it. */
    offset: (): number | null => (floor() > byDevice() ? Math.round(floor() - device()) : offset),
    /** The device's clock was turned back: the server's last word counts. */
    held: (): boolean => floor() - byDevice() > noticed,
    /** The bundle in hand was made then; a later one says it anew. */
    notBefore: (at: Instant) => void (notBefore = at),
    noteDate: (dateHeader: string | null, sentAt: number, receivedAt: number): void => {
      const served = Date.parse(dateHeader ?? '')
      if (Number.isNaN(served)) return
      heard = { at: served, elapsed: elapsed() }
      remember()
      const measured = offsetFrom(dateHeader, sentAt, receivedAt)
      // A slow answer says little about the clock.
      if (measured === null || receivedAt - sentAt > 5000) return
      offset = measured
      write('clock-offset', measured)
    },
    /** What the server says by itself is as old as its way here; a page that only listens has no other word of the time. */
    noteSaid: (at: Instant): void => {
      heard = { at, elapsed: elapsed() }
      remember()
      offset = at - device()
      write('clock-offset', offset)
    },
  }
}

const ofThisPage = serverClock({
  device: () => Date.now(),
  elapsed: () => performance.now(),
  kept,
  keep,
})

export const noteServerDate = ofThisPage.noteDate
export const noteServerSaid = ofThisPage.noteSaid
export const serverOffsetMs = ofThisPage.offset
/** Now by the server's clock as far as it is known. */
export const serverNow = ofThisPage.now
export const isClockHeld = ofThisPage.held
export const notBeforeBundle = ofThisPage.notBefore
