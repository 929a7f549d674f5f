import type { Modifier } from '../rule.ts'

/** 直通车: the closed-loop checklist goes with the trip. */
export const throughTrain: Modifier = {
  id: 'through-train',
  modifier: 'M4',
  clauses: ['henan-notice-13#7', 'jiaozuo-25#7'],
  inForce: { from: '2022-04-23T00:00:00+08:00' },
  applies: ({ facts }) => facts.trip?.throughTrain === true,
}
