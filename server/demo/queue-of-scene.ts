import { dayMinutes, type Scene } from './day-script.ts'

/** What happens at a moment of the day, minutes. */
export type Happening = { readonly at: number; readonly checkpoint: string } & (
  | { readonly kind: 'joins'; readonly plate: string; readonly metres: number }
  /** `took`: minutes from the plate to the verdict. */
  | { readonly kind: 'checked'; readonly plate: string; readonly lane: number; readonly took: number }
  | { readonly kind: 'lane'; readonly lane: number; readonly open: boolean }
  | { readonly kind: 'green'; readonly blocked: boolean }
  | { readonly kind: 'tells'; readonly metres: number }
)
type Truck = { readonly joins: number; readonly starts: number; readonly ends: number; readonly lane: number }

/** Metres of road that a truck takes, two abreast. */
const truckMetres = 9.55
const frontMetres = 20
/** Until it stands at the booth and its plate is read, minutes. */
const rollsUp = 0.3

/**
 * Trucks come, wait in one queue and are taken in turn by whichever lane is free: waits and lengths are what follows, nobody writes
 * them down. The same scene gives the same day; `nth`: the how manieth day, 0 the first.
 */
export function happeningsOf(scene: Scene, nth = 0): Happening[] {
  const { checkpoint, greenBlocked, silent } = scene
  const trucks = trucksOf(scene)
  const heard = (at: number) => silent === undefined || at < silent[0] || at >= silent[1]
  const waiting = (at: number) => trucks.filter(({ joins, starts }) => joins < at && starts > at).length
  const metres = (at: number) => Math.round(waiting(at) * truckMetres + (waiting(at) === 0 ? 0 : frontMetres))
  const all: Happening[] = laneChanges(scene, nth > 0).map((change) => ({ kind: 'lane', checkpoint, ...change }))
  for (const [place, { joins, starts, ends, lane }] of trucks.entries()) {
    const plate = plateOf(checkpoint, nth * 700 + place)
    // Of five drivers three say that they have joined, as soon as they stand.
    if (place % 5 < 3 && heard(joins)) all.push({ kind: 'joins', at: joins, checkpoint, plate, metres: metres(joins) })
    if (heard(ends)) all.push({ kind: 'checked', at: ends, checkpoint, plate, lane, took: ends - starts - rollsUp })
  }
  for (const at of scene.tells ?? []) all.push({ kind: 'tells', at, checkpoint, metres: metres(at) })
  for (const [place, at] of greenBlocked?.entries() ?? [])
    all.push({ kind: 'green', at, checkpoint, blocked: place === 0 })
  return all.toSorted((a, b) => a.at - b.at)
}

const plateOf = (checkpoint: string, nth: number): string => `豫H${checkpoint.at(-1)}${1000 + (nth % 9000)}`

function trucksOf(scene: Scene): Truck[] {
  const chance = evenly(scene.checkpoint)
  const most = Math.max(...scene.lanes.map(([, open]) => open))
  const free = Array.from({ length: most }, () => scene.begins)
  const trucks: Truck[] = []
  for (let joins = scene.begins; ;) {
    joins += (0.7 + 0.6 * chance()) / valueAt(scene.arrivals, joins)
    if (joins >= scene.begins + dayMinutes) return trucks
    const from = free.map((at, place) => opensFor(scene, place + 1, Math.max(at, joins)))
    const starts = Math.min(...from)
    const place = from.indexOf(starts)
    const ends = starts + scene.service * (0.8 + 0.4 * chance())
    free[place] = ends
    trucks.push({ joins, starts, ends, lane: place + 1 })
  }
}

/** The first moment not before `at` at which this lane works. */
function opensFor({ lanes }: Scene, lane: number, at: number): number {
  if (valueAt(lanes, at) >= lane) return at
  return lanes.find(([when, open]) => when > at && open >= lane)?.[0] ?? Infinity
}

/** `again`: the day before ended with lanes open. */
function laneChanges({ lanes }: Scene, again: boolean): { at: number; lane: number; open: boolean }[] {
  return lanes.flatMap(([at, open], nth) => {
    const before = (nth > 0 || again ? lanes.at(nth - 1)?.[1] : undefined) ?? 0
    const from = Math.min(before, open) + 1
    return Array.from({ length: Math.abs(open - before) }, (_, more) => ({
      at,
      lane: from + more,
      open: open > before,
    }))
  })
}

const valueAt = (steps: readonly (readonly [at: number, value: number])[], at: number): number =>
  steps.findLast(([from]) => from <= at)?.[1] ?? steps[0]?.[1] ?? 0

/** Numbers from 0 to 1 that look like chance and are the same each time (mulberry32). */
function evenly(name: string): () => number {
  let state = Array.from(name).reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 0x01000193), 0x811c9dc5)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
