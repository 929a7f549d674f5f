import { sql as raw } from 'kysely'
import type { CompiledQuery } from 'kysely'
import type { AuditRow, ChainEnd } from '../../shared/audit/entry.ts'
import type { SignedHead } from '../../shared/audit/head.ts'
import { sql } from './db.ts'
import type { Db, Write } from './db.ts'

/** Where the log ends now; nothing = it is empty. */
export const endOfAudit = (): CompiledQuery<ChainEnd & { at: number }> =>
  sql.selectFrom('audit').select(['seq', 'mac', 'at']).orderBy('seq', 'desc').limit(1).compile()

/** Fails with Taken('audit.seq') unless the row follows the newest one: a trigger sees to it. */
export const addToAudit = (row: AuditRow): Write => sql.insertInto('audit').values(row).compile()

/** The newest entry that is signed; nothing = none is. */
export const newestHead = (): CompiledQuery<SignedHead> =>
  sql.selectFrom('audit_head').selectAll().orderBy('seq', 'desc').limit(1).compile()

export const headsAfter = (seq: number): CompiledQuery<SignedHead> =>
  sql.selectFrom('audit_head').selectAll().where('seq', '>', seq).orderBy('seq').compile()

/** Those after one entry, up to and with another. */
export const headsWithin = (after: number, to: number): CompiledQuery<SignedHead> =>
  sql.selectFrom('audit_head').selectAll().where('seq', '>', after).where('seq', '<=', to).orderBy('seq').compile()

/** Fails with Taken('audit_head.seq') unless it is newer than the others and tells of an entry that is there. */
export const addHead = (head: SignedHead): Write => sql.insertInto('audit_head').values(head).compile()

export const auditEntry = (seq: number): CompiledQuery<AuditRow> =>
  sql.selectFrom('audit').selectAll().where('seq', '=', seq).compile()

/** In the order of the chain. */
export const auditAfter = (seq: number, most: number): CompiledQuery<AuditRow> =>
  sql.selectFrom('audit').selectAll().where('seq', '>', seq).orderBy('seq').limit(most).compile()

const pageSize = 1000

/** Every entry in the order of the chain, page by page. */
export async function* auditPages(db: Pick<Db, 'all'>): AsyncGenerator<AuditRow[]> {
  let after = 0
  for (;;) {
    const rows = await db.all(auditAfter(after, pageSize))
    const last = rows.at(-1)
    if (last === undefined) return
    yield rows
    after = last.seq
  }
}

/** What keeps the log append-only in the database itself. */
const triggers = ['follows', 'is_not_changed', 'is_not_deleted']
const locks = ['audit', 'audit_head'].flatMap((table) => triggers.map((trigger) => `${table}_${trigger}`))

/** `none`: the database is older than the log; `lost`: it had one; `unlocked`: a trigger is gone. */
export async function stateOfAudit(db: Pick<Db, 'all'>): Promise<'none' | 'lost' | 'unlocked' | 'locked'> {
  const made = raw<{ name: string }>`select name from sqlite_master union all select name from migration`
  const found = (await db.all(made.compile(sql))).map(({ name }) => name)
  if (!found.includes('audit')) return found.includes('0003-audit.sql') ? 'lost' : 'none'
  return locks.every((lock) => found.includes(lock)) ? 'locked' : 'unlocked'
}
