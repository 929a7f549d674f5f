import type { Rule } from '../rule.ts'

/** The freight code tells V5 from V6, and V8 from V9. */
export const askFreightCode: Rule = {
  id: 'ask-freight-code',
  row: 'ASK',
  clauses: ['jiaozuo-20#2'],
  inForce: { from: '2022-04-23T00:00:00+08:00' },
  judge: (situation) => {
    const { way, facts } = situation
    if (facts.freightCode !== undefined || (way !== 'in-province' && way !== 'registered')) return []
    return [{ row: 'ASK', of: 'everyone', ground: 'ask-freight-code', needs: ['freightCode'] }]
  },
}
