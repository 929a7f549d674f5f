import { expect, it } from 'vitest'
import { sealed } from '../../kit/phone.ts'
import { inProvince, world } from '../../kit/world.ts'

it('1,000 queued inspections in five batches: every one recorded, within seconds', async () => {
  const road = await world()
  const inspector = await road.inspector('JZ-G01')
  const envelopes = Array.from({ length: 1000 }, (_, n) => inspector.judges({ facts: inProvince(`豫H${10_000 + n}`) }))
  const items = await Promise.all(envelopes.map((envelope) => sealed(inspector.phone, envelope)))
  const started = performance.now()
  for (let at = 0; at < items.length; at += 200) {
    const results = await inspector.uploads(...items.slice(at, at + 200))
    expect(results.every(({ status }) => status === 'recorded')).toBe(true)
  }
  const took = performance.now() - started
  console.log(`1,000 inspections uploaded in ${Math.round(took)} ms`)
  expect(took).toBeLessThan(8000)
  expect((await road.rows())['inspection']).toBe(1000)
})
