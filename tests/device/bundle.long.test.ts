import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { answered, bound } from './bundle-kit.ts'

test('keeping the bundle: no interleaving of old and new, of restarts and full disks brings an older one back', async () => {
  const answers = await Promise.all([1, 2, 3, 4, 5].map((seq) => answered({ manifest: { seq } })))
  const step = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constant('restart' as const))
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const { says, start, keeper: first } = await bound()
      let keeper = first
      let highest = 0
      for (const each of steps) {
        if (each === 'restart') keeper = await start()
        else {
          says(answers[each]!)
          const { ok } = await keeper.refresh()
          expect(ok).toBe(each + 1 >= highest)
          highest = Math.max(highest, each + 1)
        }
        expect(keeper.current()?.manifest.seq ?? 0).toBe(highest)
      }
    }),
    { numRuns: 40 },
  )
})
