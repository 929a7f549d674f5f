import type { Rule } from '../rule.ts'
import { eachPerson, readyToWeigh } from '../situation.ts'

/** Released at once; nobody waits for the nucleic result, which is followed instead. */
export const antigenNegativeGoesTracked: Rule = {
  id: 'antigen-negative-goes-tracked',
  row: 'V12',
  clauses: ['jiaozuo-20#7', 'henan-16#7', 'henan-16#6'],
  inForce: { from: '2022-04-23T00:00:00+08:00' },
  judge: (situation) =>
    eachPerson(situation.people, (person) => {
      if (!readyToWeigh(situation, person) || !person.bothGreen || !person.testFails) return undefined
      if (person.facts.antigen !== 'negative') return undefined
      return { row: 'V12', of: person.index, ground: 'antigen-negative', tasks: ['tracking'] }
    }),
}
