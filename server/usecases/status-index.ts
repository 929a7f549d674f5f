import { listSize } from '../../shared/credential/status-list.ts'
import { day } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import { Taken } from '../store/db.ts'
import { newestList, openAgain, openNextList, takenAmong } from '../store/status-lists.ts'
import type { StatusListRow } from '../store/status-lists.ts'

/** Where the list is published; stands in the pass, so it never changes for a list. */
export const statusUri = (origin: string, list: number): string => `${origin}/status/${list}`

/** A list takes passes for so long: then it dies soon after them, and nobody fetches the places of the long gone. */
const takesPassesFor = 10 * day
/** Beyond this share a free place is hard to meet by chance. */
const full = 7 / 8
/** So many places are looked at at once: that all are taken on a list nearly full happens once in 72 times. */
const looks = 32

/**
 * A free place by chance on the list that takes passes now, so that neighbours say nothing of each other. Somebody may be first
 * there: then the commit is `Taken` and one asks again. A list that is full, old or missing makes room for the next.
 */
export async function placeOnList(deps: Deps): Promise<{ list: number; idx: number }> {
  for (;;) {
    const [list] = await deps.db.all(newestList())
    const idx = list === undefined || hasToClose(list, deps.now()) ? undefined : await freePlace(deps, list)
    if (list !== undefined && idx !== undefined) return { list: list.id, idx }
    await openNext(deps, list?.id ?? 0)
  }
}

const hasToClose = ({ closed_at: closedAt, issued, size, opened_at: openedAt }: StatusListRow, now: Instant): boolean =>
  closedAt !== null || issued >= size * full || (issued > 0 && now - openedAt > takesPassesFor)

async function freePlace(deps: Deps, list: StatusListRow): Promise<number | undefined> {
  if (list.issued === 0 && deps.now() - list.opened_at > day) await deps.db.commit([openAgain(list.id, deps.now())])
  const { buffer, byteOffset } = deps.random(4 * looks)
  const chance = new DataView(buffer, byteOffset, 4 * looks)
  const places = Array.from({ length: looks }, (_, nth) => chance.getUint32(4 * nth) % list.size)
  const taken = new Set((await deps.db.all(takenAmong(list.id, places))).map(({ idx }) => idx))
  return places.find((place) => !taken.has(place))
}

/** Whoever is second uses what the first opened. */
async function openNext(deps: Deps, after: number): Promise<void> {
  try {
    await deps.db.commit(openNextList(after, listSize, deps.now()))
  } catch (cause) {
    if (!(cause instanceof Taken)) throw cause
  }
}
