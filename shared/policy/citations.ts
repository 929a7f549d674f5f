import type { ClauseRef } from './documents.ts'
import { parameters, type Dated } from './parameters.ts'
import { law, modifiers } from './rules/index.ts'
import { transferPointEntry } from './rules/transfer-point-entry.ts'

/** Who cites an article: ids of rules and modifiers, names of parameters. */
export function citations(): ReadonlyMap<ClauseRef, readonly string[]> {
  const cited = new Map<ClauseRef, string[]>()
  const note = (ref: ClauseRef, by: string) => cited.set(ref, [...new Set([...(cited.get(ref) ?? []), by])])
  const demands = [...law.flatMap(({ lines }) => lines), ...modifiers].map(({ rule }) => rule)
  for (const { id, clauses } of [...demands, transferPointEntry]) for (const ref of clauses) note(ref, id)
  for (const [name, { values }] of Object.entries<Dated<number | string>>(parameters))
    for (const { clause } of values) if (clause) note(clause, name)
  return cited
}
