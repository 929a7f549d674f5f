import type { Rule } from '../rule.ts'
import { eachPerson } from '../situation.ts'

/** Registered, freight code green, temperature normal: one proof and two codes are not looked at again. */
export const greenCodeFastRelease: Rule = {
  id: 'green-code-fast-release',
  row: 'V8',
  clauses: ['jiaozuo-20#2'],
  part: 2,
  inForce: { from: '2022-04-23T00:00:00+08:00' },
  judge: ({ way, facts, people }) => {
    if (way !== 'registered' || facts.freightCode !== 'green') return []
    return eachPerson(people, ({ index, temperature }) =>
      temperature === 'normal' ? { row: 'V8', of: index, ground: 'registered-green' } : undefined,
    )
  },
}
