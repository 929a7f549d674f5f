import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { idTail, maskId, normaliseId, parseIdCard } from '../../shared/identity/id-card.ts'
import { instant } from '../../shared/instant.ts'
import { text } from './any-text.ts'

const now = instant(Date.parse('2022-05-16T10:00:00+08:00'))
const at = (moment: string) => instant(Date.parse(moment))

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
/** The check by the definition of ISO 7064 mod 11-2: the weighted sum with the check itself (X is 10) leaves 1. */
const withCheck = (first17: string): string => {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(first17[place]), 0)
  const check = Array.from({ length: 11 }, (_, value) => value).find((value) => (sum + value) % 11 === 1)
  return first17 + (check === 10 ? 'X' : String(check))
}

const born = fc.date({
  min: new Date('1900-01-01T00:00:00Z'),
  max: new Date('2022-05-15T00:00:00Z'),
  noInvalidDate: true,
})
const validId = fc
  .tuple(fc.integer({ min: 0, max: 999_999 }), born, fc.integer({ min: 0, max: 999 }))
  .map(([county, birth, sequence]) => {
    const date = birth.toISOString().slice(0, 10).replaceAll('-', '')
    return withCheck(String(county).padStart(6, '0') + date + String(sequence).padStart(3, '0'))
  })

test.each([
  ['11010519491231002X', '11010519491231002X'],
  ['11010519491231002x', '11010519491231002X'],
  ['１１０１０５１９４９１２３１００２ｘ', '11010519491231002X'],
  ['110105 19491231 002X', '11010519491231002X'],
  ['110105-19491231-002X', '11010519491231002X'],
  ['410899198001010015', '410899198001010015'],
  ['410899199106300021', '410899199106300021'],
  ['319999198001010031', '319999198001010031'],
  ['319999199106300048', '319999199106300048'],
  ['32999919800101005X', '32999919800101005X'],
  ['329999199106300066', '329999199106300066'],
  ['339999198001010078', '339999198001010078'],
  ['149999198001010099', '149999198001010099'],
  ['379999198001010112', '379999198001010112'],
  [withCheck('41080219000101001'), withCheck('41080219000101001')],
  [withCheck('41080220000229001'), withCheck('41080220000229001')],
  [withCheck('41080220220516001'), withCheck('41080220220516001')],
  [withCheck('81000019900307001'), withCheck('81000019900307001')],
])('%s is the citizen number %s', (typed, value) => {
  expect(parseIdCard(typed, now)).toEqual({ ok: true, value, kind: 'resident', warnings: [] })
})

test.each([
  ['', 'id.empty'],
  [' - ', 'id.empty'],
  ['1', 'id.wrong-length'],
  ['11010519491231002', 'id.wrong-length'],
  ['11010519491231002XX', 'id.wrong-length'],
  ['11010549123100', 'id.wrong-length'],
  ['1101054912310021', 'id.wrong-length'],
  ['11010519491231X02X', 'id.wrong-character'],
  ['11010519491231002A', 'id.wrong-character'],
  ['1101051949123100O2', 'id.wrong-character'],
  ['１１０１０５１９４９１２３１００２①', 'id.wrong-check'],
  ['११०१०५१९४९१२३१००२०', 'id.wrong-character'],
  ['110105194912310020', 'id.wrong-check'],
  [withCheck('41080219890229001'), 'id.no-such-date'],
  [withCheck('41080219000229001'), 'id.no-such-date'],
  [withCheck('41080219890431001'), 'id.no-such-date'],
  [withCheck('41080219891301001'), 'id.no-such-date'],
  [withCheck('41080219890001001'), 'id.no-such-date'],
  [withCheck('41080219890100001'), 'id.no-such-date'],
  [withCheck('41080218991231001'), 'id.no-such-date'],
  [withCheck('41080200000101001'), 'id.no-such-date'],
  [withCheck('41080220220517001'), 'id.birth-in-future'],
  [withCheck('41080299991231001'), 'id.birth-in-future'],
])('%j is refused with %s', (typed, code) => {
  expect(parseIdCard(typed, now)).toEqual({ ok: false, code })
})

describe('the day of birth counts in Beijing', () => {
  const newborn = withCheck('41080220220517001')
  test.each([
    ['2022-05-16T15:59:59Z', 'id.birth-in-future'],
    ['2022-05-16T16:00:00Z', undefined],
  ])('born on 05-17, read at %s: %s', (moment, code) => {
    const reading = parseIdCard(newborn, at(moment))
    expect(reading.ok ? undefined : reading.code).toBe(code)
  })
})

test.each([
  ['410899800101001', '410899198001010015'],
  ['110105491231002', '11010519491231002X'],
])('the 15 digits %s are warned of, and stored as %s', (typed, value) => {
  expect(parseIdCard(typed, now)).toEqual({ ok: true, value, kind: 'resident-legacy', warnings: ['id.legacy'] })
})

test('15 digits with a date that does not exist are refused', () => {
  expect(parseIdCard('410899800230001', now)).toEqual({ ok: false, code: 'id.no-such-date' })
})

test('every well-made number is accepted, whatever its county', () => {
  fc.assert(fc.property(validId, (id) => parseIdCard(id, now).ok))
})

test('any one character changed is caught (no exception: all weights and 11 are coprime)', () => {
  fc.assert(
    fc.property(validId, fc.nat({ max: 17 }), fc.constantFrom(...Array.from('0123456789X')), (id, place, character) => {
      fc.pre(id[place] !== character)
      return !parseIdCard(id.slice(0, place) + character + id.slice(place + 1), now).ok
    }),
    { numRuns: 500 },
  )
})

test('any two neighbours swapped are caught (no exception: neighbouring weights differ)', () => {
  fc.assert(
    fc.property(validId, fc.nat({ max: 16 }), (id, place) => {
      fc.pre(id[place] !== id[place + 1])
      const swapped = id.slice(0, place) + id[place + 1] + id[place] + id.slice(place + 2)
      return !parseIdCard(swapped, now).ok
    }),
    { numRuns: 500 },
  )
})

test.each([
  ['410899198001010015', '4108**********0015', '0015'],
  ['11010519491231002x', '1101**********002X', '002X'],
  ['410899800101001', '4108*******1001', '1001'],
  ['ABC123456789012', 'ABC1*******9012', '9012'],
  ['H12345678', 'H******78', '5678'],
  ['12345678', '1*****78', '5678'],
  ['E12345678', 'E******78', '5678'],
  ['123456', '1***56', '3456'],
  ['12345', '******', '2345'],
  ['', '******', ''],
])('%s shows as %s, tail %s', (id, masked, tail) => {
  expect(maskId(id)).toBe(masked)
  expect(idTail(id)).toBe(tail)
})

test('a mask shows at most four characters at each end, and hides most of a short number', () => {
  fc.assert(
    fc.property(text, (typed) => {
      const length = Array.from(normaliseId(typed)).length
      const shown = Array.from(maskId(typed)).filter((character) => character !== '*').length
      expect(shown).toBeLessThanOrEqual(length < 6 ? 0 : length < 15 ? 3 : 8)
      expect(Array.from(maskId(typed)).length).toBeLessThanOrEqual(18)
    }),
    { numRuns: 1000 },
  )
})

test('numbers that differ only in birth date and sequence look the same', () => {
  const middle = fc.stringMatching(/^\d{10}$/)
  fc.assert(fc.property(middle, middle, (a, b) => maskId(`4108${a}0015`) === maskId(`4108${b}0015`)))
})
