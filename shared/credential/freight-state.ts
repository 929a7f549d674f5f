/**
 * The colour of a freight code when it is issued (decision table §3): strictest open reason of the crew first, then, on a
 * trip that is not within the province, green only on facts that hold now. What is missing gives grey, never yellow.
 */
import type { Reason } from '../codes/reasons.ts'
import type { FreightCode, HealthCode, NucleicAcid, Scope, TravelCard } from '../facts.ts'
import { instant, minute, minutesBetween, floorMinute } from '../instant.ts'
import type { Instant } from '../instant.ts'
import type { Numbers } from '../policy/numbers.ts'
import { testCountsFrom } from '../policy/readings/test.ts'

/** Who says so: the health-data feed, the result intake, or the driver, whose word colours nothing. */
export type FactSource = 'feed' | 'intake' | 'declared'
export type Sourced<F> = F & { from: FactSource }

export type FreightCrewFacts = {
  reasons: readonly Reason[]
  /** What his test goes by, where it is not what is in force. */
  testBy?: Pick<FreightInput, 'validityMinutes' | 'clockBasis'> | undefined
  test?: Sourced<NucleicAcid> | undefined
  healthCode?: Sourced<{ colour: HealthCode }> | undefined
  travelCard?: Sourced<{ colour: TravelCard }> | undefined
}

export type FreightInput = {
  now: Instant
  scope: Scope
  registered: boolean
  /** The trip is over. */
  ended: boolean
  crew: readonly FreightCrewFacts[]
  /** The dated parameter (48 h = 2,880). */
  validityMinutes: number
  /** The dated parameter; left out = from the report. */
  clockBasis?: ClockBasis
}
type ClockBasis = Numbers['testClockBasis']

export type FreightWhy =
  | 'red-reason'
  | 'yellow-reason'
  | 'ended'
  | 'not-registered'
  | 'no-test'
  | 'test-pending'
  | 'test-lapsed'
  | 'code-not-green'
  | 'card-not-green'
  | 'facts-unknown'

/** `testLapsesAt`: the first moment the earliest of the needed tests no longer holds (claim `n`); only with green. */
export type ComputedState = { state: FreightCode; why?: FreightWhy; testLapsesAt?: Instant }

/** Later than `now` by more than this is no test yet (contracts §1.13). */
const futureToleranceMinutes = 2

/** contracts §1.7: counted in whole minutes from the report, else the sampling; the last minute belongs to it. */
export function testHolds(
  test: NucleicAcid,
  now: Instant,
  validityMinutes: number,
  clock: ClockBasis = 'report',
): boolean {
  const basis = testCountsFrom(test, clock)
  if (test.result !== 'negative' || basis === undefined) return false
  const age = minutesBetween(basis, now)
  return age >= -futureToleranceMinutes && age <= validityMinutes
}

/** First moment at which the test no longer holds. */
export const testLapse = (basis: Instant, validityMinutes: number): Instant =>
  instant(floorMinute(basis) + (validityMinutes + 1) * minute)

export function computeFreightState(input: FreightInput): ComputedState {
  const reasons = new Set(input.crew.flatMap((member) => member.reasons))
  if (reasons.has('R1') || reasons.has('R2') || reasons.has('R3')) return { state: 'red', why: 'red-reason' }
  if (reasons.size > 0) return { state: 'yellow', why: 'yellow-reason' }
  if (input.ended) return { state: 'grey', why: 'ended' }
  if (input.scope === 'in-province') return { state: 'green' }
  if (!input.registered) return { state: 'grey', why: 'not-registered' }
  const crew = input.crew.map(vouchedFor)
  const whys = crew.map((member) => lacking(member, input)).filter((why) => why !== undefined)
  const [why] = whys.toSorted((a, b) => lacks.indexOf(a) - lacks.indexOf(b))
  if (why !== undefined) return { state: 'grey', why }
  if (crew.length === 0) return { state: 'grey', why: 'facts-unknown' }
  return { state: 'green', testLapsesAt: earliestLapse(crew, input) }
}

/** Only what an authority said; a declared fact is as good as none. */
const vouchedFor = ({ reasons, testBy, test, healthCode, travelCard }: FreightCrewFacts): FreightCrewFacts => ({
  reasons,
  testBy,
  test: test?.from === 'declared' ? undefined : test,
  healthCode: healthCode?.from === 'declared' ? undefined : healthCode,
  travelCard: travelCard?.from === 'declared' ? undefined : travelCard,
})

/** What one person lacks; of several persons' the first in this order is told. */
const lacks: readonly FreightWhy[] = [
  'code-not-green',
  'card-not-green',
  'no-test',
  'test-pending',
  'test-lapsed',
  'facts-unknown',
]

function lacking(member: FreightCrewFacts, input: FreightInput): FreightWhy | undefined {
  const { test, healthCode, travelCard } = member
  const { now } = input
  const { validityMinutes, clockBasis } = member.testBy ?? input
  if (healthCode !== undefined && healthCode.colour !== 'green') return 'code-not-green'
  if (travelCard !== undefined && travelCard.colour !== 'green' && travelCard.colour !== 'green-starred')
    return 'card-not-green'
  if (test === undefined || !testHolds(test, now, validityMinutes, clockBasis)) return testLack(test, now, clockBasis)
  return healthCode === undefined || travelCard === undefined ? 'facts-unknown' : undefined
}

function testLack(test: NucleicAcid | undefined, now: Instant, clock: ClockBasis = 'report'): FreightWhy {
  if (test?.result === 'pending') return 'test-pending'
  const basis = test?.result === 'negative' ? testCountsFrom(test, clock) : undefined
  return basis !== undefined && basis < now ? 'test-lapsed' : 'no-test'
}

function earliestLapse(crew: readonly FreightCrewFacts[], input: FreightInput): Instant {
  const lapses = crew.flatMap(({ test, testBy }) => {
    const { validityMinutes, clockBasis = 'report' } = testBy ?? input
    const basis = test && testCountsFrom(test, clockBasis)
    return basis === undefined ? [] : [testLapse(basis, validityMinutes)]
  })
  return instant(Math.min(...lapses))
}
