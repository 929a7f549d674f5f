import { minute, type Instant } from '../instant.ts'
import type { CheckIn } from './event.ts'
import type { Departures, Start } from './departures.ts'
import type { Site } from './site.ts'

/** How a driver checked in says what can be known from it. */
export type Manner = 'position' | 'sign' | 'fence' | 'elsewhere'

/** A check-in, and the inspection of that truck if it is known. Minutes relative to the moment of the estimate. */
export type Joined = {
  readonly plate: string
  readonly manner: Manner
  readonly at: number
  /** Metres upstream of the booth line; `elsewhere`: 0. */
  readonly metres: number
  /** Its number on the departure curve; null = not inspected yet. */
  readonly number: number | null
  readonly start: Start | null
  /** How many trucks had begun at that moment. */
  readonly begun: number
}

type Given = {
  readonly departures: Departures
  readonly site: Site
  readonly now: Instant
  readonly begun: (at: number) => number
}

/** A check-in waits for its inspection so long at most, minutes. */
const longestWait = 420

/** In the order of their happening. Trucks of the green channel tell nothing about the general queue. */
export function joinedOf(checkIns: Iterable<CheckIn>, { departures, site, now, begun }: Given): Joined[] {
  const told = [...checkIns]
  const byPlate = numbersOf(departures.starts, new Set(told.map(({ plate }) => plate)))
  const joined: Joined[] = []
  for (const { plate, source, metres, at, receivedAt } of told) {
    if (departures.green.has(plate)) continue
    const when = (Math.min(at, receivedAt) - now) / minute
    const number = byPlate.get(plate)?.find((one) => (departures.starts[one]?.at ?? -Infinity) > when) ?? null
    const start = number === null ? null : (departures.starts[number] ?? null)
    const longest = start === null ? -when : start.at - when
    if (longest > longestWait || (number === null && justInspected(byPlate.get(plate), departures.starts, when)))
      continue
    joined.push({
      plate,
      manner: mannerOf(source, metres, site),
      at: when,
      metres: metres ?? 0,
      number,
      start,
      begun: begun(when),
    })
  }
  return joined.toSorted((a, b) => a.at - b.at || a.metres - b.metres || (a.plate < b.plate ? -1 : 1))
}

/** Of those that checked in: their numbers on the departure curve. */
function numbersOf(starts: readonly Start[], plates: ReadonlySet<string>): Map<string, number[]> {
  const numbers = new Map<string, number[]>()
  for (const [number, { plate }] of starts.entries()) {
    if (!plates.has(plate)) continue
    const there = numbers.get(plate)
    if (there === undefined) numbers.set(plate, [number])
    else there.push(number)
  }
  return numbers
}

/** A driver who scans the sign while he is looked at, or after, is not in the queue any more. */
const justInspected = (numbers: readonly number[] | undefined, starts: readonly Start[], when: number) =>
  numbers?.some((number) => Math.abs((starts[number]?.at ?? -Infinity) - when) < 30) === true

function mannerOf(source: CheckIn['source'], metres: number | null, { signs }: Site): Manner {
  if (metres === null) return 'elsewhere'
  if (source === 'fence') return 'fence'
  return signs.includes(metres) ? 'sign' : 'position'
}

/** From the fence to the booth when no queue stands between, minutes, as the quickest tenth of the trucks do it. */
export function freeTravel(joined: readonly Joined[], usual: number): number {
  const took = joined
    .flatMap(({ manner, at, start }) => (manner === 'fence' && start !== null ? [start.at - at] : []))
    .filter((minutes) => minutes > usual / 3)
    .toSorted((a, b) => a - b)
  const quick = took[Math.floor(took.length / 10)]
  return quick === undefined || took.length < 10 ? usual : Math.min(quick, 1.5 * usual)
}
