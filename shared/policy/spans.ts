import { parseInstant, type Instant } from '../instant.ts'

export type InForce = { readonly from: string; readonly until?: string }

/** @throws RangeError when the law's own data holds a time that is none */
export function begins(iso: string): Instant {
  const at = parseInstant(iso)
  if (at === undefined) throw new RangeError(`${iso} is not a moment with an offset`)
  return at
}

/** Half-open: from its first moment up to, but not including, its `until`. */
export const isInForce = ({ from, until }: InForce, at: Instant): boolean =>
  begins(from) <= at && (until === undefined || at < begins(until))

/**
 * What holds between two changes is made once and then only looked up. A moment before the first change gets what held first:
 * a record of an earlier day must still be judged.
 */
export function bySpan<T>(periods: readonly InForce[], make: (from: Instant) => T): (now: Instant) => T {
  const changes = periods.flatMap(({ from, until }) => (until === undefined ? [from] : [from, until])).map(begins)
  const starts = [...new Set(changes)].toSorted((a, b) => a - b)
  const spans = starts.map((from) => ({ from, value: make(from) }))
  const first = spans[0]
  if (!first) throw new RangeError('nothing is ever in force')
  return (now) => (spans.findLast(({ from }) => from <= now) ?? first).value
}
