import type * as z from 'zod/mini'
import type { codeView } from '../../schema/api/trips.ts'
import type { Leaving } from '../../shared/codes/stays.ts'
import { crewMark } from '../../shared/credential/crew-mark.ts'
import { computeFreightState, testLapse } from '../../shared/credential/freight-state.ts'
import type { ComputedState, FreightCrewFacts } from '../../shared/credential/freight-state.ts'
import { encodeQr } from '../../shared/credential/qr.ts'
import { sealFreightCode } from '../../shared/credential/seal.ts'
import { Fault } from '../../shared/fault.ts'
import { maskName } from '../../shared/identity/name.ts'
import { beijingIso, hour, instant } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Numbers } from '../../shared/policy/numbers.ts'
import { testCountsFrom } from '../../shared/policy/readings/test.ts'
import type { ExplainContext } from '../../shared/wording/codes.ts'
import type { Deps } from '../deps.ts'
import type { TripRow } from '../store/trips.ts'
import { arrivalView } from './arrival-view.ts'
import { reasonsInWords } from './code-reasons.ts'
import type { Member } from './crew.ts'
import { gatherAndTakeIn } from './feed-tests.ts'
import type { Gathered, PersonFacts } from './health-facts.ts'
import { viewOfTest } from './health-view.ts'
import { newJti } from './new-id.ts'
import { issuer } from './parameters.ts'
import { hasEnded } from './trip-view.ts'

export type CodeView = z.infer<typeof codeView>

/**
 * The freight code 货畅码 as of now: computed from what is known now, newly signed each time (jiaozuo-20#2, R56). One for paper,
 * and for a phone that gives its key another, that says the same and is held to the stamp of that phone.
 */
export async function issueFreightCode(
  deps: Deps,
  trip: TripRow,
  crew: readonly Member[],
  shownBy?: string,
): Promise<CodeView> {
  const now = deps.now()
  const gathered = await gatherAndTakeIn(deps, crew)
  const numbers = deps.law.numbersAt(now)
  const computed = colourOf(trip, gathered, { now, numbers })
  const expiresAt = instant(Math.min(now + numbers.freightCodeLife * hour, trip.ends_at))
  const context = { now, numbers }
  const issue = { computed, now, expiresAt }
  const ended = hasEnded(trip, now)
  const token = ended ? null : await signedIfKeyAtHand(deps, trip, crew, issue)
  const live = ended || shownBy === undefined ? null : await signedIfKeyAtHand(deps, trip, crew, { ...issue, shownBy })
  return {
    state: computed.state,
    why: computed.why ?? null,
    token,
    qr: token === null ? null : encodeQr(token),
    live: live === null ? null : { token: live },
    issuedAt: beijingIso(now),
    expiresAt: beijingIso(expiresAt),
    testUntil: testUntil(gathered.people),
    numbers: shownNumbers(numbers),
    crew: crew.map((member, index) => personView(member, gathered.people[index], context)),
    arrival: await arrivalView(deps, trip.id),
    healthData: gathered.healthData,
  }
}

const shownNumbers = ({
  testValidity,
  freightCodeLife,
  testClockBasis,
  selfReportedLeavingWait,
}: Numbers): CodeView['numbers'] => ({
  testValidity,
  freightCodeLife,
  testClockBasis,
  selfReportedLeavingWait,
})

/** The colour alone, for whoever only looks. */
export function colourOf(
  trip: TripRow,
  gathered: Gathered,
  { now, numbers }: { now: Instant; numbers: Numbers },
): ComputedState {
  return computeFreightState({
    now,
    scope: trip.scope,
    registered: true,
    ended: hasEnded(trip, now),
    crew: gathered.people.map(asCrewFacts),
    validityMinutes: numbers.testValidity * 60,
    clockBasis: numbers.testClockBasis,
  })
}

const asCrewFacts = ({ ledger, test, testNumbers, healthCode, travelCard }: PersonFacts): FreightCrewFacts => ({
  reasons: ledger?.open.map(({ reason }) => reason) ?? [],
  testBy: { validityMinutes: testNumbers.testValidity * 60, clockBasis: testNumbers.testClockBasis },
  ...(test === null ? {} : { test }),
  ...(healthCode === null ? {} : { healthCode: { colour: healthCode, from: 'feed' } }),
  ...(travelCard === null ? {} : { travelCard: { colour: travelCard, from: 'feed' } }),
})

/** Without a key the trip is registered and changed all the same, and goes on by plate and by hand; the code comes later. */
async function signedIfKeyAtHand(...given: Parameters<typeof signed>): Promise<string | null> {
  try {
    return await signed(...given)
  } catch (cause) {
    if (!(cause instanceof Fault) || !/^KE-0[456]$/.test(cause.code)) throw cause
    given[0].log('code-not-signed', { code: cause.code })
    return null
  }
}

type Issue = { computed: ComputedState; now: Instant; expiresAt: Instant; shownBy?: string }

async function signed(deps: Deps, trip: TripRow, crew: readonly Member[], issue: Issue): Promise<string> {
  const { state, testLapsesAt } = issue.computed
  const claims = {
    kind: 'freight' as const,
    issuer,
    id: newJti(deps),
    issuedAt: issue.now,
    expiresAt: issue.expiresAt,
    plate: trip.plate,
    ...(trip.trailer === null ? {} : { trailer: trip.trailer }),
    trip: trip.number,
    scope: trip.scope,
    state,
    ...(testLapsesAt === undefined ? {} : { testLapsesAt }),
    registered: true,
    crew: crew.map((member) => crewMark({ name: member.name, idNumber: member.number, role: member.role })),
    ...(issue.shownBy === undefined ? {} : { shownBy: issue.shownBy }),
  }
  return sealFreightCode(claims, await deps.keyring.signer('freight'))
}

/** First moment at which the earliest negative test of the crew no longer holds; null when nobody has one. */
function testUntil(people: readonly PersonFacts[]): string | null {
  const lapses = people.flatMap(({ test, testNumbers: { testClockBasis, testValidity } }) => {
    const basis = test?.result === 'negative' ? testCountsFrom(test, testClockBasis) : undefined
    return basis === undefined ? [] : [testLapse(basis, testValidity * 60)]
  })
  return lapses.length === 0 ? null : beijingIso(instant(Math.min(...lapses)))
}

const personView = (
  member: Member,
  facts: PersonFacts | undefined,
  context: ExplainContext,
): CodeView['crew'][number] => ({
  seat: member.seat,
  name: maskName(member.name),
  nucleicAcid: viewOfTest(facts?.test ?? null),
  healthCode: facts?.healthCode ?? null,
  travelCard: facts?.travelCard ?? null,
  inside: facts?.ledger?.insideSince ? beijingIso(facts.ledger.insideSince) : null,
  leaving: leavingOf(facts?.ledger?.leaving ?? null),
  reasons: facts?.ledger === undefined ? [] : reasonsInWords(facts.ledger, context),
})

const leavingOf = (leaving: Leaving | null) =>
  leaving && { saidAt: beijingIso(leaving.saidAt), countsFrom: beijingIso(leaving.countsFrom) }
