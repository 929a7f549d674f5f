/** The law's numbers as they stand at one moment. After the last row of a parameter its last value goes on. */
import type { Instant } from '../instant.ts'
import { parameters, type Dated, type ParameterName, type Parameters } from './parameters.ts'
import { begins, bySpan } from './spans.ts'

type ValueOf<D> = D extends Dated<infer V> ? V : never
export type Numbers = { readonly [K in ParameterName]: ValueOf<Parameters[K]> }

export function at<V extends number | string>(parameter: Dated<V>, now: Instant): V {
  const started = parameter.values.filter(({ from }) => begins(from) <= now)
  return (started.at(-1) ?? parameter.values[0]).value
}

const isWhole = (values: object): values is Numbers =>
  Object.keys(parameters).every((name) => Object.hasOwn(values, name))

function numbersFrom(set: Parameters, from: Instant): Numbers {
  const values = Object.entries(set).map(([name, parameter]) => [name, at<number | string>(parameter, from)])
  const numbers: object = Object.fromEntries(values)
  if (!isWhole(numbers)) throw new RangeError('a parameter is missing')
  return Object.freeze(numbers)
}

export const numbersOf = (set: Parameters): ((now: Instant) => Numbers) =>
  bySpan(
    Object.values<Dated<number | string>>(set).flatMap(({ values }) => values),
    (from) => numbersFrom(set, from),
  )

/** The numbers in force at `now`. */
export const numbersAt = numbersOf(parameters)
