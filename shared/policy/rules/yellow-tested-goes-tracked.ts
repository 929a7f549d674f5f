import type { Rule } from '../rule.ts'
import { eachPerson, readyToWeigh } from '../situation.ts'

/** As yellow-goes-managed without a valid test: after a negative antigen test released, and the sample is followed. */
export const yellowTestedGoesTracked: Rule = {
  id: 'yellow-tested-goes-tracked',
  row: 'V14',
  clauses: ['jiaozuo-20#7', 'henan-16#7'],
  inForce: { from: '2022-04-23T00:00:00+08:00' },
  judge: (situation) =>
    eachPerson(situation.people, (person) => {
      if (!readyToWeigh(situation, person) || person.bothGreen || !person.testFails) return undefined
      if (person.facts.antigen !== 'negative') return undefined
      return { row: 'V14', of: person.index, ground: 'not-green-antigen-negative', opens: ['Y1'], tasks: ['tracking'] }
    }),
}
