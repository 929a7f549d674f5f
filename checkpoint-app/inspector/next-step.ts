import type { DocumentFact, Need } from '../../shared/policy/verdict.ts'
import { documentFacts } from '../../shared/policy/verdict.ts'
import { decide } from '../../shared/policy/decide.ts'
import type { Facts, Listing } from '../../shared/facts.ts'
import type { Instant } from '../../shared/instant.ts'
import { listedToCheck } from '../device/facts-here.ts'
import { judgeHere, type Judgement, type LawHere } from '../device/judge-here.ts'
import type { KnownTruck } from '../device/known-here.ts'
import { knownOf, listsKey, type Session } from './truck-session.ts'

/** The one thing to do now. Nothing is asked that would not change the answer. */
export type Step =
  | { readonly ask: 'plate' }
  | { readonly ask: 'plate-match'; readonly plate: string }
  | { readonly ask: 'wait' } // the server or the lists are being asked
  | { readonly ask: Question; readonly judgement: Judgement }
  | { readonly ask: 'listed'; readonly person: number; readonly listed: Listing; readonly judgement: Judgement }
  | { readonly ask: 'temperature'; readonly person: number; readonly again: boolean; readonly judgement: Judgement }
  | {
      readonly ask: 'documents'
      readonly person: number
      readonly missing: readonly DocumentFact[]
      readonly judgement: Judgement
    }

/** `nothing`: the verdict stands. */
type Question = 'scope' | 'same-crew' | 'registered' | 'freight-code' | 'nothing'

export function nextStep(session: Session, at: Instant, law?: LawHere): Step {
  const { plate, proposed, lookup } = session
  if (plate === undefined) return proposed === undefined ? { ask: 'plate' } : { ask: 'plate-match', plate: proposed }
  const known = knownOf(session)
  if (known === undefined || lookup !== 'done' || session.listsFor !== listsKey(session)) return { ask: 'wait' }
  const judgement = judgeHere(known, at, law)
  const hit = hitToCheck(known, judgement)
  if (hit !== undefined) return { ask: 'listed', ...hit, judgement }
  if (scopeMatters(judgement)) return { ask: 'scope', judgement }
  if (sameCrewMatters(judgement)) return { ask: 'same-crew', judgement }
  const { row, needs } = judgement.verdict
  const [need] = needs
  return (row === 'ASK' || row === 'V9') && need !== undefined
    ? stepFor(need, judgement)
    : { ask: 'nothing', judgement }
}

/** Whether these facts would lead elsewhere: to another row, or to other questions. */
function leadsElsewhere(facts: Facts, { now, verdict, edition }: Judgement): boolean {
  const other = decide(facts, now, edition)
  return other.row !== verdict.row || other.needs.join() !== verdict.needs.join()
}

/** Somebody whom the lists of the bundle seem to name, where being named changes what is to be done. */
function hitToCheck(known: KnownTruck, judgement: Judgement) {
  const { facts } = judgement
  const person = known.crew.findIndex((each) => listedToCheck(each) !== undefined)
  const listed = known.crew[person] && listedToCheck(known.crew[person])
  if (listed === undefined) return undefined
  const crew = facts.crew.map((member, place) => (place === person ? { ...member, listed } : member))
  return leadsElsewhere({ ...facts, crew }, judgement) ? { person, listed } : undefined
}

/** The law takes an unknown trip the cross-province way; the inspector is asked only where the other way says otherwise. */
function scopeMatters(judgement: Judgement): boolean {
  const { facts } = judgement
  if (facts.trip?.scope !== undefined) return false
  return leadsElsewhere({ ...facts, trip: { ...facts.trip, scope: 'in-province' } }, judgement)
}

function sameCrewMatters(judgement: Judgement): boolean {
  const { facts } = judgement
  if (!facts.priorRelease || facts.priorRelease.sameCrew !== undefined) return false
  const asked = { ...facts, priorRelease: { ...facts.priorRelease, sameCrew: true } }
  return leadsElsewhere(asked, judgement)
}

const isDocument = (fact: string): fact is DocumentFact => documentFacts.some((known) => known === fact)

function stepFor(need: Need, judgement: Judgement): Step {
  if (need === 'trip.registered') return { ask: 'registered', judgement }
  if (need === 'freightCode') return { ask: 'freight-code', judgement }
  const [, index = '0', fact] = need.split('.')
  const person = Number(index)
  if (fact === 'temperatures') {
    const again = (judgement.facts.crew[person]?.temperatures?.length ?? 0) > 0
    return { ask: 'temperature', person, again, judgement }
  }
  const missing = judgement.verdict.needs
    .filter((each) => each.startsWith(`crew.${person}.`))
    .map((each) => each.slice(each.lastIndexOf('.') + 1))
    .filter(isDocument)
  return { ask: 'documents', person, missing, judgement }
}
