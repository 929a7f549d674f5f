import type { Rule } from '../rule.ts'
import { temperatureIsOpen, type Situation } from '../situation.ts'
import type { Need } from '../verdict.ts'

/** Temperature is taken on the registered way whatever the code says; it is asked for in the same breath. */
function needsOf({ way, people }: Situation): readonly Need[] {
  if (way === 'in-province') return ['freightCode']
  const open = people.filter(temperatureIsOpen)
  return [...open.map(({ index }): Need => `crew.${index}.temperatures`), 'freightCode']
}

/** The freight code tells V5 from V6, and V8 from V9. */
export const askFreightCode: Rule = {
  id: 'ask-freight-code',
  row: 'ASK',
  clauses: ['jiaozuo-20#2'],
  inForce: { from: '2022-04-23T00:00:00+08:00' },
  judge: (situation) => {
    const { way, facts } = situation
    if (facts.freightCode !== undefined || (way !== 'in-province' && way !== 'registered')) return []
    return [{ row: 'ASK', of: 'everyone', ground: 'ask-freight-code', needs: needsOf(situation) }]
  },
}
