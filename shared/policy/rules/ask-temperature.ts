import type { Rule } from '../rule.ts'
import { documentsCount, eachPerson, temperatureIsOpen, type Person, type Situation } from '../situation.ts'

/** On the way of a green code, or once the documents of this person have been asked. */
function isDue(situation: Situation, person: Person): boolean {
  if (documentsCount(situation)) return person.notAsked.length === 0
  return situation.way === 'registered' && situation.facts.freightCode === 'green'
}

/** Not measured, or one abnormal reading that wants a second. */
export const askTemperature: Rule = {
  id: 'ask-temperature',
  row: 'ASK',
  clauses: ['jiaozuo-20#3', 'jiaozuo-20#6'],
  inForce: { from: '2022-04-23T00:00:00+08:00' },
  judge: (situation) =>
    eachPerson(situation.people, (person) => {
      if (!isDue(situation, person) || !temperatureIsOpen(person)) return undefined
      const ground = person.temperature === 'unmeasured' ? 'ask-temperature' : 'ask-temperature-again'
      return { row: 'ASK', of: person.index, ground, needs: [`crew.${person.index}.temperatures`] }
    }),
}
