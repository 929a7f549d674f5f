import { pathsOf } from '../../shared/appeals/conditions.ts'
import type { Appealed, Path, SeenNow } from '../../shared/appeals/conditions.ts'
import type { LedgerEvent } from '../../shared/codes/events.ts'
import { ledgerAt } from '../../shared/codes/ledger.ts'
import type { ClosedReason, Ledger } from '../../shared/codes/ledger.ts'
import type { Deps } from '../deps.ts'
import { eventsOf } from './code-ledger.ts'
import type { Member } from './crew.ts'
import { freshTests } from './feed-tests.ts'
import { gatherFacts } from './health-facts.ts'
import type { PersonFacts } from './health-facts.ts'

/** One of the crew as he stands now, after the authority's system was asked again. */
export type Looked = {
  member: Member
  seen: SeenNow
  ledger: Ledger
  /** What it said that his ledger did not know yet; written with whatever follows from it. */
  fresh: readonly LedgerEvent[]
  /** What that closed: open before, and closed with it. */
  cleared: readonly ClosedReason[]
}
export type Look = { people: readonly Looked[]; healthData: 'fresh' | 'down' | 'none' }

export async function lookAtCrew(deps: Deps, crew: readonly Member[]): Promise<Look> {
  const now = deps.now()
  const [{ people, healthData }, events] = await Promise.all([
    gatherFacts(deps, crew),
    eventsOf(
      deps,
      crew.map(({ personTag }) => personTag),
    ),
  ])
  const looked = crew.map((member, index): Looked => {
    const facts = people[index]
    const known = events.get(member.personTag) ?? []
    const fresh = freshTests(facts, known, now)
    const ledgerOf = (events: readonly LedgerEvent[]) => ledgerAt(events, now, (at) => deps.law.numbersAt(at))
    const ledger = ledgerOf([...known, ...fresh])
    const before = fresh.length === 0 ? [] : ledgerOf(known).open.map(({ opening }) => opening)
    const cleared = ledger.closed.filter(({ opening }) => before.includes(opening))
    return { member, seen: seenOf(facts), ledger, fresh, cleared }
  })
  return { people: looked, healthData }
}

const seenOf = (facts: PersonFacts | undefined): SeenNow => ({
  healthCode: facts?.healthCode ?? null,
  travelCard: facts?.travelCard ?? null,
  listed: facts?.listed ?? null,
})

/** Open, or proposed and waiting for signatures. */
export const appealable = ({ ledger }: Looked): readonly Appealed[] => [...ledger.open, ...ledger.proposed]

export const pathsNow = (looked: Looked, appealed: Appealed): readonly Path[] => pathsOf(appealed, looked)
