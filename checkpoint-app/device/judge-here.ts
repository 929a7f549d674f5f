import { decide } from '../../shared/policy/decide.ts'
import type { Facts } from '../../shared/facts.ts'
import { instant, type Instant } from '../../shared/instant.ts'
import { editionInForce, type Edition } from '../../shared/policy/edition.ts'
import type { Verdict } from '../../shared/policy/verdict.ts'
import { factsHere } from './facts-here.ts'
import type { KnownTruck } from './known-here.ts'

/** One judgement made on this phone. `now` is a whole second, because that is what the record carries to the server. */
export type Judgement = {
  readonly now: Instant
  readonly facts: Facts
  readonly verdict: Verdict
  /** What it was judged by. */
  readonly edition: Edition
}

/** The law as this phone has it (bundle.ts); before its first bundle, as the program brings it. */
export type LawHere = (now: Instant) => Edition

export const wholeSecond = (at: Instant): Instant => instant(Math.floor(at / 1000) * 1000)

export function judgeHere(known: KnownTruck, at: Instant, law: LawHere = editionInForce): Judgement {
  const now = wholeSecond(at)
  const facts = factsHere(known, now)
  const edition = law(now)
  return { now, facts, verdict: decide(facts, now, edition), edition }
}
