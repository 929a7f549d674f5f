import type { Deps } from '../../server/deps.ts'
import { addCheckpointRow } from '../../server/store/checkpoints.ts'
import { setPlace } from '../../server/store/leads.ts'
import { addReading } from '../../server/store/queue.ts'
import { calm } from '../../shared/congestion/level.ts'
import { floorMinute, minute, plus } from '../../shared/instant.ts'

/** So many checkpoints with an hour of readings behind them. */
export async function fillPlaces(deps: Deps, count: number): Promise<void> {
  const now = floorMinute(deps.now())
  const counties = ['410822', '410823', '410821', '410882', '410825', '410883']
  for (let from = 0; from < count; from += 100) {
    const writes = Array.from({ length: Math.min(100, count - from) }, (_, nth) => from + nth).flatMap((n) => {
      const id = `JZ-B${String(n).padStart(4, '0')}`
      const place = { id, name: `${n}号站`, road: `G${n % 90}`, county: counties[n % 6] ?? '410822', lanes: 4 }
      const readings = Array.from({ length: 60 }, (_, m) =>
        addReading({
          checkpoint_id: id,
          at: plus(now, -m * minute),
          wait: 3 + (n % 9) + (m % 5),
          low: 2,
          high: 12,
          virtual: 6,
          vehicles: 4,
          metres: 80,
          confidence: 'high',
          lost_since: null,
          level: 0,
          over_kilometre: 0,
          condition: JSON.stringify(calm),
          known: 1,
        }),
      )
      return [
        addCheckpointRow({ ...place, active: 1, fictional: 1 }),
        setPlace(id, { lat: 35 + (n % 50) / 100, lon: 113 + Math.floor(n / 50) / 100 }),
        ...readings,
      ]
    })
    await deps.db.commit(writes)
  }
}
