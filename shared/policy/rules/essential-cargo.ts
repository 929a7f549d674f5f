import type { Modifier } from '../rule.ts'

/** Medical goods and daily necessities go to the fast test channel and the top of the queue. */
export const essentialCargo: Modifier = {
  id: 'essential-cargo',
  modifier: 'M5',
  clauses: ['jiaozuo-20#19', 'jiaozuo-20#16'],
  inForce: { from: '2022-04-23T00:00:00+08:00' },
  applies: ({ facts }) => facts.trip?.cargo === '01' || facts.trip?.cargo === '02',
}
