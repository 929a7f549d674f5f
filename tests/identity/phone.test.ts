import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { maskPhone, normalisePhone, parsePhone, phoneTail } from '../../shared/identity/phone.ts'
import { text } from './any-text.ts'

test.each([
  ['13000000001', '13000000001'],
  ['19900000099', '19900000099'],
  ['+8613000000001', '13000000001'],
  ['8613000000001', '13000000001'],
  ['008613000000001', '13000000001'],
  ['+86 130 0000 0001', '13000000001'],
  ['(+86) 130-0000-0001', '13000000001'],
  ['１３０００００００１０', '13000000010'],
  ['＋８６－１３０－００００－００１０', '13000000010'],
  ['130\u00A00000\u20110010', '13000000010'],
  ['\u202D13000000010\u202C', '13000000010'],
  ['130.0000.0010', '13000000010'],
])('%j is the mobile number %s', (typed, value) => {
  expect(parsePhone(typed)).toEqual({ ok: true, value, kind: 'mobile', warnings: [] })
})

test.each([
  ['', 'phone.empty'],
  [' - ', 'phone.empty'],
  ['12000000001', 'phone.wrong-form'],
  ['23000000001', 'phone.wrong-form'],
  ['1300000000', 'phone.wrong-form'],
  ['130000000011', 'phone.wrong-form'],
  ['0391-1234567', 'phone.wrong-form'],
  ['12328', 'phone.wrong-form'],
  ['+8513000000001', 'phone.wrong-form'],
  ['868613000000001', 'phone.wrong-form'],
  ['1300000000a', 'phone.wrong-form'],
  ['١٣٠٠٠٠٠٠٠٠١', 'phone.wrong-form'],
  ['13000000001\n13000000002', 'phone.wrong-form'],
])('%j is refused with %s', (typed, code) => {
  expect(parsePhone(typed)).toEqual({ ok: false, code })
})

test.each([
  ['13000001234', '130****1234', '1234'],
  ['+86 130 0000 1234', '130****1234', '1234'],
  ['1300000123', '****', ''],
  ['0391-1234567', '****', ''],
  ['', '****', ''],
])('%j shows as %s, tail %j', (typed, masked, tail) => {
  expect(maskPhone(typed)).toBe(masked)
  expect(phoneTail(typed)).toBe(tail)
})

test('every mobile number is read with every prefix', () => {
  const mobile = fc.stringMatching(/^1[3-9]\d{9}$/)
  fc.assert(
    fc.property(mobile, fc.constantFrom('', '+86', '86', '0086', '+86 ', '+86-'), (number, prefix) => {
      expect(normalisePhone(prefix + number)).toBe(number)
      expect(maskPhone(prefix + number)).toBe(`${number.slice(0, 3)}****${number.slice(7)}`)
    }),
  )
})

test('a mask shows seven digits at most, and nothing of what is not a mobile number', () => {
  fc.assert(
    fc.property(text, (typed) => /^(?:1[3-9]\d)?\*{4}(?:\d{4})?$/.test(maskPhone(typed))),
    { numRuns: 500 },
  )
})
