import { minute, type Instant } from '../instant.ts'
import type { LaneChange } from './event.ts'
import { moveUpSeconds } from './limits.ts'
import type { Start } from './departures.ts'
import type { Service } from './service.ts'
import { isOverdue } from './silence.ts'
import type { Site } from './site.ts'

/** One lane at the moment of the estimate; times are minutes relative to it. */
export type LaneNow = {
  readonly lane: number
  readonly open: boolean
  /** When its last truck went, or when it opened. */
  readonly since: number
  /** Nothing was heard of it for longer than an inspection takes. */
  readonly silent: boolean
  /** Nothing was heard of any lane for longer than they can all be at an inspection. */
  readonly unheard: boolean
  /** Nothing was heard, and the last trucks came to lanes that stood: no truck stands since the longest inspection. */
  readonly quiet: boolean
}

type Given = { readonly site: Site; readonly service: Service; readonly now: Instant }

/** The lanes of the general queue: by what was told of them, and by the trucks that went through them. */
export function lanesNow(changes: Iterable<LaneChange>, starts: readonly Start[], given: Given): LaneNow[] {
  const told = lastTold(changes, given.now)
  const last = new Map<number, Start>()
  for (const start of starts) if (start.end >= (last.get(start.lane)?.end ?? -Infinity)) last.set(start.lane, start)
  const lanes = new Set([...told.keys(), ...last.keys()])
  lanes.delete(given.site.greenLane ?? -1)
  const each = [...lanes].toSorted((a, b) => a - b).map((lane) => laneNow(lane, told.get(lane), last.get(lane), given))
  const found = each.some(({ open }) => open) ? each : lastKept(each, told)
  const unheard = noneIsHeard(found, given.service)
  const quiet = unheard && isQuiet(starts, given.service)
  return found.map((lane) => ({
    ...lane,
    unheard,
    quiet,
    since: quiet ? Math.max(lane.since, -given.service.long) : lane.since,
  }))
}

type Seen = Omit<LaneNow, 'unheard' | 'quiet'>

/** The last few trucks came to lanes without a truck, and by how seldom they come none need have come since. */
const isQuiet = (starts: readonly Start[], { idles }: Service): boolean =>
  (idles.at(-1)?.number ?? -Infinity) >= starts.length - 4 && !isOverdue(starts, -(starts.at(-1)?.at ?? 0))

/** A lane of which nobody said that it closed works until one does: in a quiet night the last that had a truck is open. */
function lastKept<L extends Seen>(lanes: readonly L[], told: ReadonlyMap<number, Told>): L[] {
  const since = lanes.reduce((latest, lane) => (told.has(lane.lane) ? latest : Math.max(latest, lane.since)), -Infinity)
  return lanes.map((lane) =>
    lane.since === since && !told.has(lane.lane) ? { ...lane, open: true, silent: true } : lane,
  )
}

type Told = { readonly at: number; readonly open: boolean }

function lastTold(changes: Iterable<LaneChange>, now: Instant): Map<number, Told> {
  const told = new Map<number, Told>()
  for (const { lane, open, at, receivedAt } of changes) {
    const happened = (Math.min(at, receivedAt) - now) / minute
    const before = told.get(lane)
    if (before === undefined || happened > before.at || (happened === before.at && !open))
      told.set(lane, { at: happened, open })
  }
  return told
}

/** What clocks and hands differ by, minutes: a truck so soon after the closing was still let through. */
const closingSlack = 4

/** A truck that begins after the closing opens the lane again, whatever was told; of a lane never told of, a recent truck speaks. */
function laneNow(lane: number, told: Told | undefined, last: Start | undefined, given: Given): Seen {
  const since = Math.max(last?.end ?? -Infinity, told?.open === true ? told.at : -Infinity)
  const silentFor = -since
  const patience = Math.max(5, 2 * given.service.long)
  const open = told === undefined ? silentFor < 30 : told.open || (last?.at ?? -Infinity) > told.at + closingSlack
  return { lane, open, since, silent: open && silentFor > patience }
}

const moveUp = moveUpSeconds / 60

/** All lanes can hardly be at a long inspection at once: they stand idle, or they are not heard. Below this chance they are. */
const hardly = 0.01

function noneIsHeard(lanes: readonly Pick<LaneNow, 'open' | 'since'>[], service: Service): boolean {
  const open = lanes.filter((lane) => lane.open)
  return open.length > 0 && open.reduce((chance, { since }) => chance * service.lasts(-since - moveUp), 1) < hardly
}

/**
 * Trucks that had begun by that moment and are not known yet, because they are in the booth or their upload is under way: one a
 * lane. Where nothing at all is heard, the lanes are taken to go on as before. One lane alone that is silent too long may have
 * stopped as well as lost its network: half of what it usually does is taken, for a while.
 */
export function unknownStarts(lanes: readonly LaneNow[], service: Service, at: number): number {
  let count = 0
  for (const { open, since, unheard } of lanes) {
    const passed = at - since - moveUp
    if (!open || passed <= 0) continue
    const late = Math.min(Math.max(passed - Math.max(5, 2 * service.long), 0), 10)
    if (unheard) count += Math.max(passed / service.cycle, Math.min(1, passed / moveUp))
    else if (passed <= 15 + service.long) count += Math.min(1, passed / moveUp) + (0.5 * late) / service.cycle
  }
  return count
}
