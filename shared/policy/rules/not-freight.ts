import type { Rule } from '../rule.ts'

/** The measures speak of freight vehicles. Nothing is recorded of anybody else. */
export const notFreight: Rule = {
  id: 'not-freight',
  row: 'V0',
  clauses: ['jiaozuo-20#2'],
  inForce: { from: '2022-04-23T00:00:00+08:00' },
  judge: ({ facts }) =>
    facts.vehicle?.freight === false ? [{ row: 'V0', of: 'everyone', ground: 'not-freight' }] : [],
}
