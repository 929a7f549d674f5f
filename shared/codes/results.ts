/** Test results as the ledger counts them: from which moment, until when, and which pairs make three days and two tests. */
import { floorMinute, hour, instant, minute, minutesBetween, plus, type Instant } from '../instant.ts'
import type { Numbers } from '../policy/numbers.ts'
import { testCountsFrom } from '../policy/readings/test.ts'
import { isVerified, ofKind, type LedgerEvent, type Tested } from './events.ts'

/** The law's numbers of any moment, so that each test goes by those of its own day (R42). */
export type NumbersAt = (at: Instant) => Numbers

export type Negative = {
  readonly id: string
  readonly sampledAt: Instant | null
  readonly basis: Instant
  /** First minute at which it no longer holds. */
  readonly lapsesAt: Instant
  /** When the result reached us. */
  readonly knownAt: Instant
  /** Those at which the sample was taken. */
  readonly inspections: readonly string[]
}

export type Results = {
  /** Earliest basis first. */
  readonly negatives: readonly Negative[]
  /** When each positive sample was taken, or the nearest that is known. */
  readonly positives: readonly Instant[]
}

/** By the numbers of its own moment, or by longer ones that came into force while it held: never shortened afterwards. */
function lapseOf(basis: Instant, numbersAt: NumbersAt): Instant {
  let hours = numbersAt(basis).testValidity
  for (;;) {
    const lapse = plus(floorMinute(basis), hours * hour + minute)
    const then = numbersAt(lapse).testValidity
    if (then <= hours) return lapse
    hours = then
  }
}

/** A laboratory and a checkpoint may write down the time of one sample differently by this much. */
const sameSampleWithin = hour

/** The inspections that took this sample: it was on its way when they were recorded. */
const takenAt = ({ sampledAt }: Tested, pending: readonly Tested[]): readonly string[] =>
  pending.flatMap(({ inspection, sampledAt: sample }) =>
    inspection !== undefined &&
    sampledAt !== null &&
    sample !== null &&
    Math.abs(sample - sampledAt) <= sameSampleWithin
      ? [inspection]
      : [],
  )

/** A result without any time, or dated after it reached us, is none. */
function negativeOf(test: Tested, pending: readonly Tested[], numbersAt: NumbersAt): Negative | undefined {
  const { testClockBasis } = numbersAt(test.reportedAt ?? test.sampledAt ?? test.at)
  const basis = testCountsFrom(test, testClockBasis)
  if (basis === undefined || basis > plus(test.at, numbersAt(test.at).futureTolerance * minute)) return undefined
  const { id, sampledAt, inspection } = test
  const inspections = [...(inspection === undefined ? [] : [inspection]), ...takenAt(test, pending)]
  return { id, sampledAt, basis, lapsesAt: lapseOf(basis, numbersAt), knownAt: test.at, inspections }
}

export function resultsOf(events: readonly LedgerEvent[], numbersAt: NumbersAt): Results {
  const tests = ofKind(events, 'tested').filter(isVerified)
  const pending = tests.filter(({ result }) => result === 'pending')
  const negatives = tests
    .filter(({ result }) => result === 'negative')
    .map((test) => negativeOf(test, pending, numbersAt))
  return {
    negatives: negatives
      .filter((one) => one !== undefined)
      .toSorted((a, b) => a.basis - b.basis || a.knownAt - b.knownAt),
    positives: tests
      .filter(({ result }) => result === 'positive')
      .map(({ sampledAt, reportedAt, at }) => sampledAt ?? reportedAt ?? at),
  }
}

/** Valid at this moment, in whole minutes. */
export const holds = ({ basis, lapsesAt }: Negative, at: Instant): boolean =>
  floorMinute(basis) <= floorMinute(at) && at < lapsesAt

/** Those valid at this moment after which no positive was sampled by then. */
export const validAt = ({ negatives, positives }: Results, at: Instant): readonly Negative[] =>
  negatives.filter(
    (one) =>
      holds(one, at) && !positives.some((positive) => positive >= (one.sampledAt ?? one.basis) && positive <= at),
  )

/** The valid one that holds longest. */
export const holdingAt = (results: Results, at: Instant): Negative | undefined =>
  validAt(results, at).toSorted((a, b) => b.lapsesAt - a.lapsesAt)[0]

export type Assigned = { readonly at: Instant; readonly inspection: string | undefined }
/** A negative whose sample may count towards a pair. */
export type Sampled = Negative & { readonly sampledAt: Instant }

/** Sampled at or after the assignment, or at the same inspection (A16); earliest first. */
export const countsFor = ({ negatives }: Results, assigned: Assigned): readonly Sampled[] =>
  negatives
    .filter((one): one is Sampled => one.sampledAt !== null)
    .filter(
      ({ sampledAt, inspections }) =>
        floorMinute(sampledAt) >= floorMinute(assigned.at) || inspections.some((id) => id === assigned.inspection),
    )
    .toSorted((a, b) => a.sampledAt - b.sampledAt || a.knownAt - b.knownAt)

function gapFits(first: Instant, second: Instant, { twoTestsMinGap, twoTestsMaxGap }: Numbers): boolean {
  const gap = minutesBetween(first, second)
  return gap >= twoTestsMinGap * 60 && gap <= twoTestsMaxGap * 60
}

/** A window that changes on the way never takes away a pair that one of the two days allows. */
const isPair = (first: Sampled, second: Sampled, { positives }: Results, numbersAt: NumbersAt): boolean =>
  [first, second].some(({ sampledAt }) => gapFits(first.sampledAt, second.sampledAt, numbersAt(sampledAt))) &&
  !positives.some((positive) => positive >= first.sampledAt && positive <= second.sampledAt)

/** 三天两检: the moment at which the second result of the earliest pair is here; undefined = not yet. */
export function twoTestsDone(results: Results, assigned: Assigned, numbersAt: NumbersAt): Instant | undefined {
  const counting = countsFor(results, assigned)
  const done = counting.flatMap((first) =>
    counting
      .filter((second) => second.sampledAt > first.sampledAt && isPair(first, second, results, numbersAt))
      .map((second) => Math.max(first.knownAt, second.knownAt, assigned.at)),
  )
  return done.length > 0 ? instant(Math.min(...done)) : undefined
}
