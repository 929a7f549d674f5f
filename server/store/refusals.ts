import { Fault } from '../../shared/fault.ts'
import { Taken } from './db.ts'

const unique = /UNIQUE constraint failed: (?:index ')?([\w., ]+)/
/** Full disk, another writer, a disk or connection that fails: nothing was written, and trying again may help. */
const passing =
  /SQLITE_(FULL|BUSY|LOCKED|IOERR|READONLY|CANTOPEN|NOMEM)|disk is full|database is locked|D1_ERROR: (Network|Internal|D1 DB)/

/** What the database said, in the store's words. SQLite and D1 share their constraint messages. */
export function refusal(cause: unknown): Error {
  if (cause instanceof Fault || cause instanceof Taken) return cause
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const text = `${code} ${cause instanceof Error ? cause.message : String(cause)}`
  const taken = unique.exec(text)
  if (taken !== null) return new Taken(taken[1]!.trim(), cause)
  if (passing.test(text)) {
    return new Fault('unavailable', 'DB-01', 'the database cannot write just now', { cause, retryAfterSeconds: 5 })
  }
  if (/constraint failed|SQLITE_CONSTRAINT/i.test(text)) {
    return new Fault('broken', 'DB-03', 'a write broke a rule of the database', { cause })
  }
  return new Fault('broken', 'DB-02', 'the database did not understand', { cause })
}
