import type { AuditEntry } from '../../shared/audit/entry.ts'
import type { Instant } from '../../shared/instant.ts'
import { showPlate } from '../../shared/identity/plate.ts'
import type { Deps } from '../deps.ts'
import type { Write } from '../store/db.ts'
import { suspendNow } from '../store/lists.ts'
import { entriesInForce } from './lists-in-force.ts'
import { tell } from './tell.ts'

/** `persons`: those who had such an entry; an appeal is opened for them (A11). */
export type Review = { writes: readonly Write[]; suspended: readonly string[]; persons: readonly string[] }

/**
 * A red seen at a checkpoint (R44, A11): the drivers' entries of these persons in force are suspended until somebody has looked, and
 * the two offices are told. None of these writes can be refused, so that an inspection is recorded whatever else happens.
 */
export async function suspendForReview(
  deps: Deps,
  persons: readonly string[],
  inspection: { id: string; plate: string; at: Instant },
): Promise<Review> {
  const held = await entriesInForce(deps, persons, deps.now())
  const entries = [...held.values()].flat().filter(({ list }) => list === 'W1')
  const writes = entries.flatMap(({ id }) => [
    ...suspendNow(id, { at: deps.now(), reason: 'red-seen', source: inspection.id }),
    ...tell(
      deps,
      {
        kind: 'list-suspended',
        about: `${id}/${inspection.id}`,
        urgent: true,
        article: 'henan-notice-13#6',
        words: {
          zh: `${showPlate(inspection.plate)}司机在卡口见红码，白名单已暂停，请复核；申诉请优先受理`,
          en: `${showPlate(inspection.plate)}: a red was seen of a white-listed driver; the entry is suspended. Review it, and take an appeal first`,
        },
      },
      [
        { audience: 'list-officer', ref: null, channel: 'screen' },
        { audience: 'appeal-officer', ref: null, channel: 'screen' },
      ],
    ),
  ])
  const listed = [...held].filter(([, own]) => own.some(({ list }) => list === 'W1')).map(([person]) => person)
  return { writes, suspended: entries.map(({ id }) => id), persons: listed }
}

/** The log tells of what was suspended by itself, and which phone saw the red. */
export const reviewEntries = (suspended: readonly string[], device: string | null): readonly AuditEntry[] =>
  suspended.map((subject) => ({
    by: { id: 'system', role: 'system', device },
    action: 'list-suspended',
    subject,
    reason: 'red-seen',
  }))
