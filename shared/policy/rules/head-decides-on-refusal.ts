import type { Rule } from '../rule.ts'
import { documentsCount, eachPerson, type Person, type Situation } from '../situation.ts'
import type { Finding } from '../verdict.ts'
import { isTestDemanded } from './test-late-arrivals.ts'

const tasks = ['head'] as const

function personFinding(situation: Situation, person: Person): Finding | undefined {
  if (person.facts.refuses !== true || !documentsCount(situation)) return undefined
  if (person.notAsked.length > 0) return { row: 'V15', of: person.index, ground: 'refused-check', tasks }
  if (isTestDemanded(situation, person)) return { row: 'V15', of: person.index, ground: 'refused-test', tasks }
  return undefined
}

/** Only what is demanded can be refused: registration by anybody on board, papers and test by the person himself. */
export const headDecidesOnRefusal: Rule = {
  id: 'head-decides-on-refusal',
  row: 'V15',
  clauses: ['jiaozuo-20#17', 'jiaozuo-20#16'],
  proposal: 'the head of the checkpoint settles it on the spot',
  inForce: { from: '2022-04-23T00:00:00+08:00' },
  judge: (situation) => {
    if (situation.way !== 'not-registered') return eachPerson(situation.people, (one) => personFinding(situation, one))
    const refused = situation.people.some(({ facts }) => facts.refuses === true)
    return refused ? [{ row: 'V15', of: 'everyone', ground: 'refused-registration', tasks }] : []
  },
}
