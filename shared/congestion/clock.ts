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
  const devices = new Map<string, Device>()
  for (const { device, completedAt, receivedAt } of inspected) {
    const of = devices.get(device) ?? { all: none(), hours: new Map<number, Least>() }
    devices.set(device, of)
    const inHour = Math.floor(receivedAt / hour)
    const least = of.hours.get(inHour) ?? none()
    of.hours.set(inHour, least)
    const delay = receivedAt - completedAt - quickUpload
    add(of.all, delay)
    add(least, delay)
  }
  return ({ device, receivedAt }) => {
    const of = devices.get(device)
    const now = of?.hours.get(Math.floor(receivedAt / hour))
    return correction(now !== undefined && now.uploads >= enough ? now : of?.all)
  }
}

type Device = { readonly all: Least; readonly hours: Map<number, Least> }
type Least = { first: number; second: number; uploads: number }

const none = (): Least => ({ first: Infinity, second: Infinity, uploads: 0 })

function add(least: Least, delay: number): void {
  least.second = Math.min(least.second, Math.max(least.first, delay))
  least.first = Math.min(least.first, delay)
  least.uploads += 1
}

/** Nothing comes before it happened: a clock that goes ahead shows itself soon, a slow one only by many uploads. */
function correction(least: Least | undefined): number {
  if (least === undefined || least.uploads === 0) return 0
  const delay = least.uploads === 1 ? least.first : least.second
  if (Math.abs(delay) <= clockOffSeconds * 1000) return 0
  return delay < 0 || least.uploads >= clockSeen ? delay : 0
}
