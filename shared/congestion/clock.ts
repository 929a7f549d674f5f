import { hour } from '../instant.ts'
import type { Inspected } from './event.ts'
import { clockOffSeconds, clockSeen } from './limits.ts'

/** A quick upload takes so long, milliseconds. */
const quickUpload = 2000
/** So many uploads in an hour speak for themselves; of fewer, all that are remembered are asked. */
const enough = 8

/** How far the clock of an event's device was behind the server's, milliseconds; negative = ahead. */
export type Clocks = (event: Inspected) => number

/**
 * The next to smallest delay of many uploads is taken: one alone may have come late, and one stamp alone may be anything. By the
 * hour of receiving, for a clock may be set right in between.
 */
export function clocksOf(inspected: Iterable<Inspected>): Clocks {
  const least = new Map<string, Least>()
  for (const event of inspected) {
    const delay = event.receivedAt - event.completedAt - quickUpload
    for (const key of [event.device, inHour(event)]) least.set(key, joined(least.get(key), delay))
  }
  return (event) => {
    const [all, now] = [least.get(event.device), least.get(inHour(event))]
    return correction(now !== undefined && now.uploads >= enough ? now : all)
  }
}

type Least = { first: number; second: number; uploads: number }

const inHour = ({ device, receivedAt }: Inspected) => `${device} ${Math.floor(receivedAt / hour)}`

function joined(least: Least | undefined, delay: number): Least {
  if (least === undefined) return { first: delay, second: Infinity, uploads: 1 }
  least.second = Math.min(least.second, Math.max(least.first, delay))
  least.first = Math.min(least.first, delay)
  least.uploads += 1
  return least
}

/** Nothing comes before it happened: a clock that goes ahead shows itself soon, a slow one only by many uploads. */
function correction(least: Least | undefined): number {
  if (least === undefined) return 0
  const delay = least.uploads === 1 ? least.first : least.second
  if (Math.abs(delay) <= clockOffSeconds * 1000) return 0
  return delay < 0 || least.uploads >= clockSeen ? delay : 0
}
