import { expect, test } from 'vitest'
import { sampleOf } from '../../checkpoint-app/office/editions/overlay-sample.ts'
import { zh } from '../../checkpoint-app/office/editions/words.zh.ts'
import { checkOverlay } from '../../shared/policy/overlay-check.ts'

test('the sample of a local setting is one that the server would prove', () => {
  const superior = '2022-05-JZ20-1'
  const { proof } = checkOverlay(JSON.parse(sampleOf(superior, zh.overlay.sampleName)), superior)
  expect(proof.ok).toBe(true)
  expect(proof.points).toBeGreaterThan(10_000)
})
