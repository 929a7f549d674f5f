import { beijing, type Instant } from '../../shared/instant.ts'
import type { Counters } from './store.ts'

const two = (n: number) => String(n).padStart(2, '0')

export function todayOf(now: Instant): string {
  const { year, month, day } = beijing(now)
  return `${year}-${two(month)}-${two(day)}`
}

const fastRows = new Set(['V4', 'V5', 'V6', 'V8'])

/** One more check today; a new day starts from nothing. */
export function countChecked(before: Counters, day: string, row: string): Counters {
  const { checked, fast } = before.day === day ? before : { checked: 0, fast: 0 }
  return { day, checked: checked + 1, fast: fast + (fastRows.has(row) ? 1 : 0) }
}
