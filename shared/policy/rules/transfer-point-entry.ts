import type { CrewMember } from '../../facts.ts'
import { minutesBetween, type Instant } from '../../instant.ts'
import type { ClauseRef } from '../documents.ts'
import type { Numbers } from '../numbers.ts'
import { testCountsFrom } from '../readings/test.ts'

/**
 * M3. Acts at the entry to a transfer point inside a closed city, never at a checkpoint, so it is no line of the checkpoint's
 * law: there the crew goes by 48 h like everybody else.
 */
export const transferPointEntry = {
  id: 'transfer-point-entry',
  modifier: 'M3',
  clauses: ['jiaozuo-20#11', 'henan-16#11'] satisfies ClauseRef[],
  judge: ({ nucleicAcid }: CrewMember, now: Instant, numbers: Numbers): 'enter' | 'test-first' => {
    if (nucleicAcid?.result !== 'negative') return 'test-first'
    const from = testCountsFrom(nucleicAcid, numbers.testClockBasis)
    if (from === undefined) return 'test-first'
    return minutesBetween(from, now) <= numbers.transferPointTestValidity * 60 ? 'enter' : 'test-first'
  },
} as const
