import { highestStep, type Incident } from '../../shared/congestion/incident.ts'
import { waitsOf } from '../../shared/congestion/level.ts'
import type { CongestionNumbers } from '../../shared/congestion/numbers.ts'
import { minute, type Instant } from '../../shared/instant.ts'
import { regionName } from '../../shared/identity/region.ts'
import type { Situation } from '../../shared/wording/congestion.ts'
import type { Deps } from '../deps.ts'
import type { CheckpointRow } from '../store/checkpoints.ts'
import { lastReadingOf } from '../store/queue.ts'
import { ladderNumbersAt } from './congestion-law.ts'
import { incidentEventOf } from './congestion-log.ts'
import type { Read } from './congestion-log.ts'

export type Seen = { waitMinutes: number | null; metres: number | null }

/** The newest of what was reckoned and what somebody said. */
export async function seenAt(deps: Pick<Deps, 'db'>, checkpoint: string, { rows }: Pick<Read, 'rows'>): Promise<Seen> {
  const [reading] = await deps.db.all(lastReadingOf(checkpoint))
  const events = rows.flatMap((row) => incidentEventOf(row) ?? [])
  const said = events.findLast((event) => event.kind === 'reported')
  const measured = events.findLast((event) => event.kind === 'measured')
  const base =
    measured !== undefined && measured.at >= (reading?.at ?? 0)
      ? { at: measured.at, waitMinutes: measured.waitMinutes, metres: measured.metres }
      : { at: reading?.at ?? 0, waitMinutes: reading?.wait ?? null, metres: reading?.metres ?? null }
  if (said === undefined || said.knownAt < base.at) return base
  return { waitMinutes: said.waitMinutes ?? base.waitMinutes, metres: said.metres ?? base.metres }
}

/** A step goes up a little before its time, for who stands there will be over it: 「超20分钟」 with 19 minutes would be no news to believe. */
const raisedBefore = 2

function waitToTell(waitMinutes: number, { rows }: Pick<Read, 'rows'>, numbers: CongestionNumbers): number {
  const measured = rows.flatMap((row) => incidentEventOf(row) ?? []).findLast((event) => event.kind === 'measured')
  const limit = waitsOf(numbers)[(measured?.level ?? 0) - 1] ?? 0
  return Math.floor(waitMinutes > limit - raisedBefore ? Math.max(waitMinutes, limit) : waitMinutes)
}

type Given = { incident: Incident; read: Read; now: Instant }

export async function situationOf(
  deps: Deps,
  place: CheckpointRow,
  { incident, read, now }: Given,
): Promise<Situation> {
  const seen = await seenAt(deps, place.id, read)
  const lasted = Math.floor(((incident.endedAt ?? now) - incident.startedAt) / minute)
  const numbers = ladderNumbersAt(deps, now)
  const wait = waitToTell(seen.waitMinutes ?? 0, read, numbers)
  const clock = numbers.congestionClock
  return {
    checkpoint: place.name,
    county: regionName(place.county) ?? place.county,
    minutes: clock === 'wait' ? wait : clock === 'incident' ? lasted : Math.max(wait, lasted),
    metres: seen.metres,
    startedAt: incident.startedAt,
    endedAt: incident.endedAt,
    lastedMinutes: Math.max(lasted, 0),
    highest: highestStep(incident),
    late: false,
    numbers,
  }
}
