import type { CheckpointRow } from '../store/checkpoints.ts'
import type { TripRow } from '../store/trips.ts'

/** A city's or a province's code stands for all within it. */
const within = (county: string, region: string): boolean => {
  const known = region.endsWith('0000') ? region.slice(0, 2) : region.endsWith('00') ? region.slice(0, 4) : region
  return county.startsWith(known)
}

function regionsAhead({ via, to_region: to }: Pick<TripRow, 'via' | 'to_region'>): readonly string[] {
  const stops: string[] = JSON.parse(via)
  return [...stops, to]
}

/**
 * The checkpoints a truck may come to next: the one its registration names and those in the counties it goes through and to.
 * Where none of these is known, every other one that is open: rather one too many than one that lets it through unknowing.
 */
export function checkpointsAhead(
  trip: Pick<TripRow, 'via' | 'to_region' | 'checkpoint_id'> | undefined,
  releasedAt: string | undefined,
  checkpoints: readonly CheckpointRow[],
): readonly CheckpointRow[] {
  const others = checkpoints.filter(({ id, active }) => active === 1 && id !== releasedAt)
  if (trip === undefined) return others
  const regions = regionsAhead(trip)
  const known = others.filter(
    ({ id, county }) => id === trip.checkpoint_id || regions.some((region) => within(county, region)),
  )
  return known.length > 0 ? known : others
}
