import type { Modifier } from '../rule.ts'

/** Judged without a network, by the same rules and cached lists, and said so. */
export const offlineCheck: Modifier = {
  id: 'offline-check',
  modifier: 'M6',
  clauses: ['jiaozuo-20#2'],
  proposal: 'the article asks for fast inspection on a bound terminal and says nothing of a broken network',
  inForce: { from: '2022-04-23T00:00:00+08:00' },
  applies: ({ facts }) => facts.offline === true,
}
