import { beijing, type Instant } from '../../shared/instant.ts'
import type { Counters } from './store.ts'

const two = (n: number) => String(n).padStart(2, '0')

export function todayOf(now: Instant): string {
  const { year, month, day } = beijing(now)
  return `${year}-${two(month)}-${two(day)}`
}

const fastRows = new Set(['V4', 'V5', 'V6', 'V8'])

/** A new day starts from nothing. */
export const countersOf = (kept: Counters | undefined, day: string): Counters =>
  kept?.day === day ? kept : { day, checked: 0, fast: 0 }

/** One more check today. */
export function countChecked(before: Counters | undefined, day: string, row: string): Counters {
  const { checked, fast } = countersOf(before, day)
  return { day, checked: checked + 1, fast: fast + (fastRows.has(row) ? 1 : 0) }
}
