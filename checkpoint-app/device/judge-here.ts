import { decide } from '../../shared/policy/decide.ts'
import type { Facts } from '../../shared/facts.ts'
import { instant, type Instant } from '../../shared/instant.ts'
import type { Verdict } from '../../shared/policy/verdict.ts'
import { factsHere } from './facts-here.ts'
import type { KnownTruck } from './known-here.ts'

/** One judgement made on this phone. `now` is a whole second, because that is what the record carries to the server. */
export type Judgement = { readonly now: Instant; readonly facts: Facts; readonly verdict: Verdict }

export const wholeSecond = (at: Instant): Instant => instant(Math.floor(at / 1000) * 1000)

export function judgeHere(known: KnownTruck, at: Instant): Judgement {
  const now = wholeSecond(at)
  const facts = factsHere(known, now)
  return { now, facts, verdict: decide(facts, now) }
}
