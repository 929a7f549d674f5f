import type { Rule } from '../rule.ts'

const grounds = { yellow: 'in-province-yellow', grey: 'in-province-grey', none: 'in-province-no-code' } as const

/** Inside the province a code that is not green only registers; no test, code or temperature is asked for. */
export const inProvinceRegisterThenRelease: Rule = {
  id: 'in-province-register-then-release',
  row: 'V6',
  clauses: ['jiaozuo-20#2', 'henan-16#2'],
  part: 1,
  inForce: { from: '2022-04-23T00:00:00+08:00' },
  judge: ({ way, facts: { freightCode } }) => {
    if (way !== 'in-province') return []
    if (freightCode === undefined || freightCode === 'green' || freightCode === 'red') return []
    return [{ row: 'V6', of: 'everyone', ground: grounds[freightCode ?? 'none'], tasks: ['register'] }]
  },
}
