import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { groundFor, rulesOf } from '../../shared/codes/reasons.ts'
import { anyFacts } from '../policy/any-facts.ts'
import { judged } from '../policy/truck.ts'

test('what the verdict table opens is on a ground of the list', () => {
  let opened = 0
  const anyVerdict = anyFacts.map((facts) => judged(facts))
  fc.assert(
    fc.property(anyVerdict, ({ opens, findings }) => {
      for (const { crew, reason } of opens) {
        opened++
        const ground = groundFor(reason, findings[crew]!.ground)
        expect(rulesOf(reason).grounds).toContain(ground)
        if (reason !== 'R1') expect(ground).toBe(findings[crew]!.ground)
      }
    }),
    { numRuns: 3000, seed: 20220516 },
  )
  expect(opened).toBeGreaterThan(300)
})
