import type { AnswerOf } from '../../schema/api/endpoint.ts'
import type { publicQueue as contract } from '../../schema/api/queue.ts'
import { isVague } from '../../shared/congestion/urgency.ts'
import { beijingIso, day, instant, minute, plus } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import { everyCheckpoint } from '../store/checkpoints.ts'
import { incidentsSince } from '../store/incidents.ts'
import { everyServicePlace } from '../store/places.ts'
import { openBlocks } from '../store/roads.ts'
import { publicView } from './places.ts'
import { lastReadings } from '../store/queue.ts'

/** Older than this it is no news. */
const stale = 3 * minute

/** What any driver may know of the waits; nothing is said where nothing is known. */
export async function publicQueue(deps: Deps): Promise<AnswerOf<typeof contract>> {
  const now = deps.now()
  const [places, readings, incidents, blocks, stops] = await Promise.all([
    deps.db.all(everyCheckpoint()),
    deps.db.all(lastReadings()),
    deps.db.all(incidentsSince(plus(now, -day))),
    deps.db.all(openBlocks()),
    deps.db.all(everyServicePlace()),
  ])
  return {
    at: beijingIso(now),
    blocks: blocks.map(({ kind, road, place, started_at: at, detour }) => ({
      kind,
      road,
      place,
      startedAt: beijingIso(instant(at)),
      detour,
    })),
    places: stops.map((row) => publicView(deps, row, now)),
    items: places
      .filter(({ active }) => active === 1)
      .map(({ id, name, road }) => {
        const row = readings.find((one) => one.checkpoint_id === id && one.at >= now - stale)
        const known = row !== undefined && row.known === 1 && row.lost_since === null && !isVague(row) ? row : undefined
        return {
          id,
          name,
          road,
          waitMinutes: known === undefined ? null : Math.round(known.wait),
          onArrivalMinutes: known === undefined ? null : Math.round(known.virtual),
          queueMetres: known === undefined ? null : Math.round(known.metres / 10) * 10,
          congested: incidents.some(
            (one) => one.checkpoint_id === id && one.started_at !== null && one.ended_at === null,
          ),
          asOf: known === undefined ? null : beijingIso(instant(known.at)),
        }
      }),
  }
}
