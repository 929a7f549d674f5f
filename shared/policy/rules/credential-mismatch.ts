import type { Modifier } from '../rule.ts'

/** A pass of another vehicle, or one whose seal does not hold, counts as none and leaves a lead; the row stands on the other facts. */
export const credentialMismatch: Modifier = {
  id: 'credential-mismatch',
  modifier: 'M7',
  clauses: ['jiaozuo-20#9'],
  inForce: { from: '2022-04-23T00:00:00+08:00' },
  applies: ({ facts }, { row }) => row !== 'V0' && (facts.pass?.state === 'mismatch' || facts.pass?.state === 'forged'),
  task: 'suspected-fraud',
}
