import { beijing, type Instant } from '../../shared/instant.ts'
import { fastRows } from '../../shared/shifts/counters.ts'
import type { Counters, Tally } from './store.ts'

const two = (n: number) => String(n).padStart(2, '0')

export function todayOf(now: Instant): string {
  const { year, month, day } = beijing(now)
  return `${year}-${two(month)}-${two(day)}`
}

/** A new day starts from nothing. */
export const countersOf = (kept: Counters | undefined, day: string): Counters =>
  kept?.day === day ? kept : { day, checked: 0, fast: 0, ...(kept?.shift && { shift: kept.shift }) }

/** One more check today. */
export function countChecked(before: Counters | undefined, day: string, row: string): Counters {
  const { shift, ...today } = countersOf(before, day)
  const more = <Count extends { checked: number; fast: number }>(count: Count): Count => ({
    ...count,
    checked: count.checked + 1,
    fast: count.fast + (fastRows.has(row) ? 1 : 0),
  })
  return shift === undefined ? more(today) : { ...more(today), shift: more(shift) }
}

/** From a sign-on on the shift is counted from nothing. */
export const beginShift =
  (id: string, now: Instant): Tally =>
  (before) => ({ ...countersOf(before, todayOf(now)), shift: { id, checked: 0, fast: 0 } })
