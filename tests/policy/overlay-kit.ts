import { expect } from 'vitest'
import { parseInspection } from '../../shared/facts-json.ts'
import { decide } from '../../shared/policy/decide.ts'
import { editions } from '../../shared/policy/edition.ts'
import { checkOverlay, type Checked } from '../../shared/policy/overlay-check.ts'
import { overlayEdition } from '../../shared/policy/overlay-edition.ts'
import type { Counterexample } from '../../shared/policy/overlay-proof.ts'
import type { Settings } from '../../shared/policy/overlay-settings.ts'
import { parseOverlay, superiorOf } from '../../shared/policy/overlay.ts'
import { answerOf, strictness } from '../../shared/policy/verdict.ts'

export const superior = editions[0]

export const overlayFile = (parameters: Settings, more: object = {}) => ({
  name: { zh: '示例县', en: 'Example county' },
  level: 'county',
  superior: superior.name,
  basis: ['jiaozuo-20#6'],
  parameters,
  ...more,
})

export const proposed = (parameters: Settings, more: object = {}) =>
  overlayEdition(parseOverlay(overlayFile(parameters, more)), superior)

export const againstIt = ({ proof }: Checked): readonly Counterexample[] => (proof.ok ? [] : proof.counterexamples)
/** What the proof says against it, shortest first. */
export const found = (json: unknown): readonly Counterexample[] => againstIt(checkOverlay(json))

/** Judged again from the JSON alone, by both editions, as `changxing decide` would. */
export function isTrue(one: Counterexample, json: unknown): boolean {
  const overlay = parseOverlay(json)
  const above = superiorOf(overlay.superior)
  const below = overlayEdition(overlay, above)
  const here = parseInspection(one.facts)
  const there = parseInspection(one.factsAbove ?? one.facts)
  expect(answerOf(decide(there.facts, there.now, above))).toEqual(one.above)
  expect(answerOf(decide(here.facts, here.now, below))).toEqual(one.below)
  if (one.why === 'asks-more') return one.below.needs.some((need) => !one.above.needs.includes(need))
  if (one.why === 'does-more') return one.below.tasks.some((task) => !one.above.tasks.includes(task))
  if (one.above.row === 'ASK') return one.below.row !== 'ASK'
  return (strictness(one.below.row) ?? 0) > (strictness(one.above.row) ?? 99)
}
