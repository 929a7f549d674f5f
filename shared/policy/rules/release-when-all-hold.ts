import type { Rule } from '../rule.ts'
import { eachPerson, readyToWeigh } from '../situation.ts'

/** Test in time, both codes green, temperature normal: released at once, and nothing may be added. */
export const releaseWhenAllHold: Rule = {
  id: 'release-when-all-hold',
  row: 'V10',
  clauses: ['jiaozuo-20#3', 'jiaozuo-20#6', 'henan-16#3', 'henan-16#6'],
  inForce: { from: '2022-04-23T00:00:00+08:00' },
  judge: (situation) =>
    eachPerson(situation.people, (person) => {
      if (!readyToWeigh(situation, person) || !person.bothGreen || person.testFails) return undefined
      return { row: 'V10', of: person.index, ground: 'all-hold' }
    }),
}
