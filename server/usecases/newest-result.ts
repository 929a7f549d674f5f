import type { NucleicAcid } from '../../shared/facts.ts'
import type { FactSource, Sourced } from '../../shared/credential/freight-state.ts'
import { testHolds } from '../../shared/credential/freight-state.ts'
import type { Instant } from '../../shared/instant.ts'
import { testCountsFrom } from '../../shared/policy/readings/test.ts'
import type { Numbers } from '../../shared/policy/numbers.ts'

export type Result = Sourced<NucleicAcid> & { from: Exclude<FactSource, 'declared'> }

/** By which numbers each of them is counted. */
type Counting = (result: Result) => Pick<Numbers, 'testValidity' | 'testClockBasis'>

/**
 * The result that speaks for a person, of all that the feed and the intake know: a positive one that no later negative
 * followed; else the newest that still holds (a sample on its way takes nothing away from it); else the newest of all.
 */
export function newestResult(results: readonly Result[], now: Instant, counting: Counting): Result | undefined {
  const basis = (result: Result): number => testCountsFrom(result, counting(result).testClockBasis) ?? 0
  const newestFirst = results.toSorted((a, b) => basis(b) - basis(a))
  const told = newestFirst.find((result) => result.result !== 'pending')
  if (told?.result === 'positive') return told
  const holds = (result: Result) => {
    const { testValidity, testClockBasis } = counting(result)
    return testHolds(result, now, testValidity * 60, testClockBasis)
  }
  return newestFirst.find(holds) ?? newestFirst[0]
}
