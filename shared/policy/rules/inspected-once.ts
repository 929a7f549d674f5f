import { minutesBetween } from '../../instant.ts'
import type { Rule } from '../rule.ts'
import type { Situation } from '../situation.ts'

function releasedBefore({ facts, now, numbers }: Situation): boolean {
  const prior = facts.priorRelease
  if (!prior || prior.sameCrew !== true) return false
  return minutesBetween(prior.at, now) <= numbers.priorReleaseWindow * 60
}

const stillHolds = ({ way, people }: Situation): boolean =>
  way === 'in-province' || people.every(({ testFails }) => testFails === undefined)

/** Released at another checkpoint of the city: not inspected again, and no registration is asked for. */
export const inspectedOnce: Rule = {
  id: 'inspected-once',
  row: 'V4',
  clauses: ['jiaozuo-20#6', 'henan-16#6'],
  proposal: 'the span of the release',
  inForce: { from: '2022-04-23T00:00:00+08:00' },
  judge: (situation) =>
    releasedBefore(situation) && stillHolds(situation) ? [{ row: 'V4', of: 'everyone', ground: 'inspected' }] : [],
}
