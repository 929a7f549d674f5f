import type { CrewMember } from '../../facts.ts'
import { hasPendingSample } from '../readings/test.ts'
import type { Rule } from '../rule.ts'
import { eachPerson } from '../situation.ts'
import type { Ground } from '../verdict.ts'

function groundOf({ nucleicAcid, antigen, listed }: CrewMember): Ground | undefined {
  if (nucleicAcid?.result === 'positive') return 'nucleic-positive'
  if (listed === 'positive') return 'listed-positive'
  return antigen === 'positive' ? 'antigen-positive' : undefined
}

/** An antigen test alone is no diagnosis, so a sample is taken with it unless one is on its way. Red is only proposed. */
export const positiveHeldForCare: Rule = {
  id: 'positive-held-for-care',
  row: 'V1',
  clauses: ['jiaozuo-20#7', 'henan-16#7', 'national-services-43#42'],
  proposal: 'what is done with a positive antigen test follows the national antigen plan',
  inForce: { from: '2022-04-23T00:00:00+08:00' },
  judge: ({ people, now, numbers }) =>
    eachPerson(people, ({ index, facts }) => {
      const ground = groundOf(facts)
      if (!ground) return undefined
      const sampleFirst = ground === 'antigen-positive' && !hasPendingSample(facts.nucleicAcid, now, numbers)
      return { row: 'V1', of: index, ground, opens: ['R3'], tasks: sampleFirst ? ['sample', 'medical'] : ['medical'] }
    }),
}
