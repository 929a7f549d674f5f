import { assert, integer, nat, property, stringMatching } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRegionCode } from '../../shared/identity/region-code.ts'
import { inFours, readTripNumber, tripCheckDigit } from '../../shared/identity/trip-number.ts'
import { beijingIso } from '../../shared/instant.ts'
import { endOfDay, foreignPassFact, issuerWords, otherProvinces } from '../../shared/passes/foreign.ts'
import { typedNumber } from '../../shared/passes/typed-number.ts'
import { moment } from '../policy/truck.ts'

const now = moment('2022-05-16T10:00')

describe('a pass of another province counts like ours', () => {
  test.each([
    ['no date on it', {}, { state: 'valid' }],
    ['to the end of its last day', { validTo: endOfDay('2022-05-16')! }, { state: 'valid' }],
    ['over since midnight', { validTo: endOfDay('2022-05-15')! }, { state: 'expired' }],
  ])('%s', (_, more, fact) => {
    expect(foreignPassFact({ issuer: '33', shown: 'photo', ...more }, now)).toEqual(fact)
  })

  test('the old style of Henan counts while old and new stand side by side, then it is information', () => {
    const old = { issuer: '41', oldStyle: true, shown: 'photo' } as const
    expect(foreignPassFact(old, moment('2022-05-07T23:59'))).toEqual({ state: 'valid' })
    expect(foreignPassFact(old, moment('2022-05-08T00:00'))).toBeNull()
  })

  test('thirty other provinces, each once, none of them Henan, all named', () => {
    const codes = otherProvinces.map(({ code }) => code)
    expect(new Set(codes).size).toBe(30)
    expect(codes).not.toContain('41')
    expect(codes.every((code) => isRegionCode(`${code}0000`))).toBe(true)
    expect(issuerWords({ issuer: '33' }).zh).toBe('浙江')
    expect(issuerWords({ issuer: '41', oldStyle: true }).zh).toBe('省内旧式证')
  })

  test('a day that is none is no day', () => {
    expect(['', '2022-02-30', '22-05-16', '2022-5-16'].map(endOfDay)).toEqual(Array(4).fill(undefined))
    expect(beijingIso(endOfDay('2022-05-16')!)).toBe('2022-05-16T23:59:59+08:00')
  })
})

describe('twelve digits typed', () => {
  const trip = (body: string) => body + tripCheckDigit(body)

  test.each([
    ['41080000012', 'short'],
    ['410800000123', 'pass'],
    [trip('99837620802'), 'trip'],
    [trip('41080000012'), 'either'],
    ['998376208020', readTripNumber('998376208020') ? 'trip' : 'neither'],
    ['4108000001234', 'neither'],
  ])('%s is %s', (digits, is) => {
    expect(typedNumber(digits)).toBe(is)
  })

  test('one digit mistyped in a trip, or two neighbours swapped, is said at once', () => {
    const body = stringMatching(/^9\d{10}$/)
    assert(
      property(body, nat(11), integer({ min: 1, max: 9 }), (first, place, by) => {
        const number = trip(first)
        const digit = (Number(number[place]) + by) % 10
        const wrong = number.slice(0, place) + digit + number.slice(place + 1)
        const [a = '', b = ''] = number.slice(place, place + 2)
        const swapped = number.slice(0, place) + b + a + number.slice(place + 2)
        expect(readTripNumber(wrong)).toBeUndefined()
        if (a !== b && b !== '') expect(readTripNumber(swapped)).toBeUndefined()
        expect(typedNumber(number)).toBe('trip')
      }),
    )
  })

  test('read in fours while it grows', () => {
    expect(['4', '4821', '48210', '482109371165'].map(inFours)).toEqual(['4', '4821', '4821 0', '4821 0937 1165'])
  })
})
