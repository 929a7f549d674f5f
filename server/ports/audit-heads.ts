import type { SignedHead } from '../../shared/audit/head.ts'

/** A place outside the database that keeps the signed heads of the log, so that a database cut short gives itself away. */
export interface AuditHeads {
  /** Number of the newest head it keeps; 0 = none. */
  last(): Promise<number>
  /** Resolves when they are durable. */
  keep(heads: readonly SignedHead[]): Promise<void>
}
