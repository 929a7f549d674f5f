import { day, hour, instant, minute, plus } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import type { KeyUse } from '../deps.ts'
import type { SigningKeyRow } from '../store/signing-keys.ts'

/**
 * The keys of one use follow one another in a line: each signs from its beginning to that of the next. Pure, so that what is
 * promised of it (no code of ours is ever strange to a phone that was online within a day) is shown for any history.
 */
export type LineKey = Pick<SigningKeyRow, 'kid' | 'key_use' | 'not_before' | 'retired_at' | 'revoked_at'>

/** A phone that was online within a day knows the key before it is used; the rest is for what caches on the way hold back. */
export const notice = 24 * hour + 10 * minute
/** Retired keys are published for this long: longer than anything they signed can live (a pass, a year at most). */
export const publishedFor = 400 * day
/** A key that signs for longer ought to be rotated. */
export const keyServesDays = 90

export type KeyState = 'waits' | 'signs' | 'retired' | 'revoked'

export function stateOf(key: LineKey, now: Instant): KeyState {
  if (key.revoked_at !== null) return 'revoked'
  if (key.not_before > now) return 'waits'
  return key.retired_at !== null && key.retired_at <= now ? 'retired' : 'signs'
}

/** Of the keys that may sign now, the one that began last. */
export const keyInUse = <K extends LineKey>(line: readonly K[], use: KeyUse, now: Instant): K | undefined =>
  line.findLast((key) => key.key_use === use && stateOf(key, now) === 'signs')

export const keyWaiting = <K extends LineKey>(line: readonly K[], use: KeyUse, now: Instant): K | undefined =>
  line.find((key) => key.key_use === use && stateOf(key, now) === 'waits')

export const published = (key: LineKey, now: Instant): boolean =>
  key.revoked_at === null && (key.retired_at === null || key.retired_at > now - publishedFor)

/** Where a key that begins then stands: whom it ends, and by whom it is ended itself. */
export function placeInLine<K extends LineKey>(line: readonly K[], use: KeyUse, begins: Instant) {
  const living = line.filter((key) => key.key_use === use && key.revoked_at === null)
  const before = living.findLast(
    (key) => key.not_before <= begins && (key.retired_at === null || key.retired_at > begins),
  )
  const after = living.find((key) => key.not_before > begins)
  return { before, endsAt: after === undefined ? null : instant(after.not_before) }
}

/** A key that came from elsewhere begins when its owner says, but never before its notice is over. */
export const earliest = (wish: Instant, now: Instant): Instant => instant(Math.max(wish, plus(now, notice)))

/** Whole days. */
export const ageInDays = (key: LineKey, now: Instant): number => Math.max(0, Math.floor((now - key.not_before) / day))
