import { Fault } from '../../shared/fault.ts'
import type { Deps } from '../deps.ts'
import { openList } from '../store/status-lists.ts'

/** Where the list is published; stands in the pass, so it never changes for a list. */
export const statusUri = (origin: string, list: number): string => `${origin}/status/${list}`

/** A place by chance on the list that takes passes now, so that neighbours say nothing of each other; it may be taken. */
export async function placeOnList(deps: Deps): Promise<{ list: number; idx: number }> {
  const [list] = await deps.db.all(openList())
  if (list === undefined) throw new Fault('broken', 'ST-01', 'no status list is open')
  const bytes = deps.random(4)
  const chance = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0)
  return { list: list.id, idx: chance % list.size }
}
