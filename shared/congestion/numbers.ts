import { instant, type Instant } from '../instant.ts'
import { numbersAt, type Numbers } from '../policy/numbers.ts'
import { congestionParameters } from '../policy/parameters-congestion.ts'
import type { Dated } from '../policy/parameters.ts'
import type { LawOverTime } from '../policy/published-law.ts'
import { begins } from '../policy/spans.ts'

/** What the steps go by: the wait of the truck at the booth, how long the incident lasts, or the longer of both. */
export type CongestionClock = Numbers['congestionClock']
type Name = keyof typeof congestionParameters
export type CongestionNumbers = Pick<Numbers, Name>

/** The ladder's numbers over time, as the edition of each moment has them. */
export type CongestionLaw = {
  readonly at: (now: Instant) => CongestionNumbers
  /** Since when they have been as they are at `now`; the beginning of time, where they never changed before. */
  readonly since: (now: Instant) => Instant
}

type Span = { readonly from: Instant; readonly numbers: CongestionNumbers }

const all: Readonly<Record<Name, Dated<number | string>>> = congestionParameters
const isName = (name: string): name is Name => Object.hasOwn(all, name)
const names = Object.keys(all).filter(isName)
const isWhole = (values: object): values is CongestionNumbers => names.every((name) => Object.hasOwn(values, name))

function only(numbers: Numbers): CongestionNumbers {
  const values: object = Object.fromEntries(names.map((name) => [name, numbers[name]]))
  if (!isWhole(values)) throw new RangeError('a parameter is missing')
  return Object.freeze(values)
}

const beginning = instant(0)

function lawOfSpans(given: readonly Span[]): CongestionLaw {
  const differ = (a: CongestionNumbers, b: CongestionNumbers | undefined) => names.some((name) => a[name] !== b?.[name])
  const spans = given.filter(({ numbers }, place) => differ(numbers, given[place - 1]?.numbers))
  const [first] = spans
  if (first === undefined) throw new RangeError('nothing is ever in force')
  const at = (now: Instant): Span => spans.findLast(({ from }) => from <= now) ?? first
  return {
    at: (now) => at(now).numbers,
    since: (now) => (at(now) === first ? beginning : at(now).from),
  }
}

const made = new WeakMap<object, CongestionLaw>()

/** The numbers of the city's law, whatever was amended in it; a number that begins within an edition begins here, too. */
export function congestionLawOf(law: Pick<LawOverTime, 'periods'>): CongestionLaw {
  const before = made.get(law)
  if (before !== undefined) return before
  const spans = law.periods.flatMap(({ from, edition }, place): Span[] => {
    const until = law.periods[place + 1]?.from ?? Infinity
    const dated = names.flatMap((name) => edition.parameters[name].values.map((row) => begins(row.from)))
    const within = [...new Set(dated)].filter((at) => at > from && at < until).toSorted((a, b) => a - b)
    return [from, ...within].map((at) => ({ from: at, numbers: only(edition.numbersAt(at)) }))
  })
  const found = lawOfSpans(spans)
  made.set(law, found)
  return found
}

/** Of this program alone, with nothing amended. */
export const congestionNumbersAt = (now: Instant): CongestionNumbers => numbersAt(now)
