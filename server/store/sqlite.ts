import SqliteFile from 'better-sqlite3'
import type { Database, Statement } from 'better-sqlite3'
import { Fault } from '../../shared/fault.ts'
import type { Db, Write } from './db.ts'
import type { Migratable } from './migrate.ts'
import { bindable } from './parameters.ts'
import { refusal } from './refusals.ts'

export type SqliteDb = Db & Migratable & { close(): void }

/** How long a write waits for that of another process, milliseconds; nobody is answered meanwhile. */
const usualWait = 2000

/** `':memory:'`, a file, or the bytes of one to be held in memory. FULL is set aloud: better-sqlite3 is built with NORMAL, which may lose the last commits with the power. */
export function openSqlite(from: string | Buffer, wait = usualWait): SqliteDb {
  const file = new SqliteFile(from)
  file.pragma('journal_mode = WAL')
  file.pragma('synchronous = FULL')
  file.pragma('foreign_keys = ON')
  file.pragma(`busy_timeout = ${wait}`)
  const prepare = statements(file)
  const listeners = new Set<() => void>()
  const waiting = groupCommit(file, prepare, () => listeners.forEach((tell) => tell()))
  return {
    async all<Row>(query: { sql: string; parameters: readonly unknown[] }): Promise<Row[]> {
      try {
        const statement = prepare(query.sql)
        if (!statement.readonly) throw new Fault('broken', 'DB-04', 'all() reads only; a write goes through commit()')
        return statement.all(...bindable(query.parameters))
      } catch (cause) {
        throw refusal(cause)
      }
    },
    commit: (writes) => waiting.add(writes),
    whenCommitted(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    ...migratable(file),
    close() {
      waiting.flush()
      file.close()
    },
  }
}

/** Lists of `in (?, ?, …)` differ in length, so the texts are many; the least lately used leave. */
const most = 400

/** `never` rows fit whatever row type the query promises. */
type Prepare = (text: string) => Statement<unknown[], never>

function statements(file: Database): Prepare {
  const kept = new Map<string, Statement<unknown[], never>>()
  return (text) => {
    const statement = kept.get(text) ?? file.prepare<unknown[], never>(text)
    kept.delete(text)
    kept.set(text, statement)
    if (kept.size > most) kept.delete(kept.keys().next().value!)
    return statement
  }
}

type Caller = { writes: readonly Write[]; done: () => void; failed: (cause: unknown) => void }

/**
 * All commits of one event-loop turn share one transaction and so one fsync; each has a savepoint and fails alone. A caller
 * hears of success only after COMMIT. Shutting the file flushes first.
 */
function groupCommit(file: Database, prepare: Prepare, committed: () => void) {
  let queue: Caller[] = []
  function flush(): void {
    const callers = queue
    queue = []
    if (callers.length === 0) return
    try {
      for (const settle of runTogether(file, callers, prepare)) settle()
      committed()
    } catch (cause) {
      if (file.inTransaction) file.exec('ROLLBACK')
      for (const caller of callers) caller.failed(refusal(cause))
    }
  }
  return {
    flush,
    add: (writes: readonly Write[]) =>
      new Promise<void>((done, failed) => {
        if (queue.push({ writes, done, failed }) === 1) setImmediate(flush)
      }),
  }
}

/** How to answer each caller, once all is durable. Throws when the transaction as a whole is lost. */
function runTogether(file: Database, callers: readonly Caller[], prepare: Prepare): (() => void)[] {
  file.exec('BEGIN IMMEDIATE')
  const answers = callers.map(({ writes, done, failed }) => {
    file.exec('SAVEPOINT caller')
    try {
      for (const write of writes) run(prepare(write.sql), write.parameters)
      file.exec('RELEASE caller')
      return done
    } catch (cause) {
      // A full disk ends the whole transaction; then nobody's savepoint is left to go back to.
      if (!file.inTransaction) throw cause
      file.exec('ROLLBACK TO caller; RELEASE caller')
      return () => failed(refusal(cause))
    }
  })
  file.exec('COMMIT')
  return answers
}

function run(statement: Statement<unknown[], never>, parameters: readonly unknown[]): void {
  if (statement.reader) statement.all(...bindable(parameters))
  else statement.run(...bindable(parameters))
}

function migratable(file: Database): Migratable {
  return {
    async applied() {
      file.exec('CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY NOT NULL, checksum TEXT NOT NULL) STRICT')
      return file.prepare<[], { name: string; checksum: string }>('SELECT name, checksum FROM migration').all()
    },
    async apply(name, checksum, statements) {
      file
        .transaction(() => {
          file.prepare('INSERT INTO migration (name, checksum) VALUES (?, ?)').run(name, checksum)
          for (const statement of statements) file.exec(statement)
        })
        .immediate()
    },
  }
}
