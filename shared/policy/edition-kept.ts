/**
 * An edition as it is put away, and taken out again after the program has moved on: the same id, the same numbers, the same clauses.
 * What the program has learned since is not in it: a number that it lacks takes its first value of today (no rule of that day read
 * it), and the rules are those in force by their dates. Their logic is code, and code is what replay tests.
 */
import { Fault } from '../fault.ts'
import type { Instant } from '../instant.ts'
import { isClause, type ClauseRef } from './documents.ts'
import { contentOf, fingerprint, programLawAt, type Edition, type EditionContent, type LawInForce } from './edition.ts'
import { numbersOf } from './numbers.ts'
import { parameters, type Dated, type Parameters } from './parameters.ts'

export type KeptEdition = { readonly id: string; readonly name: string; readonly content: string }
type Kept = EditionContent & { readonly from: string }

/** undefined: it reads facts in its own way, which no file can hold; such an overlay never binds (its proof fails). */
export function keptOf({ id, name, from, parameters: numbers, amendments, read }: Edition): KeptEdition | undefined {
  if (read !== undefined) return undefined
  const kept: Kept = { from, ...contentOf(numbers, amendments) }
  return { id, name, content: JSON.stringify(kept) }
}

const isWhole = (set: object): set is Parameters => Object.keys(parameters).every((name) => Object.hasOwn(set, name))

function parametersOf(kept: EditionContent['parameters']): Parameters {
  const entries = Object.entries<Dated<number | string>>(parameters).map(([name, { values, ...today }]) => {
    const { until: _, ...first } = values[0]
    return [name, kept[name] ?? { ...today, values: [first] }] as const
  })
  const set: object = Object.fromEntries(entries)
  if (!isWhole(set)) throw new RangeError('a parameter is missing')
  return set
}

type Clauses = readonly [ClauseRef, ...ClauseRef[]]

/** The clauses each rule cited then, where all of them are still ours. */
function clausesThen(rules: EditionContent['rules']): ReadonlyMap<string, Clauses> {
  const known = new Map<string, Clauses>()
  for (const [id, refs] of rules) {
    const [first, ...rest] = refs.filter(isClause)
    if (first !== undefined && rest.length + 1 === refs.length) known.set(id, [first, ...rest])
  }
  return known
}

function lawThen(clauses: ReadonlyMap<string, Clauses>): (now: Instant) => LawInForce {
  const made = new Map<LawInForce, LawInForce>()
  const citing = <D extends { readonly id: string; readonly clauses: Clauses }>(demand: D): D => ({
    ...demand,
    clauses: clauses.get(demand.id) ?? demand.clauses,
  })
  return (now) => {
    const today = programLawAt(now)
    const then = made.get(today) ?? {
      chapters: today.chapters.map((rules) => rules.map(citing)),
      modifiers: today.modifiers.map(citing),
    }
    made.set(today, then)
    return then
  }
}

/** @throws Fault broken, ED-02: not what was put away under this id */
export function editionFromKept({ id, name, content }: KeptEdition): Edition {
  const { from, ...kept }: Kept = JSON.parse(content)
  if (`${name}.${fingerprint(kept)}` !== id) throw new Fault('broken', 'ED-02', `the kept edition ${id} was altered`)
  const numbers = parametersOf(kept.parameters)
  return { id, name, from, parameters: numbers, numbersAt: numbersOf(numbers), lawAt: lawThen(clausesThen(kept.rules)) }
}
