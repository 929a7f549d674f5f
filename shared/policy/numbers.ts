/**
 * The law's numbers as they stand at one moment. Before its first row a parameter has the first value (a record of an
 * earlier day must still be judged); after the last row the last value goes on.
 */
import { parseInstant, type Instant } from '../instant.ts'
import { parameters, type Dated, type ParameterName, type Parameters } from './parameters.ts'

type ValueOf<D> = D extends Dated<infer V> ? V : never
export type Numbers = { readonly [K in ParameterName]: ValueOf<Parameters[K]> }

const begins = (iso: string): Instant => {
  const at = parseInstant(iso)
  if (at === undefined) throw new RangeError(`${iso} is not a moment with an offset`)
  return at
}

export function at<V extends number | string>(parameter: Dated<V>, now: Instant): V {
  const started = parameter.values.filter(({ from }) => begins(from) <= now)
  return (started.at(-1) ?? parameter.values[0]).value
}

type Span = { readonly from: number; readonly numbers: Numbers }

/** One frozen set of numbers for each span in which none changes: a decision then costs no look-up. */
function spansOf(set: Parameters): readonly Span[] {
  const starts = Object.values(set).flatMap(({ values }) => values.map(({ from }) => begins(from)))
  return [...new Set(starts)]
    .toSorted((a, b) => a - b)
    .map((from) => {
      const entries = Object.entries(set).map(([name, parameter]) => [name, at<number | string>(parameter, from)])
      return { from, numbers: Object.freeze(Object.fromEntries(entries)) as Numbers }
    })
}

export function numbersOf(set: Parameters): (now: Instant) => Numbers {
  const spans = spansOf(set)
  return (now) => (spans.findLast(({ from }) => from <= now) ?? spans[0]!).numbers
}

/** The numbers in force at `now`. */
export const numbersAt = numbersOf(parameters)
