import { instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import type { CheckpointRow } from '../store/checkpoints.ts'
import type { Write } from '../store/db.ts'
import { addClosure, endClosures, lanesTold, openClosures } from '../store/regions.ts'
import type { LaneTold } from '../store/regions.ts'
import { newId } from './new-id.ts'

/** Which open checkpoints have every lane closed that was ever told of, since when; and which of those have one open again. */
export async function closureWrites(deps: Deps, places: readonly CheckpointRow[]): Promise<Write[]> {
  const now = deps.now()
  const [told, open] = await Promise.all([deps.db.all(lanesTold(now)), deps.db.all(openClosures())])
  const shut = new Map(open.filter(({ why }) => why === 'lanes').map((row) => [row.checkpoint_id, row]))
  const byPlace = new Map<string, LaneTold[]>()
  for (const lane of told) byPlace.set(lane.checkpoint, [...(byPlace.get(lane.checkpoint) ?? []), lane])
  return places
    .filter((place) => place.active === 1)
    .flatMap(({ id }): Write[] => {
      const lanes = byPlace.get(id) ?? []
      const isShut = lanes.length > 0 && lanes.every(({ kind }) => kind === 'lane-closed')
      const before = shut.get(id)
      if (isShut === (before !== undefined)) return []
      if (before === undefined) {
        const from = lastOf(lanes, 'lane-closed') ?? now
        return [addClosure({ id: newId(deps), checkpoint_id: id, why: 'lanes', from_at: from, to_at: null })]
      }
      // A lane that was said late to have been open all the time: then it was never closed.
      const opened = Math.max(before.from_at, lastOf(lanes, 'lane-open') ?? now)
      return [endClosures(id, 'lanes', instant(opened))]
    })
}

function lastOf(lanes: readonly LaneTold[], kind: LaneTold['kind']) {
  const times = lanes.filter((one) => one.kind === kind).map(({ at }) => at)
  return times.length === 0 ? undefined : instant(Math.max(...times))
}

/** What the register says: of a checkpoint that is closed, or opened again. */
export function registerWrites(deps: Deps, before: CheckpointRow, after: CheckpointRow): Write[] {
  if (before.active === after.active) return []
  const now = deps.now()
  if (after.active === 1) return [endClosures(after.id, 'checkpoint', now)]
  return [
    endClosures(after.id, 'lanes', now),
    addClosure({ id: newId(deps), checkpoint_id: after.id, why: 'checkpoint', from_at: now, to_at: null }),
  ]
}
