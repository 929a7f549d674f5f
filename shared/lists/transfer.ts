import { minutesBetween, type Instant } from '../instant.ts'

export type TransferEntry = 'enter' | 'test-first' | 'closed-loop-off'

/**
 * At the gate of a transfer point in a closed city: closed loop on, and a negative result no older than `hours` at the entry,
 * counted in whole minutes like the 48 hours. Applies nowhere else (R72).
 */
export function transferEntry(
  asked: { closedLoop: boolean; negativeAt: Instant | null; now: Instant },
  hours: number,
): TransferEntry {
  if (!asked.closedLoop) return 'closed-loop-off'
  if (asked.negativeAt === null) return 'test-first'
  return minutesBetween(asked.negativeAt, asked.now) <= hours * 60 ? 'enter' : 'test-first'
}
