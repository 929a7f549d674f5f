import type { Rule } from '../rule.ts'

/** On the cross-province way everything hangs on whether the trip is registered. */
export const askRegistration: Rule = {
  id: 'ask-registration',
  row: 'ASK',
  clauses: ['jiaozuo-20#2', 'jiaozuo-20#5'],
  inForce: { from: '2022-04-23T00:00:00+08:00' },
  judge: ({ way }) =>
    way === 'registration-not-asked'
      ? [{ row: 'ASK', of: 'everyone', ground: 'ask-registration', needs: ['trip.registered'] }]
      : [],
}
