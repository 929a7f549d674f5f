/**
 * What the engine does when a switch of an overlay is on: it reads some facts otherwise, or hears one more rule. None of these is
 * law; they exist so that a proposal to stiffen the law can be put into figures and refused. The law's own rules know nothing of
 * them.
 */
import type { CrewMember, Facts } from '../facts.ts'
import type { ClauseRef } from './documents.ts'
import type { SwitchName } from './overlay-settings.ts'
import type { Rule } from './rule.ts'
import { eachPerson, temperatureIsOpen } from './situation.ts'
import type { Finding } from './verdict.ts'

export type Clauses = readonly [ClauseRef, ...ClauseRef[]]
export type Condition = {
  readonly read?: (facts: Facts) => Facts
  /** Heard together with the three routes; `clauses` and `from` are those the overlay names. */
  readonly rule?: (clauses: Clauses, from: string) => Rule
}

const everyone = (change: (person: CrewMember) => CrewMember) => (facts: Facts) => ({
  ...facts,
  crew: facts.crew.map(change),
})

const ruleOf =
  (id: string, row: Rule['row'], judge: Rule['judge']) =>
  (clauses: Clauses, from: string): Rule => ({ id, row, clauses, inForce: { from }, judge })

const head: Finding = { row: 'V15', of: 'everyone', ground: 'refused-registration', tasks: ['head'] }
const onSite: Finding = { row: 'V7', of: 'everyone', ground: 'not-registered', tasks: ['register'] }
const ask: Finding = { row: 'ASK', of: 'everyone', ground: 'ask-registration', needs: ['trip.registered'] }

/** In the order in which they read the facts. */
export const conditions: { readonly [S in SwitchName]: Condition } = {
  inProvinceAsOutside: {
    read: (facts) =>
      facts.trip?.scope === 'in-province' ? { ...facts, trip: { ...facts.trip, scope: 'cross-province' } } : facts,
  },
  checkPapersDespiteGreenCode: {
    read: (facts) =>
      facts.freightCode === 'green' && facts.trip?.scope !== 'in-province' ? { ...facts, freightCode: 'grey' } : facts,
  },
  testOnArrival: {
    // A result without its times counts for nothing.
    read: everyone((person) =>
      person.nucleicAcid?.result === 'negative' ? { ...person, nucleicAcid: { result: 'negative' } } : person,
    ),
  },
  asteriskCounts: {
    read: everyone((person) => (person.travelCard === 'green-starred' ? { ...person, travelCard: 'yellow' } : person)),
  },
  requirePass: {
    rule: ruleOf('overlay-require-pass', 'V15', ({ facts }) =>
      facts.pass?.state === 'valid' ? [] : [{ ...head, ground: 'refused-check' }],
    ),
  },
  requireRegistration: {
    rule: ruleOf('overlay-require-registration', 'V7', ({ way, facts }) => {
      if (way !== 'in-province' || facts.trip?.registered === true) return []
      if (facts.trip?.registered === undefined) return [ask]
      return facts.crew.some(({ refuses }) => refuses === true) ? [head] : [onSite]
    }),
  },
  askTemperatureInProvince: {
    rule: ruleOf('overlay-ask-temperature', 'ASK', ({ way, people }) =>
      way !== 'in-province'
        ? []
        : eachPerson(people, (person) =>
            temperatureIsOpen(person)
              ? {
                  row: 'ASK',
                  of: person.index,
                  ground: 'ask-temperature',
                  needs: [`crew.${person.index}.temperatures`],
                }
              : undefined,
          ),
    ),
  },
}
