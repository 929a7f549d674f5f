import type { Instant } from '../instant.ts'
import { at } from '../policy/numbers.ts'
import { congestionParameters } from '../policy/parameters-congestion.ts'
import type { Dated } from '../policy/parameters.ts'
import { bySpan } from '../policy/spans.ts'

/** What the steps go by: the wait of the truck at the booth, how long the incident lasts, or the longer of both. */
export type CongestionClock = 'wait' | 'incident' | 'either'
type Names = keyof typeof congestionParameters
export type CongestionNumbers = { readonly [N in Exclude<Names, 'congestionClock'>]: number } & {
  readonly congestionClock: CongestionClock
}

const all: Readonly<Record<Names, Dated<number | string>>> = congestionParameters
const isWhole = (values: object): values is CongestionNumbers => Object.keys(all).every((name) => name in values)

/** The numbers of the ladder in force at `now`. */
export const congestionNumbersAt: (now: Instant) => CongestionNumbers = bySpan(
  Object.values(all).flatMap(({ values }) => values),
  (from) => {
    const values: object = Object.fromEntries(Object.entries(all).map(([name, one]) => [name, at(one, from)]))
    if (!isWhole(values)) throw new RangeError('a parameter is missing')
    return Object.freeze(values)
  },
)
