/**
 * A verdict put right: the same moment and law with facts as they were, only ever towards release (R140). What cannot be
 * compared is refused, and so is what changes nothing.
 */
import type { CrewMember, Facts } from '../facts.ts'
import type { Instant } from '../instant.ts'
import { decide } from '../policy/decide.ts'
import type { Edition } from '../policy/edition.ts'
import { mildestEnd, whyStricter } from '../policy/overlay-compare.ts'
import { strictness, type Verdict } from '../policy/verdict.ts'
import { correctableFacts, type CorrectableFact } from './kinds.ts'

/** How it was, for one person; a fact that is not named was recorded rightly. */
export type Corrected = { readonly seat: number; readonly facts: CrewMember }

export const correctFacts = (facts: Facts, corrected: readonly Corrected[]): Facts => ({
  ...facts,
  crew: facts.crew.map((person, seat) =>
    corrected.filter((one) => one.seat === seat).reduce((was, one) => ({ ...was, ...one.facts }), person),
  ),
})

export const namedFacts = ({ facts }: Corrected): readonly CorrectableFact[] =>
  correctableFacts.filter((fact) => facts[fact] !== undefined)

export type Rejudged = { readonly facts: Facts; readonly before: Verdict; readonly after: Verdict }
export type NotTowardsRelease = 'stricter' | 'no-change'

export function rejudge(
  { facts, now }: { facts: Facts; now: Instant },
  corrected: readonly Corrected[],
  edition: Edition,
): Rejudged {
  const right = correctFacts(facts, corrected)
  return { facts: right, before: decide(facts, now, edition), after: decide(right, now, edition) }
}

/** One of the crew is judged more strictly than before, where both verdicts say something of him. */
const stricterForSomebody = (than: Verdict, verdict: Verdict): boolean =>
  verdict.findings.some((finding, seat) => {
    const [was, is] = [than.findings[seat], finding].map((one) => (one ? strictness(one.row) : undefined))
    return was !== undefined && is !== undefined && is > was
  })

/** undefined = it goes towards release: milder for somebody, stricter for nobody. */
export function whyNotTowardsRelease(
  { facts, before, after }: Rejudged,
  original: { facts: Facts; now: Instant },
  edition: Edition,
): NotTowardsRelease | undefined {
  const end = (of: Facts) => () => mildestEnd(of, original.now, edition)
  if (whyStricter(before, after, end(original.facts)) || stricterForSomebody(before, after)) return 'stricter'
  const milder = whyStricter(after, before, end(facts)) || stricterForSomebody(after, before)
  return milder ? undefined : 'no-change'
}
