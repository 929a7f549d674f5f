/** The edition that an amendment makes of the one before: other values from its first moment on, the old ones for the days before. */
import { beijing, beijingIso, instant, type Instant } from '../instant.ts'
import type { Amendment } from './amendment.ts'
import { clause, type ClauseRef } from './documents.ts'
import { makeEdition, type Edition } from './edition.ts'
import { parameters, type Dated, type DatedValue, type Parameters } from './parameters.ts'
import { begins } from './spans.ts'

type Value = number | string

/**
 * The whole second from which on it holds: not before it was published, whatever its draft says. Phones count whole seconds, and so
 * does ISO 8601 as we write it.
 */
export const effectiveFrom = ({ from }: Pick<Amendment, 'from'>, published: Instant): Instant =>
  instant(Math.ceil(Math.max(begins(from), published) / 1000) * 1000)

function basisOfValue({ basis }: Amendment): Pick<DatedValue<Value>, 'clause' | 'document'> {
  const { clauses, document } = basis
  const superior: ClauseRef | undefined = clauses.find((ref) => clause(ref).document.level !== 'city') ?? clauses[0]
  return { ...(superior === undefined ? {} : { clause: superior }), ...(document === undefined ? {} : { document }) }
}

/** What began last holds, as between the law's own rows; of two that begin together, the one published later. */
function withRow(dated: Dated<Value>, row: DatedValue<Value>): Dated<Value> {
  const rows = [...dated.values.filter(({ from }) => begins(from) !== begins(row.from)), row].toSorted(
    (a, b) => begins(a.from) - begins(b.from),
  )
  const spans = rows.map(({ from, value, clause: cited, document }, index): DatedValue<Value> => {
    const until = rows[index + 1]?.from
    return {
      from,
      value,
      ...(until === undefined ? {} : { until }),
      ...(cited === undefined ? {} : { clause: cited }),
      ...(document === undefined ? {} : { document }),
    }
  })
  const [first, ...later] = spans
  return { ...dated, values: [first ?? row, ...later] }
}

const isWhole = (set: object): set is Parameters => Object.keys(parameters).every((name) => Object.hasOwn(set, name))

function parametersOf(base: Edition, amendment: Amendment, from: string): Parameters {
  const values = new Map<string, Value | undefined>(Object.entries(amendment.values))
  const basis = basisOfValue(amendment)
  const entries = Object.entries<Dated<Value>>(base.parameters).map(([name, dated]) => {
    const value = values.get(name)
    return [name, value === undefined ? dated : withRow(dated, { from, value, ...basis })] as const
  })
  const set: object = Object.fromEntries(entries)
  if (!isWhole(set)) throw new RangeError('a parameter is missing')
  return set
}

const two = (n: number) => String(n).padStart(2, '0')

/** `2022-05-JZ20-1-20220601`: the program's edition, and the Beijing day on which it was last amended. */
function nameOf({ name, amendments = [] }: Edition, at: Instant): string {
  const { year, month, day } = beijing(at)
  const program = amendments.length === 0 ? name : name.slice(0, name.lastIndexOf('-'))
  return `${program}-${year}${two(month)}${two(day)}`
}

export function amend(base: Edition, amendment: Amendment, published: Instant): Edition {
  const at = effectiveFrom(amendment, published)
  const from = beijingIso(at)
  return makeEdition(nameOf(base, at), from, parametersOf(base, amendment, from), [
    ...(base.amendments ?? []),
    amendment,
  ])
}
