import { expect, it } from 'vitest'
import { companyForm } from '../../kit/specimens-passes.ts'
import { refusal } from '../../kit/refusal.ts'
import { world } from '../../kit/world.ts'

it('when the serials of the city are used up those of its counties follow, and at last it is said', async () => {
  /** Every serial drawn is 000000: one number is left of each region. */
  const random = (bytes: number) => (bytes === 6 ? new Uint8Array(6) : crypto.getRandomValues(new Uint8Array(bytes)))
  const road = await world({ random })
  const applies = (nth: number) =>
    road.anyone('POST', '/api/passes/applications', companyForm({ plate: `浙FX${1000 + nth}` }))
  const numbers = []
  let last = await applies(0)
  for (let nth = 1; last.status === 201 && nth < 30; nth++) {
    numbers.push((last.body as { pass: { number: string } }).pass.number)
    last = await applies(nth)
  }
  expect(numbers[0]).toBe('410800000000')
  expect(numbers.every((number) => /^4108\d\d000000$/.test(number))).toBe(true)
  expect(new Set(numbers).size).toBeGreaterThan(8)
  expect(refusal(last)).toBe('503 PA-19')
})
