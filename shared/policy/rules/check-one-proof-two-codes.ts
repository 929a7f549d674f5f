import type { Rule } from '../rule.ts'
import { documentsCount, eachPerson, type Person } from '../situation.ts'
import type { Need } from '../verdict.ts'

const grounds = { yellow: 'code-yellow', grey: 'code-grey', none: 'no-code' } as const

const needsOf = ({ index, notAsked }: Person): readonly Need[] => notAsked.map((fact): Need => `crew.${index}.${fact}`)

/** Registered without a green freight code: checkpoint code, then each person's papers until all have been asked for. */
export const checkOneProofTwoCodes: Rule = {
  id: 'check-one-proof-two-codes',
  row: 'V9',
  clauses: ['jiaozuo-20#2'],
  part: 2,
  inForce: { from: '2022-04-23T00:00:00+08:00' },
  judge: (situation) => {
    const { freightCode } = situation.facts
    if (!documentsCount(situation) || freightCode === 'red' || freightCode === 'green') return []
    return eachPerson(situation.people, (person) => {
      if (person.notAsked.length === 0) return undefined
      const ground = grounds[freightCode ?? 'none']
      return { row: 'V9', of: person.index, ground, needs: needsOf(person), tasks: ['register'] }
    })
  },
}
