import { beijing, day, hour, instant, minute, type Instant } from '../../shared/instant.ts'

/** A time of a test as the inspector picks it: how many days ago (Beijing calendar), hour and minute. */
export type PickedTime = { readonly daysAgo: 0 | 1 | 2; readonly hour: number; readonly minute: number }

export function momentPicked({ daysAgo, hour: h, minute: m }: PickedTime, now: Instant): Instant {
  const midnight = Math.floor((now + 8 * hour) / day) * day - 8 * hour
  return instant(midnight - daysAgo * day + h * hour + m * minute)
}

/** An hour that today has not seen yet was yesterday's: at three in the morning most proofs are. */
export function pickHour(picked: PickedTime, h: number, now: Instant): PickedTime {
  const chosen = { ...picked, hour: h }
  return picked.daysAgo === 0 && momentPicked(chosen, now) > now ? { ...chosen, daysAgo: 1 } : chosen
}

/** Starts at the present hour: most proofs on the road are a day old, give or take a few hours. */
export const startOfPicking = (now: Instant, daysAgo: PickedTime['daysAgo']): PickedTime => ({
  daysAgo,
  hour: beijing(now).hour,
  minute: 0,
})
