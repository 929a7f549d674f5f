import type { Ledger } from '../../shared/codes/ledger.ts'
import type { HealthCode, Listing, TravelCard } from '../../shared/facts.ts'
import { Fault } from '../../shared/fault.ts'
import { instant } from '../../shared/instant.ts'
import type { Numbers } from '../../shared/policy/numbers.ts'
import { numbersForTest } from '../../shared/policy/readings/test.ts'
import type { Deps } from '../deps.ts'
import type { HealthFacts } from '../ports/health-data.ts'
import { listedAmong, resultsOf } from '../store/people.ts'
import type { ListedRow, ResultRow } from '../store/people.ts'
import { ledgersOf } from './code-ledger.ts'
import type { Member } from './crew.ts'
import { newestResult } from './newest-result.ts'
import type { Result } from './newest-result.ts'

/** All that is known here of one member of the crew; null = nothing. What the driver declares is not among it. */
export type PersonFacts = {
  test: Result | null
  healthCode: HealthCode | null
  travelCard: TravelCard | null
  listed: Listing | null
  /** What the test goes by. */
  testNumbers: Numbers
  /** What colours his code, and what did until lately; undefined = nothing ever happened to it. */
  ledger: Ledger | undefined
}
export type Gathered = { people: PersonFacts[]; healthData: 'fresh' | 'down' | 'none' }

/** Feed and own records together, one entry a member, same order. With the feed down the own records still count. */
export async function gatherFacts(deps: Deps, crew: readonly Member[]): Promise<Gathered> {
  const tags = crew.map((member) => member.personTag)
  const [feed, results, listed, ledgers] = await Promise.all([
    askFeed(deps, crew),
    deps.db.all(resultsOf(tags)),
    deps.db.all(listedAmong(tags)),
    ledgersOf(deps, tags),
  ])
  const now = deps.now()
  const counting = (result: Result) => testNumbers(deps, result)
  const people = tags.map((tag, index): PersonFacts => {
    const said = feed.facts?.[index]
    const own = results.filter((row) => row.person_tag === tag).map(fromIntake)
    const known: Result[] = said?.nucleicAcid ? [{ ...said.nucleicAcid, from: 'feed' }, ...own] : own
    const test = newestResult(known, now, counting) ?? null
    return {
      test,
      testNumbers: testNumbers(deps, test),
      healthCode: said?.healthCode ?? null,
      travelCard: said?.travelCard ?? null,
      listed: graverListing(
        said?.listed ?? null,
        listed.find((row) => row.person_tag === tag),
      ),
      ledger: ledgers.get(tag),
    }
  })
  return { people, healthData: feed.state }
}

/** What a test goes by: the numbers in force, or kinder ones of its own day (R42). */
export const testNumbers = ({ law, now }: Pick<Deps, 'law' | 'now'>, test: Result | null): Numbers =>
  numbersForTest(test, law.numbersAt(now()), (at) => law.numbersAt(at))

type Feed = { state: Gathered['healthData']; facts?: HealthFacts[] }

async function askFeed(deps: Deps, crew: readonly Member[]): Promise<Feed> {
  if (!deps.healthData.configured) return { state: 'none' }
  try {
    const people = crew.map(({ document, number, name }) => ({ document, number, name }))
    return { state: 'fresh', facts: await deps.healthData.factsOf(people) }
  } catch (cause) {
    if (!(cause instanceof Fault) || cause.kind !== 'unavailable') throw cause
    deps.log('health-data-down', { why: cause.message })
    return { state: 'down' }
  }
}

const fromIntake = (row: ResultRow): Result => ({
  result: row.result,
  ...(row.sampled_at === null ? {} : { sampledAt: instant(row.sampled_at) }),
  ...(row.reported_at === null ? {} : { reportedAt: instant(row.reported_at) }),
  from: 'intake',
})

const gravest: readonly Listing[] = ['positive', 'red', 'tracking']

function graverListing(feed: Listing | null, own: ListedRow | undefined): Listing | null {
  return gravest.find((kind) => kind === feed || kind === own?.kind) ?? null
}
