import { newestOnly } from './newest-only.ts'
import type { Store } from './store.ts'

const idOf = (session: unknown): unknown =>
  typeof session === 'object' && session !== null && 'id' in session ? session.id : undefined
const listOf = (kept: unknown): readonly unknown[] => (Array.isArray(kept) ? kept : [])

/**
 * The trucks that wait beside, on the disk. Another page of this phone has trucks of its own: those that this page never saw are
 * written back as they were, so that neither loses a truck of the other's.
 */
export function parkedHere(store: Pick<Store, 'read' | 'write'>) {
  const seen = new Set<unknown>()
  const see = (sessions: readonly unknown[]) => sessions.forEach((session) => seen.add(idOf(session)))
  return {
    async read(): Promise<unknown> {
      const kept = listOf(await store.read('parked'))
      see(kept)
      return kept
    },
    write: newestOnly(async (parked: unknown) => {
      const mine = listOf(parked)
      see(mine)
      try {
        const others = listOf(await store.read('parked')).filter((session) => !seen.has(idOf(session)))
        await store.write('parked', [...mine, ...others])
      } catch {
        // A full disk: they stay in this page.
      }
    }),
  }
}
