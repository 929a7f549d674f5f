import { saysTheSame, type Measured } from '../../shared/congestion/incident-events.ts'
import { calm, type Condition } from '../../shared/congestion/level.ts'
import { readingOf } from '../../shared/congestion/reading.ts'
import type { Estimate } from '../../shared/congestion/estimate.ts'
import { waitAt } from '../../shared/congestion/wait.ts'
import { instant, minute, plus, type Instant } from '../../shared/instant.ts'
import { lostWords } from '../../shared/wording/congestion.ts'
import type { Deps } from '../deps.ts'
import { everyCheckpoint } from '../store/checkpoints.ts'
import type { CheckpointRow } from '../store/checkpoints.ts'
import { Taken } from '../store/db.ts'
import type { Write } from '../store/db.ts'
import { addReading, lastReadings } from '../store/queue.ts'
import type { ReadingRow } from '../store/queue.ts'
import { incidentEventOf, readLadder } from './congestion-log.ts'
import { blindAfter, settle } from './congestion-settle.ts'
import type { NewEvent } from './congestion-settle.ts'
import { liveQueue } from './queue-live.ts'
import { tell } from './tell.ts'

const every = 30_000

/** Reckons the wait of every open checkpoint and does what follows (R110–R119). One that fails leaves the others. */
export async function watchQueues(deps: Deps): Promise<void> {
  const now = deps.now()
  const [places, last] = await Promise.all([deps.db.all(everyCheckpoint()), deps.db.all(lastReadings())])
  const before = new Map(last.map((row) => [row.checkpoint_id, row]))
  for (const place of places) {
    if (place.active === 0) continue
    try {
      await watchOne(deps, place, before.get(place.id), now)
    } catch (cause) {
      deps.log('congestion-failed', { checkpoint: place.id, error: cause instanceof Error ? cause.name : typeof cause })
    }
  }
}

/** Moments are halves of a minute, so that of two servers one has each. */
async function watchOne(deps: Deps, place: CheckpointRow, last: ReadingRow | undefined, now: Instant): Promise<void> {
  const at = instant(Math.floor(now / every) * every)
  if (last !== undefined && last.at >= at) return
  const gap = last !== undefined && at - last.at > blindAfter
  const queue = await liveQueue(deps, place, now)
  queue.condition = last === undefined ? calm : conditionIn(last, gap)
  const { estimate, condition } = waitAt(queue, now)
  const { memory } = queue
  const known = memory.inspected.size + memory.checkIns.size + memory.reports.size > 0
  const measured = readingOf(estimate, condition, '')
  const before = gap ? undefined : await lastMeasured(deps, place.id, now)
  const events = before !== undefined && saysTheSame(before, measured) ? [] : [eventOf(measured)]
  const writes = [
    addReading(rowOf(place.id, at, { estimate, condition, known })),
    ...lost(deps, place, before, measured),
  ]
  try {
    await settle(deps, place, { events, writes })
  } catch (cause) {
    // Another server has this moment.
    if (!(cause instanceof Taken && cause.on.startsWith('queue_reading'))) throw cause
  }
}

/** After a pause what was held is kept, and what was about to change begins anew. */
function conditionIn(row: ReadingRow, gap: boolean): Condition {
  const kept: Condition = JSON.parse(row.condition)
  return gap ? { ...kept, above: calm.above, below: calm.below } : kept
}

async function lastMeasured(deps: Deps, checkpoint: string, now: Instant): Promise<Measured | undefined> {
  const { rows } = await readLadder(deps, checkpoint, now)
  const events = rows.flatMap((row) => incidentEventOf(row) ?? []).toSorted((a, b) => a.knownAt - b.knownAt)
  const last = events.findLast(({ kind }) => kind === 'measured' || kind === 'unobserved')
  return last?.kind === 'measured' ? last : undefined
}

const byEstimator = { by_kind: 'measured', by_id: null } as const

function eventOf({ kind, at, wait, queue, waitMinutes, metres, level, overKilometre, lostSince }: Measured): NewEvent {
  return { kind, at, detail: { wait, queue, waitMinutes, metres, level, overKilometre, lostSince }, by: byEstimator }
}

/** Its own alarm: nothing ends and nothing rises by what is not seen. */
function lost(deps: Deps, place: CheckpointRow, before: Measured | undefined, now: Measured): readonly Write[] {
  if (now.lostSince === null || (before !== undefined && before.lostSince !== null)) return []
  const news = { kind: 'congestion-lost', about: `${place.id}@${now.at}`, area: place.county, urgent: true } as const
  return tell(deps, { ...news, words: lostWords(place.name, now.lostSince) }, [
    { audience: 'dispatcher', ref: null, channel: 'screen' },
  ])
}

type Found = { estimate: Estimate; condition: Condition; known: boolean }
const rowOf = (checkpoint: string, at: Instant, { estimate, condition, known }: Found): ReadingRow => ({
  checkpoint_id: checkpoint,
  at,
  wait: estimate.wait,
  low: estimate.low,
  high: estimate.high,
  virtual: estimate.virtual,
  vehicles: Math.round(estimate.vehicles),
  metres: estimate.metres,
  confidence: estimate.confidence,
  lost_since: estimate.lostSince,
  level: condition.level,
  over_kilometre: condition.overKilometre ? 1 : 0,
  condition: JSON.stringify(condition),
  known: known ? 1 : 0,
})

export const keptReadings = (now: Instant): Instant => plus(now, -48 * 60 * minute)
