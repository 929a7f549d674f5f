import { minutesBetween, parseInstant, shortTime, type Instant } from '../../shared/instant.ts'

type AgoWords = { never: string; agoNow: string; ago: (minutes: number) => string }

/** Within the day as time gone by, later as the date; a phone that has not called yet says so. */
export function lastSeen(at: string | null, now: Instant, words: AgoWords): string {
  const seen = at === null ? undefined : parseInstant(at)
  if (seen === undefined) return words.never
  const minutes = minutesBetween(seen, now)
  if (minutes < 2) return words.agoNow
  return minutes < 24 * 60 ? words.ago(minutes) : shortTime(seen)
}

/** 05-16 10:05 of an ISO moment. */
export const shortIso = (iso: string): string => {
  const at = parseInstant(iso)
  return at === undefined ? iso : shortTime(at)
}
