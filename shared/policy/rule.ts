import type { ClauseRef } from './documents.ts'
import type { Situation } from './situation.ts'
import type { Cited, Finding, ModifierId, Row, Task } from './verdict.ts'

type Demand = {
  /** The file's name. */
  readonly id: string
  readonly clauses: readonly [ClauseRef, ...ClauseRef[]]
  /** Paragraph of the first clause. */
  readonly part?: number
  /** What the clauses do not say and we propose. */
  readonly proposal?: string
  /** Half-open. */
  readonly inForce: { readonly from: string; readonly until?: string }
}

/** One demand of the documents. It may not guess, and it may not throw: what it lacks, another rule asks for. */
export type Rule = Demand & {
  readonly row: Row
  readonly judge: (situation: Situation) => readonly Finding[]
}

/** What the rules decided, for a modifier to look at; it never changes the row. */
export type Decided = { readonly row: Row; readonly findings: readonly (Cited | null)[] }

export type Modifier = Demand & {
  readonly modifier: ModifierId
  readonly applies: (situation: Situation, decided: Decided) => boolean
  readonly task?: Task
}
