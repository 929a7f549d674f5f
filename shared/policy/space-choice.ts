/** One thing that facts can say or leave out, and how much an inspector has to see for it: what is asked, and how unusual it is. */
import type { Edition } from './edition.ts'

export type Choice<T> = { readonly value: T; readonly cost: number }

type Reading<T> = (value: T, edition: Edition) => unknown

/**
 * One or several facts that are chosen together, independently of all others. `read` gives all that an edition makes of a choice,
 * `risk` what the second chapter of the law makes of it (is anybody at risk?), nothing if left out. Choices that both editions read
 * alike are judged alike.
 */
export type Aspect<T> = {
  readonly name: string
  readonly choices: readonly Choice<T>[]
  readonly read: Reading<T>
  readonly risk?: Reading<T>
}

export type Editions = { readonly above: Edition; readonly below: Edition }

/** [value, cost] pairs as choices of one key; `undefined` leaves the key out. */
export const choicesOf = <K extends string, V>(
  key: K,
  values: readonly (readonly [V | undefined, number])[],
): readonly Choice<{ readonly [P in K]?: V }>[] => values.map(([value, cost]) => ({ value: one(key, value), cost }))

function one<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  const patch: { [P in K]?: V } = {}
  if (value !== undefined) patch[key] = value
  return patch
}

/** Every combination of two lists of choices, merged. */
export const together = <A extends object, B extends object>(
  some: readonly Choice<A>[],
  others: readonly Choice<B>[],
): readonly Choice<A & B>[] =>
  some.flatMap((a) => others.map((b) => ({ value: { ...a.value, ...b.value }, cost: a.cost + b.cost })))

/** How both editions read a choice. */
export const readingsOf = <T>(value: T, read: Reading<T>, { above, below }: Editions): string =>
  JSON.stringify([read(value, above), read(value, below)])

/** One choice for each way in which the two editions read the aspect: the least that has to be seen for it. */
export function classesOf<T>(
  choices: readonly Choice<T>[],
  read: Reading<T>,
  editions: Editions,
): ReadonlyMap<string, Choice<T>> {
  const classes = new Map<string, Choice<T>>()
  for (const choice of choices) {
    const key = readingsOf(choice.value, read, editions)
    const kept = classes.get(key)
    if (kept === undefined || choice.cost < kept.cost) classes.set(key, choice)
  }
  return classes
}

export const riskOf = <T>({ risk }: Aspect<T>): Reading<T> => risk ?? (() => null)
