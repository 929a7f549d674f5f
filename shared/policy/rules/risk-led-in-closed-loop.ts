import type { CrewMember } from '../../facts.ts'
import type { Rule } from '../rule.ts'
import type { Finding, Ground, ReasonCode } from '../verdict.ts'

const tasks = ['escort', 'contactless'] as const

/** R2 mirrors a red that somebody else gave, trip card and list included; R1 is a stay. Both may be open at once. */
function groundsOf({ healthCode, travelCard, riskStay, listed }: CrewMember): readonly [Ground, ReasonCode][] {
  const grounds: [Ground, ReasonCode][] = []
  if (healthCode === 'red') grounds.push(['health-code-red', 'R2'])
  if (travelCard === 'red') grounds.push(['travel-card-red', 'R2'])
  if (travelCard === 'orange') grounds.push(['travel-card-orange', 'R2'])
  if (listed === 'red') grounds.push(['listed-red', 'R2'])
  if (riskStay === true) grounds.push(['risk-stay', 'R1'])
  return grounds
}

function personFinding(person: CrewMember, index: number): readonly Finding[] {
  const grounds = groundsOf(person)
  const first = grounds[0]
  if (!first) return []
  const reasons = new Set(grounds.map(([, reason]) => reason))
  const opens = (['R1', 'R2'] as const).filter((reason) => reasons.has(reason))
  return [{ row: 'V3', of: index, ground: first[0], opens, tasks }]
}

/** Led point to point to the destination, unloaded without contact; in-province and out-of-city alike. */
export const riskLedInClosedLoop: Rule = {
  id: 'risk-led-in-closed-loop',
  row: 'V3',
  clauses: ['jiaozuo-20#7', 'henan-16#7'],
  inForce: { from: '2022-04-23T00:00:00+08:00' },
  judge: ({ facts }) => {
    const findings = facts.crew.flatMap(personFinding)
    // A red freight code is about the vehicle; whose reason it carries is not in the code.
    return facts.freightCode === 'red'
      ? [...findings, { row: 'V3', of: 'nobody', ground: 'freight-code-red', tasks }]
      : findings
  },
}
