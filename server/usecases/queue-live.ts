import type { QueueEvent } from '../../shared/congestion/event.ts'
import { remembersMinutes } from '../../shared/congestion/limits.ts'
import type { Site } from '../../shared/congestion/site.ts'
import { observe, queueAt, type Queue } from '../../shared/congestion/wait.ts'
import { instant, minute, plus, type Instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import type { CheckpointRow } from '../store/checkpoints.ts'
import { inspectedSince, queueInputsSince } from '../store/queue.ts'
import type { InspectedRow, QueueInputRow } from '../store/queue.ts'
import { laneEvents } from '../store/shifts.ts'
import type { LaneEventRow } from '../store/shifts.ts'
import { siteNow } from './sites.ts'

type Live = {
  queue: Queue
  /** Everything received by then has been taken in. */ heard: Instant
  /** When a check last came in of which the phone did not say when it began. */ guessed: Instant | null
}
/** What one server remembers; another, or the same after a restart, reads it again from the rows and comes to the same. */
const lives = new WeakMap<Deps, Map<string, Live>>()

/** What comes in at one time is not written at one time: so long ago is read again; each upload counts once. */
export const readAgain = 10_000
/** From the scan to the verdict, where the phone did not say when the check began: a guess, and of slow checks a bad one. */
const scanToVerdict = 30_000
/** A truck that was set aside meanwhile did not stand at the booth so long. */
const longestCheck = 15 * minute
/** So long after such a guess nothing is said of how the lanes are loaded. */
const guessCounts = 30 * minute

type Known = {
  /** Nothing has come in from then on. */
  silentSince?: Instant | undefined
  /** The road as it is described now; left out: it is read. */
  site?: Site
}

/** The queue of a checkpoint with everything that has come in by now, on its road as that is described now. */
export async function liveQueue(
  deps: Deps,
  checkpoint: CheckpointRow,
  now: Instant,
  { silentSince, site: given }: Known = {},
): Promise<Queue> {
  const road = given ?? (await siteNow(deps, checkpoint))
  const all = lives.get(deps) ?? new Map<string, Live>()
  lives.set(deps, all)
  const before = all.get(checkpoint.id)
  const known = before !== undefined && before.heard <= now
  const live: Live = known
    ? before
    : { queue: queueAt(road), heard: plus(now, -remembersMinutes * minute), guessed: null }
  /** On the road as it is now, and with what is known of the lanes' load. */
  const keep = ({ queue, guessed }: Pick<Live, 'queue' | 'guessed'>): Queue => {
    const scansGuessed = guessed !== null && now - guessed < guessCounts
    const kept = { ...queue, site: { ...road, scansGuessed } }
    all.set(checkpoint.id, { queue: kept, heard: now, guessed })
    return kept
  }
  if (known && silentSince !== undefined && before.heard >= silentSince) return keep(live)
  const since = plus(live.heard, -readAgain)
  const [inspected, told, lanes] = await Promise.all([
    deps.db.all(inspectedSince(checkpoint.id, since)),
    deps.db.all(queueInputsSince(checkpoint.id, since)),
    deps.db.all(
      laneEvents({ checkpoint: checkpoint.id, after: { receivedAt: since, id: '' }, until: now, limit: 5000 }),
    ),
  ])
  const events = [...inspected.map(inspectedOf), ...told.map(toldOf), ...lanes.map(laneOf)]
  for (const event of events) observe(live.queue, event)
  const guesses = inspected.flatMap((row) => (row.begun_at === null ? row.received_at : []))
  const guessed = Math.max(live.guessed ?? 0, ...guesses)
  return keep({ queue: live.queue, guessed: guessed === 0 ? null : instant(guessed) })
}

const scanOf = ({ begun_at: begun, made_at: made }: InspectedRow): number =>
  begun === null || made - begun > longestCheck ? made - scanToVerdict : begun

const inspectedOf = (row: InspectedRow): QueueEvent => ({
  kind: 'inspected',
  id: row.id,
  at: instant(scanOf(row)),
  completedAt: instant(row.made_at),
  receivedAt: instant(row.received_at),
  lane: row.lane,
  plate: row.plate,
  device: row.terminal_id,
})

function toldOf(row: QueueInputRow): QueueEvent {
  const common = { id: row.id, at: instant(row.at), receivedAt: instant(row.received_at) }
  if (row.kind === 'check-in')
    return { ...common, kind: 'check-in', plate: row.plate ?? '', source: row.source ?? 'qr', metres: row.metres }
  return { ...common, kind: 'report', metres: row.metres, stake: row.stake_metres, waitMinutes: row.wait_minutes }
}

const laneOf = (row: LaneEventRow): QueueEvent => ({
  kind: 'lane',
  id: row.id,
  at: instant(row.at),
  receivedAt: instant(row.received_at),
  lane: row.lane,
  open: row.kind === 'lane-open',
})
