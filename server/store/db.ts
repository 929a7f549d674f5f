import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import type { CompiledQuery } from 'kysely'
import type { Tables } from '../../schema/tables.ts'

/** One change, decided beforehand. Made only by the functions of `store/`. */
export type Write = CompiledQuery

/**
 * The database port. D1 has no interactive transaction, so nothing may be decided inside one: a use case reads, decides, and
 * hands over one list of writes. Races are settled by unique constraints: the loser's whole commit fails with `Taken`.
 */
export interface Db {
  all<Row>(query: CompiledQuery<Row>): Promise<Row[]>
  /** Every write or none; resolves only when they are durable. */
  commit(writes: readonly Write[]): Promise<void>
  /** Called after each commit of this process, by whomever; answers how to stop. Another process is not heard. */
  whenCommitted?(listener: () => void): () => void
}

/** A unique constraint refused the commit: somebody was first. `on` is e.g. `terminal.staff_id`. */
export class Taken extends Error {
  readonly on: string
  constructor(on: string, cause?: unknown) {
    super(`already taken: ${on}`, { cause })
    this.name = 'Taken'
    this.on = on
  }
}

/** Kysely writes the SQL, typed; it never runs it. */
export const sql = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})
