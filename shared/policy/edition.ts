/**
 * A named set of documents, parameters and rules. Its id ends in a hash of what it holds, is stamped on every verdict, and
 * finds the same set again: an inspection is judged by the law of its moment, whenever it arrives.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Facts } from '../facts.ts'
import { Fault } from '../fault.ts'
import type { Instant } from '../instant.ts'
import { documents } from './documents.ts'
import { numbersOf, type Numbers } from './numbers.ts'
import { parameters, type Parameters } from './parameters.ts'
import type { Modifier, Rule } from './rule.ts'
import { law, modifiers, type Chapter } from './rules/index.ts'
import { begins, bySpan, isInForce } from './spans.ts'

export type LawInForce = { readonly chapters: readonly (readonly Rule[])[]; readonly modifiers: readonly Modifier[] }

export type Edition = {
  readonly id: string
  readonly name: string
  readonly from: string
  readonly parameters: Parameters
  readonly numbersAt: (now: Instant) => Numbers
  readonly lawAt: (now: Instant) => LawInForce
  /** Only where a lower level proposes to read the facts in its own way (overlay-edition.ts). */
  readonly read?: (facts: Facts, now: Instant) => Facts
}

/** JSON with sorted keys, so that the order in which the source is written says nothing. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )

const rulesOf = (chapters: readonly Chapter[]): readonly Rule[] =>
  chapters.flatMap(({ lines }) => lines.map(({ rule }) => rule))

function lawBetween(from: Instant): LawInForce {
  const holds = ({ rule }: { rule: Rule | Modifier }) => isInForce(rule.inForce, from)
  return {
    chapters: law.map(({ lines }) => lines.filter(holds).map(({ rule }) => rule)),
    modifiers: modifiers.filter(holds).map(({ rule }) => rule),
  }
}

export function makeEdition(name: string, from: string, numbers: Parameters): Edition {
  const rules: readonly (Rule | Modifier)[] = [...rulesOf(law), ...modifiers.map(({ rule }) => rule)]
  const content = {
    documents,
    parameters: numbers,
    rules: rules.map(({ id, clauses, inForce }) => [id, clauses, inForce]),
  }
  const hash = bytesToHex(sha256(utf8ToBytes(canonical(content)))).slice(0, 8)
  const periods = rules.map(({ inForce }) => inForce)
  return {
    id: `${name}.${hash}`,
    name,
    from,
    parameters: numbers,
    numbersAt: numbersOf(numbers),
    lawAt: bySpan(periods, lawBetween),
  }
}

/** Oldest first. */
export const editions: readonly [Edition, ...Edition[]] = [
  makeEdition('2022-05-JZ20-1', '2022-04-23T00:00:00+08:00', parameters),
]

const inForceAt = bySpan(
  editions,
  (from) => editions.findLast((edition) => begins(edition.from) <= from) ?? editions[0],
)

/** The edition of that moment; before the first one, the first. */
export const editionInForce = (now: Instant): Edition => inForceAt(now)

/** @throws Fault not-found, ED-01 */
export function getEdition(id: string): Edition {
  const found = editions.find((edition) => edition.id === id)
  if (found) return found
  const known = editions.map((edition) => edition.id).join(', ')
  throw new Fault('not-found', 'ED-01', `no edition ${id}; known: ${known}`, { path: 'edition' })
}
