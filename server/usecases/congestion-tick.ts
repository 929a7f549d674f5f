import { saysTheSame, type Measured } from '../../shared/congestion/incident-events.ts'
import { calm, type Condition } from '../../shared/congestion/level.ts'
import { readingOf } from '../../shared/congestion/reading.ts'
import type { Estimate } from '../../shared/congestion/estimate.ts'
import type { Site } from '../../shared/congestion/site.ts'
import { waitAt } from '../../shared/congestion/wait.ts'
import { instant, minute, plus, type Instant } from '../../shared/instant.ts'
import { lostWords } from '../../shared/wording/congestion.ts'
import type { Deps } from '../deps.ts'
import { everyCheckpoint } from '../store/checkpoints.ts'
import type { CheckpointRow } from '../store/checkpoints.ts'
import type { Write } from '../store/db.ts'
import { addReading, lastReadingOf, lastReadings } from '../store/queue.ts'
import type { ReadingRow } from '../store/queue.ts'
import { everySite } from '../store/sites.ts'
import { calmOnesOf, isHad, keepReadings, lookFailed, restsWith, silenceSinceLastLook } from './congestion-calm.ts'
import { ladderNumbersAt } from './congestion-law.ts'
import { incidentEventOf, readLadder } from './congestion-log.ts'
import { blindAfter, settle } from './congestion-settle.ts'
import type { NewEvent } from './congestion-settle.ts'
import { liveQueue } from './queue-live.ts'
import { siteNow, siteOf } from './sites.ts'
import { tell } from './tell.ts'

const every = 30_000

/**
 * Reckons the wait of every open checkpoint and does what follows (R110–R119). One that fails leaves the others. Where nothing came in
 * and nothing is going on only the reading is kept, and those of many checkpoints together.
 */
export async function watchQueues(deps: Deps): Promise<void> {
  const now = deps.now()
  const calmOnes = calmOnesOf(deps)
  const [places, described, last, silenceOf] = await Promise.all([
    deps.db.all(everyCheckpoint()),
    deps.db.all(everySite()),
    deps.db.all(lastReadings()),
    silenceSinceLastLook(deps, now),
  ])
  const sites = new Map(described.map((row) => [row.checkpoint_id, row]))
  const before = new Map(last.map((row) => [row.checkpoint_id, row]))
  const readings: ReadingRow[] = []
  for (const place of places) {
    if (place.active === 0) continue
    try {
      const silence = silenceOf(place.id)
      const looked = await lookAt(deps, {
        place,
        site: siteOf(place, sites.get(place.id)),
        last: before.get(place.id),
        silentSince: silence.uploads,
        now,
      })
      if (looked === undefined) continue
      const calmly = silence.deeds === undefined ? undefined : calmOnes.get(place.id)
      if (calmly !== undefined && !looked.gap && saysTheSame(calmly, looked.measured)) readings.push(looked.row)
      else await follow(deps, place, looked)
    } catch (cause) {
      lookFailed(deps, place.id, cause)
    }
  }
  await keepReadings(deps, readings)
}

/** The same for one of them alone. */
export async function watchQueue(deps: Deps, place: CheckpointRow): Promise<void> {
  const [[last], site] = await Promise.all([deps.db.all(lastReadingOf(place.id)), siteNow(deps, place)])
  const looked = await lookAt(deps, { place, site, last, silentSince: undefined, now: deps.now() })
  if (looked !== undefined) await follow(deps, place, looked)
}

type Looked = { row: ReadingRow; measured: Measured; gap: boolean; now: Instant }
type Look = {
  place: CheckpointRow
  site: Site
  last: ReadingRow | undefined
  silentSince: Instant | undefined
  now: Instant
}

/** Moments are halves of a minute, so that of two servers one has each; undefined = this one is had. */
async function lookAt(deps: Deps, { place, site, last, silentSince, now }: Look): Promise<Looked | undefined> {
  const at = instant(Math.floor(now / every) * every)
  if (last !== undefined && last.at >= at) return undefined
  const gap = last !== undefined && at - last.at > blindAfter
  const queue = await liveQueue(deps, place, now, { silentSince, site })
  queue.condition = last === undefined ? calm : conditionIn(last, gap)
  const numbers = ladderNumbersAt(deps, now)
  const { estimate, condition } = waitAt(queue, now, numbers)
  const { memory } = queue
  const known = memory.inspected.size + memory.checkIns.size + memory.reports.size > 0
  const row = rowOf(place.id, at, { estimate, condition, known })
  return { row, measured: readingOf(estimate, condition, '', numbers), gap, now }
}

async function follow(deps: Deps, place: CheckpointRow, { row, measured, gap, now }: Looked): Promise<void> {
  const calmOnes = calmOnesOf(deps)
  calmOnes.delete(place.id)
  const before = gap ? undefined : await lastMeasured(deps, place.id, now)
  const events = before !== undefined && saysTheSame(before, measured) ? [] : [eventOf(measured)]
  const writes = [addReading(row), ...lost(deps, place, before, measured)]
  try {
    const { ladder } = await settle(deps, place, { events, writes })
    if (restsWith(ladder, measured)) calmOnes.set(place.id, measured)
  } catch (cause) {
    if (!isHad(cause)) throw cause
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
