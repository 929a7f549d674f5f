/** The golden cases G1–G37 as far as they are verdicts; what credentials and lists say enters as the facts they leave behind. */
import { describe, expect, test } from 'vitest'
import type { CrewMember, Facts } from '../../shared/facts.ts'
import type { Instant } from '../../shared/instant.ts'
import { decide } from '../../shared/policy/decide.ts'
import { makeEdition } from '../../shared/policy/edition.ts'
import { numbersAt } from '../../shared/policy/numbers.ts'
import { parameters } from '../../shared/policy/parameters.ts'
import { transferPointEntry } from '../../shared/policy/rules/transfer-point-entry.ts'
import { driven, judged, moment, negative, now, person, said, titled, truck, without } from './truck.ts'

type Golden = readonly [id: string, facts: Facts, expected: string, at?: Instant]

const inProvince = (changes: Partial<Facts> = {}) => truck({ trip: { scope: 'in-province' }, crew: [{}], ...changes })
const green = (reported: string) => driven({ nucleicAcid: negative(reported) }, { freightCode: 'green' })
const stale: CrewMember = { nucleicAcid: negative('14T09:59') }
const night = { sampledAt: moment('16T02:00'), result: 'pending' } as const
const w1 = { from: moment('16T00:00'), to: moment('23T00:00'), closedLoop: true }
const early = { sampledAt: moment('14T06:00'), reportedAt: moment('14T14:00'), result: 'negative' } as const

const golden: readonly Golden[] = [
  ['G1', inProvince({ vehicle: { plate: '豫AX0001', freight: true }, freightCode: 'green' }), 'V5'],
  ['G2', inProvince({ freightCode: null }), 'V6'],
  ['G3', inProvince({ freightCode: 'yellow' }), 'V6'],
  ['G4', inProvince({ vehicle: { plate: '沪DX0001', freight: true }, freightCode: 'green' }), 'V5'],
  ['G5', green('14T10:00'), 'V8'],
  ['G6', driven(stale, { freightCode: 'grey' }), 'V11'],
  ['G6 antigen negative', driven({ ...stale, antigen: 'negative' }, { freightCode: 'grey' }), 'V12'],
  ['G7', green('14T10:00'), 'V8', moment('16T10:00:59')],
  ['G8', driven({ nucleicAcid: { result: 'negative', sampledAt: moment('14T08:00') } }), 'V11'],
  ['G9', driven({ nucleicAcid: early }), 'V10'],
  ['G10', driven({ nucleicAcid: night }), 'V11'],
  ['G10 antigen negative', driven({ nucleicAcid: night, antigen: 'negative' }), 'V12'],
  ['G11', driven({ nucleicAcid: null }), 'V11'],
  ['G11 antigen negative', driven({ nucleicAcid: null, antigen: 'negative' }), 'V12'],
  ['G12', driven({ ...stale, antigen: 'positive' }), 'V1'],
  ['G13', driven({ ...stale, antigen: 'invalid' }), 'V11'],
  ['G14', driven({ travelCard: 'green-starred' }), 'V10'],
  ['G15', driven({ healthCode: 'yellow' }), 'V13'],
  ['G16', driven({ healthCode: 'yellow', nucleicAcid: negative('13T22:00'), antigen: 'negative' }), 'V14'],
  ['G17', driven({ healthCode: 'red', driverWhitelist: w1 }, { pass: { state: 'valid' } }), 'V3'],
  ['G18', driven({ riskStay: true }), 'V3'],
  ['G19', driven({ riskStay: false, travelCard: 'green-starred' }), 'V10'],
  ['G20', driven({ temperatures: [37.2] }), 'V10'],
  ['G21', driven({ temperatures: [37.3, 36.9] }), 'V10'],
  ['G22', driven({ temperatures: [37.5, 37.6] }), 'V2'],
  ['G23', truck({ trip: { scope: 'cross-province', registered: false } }), 'V7'],
  ['G23 registered on the spot', truck({ freightCode: 'green' }), 'V8'],
  ['G24', truck({ pass: { state: 'expired' } }), 'V10'],
  ['G25', truck({ pass: { state: 'valid' } }), 'V10 +M1'],
  ['G26', truck({ pass: { state: 'mismatch' } }), 'V10 +M7'],
  [
    'G27',
    truck({ freightCode: 'grey', pass: { state: 'forged' }, crew: [without(person(), 'riskStay')] }),
    'V9 +M7 needs crew.0.riskStay',
  ],
  ['G28', truck({ freightCode: 'green', offline: true }), 'V8 +M6'],
  [
    'G29',
    truck({ freightCode: 'grey', offline: true, crew: [{ temperatures: [36.5] }] }),
    'V9 +M6 needs crew.0.nucleicAcid crew.0.healthCode crew.0.travelCard crew.0.riskStay',
  ],
  [
    'G30',
    driven({ healthCode: 'yellow', travelCard: 'green-starred', driverWhitelist: w1, temperatures: [36.4] }),
    'V10 +M2',
  ],
  ['G31', driven({ healthCode: 'red', driverWhitelist: w1 }), 'V3'],
  ['G32', driven({ healthCode: 'yellow', driverWhitelist: { ...w1, to: moment('22T00:00') } }), 'V13'],
  ['G33', driven({ nucleicAcid: negative('15T04:00') }), 'V10'],
  [
    'G34',
    truck({ crew: [person({ nucleicAcid: negative('16T00:00') }), person({ nucleicAcid: negative('14T08:00') })] }),
    'V11',
  ],
  ['G35', driven({ nucleicAcid: negative('15T14:00') }), 'V10'],
  ['G36', truck({ priorRelease: { at: moment('16T04:00'), checkpoint: 'JZ-G01', sameCrew: true } }), 'V4'],
  ['G37', driven({ healthCode: 'red' }, { priorRelease: { at: moment('16T04:00'), sameCrew: true } }), 'V3'],
]

