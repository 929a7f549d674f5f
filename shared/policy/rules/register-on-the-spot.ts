import type { Rule } from '../rule.ts'

/** Not registered: done on the spot, then the trip goes on as a registered one. Never a ground to hold. */
export const registerOnTheSpot: Rule = {
  id: 'register-on-the-spot',
  row: 'V7',
  clauses: ['jiaozuo-20#2', 'jiaozuo-20#5', 'henan-16#5'],
  part: 3,
  inForce: { from: '2022-04-23T00:00:00+08:00' },
  judge: ({ way }) =>
    way === 'not-registered' ? [{ row: 'V7', of: 'everyone', ground: 'not-registered', tasks: ['register'] }] : [],
}
