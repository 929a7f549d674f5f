import { listSize } from '../../shared/credential/status-list.ts'
import { day } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import { Taken } from '../store/db.ts'
import { newestList, openAgain, openNextList, takenWithin } from '../store/status-lists.ts'
import type { StatusListRow } from '../store/status-lists.ts'

/** Where the list is published; stands in the pass, so it never changes for a list. */
export const statusUri = (origin: string, list: number): string => `${origin}/status/${list}`

/** A list takes passes for so long: then it dies soon after them, and nobody fetches the places of the long gone. */
const takesPassesFor = 10 * day
/** A list with few free places costs as much as one with none, and is smaller for each pass the fuller it is. */
const full = 31 / 32
/** So many neighbouring places are looked at at once, and so many stretches before a list counts as full. */
const looks = { places: 512, stretches: 20 }

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

/** One of the free ones in a stretch that lies anywhere; where it is taken whole, in another. */
async function freePlace(deps: Deps, list: StatusListRow): Promise<number | undefined> {
  const now = deps.now()
  if (list.issued === 0 && now - list.opened_at > day) await deps.db.commit([openAgain(list.id, now)])
  for (let tries = 0; tries < looks.stretches; tries++) {
    const from = chance(deps, Math.ceil(list.size / looks.places)) * looks.places
    const stretch = { from, to: Math.min(from + looks.places, list.size) }
    const taken = new Set((await deps.db.all(takenWithin(list.id, stretch))).map(({ idx }) => idx))
    const free = Array.from({ length: stretch.to - from }, (_, nth) => from + nth).filter((place) => !taken.has(place))
    if (free.length > 0) return free[chance(deps, free.length)]
  }
  return undefined
}

/** 0 to below `most`; what the remainder favours is one in thousands. */
function chance(deps: Deps, most: number): number {
  const { buffer, byteOffset } = deps.random(4)
  return new DataView(buffer, byteOffset, 4).getUint32(0) % most
}

/** Whoever is second uses what the first opened. */
async function openNext(deps: Deps, after: number): Promise<void> {
  try {
    await deps.db.commit(openNextList(after, listSize, deps.now()))
  } catch (cause) {
    if (!(cause instanceof Taken)) throw cause
  }
}
