/**
 * A named set of documents, parameters and rules. Its id ends in a hash of what it holds, is stamped on every verdict, and
 * finds the same set again: an inspection is judged by the law of its moment, whenever it arrives.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Facts } from '../facts.ts'
import { Fault } from '../fault.ts'
import type { Instant } from '../instant.ts'
import type { Amendment } from './amendment.ts'
import { documents } from './documents.ts'
import { numbersOf, type Numbers } from './numbers.ts'
import { parameters, type Dated, type Parameters } from './parameters.ts'
import type { Modifier, Rule } from './rule.ts'
import { law, modifiers, type Chapter } from './rules/index.ts'
import { begins, bySpan, isInForce, type InForce } from './spans.ts'

export type LawInForce = { readonly chapters: readonly (readonly Rule[])[]; readonly modifiers: readonly Modifier[] }

export type Edition = {
  readonly id: string
  readonly name: string
  readonly from: string
  readonly parameters: Parameters
  /** Published over the program's own law, in the order in which they took effect. */
  readonly amendments?: readonly Amendment[]
  readonly numbersAt: (now: Instant) => Numbers
  readonly lawAt: (now: Instant) => LawInForce
  /** Its numbers alone, as if they had always been in force: for a proof or a trial of what they will mean. */
  readonly settled?: true
  /** Only where a lower level proposes to read the facts in its own way (overlay-edition.ts). */
  readonly read?: (facts: Facts, now: Instant) => Facts
}

/** As it will judge once no test from before it is left. */
export const settled = (edition: Edition): Edition => ({ ...edition, settled: true })

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

/** Everything that an edition's id is the fingerprint of. */
export type EditionContent = {
  readonly documents: unknown
  readonly parameters: { readonly [name: string]: Dated<number | string> }
  readonly rules: readonly (readonly [id: string, clauses: readonly string[], inForce: InForce])[]
  readonly amendments?: readonly unknown[]
}

const everyDemand: readonly (Rule | Modifier)[] = [...rulesOf(law), ...modifiers.map(({ rule }) => rule)]

/** As of this program: what it knows as documents and rules, with the edition's numbers. */
export const contentOf = (numbers: Parameters, amendments: readonly Amendment[] = []): EditionContent => ({
  documents,
  parameters: numbers,
  rules: everyDemand.map(({ id, clauses, inForce }) => [id, clauses, inForce] as const),
  ...(amendments.length === 0 ? {} : { amendments }),
})

export const fingerprint = (content: unknown): string => bytesToHex(sha256(utf8ToBytes(canonical(content)))).slice(0, 8)

export function makeEdition(
  name: string,
  from: string,
  numbers: Parameters,
  amendments: readonly Amendment[] = [],
): Edition {
  let id: string | undefined
  return {
    // Taken when it is first asked for: a page that only opens need not wait for it.
    get id() {
      return (id ??= `${name}.${fingerprint(contentOf(numbers, amendments))}`)
    },
    name,
    from,
    parameters: numbers,
    ...(amendments.length === 0 ? {} : { amendments }),
    numbersAt: numbersOf(numbers),
    lawAt: programLawAt,
  }
}

/** The rules in force at a moment, as this program brings them. */
export const programLawAt = bySpan(
  everyDemand.map(({ inForce }) => inForce),
  lawBetween,
)

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
