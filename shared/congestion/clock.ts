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
    return correction(now !== undefined && now.uploads >= enough ? now : (of?.all ?? none()))
  }
}

type Device = { readonly all: Least; readonly hours: Map<number, Least> }
/** The four smallest delays, rising, and how many uploads there were. */
type Least = { readonly delays: number[]; uploads: number }

const none = (): Least => ({ delays: [], uploads: 0 })

function add(least: Least, delay: number): void {
  least.uploads += 1
  const { delays } = least
  if (delays.length === 4 && delay >= (delays[3] ?? Infinity)) return
  delays.push(delay)
  delays.sort((a, b) => a - b)
  delays.splice(4)
}

/** Quick uploads of a slow clock seem late by the same, give or take so much; really late ones differ. */
const alike = 12_000

/** Nothing comes before it happened: a clock that goes ahead shows itself soon, a slow one only by many uploads. */
function correction({ delays, uploads }: Least): number {
  const delay = delays[1] ?? delays[0] ?? 0
  if (Math.abs(delay) <= clockOffSeconds * 1000) return 0
  if (delay < 0) return delay
  return uploads >= clockSeen && (delays[3] ?? Infinity) - delay <= alike ? delay : 0
}
