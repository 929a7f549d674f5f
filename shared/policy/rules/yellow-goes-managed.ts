import type { Rule } from '../rule.ts'
import { eachPerson, readyToWeigh, type Person } from '../situation.ts'
import type { Ground } from '../verdict.ts'

function groundOf({ facts, codes }: Person): Ground {
  if (!codes.healthGreen) return facts.healthCode === 'yellow' ? 'health-code-yellow' : 'health-code-unshown'
  return facts.travelCard === 'yellow' ? 'travel-card-yellow' : 'travel-card-unshown'
}

/** A code that is not green, or cannot be shown, with a valid test: yellow with its reason, and released. */
export const yellowGoesManaged: Rule = {
  id: 'yellow-goes-managed',
  row: 'V13',
  clauses: ['jiaozuo-20#7'],
  inForce: { from: '2022-04-23T00:00:00+08:00' },
  judge: (situation) =>
    eachPerson(situation.people, (person) => {
      if (!readyToWeigh(situation, person) || person.bothGreen || person.testFails) return undefined
      return { row: 'V13', of: person.index, ground: groundOf(person), opens: ['Y1'] }
    }),
}
