import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseCompanyCode } from '../../shared/identity/company-code.ts'

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

test.each([
  '91350100M000100Y43',
  '91410800MAXXXX0150',
  '91410800MAXXXX023T',
  '91410800MAXXXX031M',
  '91410800MAXXXX04XD',
  '91410800MAXXXX058D',
  '91410800MAXXXX0668',
  '91410800MAXXXX0743',
  '91410800MAXXXX082X',
  '91410800MAXXXX090Q',
  '91410800MAXXXX103E',
])('%s is a company', (code) => {
  const kept = { ok: true, value: code, kind: 'company', warnings: [] }
  expect(parseCompanyCode(code)).toEqual(kept)
  expect(parseCompanyCode(` ${code.toLowerCase().slice(0, 8)}-${code.slice(8)}　`)).toEqual(kept)
})

/** The outer check made anew, by the definition: the weighted sum of all 18 (the last weighs 1) is a multiple of 31. */
function sealed(first17: string): string {
  let weight = 1
  let sum = 0
  for (const character of first17) {
    sum += weight * alphabet.indexOf(character)
    weight = (weight * 3) % 31
  }
  return first17 + alphabet.charAt((31 * 31 - (sum % 31)) % 31)
}

test.each([
  ['', 'company-code.empty'],
  ['91350100M000100Y4', 'company-code.wrong-length'],
  ['91350100M000100Y433', 'company-code.wrong-length'],
  ['91350100M000100Y44', 'company-code.wrong-check'],
  ['91350100M000100I43', 'company-code.wrong-character'],
  ['91350100M000100O43', 'company-code.wrong-character'],
  ['9135010SM000100Y43', 'company-code.wrong-character'],
  ['9135010AM000100Y43', 'company-code.wrong-character'],
  ['91350100M000100Y4😀', 'company-code.wrong-length'],
  ['91350100M000100Y😀', 'company-code.wrong-character'],
  [sealed('91350100M000100Y5'), 'company-code.wrong-organisation-check'],
  [sealed('91350100M000100YX'), 'company-code.wrong-organisation-check'],
])('%j is refused with %s', (code, key) => {
  expect(parseCompanyCode(code)).toEqual({ ok: false, code: key })
})

test('of all 36 check characters of an organisation exactly one is right', () => {
  const right = Array.from(alphabet).filter((check) => parseCompanyCode(sealed(`91350100M000100Y${check}`)).ok)
  expect(right).toEqual(['4'])
})

const places = fc.nat({ max: 17 })
const companies = fc.constantFrom('91350100M000100Y43', '91410800MAXXXX04XD', '91410800MAXXXX082X')

test('any one character changed is caught', () => {
  fc.assert(
    fc.property(companies, places, fc.constantFrom(...Array.from(alphabet)), (code, place, character) => {
      fc.pre(code[place] !== character)
      return !parseCompanyCode(code.slice(0, place) + character + code.slice(place + 1)).ok
    }),
    { numRuns: 500 },
  )
})

test('any two neighbours swapped are caught', () => {
  fc.assert(
    fc.property(companies, fc.nat({ max: 16 }), (code, place) => {
      fc.pre(code[place] !== code[place + 1])
      return !parseCompanyCode(code.slice(0, place) + code[place + 1] + code[place] + code.slice(place + 2)).ok
    }),
  )
})
