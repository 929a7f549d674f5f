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
  /** Of the drivers: scanned elsewhere hours before; checked in again a minute later. */
  readonly elsewhere?: number
  readonly doubles?: number
  /** How far the device clock of a booth is ahead, seconds. */
  readonly clockAhead?: (lane: number, hour: number) => number
  /** Nothing gets through from…to, then all does within some minutes; of booths alone, or of one of them. */
  readonly network?: readonly {
    readonly from: number
    readonly to: number
    readonly only?: 'booths'
    readonly lane?: number
  }[]
  /** Between reports, minutes; left out: none. */
  readonly reports?: number | null
  /** What is typed instead of the metres seen; the wait in minutes and the stake are what an inspector may confuse them with. */
  readonly typed?: (seen: { metres: number; minutes: number; stake: number }, nth: number) => number
  /** Of the reports, told as a stake; and how much of a queue out of sight is not seen. */
  readonly stakes?: number
  readonly unseen?: number
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
    ...doublesOf(road, ears, chance),
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
    ({ from, to, only, lane }) =>
      normal >= from * 3600 &&
      normal < to * 3600 &&
      (only === undefined || kind === 'booth') &&
      (lane === undefined || (kind === 'booth' && line['lane'] === lane)),
  )
  const received = cut === undefined ? normal : cut.to * 3600 + chance.between(5, 240)
  return { received, line: { event_id: `e${place}`, checkpoint: ears.checkpoint, ...line } }
}

function inspectedOf({ plate, lane, start, end }: Truck, ears: Ears, chance: Chance): Made[] {
  if (start === null || end === null || lane === null) return []
  const ahead = ears.clockAhead?.(lane, end / 3600) ?? 0
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
  if (chance.often(ears.elsewhere ?? 0.04)) {
    const hours = chance.between(0.3, 4)
    return truck.join < hours * 3600 ? [] : [phone(truck.join - hours * 3600, { source: 'qr' })]
  }
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

/** A driver who is not sure that it worked does it again. */
function doublesOf({ trucks }: Road, ears: Ears, chance: Chance): Made[] {
  const share = (ears.doubles ?? 0.03) * ears.checkIns
  return trucks.flatMap((truck) => {
    const at = truck.join + 50
    if (!chance.often(share) || (truck.start ?? Infinity) < at + 90) return []
    const line = { kind: 'arrival_checkin', plate: truck.plate, source: 'qr', dist_m: Math.round(truck.joinedAt) + 1 }
    const phone = (when: number): Made => ({ at: when, kind: 'phone', line: { ...line, occurred_at: iso(ears, when) } })
    return [phone(at), phone(at + chance.between(20, 90))]
  })
}

const seenTo = 400
const boothStake = 45_200

function reportsOf(road: Road, ears: Ears, chance: Chance): Made[] {
  const made: Made[] = []
  const { reports } = ears
  if (reports === undefined || reports === null) return made
  for (let at = chance.between(300, 2400); at < road.plan.hours * 3600; at += reports * 60 * chance.between(0.6, 1.4)) {
    const exact = road.queue[Math.floor(at / 30)]?.metres ?? 0
    const inSight = exact > seenTo ? exact - (ears.unseen ?? 0.1) * (exact - seenTo) : exact
    const step = inSight > 600 ? 100 : 50
    const metres = Math.max(Math.round((inSight * (1 + 0.12 * chance.normal())) / step) * step, 0)
    const stake = boothStake - metres
    const typed = ears.typed?.({ metres, minutes: waitedAt(road, at), stake }, made.length) ?? metres
    const asStake = typed === metres && chance.often(ears.stakes ?? 0.25)
    const told = asStake
      ? { tail_stake: `K${Math.floor(stake / 1000)}+${String(stake % 1000).padStart(3, '0')}` }
      : { queue_m: typed }
    const line = { kind: 'queue_report', ...told, by: 'inspector', occurred_at: iso(ears, at) }
    made.push({ at: at + chance.between(30, 200), kind: 'booth', line })
  }
  return made
}

/** What the truck that went last had waited, whole minutes. */
function waitedAt({ trucks }: Road, at: number): number {
  const last = trucks.filter(({ start }) => start !== null && start <= at).toSorted((a, b) => b.start! - a.start!)[0]
  return last === undefined ? 0 : Math.round((last.start! - last.join) / 60)
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
