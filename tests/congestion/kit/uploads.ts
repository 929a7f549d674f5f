import type { Instant } from '../../../shared/instant.ts'
import { beijingIso, instant } from '../../../shared/instant.ts'
import { chanceOf, type Chance } from './chance.ts'
import type { Road, Truck } from './road.ts'

/** What the system hears of a road, and how badly. Shares are of all trucks; times are hours from the beginning. */
export type Ears = {
  readonly seed: number
  readonly start: Instant
  readonly checkpoint: string
  /** Drivers who check in at all. */
  readonly checkIns: number
  /** Of them: rested somewhere for long after the fence, and never came. */
  readonly sleepers?: number
  readonly ghosts?: number
  readonly late?: number
  readonly twice?: number
  readonly typos?: number
  /** Device clock of the first booth, seconds ahead. */
  readonly clockAhead?: number
  /** Nothing gets through from…to, then all does within some minutes. */
  readonly network?: readonly { readonly from: number; readonly to: number; readonly only?: 'booths' }[]
  /** Between reports, minutes; left out: none. */
  readonly reports?: number
  readonly unit?: (metres: number, nth: number) => number
  /** Lane changes are told so much later, minutes; left out: at once. null: never. */
  readonly lanesTold?: number | null
  readonly fence?: number
  readonly signs?: readonly number[]
}

export type Line = Record<string, unknown> & { readonly received_at: string }

type Made = { at: number; kind: 'booth' | 'phone'; line: Record<string, unknown> }

const speed = 17

/** Events as they are uploaded, in the order of receiving. */
export function hear(road: Road, ears: Ears): Line[] {
  const chance = chanceOf(ears.seed)
  const made: Made[] = [
    ...road.trucks.flatMap((truck) => inspectedOf(truck, ears, chance)),
    ...road.trucks.flatMap((truck) => checkInsOf(truck, ears, chance)),
    ...reportsOf(road, ears, chance),
    ...lanesOf(road, ears),
  ]
  const lines = made.map((one, place) => upload(one, place, ears, chance))
  const again = lines
    .filter(() => chance.often(ears.twice ?? 0.01))
    .map((line) => ({ ...line, received: line.received + 40 }))
  return [...lines, ...again]
    .toSorted((a, b) => a.received - b.received)
    .map(({ received, line }) => ({ ...line, received_at: iso(ears, received) }))
}

const iso = ({ start }: Ears, seconds: number) => beijingIso(instant(start + Math.round(seconds) * 1000))

function upload({ at, kind, line }: Made, place: number, ears: Ears, chance: Chance) {
  const normal = at + chance.between(1, 11) + (chance.often(ears.late ?? 0.03) ? chance.between(30, 400) : 0)
  const cut = ears.network?.find(
    ({ from, to, only }) => normal >= from * 3600 && normal < to * 3600 && (only === undefined || kind === 'booth'),
  )
  const received = cut === undefined ? normal : cut.to * 3600 + chance.between(5, 240)
  return { received, line: { event_id: `e${place}`, checkpoint: ears.checkpoint, ...line } }
}

function inspectedOf({ plate, lane, start, end }: Truck, ears: Ears, chance: Chance): Made[] {
  if (start === null || end === null || lane === null) return []
  const ahead = lane === 1 ? (ears.clockAhead ?? 0) : 0
  const scanned = start + Math.min(chance.between(2, 9), (end - start) / 2)
  const times = { occurred_at: iso(ears, scanned + ahead), completed_at: iso(ears, end + ahead) }
  const line = { kind: 'inspected', lane, plate, verdict: 'pass_green', device: `PDA${lane}`, ...times }
  return [{ at: end, kind: 'booth', line }]
}

function checkInsOf(truck: Truck, ears: Ears, chance: Chance): Made[] {
  if (!chance.often(ears.checkIns)) return []
  const fence = ears.fence ?? 3000
  const plate = chance.often(ears.typos ?? 0.04) ? `豫Z${truck.plate.slice(2)}` : truck.plate
  const ghost = chance.often(ears.ghosts ?? 0.03) ? `豫Y${truck.plate.slice(2)}` : plate
  const phone = (at: number, more: Record<string, unknown>): Made => ({
    at,
    kind: 'phone',
    line: { kind: 'arrival_checkin', plate: ghost, ...more, occurred_at: iso(ears, at) },
  })
  const slept = chance.often(ears.sleepers ?? 0.02) ? chance.between(1800, 10_800) : 0
  const metres = (exact: number, give: number) => Math.max(0, Math.round(exact + give * chance.normal()))
  const way = chance.next()
  if (way < 0.45 || slept > 0) {
    const free = truck.join - Math.max(fence - truck.joinedAt, 0) / speed
    const inQueue = truck.track.find((one) => one.metres <= fence)
    const at = truck.joinedAt <= fence ? free : (inQueue?.at ?? truck.join)
    return at - slept < 0 ? [] : [phone(at - slept, { source: 'fence', dist_m: metres(fence, 40) })]
  }
  if (truck.track.length < 2) return []
  if (way < 0.75) {
    const at = truck.join + chance.between(30, 80)
    return [phone(at, { source: 'qr', dist_m: metres(truck.joinedAt, 25) + 1 })]
  }
  const sign = ears.signs?.findLast((one) => one < truck.joinedAt)
  const passed = sign === undefined ? undefined : truck.track.find((one) => one.metres <= sign)
  return passed === undefined ? [] : [phone(passed.at + 20, { source: 'qr', dist_m: sign })]
}

function reportsOf({ queue, plan }: Road, ears: Ears, chance: Chance): Made[] {
  const made: Made[] = []
  if (ears.reports === undefined) return made
  for (let at = chance.between(300, 2400); at < plan.hours * 3600; at += ears.reports * 60 * chance.between(0.6, 1.4)) {
    const exact = queue[Math.floor(at / 30)]?.metres ?? 0
    const seen = Math.round((exact * (1 + 0.12 * chance.normal())) / 50) * 50
    const typed = ears.unit?.(Math.max(seen, 0), made.length) ?? Math.max(seen, 0)
    const line = { kind: 'queue_report', queue_m: typed, by: 'inspector', occurred_at: iso(ears, at) }
    made.push({ at: at + 90, kind: 'booth', line })
  }
  return made
}

function lanesOf({ plan }: Road, ears: Ears): Made[] {
  const made: Made[] = []
  if (ears.lanesTold === null) return made
  const tell = (lane: number, at: number, open: boolean) =>
    made.push({
      at: at + (ears.lanesTold ?? 0) * 60,
      kind: 'booth',
      line: { kind: open ? 'lane_open' : 'lane_closed', lane, occurred_at: iso(ears, at) },
    })
  for (let lane = 1; lane <= plan.booths; lane += 1)
    for (let at = 0, was = false; at < plan.hours * 3600; at += 30) {
      const open = plan.open(lane, at / 3600)
      if (open !== was) tell(lane, at, open)
      was = open
    }
  return made
}
