import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { platesIn } from '../../../checkpoint-app/device/plate/ctc.ts'
import { parsePlate } from '../../../shared/identity/plate.ts'
import { steps, twoRows } from './written.ts'

const anything = fc.array(
  fc.dictionary(
    fc.constantFrom('豫', '京', 'H', 'A', '0', '1', '8', 'B', '挂', 'D', '港'),
    fc.double({ min: 0, max: 0.3, noNaN: true }),
    {
      maxKeys: 3,
    },
  ),
  { minLength: 7, maxLength: 24 },
)

it('whatever the recogniser says, every answer is a plate of a known form', () => {
  fc.assert(
    fc.property(anything, anything, (upper, lower) => {
      const frames = { 'one-row': steps(upper), 'two-rows': twoRows(upper, lower)['two-rows'] }
      for (const layout of ['one-row', 'two-rows'] as const)
        for (const { plate } of platesIn(frames[layout], layout)) {
          const reading = parsePlate(plate)
          expect(reading.ok && reading.kind !== 'other' && reading.value === plate).toBe(true)
        }
    }),
    { numRuns: 60 },
  )
})
