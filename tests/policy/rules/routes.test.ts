import { describe, expect, test } from 'vitest'
import type { Facts } from '../../../shared/facts.ts'
import { askFreightCode } from '../../../shared/policy/rules/ask-freight-code.ts'
import { askRegistration } from '../../../shared/policy/rules/ask-registration.ts'
import { askTemperature } from '../../../shared/policy/rules/ask-temperature.ts'
import { greenCodeFastRelease } from '../../../shared/policy/rules/green-code-fast-release.ts'
import { inProvinceFastRelease } from '../../../shared/policy/rules/in-province-fast-release.ts'
import { inProvinceRegisterThenRelease } from '../../../shared/policy/rules/in-province-register-then-release.ts'
import { inspectedOnce } from '../../../shared/policy/rules/inspected-once.ts'
import { registerOnTheSpot } from '../../../shared/policy/rules/register-on-the-spot.ts'
import { judged, moment, negative, now, person, titled, truck, without } from '../truck.ts'
import { cases, says } from './cases.ts'

const inProvince = { trip: { scope: 'in-province' } } satisfies Partial<Facts>
const released = (at: string, sameCrew = true): Partial<Facts> => ({ priorRelease: { at: moment(at), sameCrew } })
const late = [person(), person({ nucleicAcid: negative('14T09:59') })]

cases(inspectedOnce, [
  [{}, 'nothing'],
  [{ priorRelease: null }, 'nothing'],
  [released('16T04:00'), 'everyone:inspected'],
  [released('15T10:00'), 'everyone:inspected'],
  [released('15T09:59'), 'nothing'],
  [released('15T10:00'), 'everyone:inspected', moment('16T10:00:59')],
  [released('15T10:00'), 'nothing', moment('16T10:01')],
  [released('15T09:59:59'), 'nothing'],
  [released('16T10:02'), 'everyone:inspected'],
  [released('16T04:00', false), 'nothing'],
  [{ priorRelease: { at: moment('16T04:00') } }, 'nothing'],
  [{ ...released('16T04:00'), crew: late }, 'nothing'],
  [{ ...released('16T04:00'), ...inProvince, crew: late }, 'everyone:inspected'],
  [{ ...released('16T04:00'), trip: { scope: 'unknown' }, crew: late }, 'nothing'],
  [{ ...released('16T04:00'), trip: {} }, 'everyone:inspected'],
  [{ ...released('16T04:00'), crew: [person({ nucleicAcid: { result: 'pending' } })] }, 'nothing'],
])

cases(inProvinceFastRelease, [
  [{ ...inProvince, freightCode: 'green' }, 'everyone:in-province-green'],
  [{ ...inProvince, freightCode: 'green', crew: [{}] }, 'everyone:in-province-green'],
  [{ ...inProvince, freightCode: 'yellow' }, 'nothing'],
  [{ freightCode: 'green' }, 'nothing'],
])

cases(inProvinceRegisterThenRelease, [
  [{ ...inProvince, freightCode: null }, 'everyone:in-province-no-code (register)'],
  [{ ...inProvince, freightCode: 'yellow' }, 'everyone:in-province-yellow (register)'],
  [{ ...inProvince, freightCode: 'grey' }, 'everyone:in-province-grey (register)'],
  [{ ...inProvince, freightCode: 'green' }, 'nothing'],
  [{ freightCode: null }, 'nothing'],
])

cases(askRegistration, [
  [inProvince, 'nothing'],
  [{ trip: { registered: true } }, 'nothing'],
  [{ trip: { registered: false } }, 'nothing'],
  [{ trip: {} }, 'everyone:ask-registration'],
  [{ trip: { scope: 'unknown' } }, 'everyone:ask-registration'],
])

cases(registerOnTheSpot, [
  [{ trip: { scope: 'cross-province', registered: false } }, 'everyone:not-registered (register)'],
  [{ trip: { scope: 'unknown', registered: false } }, 'everyone:not-registered (register)'],
  [{ trip: { registered: false } }, 'everyone:not-registered (register)'],
  [{ trip: { scope: 'in-province', registered: false } }, 'nothing'],
  [{}, 'nothing'],
])

describe('ASK ask-freight-code', () => {
  const uncoded = (changes: Partial<Facts> = {}) => without(truck(changes), 'freightCode')
  const table: readonly (readonly [facts: Facts, ground: string, needs: readonly string[]])[] = [
    [truck({ freightCode: null }), 'nothing', []],
    [truck({ freightCode: 'grey' }), 'nothing', []],
    [uncoded(), 'everyone:ask-freight-code', ['freightCode']],
    [uncoded(inProvince), 'everyone:ask-freight-code', ['freightCode']],
    [uncoded({ ...inProvince, crew: [{}] }), 'everyone:ask-freight-code', ['freightCode']],
    [uncoded({ crew: [person(), {}] }), 'everyone:ask-freight-code', ['freightCode']],
    [uncoded({ trip: { registered: false } }), 'nothing', []],
    [uncoded({ trip: {} }), 'nothing', ['trip.registered']],
  ]
  for (const [facts, ground, needs] of table)
    test(`${titled({ ...facts, crew: facts.crew.length })} → ${ground} ${needs.join(' ')}`, () => {
      expect(says(askFreightCode, facts, now)).toBe(ground)
      expect(judged(facts).needs).toEqual(needs)
    })
})

cases(greenCodeFastRelease, [
  [{ freightCode: 'green' }, '0:registered-green'],
  [{ freightCode: 'green', trip: { scope: 'unknown', registered: true } }, '0:registered-green'],
  [{ freightCode: 'green', crew: [person({ temperatures: [37.2] })] }, '0:registered-green'],
  [{ freightCode: 'green', crew: [person({ temperatures: [37.3] })] }, 'nothing'],
  [{ freightCode: 'green', crew: [person({ temperatures: [37.3, 36.9] })] }, '0:registered-green'],
  [{ freightCode: 'green', crew: [{ temperatures: [36.5] }, {}] }, '0:registered-green'],
  [{ freightCode: 'grey' }, 'nothing'],
  [{ freightCode: 'green', trip: { registered: false } }, 'nothing'],
  [{ freightCode: 'green', trip: { scope: 'in-province', registered: true } }, 'nothing'],
])

const unasked = (temperatures?: number[]) => [without(person({ ...(temperatures && { temperatures }) }), 'healthCode')]
cases(askTemperature, [
  [{ freightCode: 'green' }, 'nothing'],
  [{ freightCode: 'green', crew: [person({ temperatures: [] })] }, '0:ask-temperature'],
  [{ freightCode: 'green', crew: [{}] }, '0:ask-temperature'],
  [{ freightCode: 'green', crew: [person({ temperatures: [37.3] })] }, '0:ask-temperature-again'],
  [{ freightCode: 'green', crew: [person({ temperatures: [36.9, 37.3] })] }, '0:ask-temperature-again'],
  [{ freightCode: 'green', crew: [person({ temperatures: [37.3, 37.2] })] }, 'nothing'],
  [{ freightCode: null, crew: [person({ temperatures: [] })] }, '0:ask-temperature'],
  [{ freightCode: null, crew: unasked([]) }, 'nothing'],
  [{ trip: { scope: 'in-province' }, freightCode: 'green', crew: [{}] }, 'nothing'],
  [{ trip: { registered: false }, crew: [{}] }, 'nothing'],
  [{ crew: [person(), person({ temperatures: [] })] }, '1:ask-temperature'],
])
