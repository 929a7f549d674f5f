import type { Db } from './db.ts'
import type { Migratable } from './migrate.ts'
import { bindable } from './parameters.ts'
import { refusal } from './refusals.ts'

/** The part of Cloudflare's D1 binding that we use, so that nobody else needs its types. */
export interface D1 {
  prepare(text: string): D1Statement
  /** All or none: D1's only transaction. */
  batch(statements: D1Statement[]): Promise<unknown>
}
export interface D1Statement {
  bind(...parameters: unknown[]): D1Statement
  /** `never` rows fit whatever row type the query promises. */
  all(): Promise<{ results: never[] }>
}

export function openD1(d1: D1): Db & Migratable {
  const prepared = (query: { sql: string; parameters: readonly unknown[] }) =>
    d1.prepare(query.sql).bind(...bindable(query.parameters))
  return {
    async all<Row>(query: { sql: string; parameters: readonly unknown[] }): Promise<Row[]> {
      try {
        return (await prepared(query).all()).results
      } catch (cause) {
        throw refusal(cause)
      }
    },
    async commit(writes) {
      try {
        if (writes.length > 0) await d1.batch(writes.map(prepared))
      } catch (cause) {
        throw refusal(cause)
      }
    },
    ...migratable(d1),
  }
}

function migratable(d1: D1): Migratable {
  return {
    async applied() {
      const table =
        'CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY NOT NULL, checksum TEXT NOT NULL) STRICT'
      await d1.prepare(table).all()
      return (await d1.prepare('SELECT name, checksum FROM migration').all()).results
    },
    // The marker row comes first: of two isolates that migrate at once, one finds it taken and its whole batch falls.
    async apply(name, checksum, statements) {
      const marker = d1.prepare('INSERT INTO migration (name, checksum) VALUES (?, ?)').bind(name, checksum)
      await d1.batch([marker, ...statements.map((statement) => d1.prepare(statement))])
    },
  }
}
