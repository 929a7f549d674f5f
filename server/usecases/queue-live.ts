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

type Live = { queue: Queue; /** Everything received by then has been taken in. */ heard: Instant }
/** What one server remembers; another, or the same after a restart, reads it again from the rows and comes to the same. */
const lives = new WeakMap<Deps, Map<string, Live>>()

/** What comes in at one time is not written at one time: so long ago is read again; each upload counts once. */
export const readAgain = 10_000
/** From the scan to the verdict, where only the verdict's moment is kept: a guess, and of slow checks a bad one (`scansGuessed`). */
const scanToVerdict = 30_000

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
  const site = { ...(given ?? (await siteNow(deps, checkpoint))), scansGuessed: true }
  const all = lives.get(deps) ?? new Map<string, Live>()
  lives.set(deps, all)
  const before = all.get(checkpoint.id)
  const known = before !== undefined && before.heard <= now
  const live = known
    ? { heard: before.heard, queue: { ...before.queue, site } }
    : { queue: queueAt(site), heard: plus(now, -remembersMinutes * minute) }
  if (known && silentSince !== undefined && before.heard >= silentSince) {
    all.set(checkpoint.id, { queue: live.queue, heard: now })
    return live.queue
  }
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
  all.set(checkpoint.id, { queue: live.queue, heard: now })
  return live.queue
}

const inspectedOf = (row: InspectedRow): QueueEvent => ({
  kind: 'inspected',
  id: row.id,
  at: instant(row.made_at - scanToVerdict),
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
