import { instant, type Instant } from '../../shared/instant.ts'

/** A clock that can be made to go faster than the one it is wound by; it never jumps. */
export function pacedClock(wound: () => number) {
  let since = { wound: wound(), at: wound(), speed: 1 }
  const now = (): Instant => instant(Math.floor(since.at + (wound() - since.wound) * since.speed))
  return {
    now,
    goFrom: (speed: number): void => {
      since = { wound: wound(), at: now(), speed }
    },
  }
}
