import { hasPendingSample } from '../readings/test.ts'
import type { Rule } from '../rule.ts'
import { eachPerson, readyToWeigh, type Person, type Situation } from '../situation.ts'

/** No valid test, and no negative antigen test yet; whether the codes are green only changes what comes after. */
export const isTestDemanded = (situation: Situation, person: Person): boolean =>
  readyToWeigh(situation, person) && person.testFails !== undefined && person.facts.antigen !== 'negative'

/** Nucleic sample and antigen test. A fresh sample on its way is not taken again. */
export const testLateArrivals: Rule = {
  id: 'test-late-arrivals',
  row: 'V11',
  clauses: ['jiaozuo-20#7', 'henan-16#7'],
  proposal: 'a sample taken within the day counts as the nucleic half',
  inForce: { from: '2022-04-23T00:00:00+08:00' },
  judge: (situation) =>
    eachPerson(situation.people, (person) => {
      const { index, facts, testFails, bothGreen } = person
      if (!isTestDemanded(situation, person) || !testFails) return undefined
      const sampled = hasPendingSample(facts.nucleicAcid, situation.now, situation.numbers)
      const ground = bothGreen ? testFails : (`not-green-${testFails}` as const)
      return { row: 'V11', of: index, ground, tasks: sampled ? ['antigen'] : ['sample', 'antigen'] }
    }),
}
