import type { NucleicAcid } from '../../facts.ts'
import { floorMinute, hour, minutesBetween, plus, type Instant } from '../../instant.ts'
import type { Numbers } from '../numbers.ts'
import type { TestGround } from '../verdict.ts'

/** The moment from which a result is counted: its report, or its sample where the other is not known. */
export function testCountsFrom(test: NucleicAcid, basis: Numbers['testClockBasis']): Instant | undefined {
  const [first, second] = basis === 'report' ? [test.reportedAt, test.sampledAt] : [test.sampledAt, test.reportedAt]
  return first ?? second ?? undefined
}

type Test = NucleicAcid | null | undefined

/** Last minute at which it counts. */
function lapseBy(test: NucleicAcid, numbers: Numbers): Instant | undefined {
  const from = testCountsFrom(test, numbers.testClockBasis)
  return from && plus(floorMinute(from), numbers.testValidity * hour)
}

/**
 * The numbers that a test goes by: those in force, or those of its own moment where they let it hold for longer. What is amended
 * shortens no test that was there before (R42).
 */
export function numbersForTest(test: Test, numbers: Numbers, numbersThen: (at: Instant) => Numbers): Numbers {
  const moment = test?.reportedAt ?? test?.sampledAt
  if (!test || !moment) return numbers
  const then = numbersThen(moment)
  if (then === numbers) return numbers
  const [now, before] = [lapseBy(test, numbers), lapseBy(test, then)]
  return now !== undefined && before !== undefined && before > now ? then : numbers
}

/** Why a test does not count as valid; undefined = it does. */
export function whyTestFails(
  test: NucleicAcid | null | undefined,
  now: Instant,
  numbers: Numbers,
): TestGround | undefined {
  if (!test || test.result === 'positive') return 'test-none'
  if (test.result === 'pending') return 'test-pending'
  const from = testCountsFrom(test, numbers.testClockBasis)
  if (from === undefined) return 'test-undated'
  return minutesBetween(from, now) <= numbers.testValidity * 60 ? undefined : 'test-old'
}

/** A sample on its way that is fresh enough to stand for the one that would be taken here. */
export function hasPendingSample(test: NucleicAcid | null | undefined, now: Instant, numbers: Numbers): boolean {
  if (test?.result !== 'pending' || typeof test.sampledAt !== 'number') return false
  return minutesBetween(test.sampledAt, now) <= numbers.pendingSampleWindow * 60
}
