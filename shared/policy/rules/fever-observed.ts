import type { Rule } from '../rule.ts'
import { eachPerson } from '../situation.ts'

/** Two abnormal readings in a row: medical staff look after the person. One alone only asks for another. */
export const feverObserved: Rule = {
  id: 'fever-observed',
  row: 'V2',
  clauses: ['jiaozuo-20#3', 'henan-16#3', 'jiaozuo-20#6', 'henan-16#6'],
  proposal: 'the articles require a normal temperature; what follows an abnormal one is ours',
  inForce: { from: '2022-04-23T00:00:00+08:00' },
  judge: ({ people }) =>
    eachPerson(people, ({ index, temperature }) =>
      temperature === 'abnormal' ? { row: 'V2', of: index, ground: 'fever', tasks: ['medical'] } : undefined,
    ),
}
