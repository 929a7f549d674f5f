import { isRunning } from '../../shared/congestion/incident.ts'
import { isClear, type Measured } from '../../shared/congestion/incident-events.ts'
import type { Ladder } from '../../shared/congestion/ladder.ts'
import { plus, type Instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import { Taken } from '../store/db.ts'
import { addReading, stirredSince } from '../store/queue.ts'
import type { ReadingRow } from '../store/queue.ts'
import { pause } from './in-slices.ts'
import { readAgain } from './queue-live.ts'

/** What one server remembers from look to look; another, or the same after a restart, looks at everything once. */
type Remembered = { lookedAt: Instant | undefined; calm: Map<string, Measured> }
const remembered = new WeakMap<Deps, Remembered>()

function memoryOf(deps: Deps): Remembered {
  const before = remembered.get(deps)
  if (before !== undefined) return before
  const fresh = { lookedAt: undefined, calm: new Map<string, Measured>() }
  remembered.set(deps, fresh)
  return fresh
}

/** What was measured last where nothing was going on. */
export const calmOnesOf = (deps: Deps): Map<string, Measured> => memoryOf(deps).calm

/** Since when nothing has come in; undefined = something has, or this server never looked before. */
export type Silence = { readonly uploads: Instant | undefined; readonly deeds: Instant | undefined }

export async function silenceSinceLastLook(deps: Deps, now: Instant): Promise<(checkpoint: string) => Silence> {
  const memory = memoryOf(deps)
  const { lookedAt } = memory
  memory.lookedAt = now
  if (lookedAt === undefined || lookedAt > now) return () => ({ uploads: undefined, deeds: undefined })
  const rows = await deps.db.all(stirredSince(plus(lookedAt, -readAgain)))
  const stirred = new Map(rows.map((row) => [row.id, row]))
  const since = (flag: 0 | 1 | undefined) => (flag === 1 ? undefined : lookedAt)
  return (checkpoint) => {
    const row = stirred.get(checkpoint)
    return { uploads: since(row?.uploads), deeds: since(row?.deeds) }
  }
}

/** Nothing is going on and time alone changes nothing: as long as the same is measured there is nothing to do. */
export const restsWith = ({ incident, candidate, next }: Ladder, measured: Measured): boolean =>
  next === null &&
  candidate === null &&
  !isRunning(incident) &&
  isClear(measured) &&
  measured.level === 0 &&
  !measured.overKilometre &&
  measured.lostSince === null

/** Another server has this moment. */
export const isHad = (cause: unknown): boolean => cause instanceof Taken && cause.on.startsWith('queue_reading')

const together = 200

/** Where they cannot be kept together each is tried alone: one that fails, or that another server has, leaves the others. */
export async function keepReadings(deps: Deps, rows: readonly ReadingRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += together) {
    const part = rows.slice(from, from + together)
    await deps.db.commit(part.map(addReading)).catch(async () => {
      for (const row of part) await keepOne(deps, row)
    })
    await pause()
  }
}

async function keepOne(deps: Deps, row: ReadingRow): Promise<void> {
  try {
    await deps.db.commit([addReading(row)])
  } catch (cause) {
    if (!isHad(cause)) lookFailed(deps, row.checkpoint_id, cause)
  }
}

export const lookFailed = (deps: Pick<Deps, 'log'>, checkpoint: string, cause: unknown): void =>
  deps.log('congestion-failed', { checkpoint, error: cause instanceof Error ? cause.name : typeof cause })
