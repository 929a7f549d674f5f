import type { Rule } from '../rule.ts'

/** Inside the province a green freight code is enough. */
export const inProvinceFastRelease: Rule = {
  id: 'in-province-fast-release',
  row: 'V5',
  clauses: ['jiaozuo-20#2', 'henan-16#2'],
  part: 1,
  inForce: { from: '2022-04-23T00:00:00+08:00' },
  judge: ({ way, facts }) =>
    way === 'in-province' && facts.freightCode === 'green'
      ? [{ row: 'V5', of: 'everyone', ground: 'in-province-green' }]
      : [],
}
