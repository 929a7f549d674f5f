import { minute } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import { sql } from './db.ts'
import type { Db, Write } from './db.ts'

export type BoundTerminal = {
  id: string
  staff: string
  checkpoint: string
  lane: number
  publicJwk: string
  lastSeenAt: number | null
}

/** The terminal if it is bound still and its inspector not disabled. */
export async function findBoundTerminal(db: Db, id: string): Promise<BoundTerminal | undefined> {
  const query = sql
    .selectFrom('terminal')
    .innerJoin('staff', 'staff.id', 'terminal.staff_id')
    .select(['terminal.id', 'terminal.staff_id as staff', 'terminal.checkpoint_id as checkpoint', 'lane'])
    .select(['public_jwk as publicJwk', 'last_seen_at as lastSeenAt'])
    .where('terminal.id', '=', id)
    .where('released_at', 'is', null)
    .where('disabled_at', 'is', null)
  return (await db.all(query.compile()))[0]
}

/** "Last seen" is kept to the minute, so that a busy phone does not write at each call. */
export const seenLongAgo = (terminal: BoundTerminal, now: Instant): boolean =>
  terminal.lastSeenAt === null || now - terminal.lastSeenAt >= minute

export const markSeen = (id: string, now: Instant): Write =>
  sql
    .updateTable('terminal')
    .set({ last_seen_at: now })
    .where('id', '=', id)
    .where((row) => row.or([row('last_seen_at', 'is', null), row('last_seen_at', '<=', now - minute)]))
    .compile()
