import { documentFacts, type DocumentFact } from '../../shared/policy/verdict.ts'
import { readTemperature } from '../../shared/policy/readings/temperature.ts'
import type { Judgement } from '../device/judge-here.ts'
import type { Step } from './next-step.ts'
import type { Session } from './truck-session.ts'

/** What is still to be found out of one person. */
export type SeatNeeds = {
  readonly key: number
  readonly place: number
  readonly documents: readonly DocumentFact[]
  /** `again`: one high reading wants a second. */
  readonly temperature: 'none' | 'first' | 'again'
}
export type Pick = { readonly key: number; readonly what: 'documents' | 'temperature' }

/**
 * Person by person, in any order the inspector likes: who stands nearest is measured first. A temperature is offered beside papers
 * that are still open, because it will be asked for; nothing is offered that could not change the answer.
 */
export function crewNeeds({ known }: Session, { facts, verdict }: Judgement): readonly SeatNeeds[] {
  return known.crew.map(({ key }, place) => {
    const asked = (fact: DocumentFact | 'temperatures') =>
      verdict.needs.some((need) => need === (`crew.${place}.${fact}` as const))
    const documents = documentFacts.filter(asked)
    const open = asked('temperatures') || documents.length > 0
    const reading = readTemperature(facts.crew[place]?.temperatures, verdict.numbers)
    const temperature =
      open && reading === 'unmeasured' ? 'first' : open && reading === 'measure-again' ? 'again' : 'none'
    return { key, place, documents, temperature }
  })
}

export const countNeeds = (needs: readonly SeatNeeds[]): number =>
  needs.reduce(
    (sum, { documents, temperature }) => sum + (documents.length > 0 ? 1 : 0) + (temperature === 'none' ? 0 : 1),
    0,
  )

/** What the inspector chose, while it is still open; else what comes next by itself. */
export function stepPicked(step: Step, needs: readonly SeatNeeds[], pick: Pick | undefined): Step {
  if (step.ask !== 'documents' && step.ask !== 'temperature') return step
  const { judgement } = step
  const seat = needs.find(({ key }) => key === pick?.key)
  if (seat === undefined || pick === undefined) return step
  const { place: person, documents, temperature } = seat
  if (pick.what === 'documents' && documents.length > 0)
    return { ask: 'documents', person, missing: documents, judgement }
  if (pick.what === 'temperature' && temperature !== 'none')
    return { ask: 'temperature', person, again: temperature === 'again', judgement }
  return step
}