describe('golden cases', () => {
  for (const [id, facts, expected, at = now] of golden)
    test(`${id} ${titled(facts)} → ${expected}`, () => expect(said(judged(facts, at))).toBe(expected))

  test('G9 counted from the sample → V11', () => {
    const bySample = {
      ...parameters,
      testClockBasis: {
        ...parameters.testClockBasis,
        values: [{ from: '2022-04-23T00:00:00+08:00', value: 'sample' }],
      },
    } as const
    const edition = makeEdition('sample-basis', '2022-04-23T00:00:00+08:00', bySample)
    expect(decide(driven({ nucleicAcid: early }), now, edition).row).toBe('V11')
    expect(edition.id).not.toBe(judged(truck()).edition)
  })

  test('G10 the sample on its way is not taken again; G11 is sampled', () => {
    expect(judged(driven({ nucleicAcid: night })).tasks).toEqual(['antigen'])
    expect(judged(driven({ nucleicAcid: null })).tasks).toEqual(['sample', 'antigen'])
  })

  test('G33 at the transfer point 30 h is too old, 24 h on the dot is not', () => {
    const at = (reported: string) =>
      transferPointEntry.judge(person({ nucleicAcid: negative(reported) }), now, numbersAt(now))
    expect([at('15T04:00'), at('15T09:59'), at('15T10:00')]).toEqual(['test-first', 'test-first', 'enter'])
    const none = transferPointEntry.judge(person({ nucleicAcid: null }), now, numbersAt(now))
    const undated = transferPointEntry.judge(person({ nucleicAcid: { result: 'negative' } }), now, numbersAt(now))
    expect([none, undated]).toEqual(['test-first', 'test-first'])
  })

  test('G34 each person his own row', () => {
    const [, facts] = golden.find(([id]) => id === 'G34')!
    expect(judged(facts).persons).toEqual([{ row: 'V10' }, { row: 'V11' }])
  })
})
