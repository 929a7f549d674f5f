import { newestOnly } from './newest-only.ts'
import type { Beside, Store } from './store.ts'

const listOf = (kept: unknown): readonly unknown[] => (Array.isArray(kept) ? kept : [])
const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
const idOf = (session: unknown): unknown => member(session, 'id')
const recordsOf = (session: unknown): readonly unknown[] => listOf(member(session, 'records')).map(idOf)
const byId = (sessions: readonly unknown[]) => new Map(sessions.map((session) => [idOf(session), session]))

type Change = { readonly of: Beside; readonly failed: () => void }

/** Another page of this phone has gone on with this truck: what is judged here of it is not recorded. */
export class GoneOn extends Error {}

/**
 * The trucks that wait beside, on the disk. Another page of this phone has trucks of its own: those that this page never saw are
 * written back as they were, so that neither loses a truck of the other's. A truck that both have is the page's that recorded or
 * finished it first.
 */
export function parkedHere(store: Pick<Store, 'read' | 'alter'>) {
  let mine = new Map<unknown, unknown>()
  let onDisk = new Map<unknown, unknown>()
  const seen = new Set<unknown>()
  /** Gone on with by another page, as they stand there; `undefined` = finished there. */
  const elsewhere = new Map<unknown, unknown>()
  const timesGone = new Map<unknown, number>()

  const isAhead = (id: unknown, there: unknown): boolean => {
    const known = [...recordsOf(mine.get(id)), ...recordsOf(onDisk.get(id))]
    return recordsOf(there).some((record) => !known.includes(record))
  }

  function noteElsewhere(there: ReadonlyMap<unknown, unknown>) {
    for (const id of new Set([...onDisk.keys(), ...mine.keys()])) {
      const isGone = there.has(id) ? isAhead(id, there.get(id)) : onDisk.has(id)
      if (!isGone) continue
      elsewhere.set(id, there.get(id))
      timesGone.set(id, (timesGone.get(id) ?? 0) + 1)
    }
  }

  /** One change of what the disk has; `failed`: it is as it was. */
  function change(): Change {
    const before = onDisk
    return {
      of: (kept) => {
        const there = byId(listOf(kept))
        noteElsewhere(there)
        const own = [...mine].filter(([id]) => !elsewhere.has(id))
        const others = [...there].filter(([id]) => elsewhere.has(id) || !(seen.has(id) || mine.has(id)))
        onDisk = new Map([...own, ...others])
        return [...onDisk.values()]
      },
      failed: () => void (onDisk = before),
    }
  }

  const write = newestOnly(async () => {
    const { of, failed } = change()
    // A full disk: they stay in this page.
    await store.alter('parked', of).catch(failed)
  })

  return {
    async read(): Promise<unknown> {
      const kept = listOf(await store.read('parked'))
      onDisk = byId(kept)
      for (const id of onDisk.keys()) seen.add(id)
      return kept
    },
    write(parked: unknown): Promise<void> {
      mine = byId(listOf(parked))
      for (const id of mine.keys()) seen.add(id)
      return write(undefined)
    },
    /** With a record made now of this truck, in the same write: neither is on the disk without the other. */
    besideRecord(session: string): Change {
      const { of, failed } = change()
      const [wasGone, times] = [elsewhere.has(session), timesGone.get(session)]
      return {
        of: (kept) => {
          const all = of(kept)
          if (wasGone || timesGone.get(session) !== times) throw new GoneOn()
          return all
        },
        failed,
      }
    },
    /** What another page has gone on with, as it stands there; from here on this page goes by that. */
    takeElsewhere(): ReadonlyMap<unknown, unknown> {
      const taken = new Map(elsewhere)
      elsewhere.clear()
      for (const [id, session] of taken)
        if (session === undefined) mine.delete(id)
        else if (mine.has(id)) mine.set(id, session)
      return taken
    },
  }
}
