/** What only the whole decides: order of the chapters, several on board, modifiers on each row, tasks, openings, needs. */
import { describe, expect, test } from 'vitest'
import type { CrewMember, Facts } from '../../shared/facts.ts'
import { answerOf, gravity, outcomes, rowsByGravity, strictness, type Row } from '../../shared/policy/verdict.ts'
import { driven, judged, moment, negative, person, said, titled, truck, without } from './truck.ts'

const stale: CrewMember = { nucleicAcid: negative('14T09:59') }
const inProvince: Partial<Facts> = { trip: { scope: 'in-province' } }
const unregistered: Partial<Facts> = { trip: { scope: 'cross-province', registered: false } }
const prior: Partial<Facts> = { priorRelease: { at: moment('16T04:00'), sameCrew: true } }

/** One truck for each row. */
const oneOfEach: Readonly<Record<Row, Facts>> = {
  V0: truck({ vehicle: { freight: false } }),
  V1: driven({ antigen: 'positive' }),
  V2: driven({ temperatures: [37.5, 37.6] }),
  V3: driven({ riskStay: true }),
  V4: truck(prior),
  V5: truck({ ...inProvince, freightCode: 'green' }),
  V6: truck(inProvince),
  V7: truck(unregistered),
  V8: truck({ freightCode: 'green' }),
  V9: truck({ crew: [without(person(), 'healthCode')] }),
  V10: truck(),
  V11: driven(stale),
  V12: driven({ ...stale, antigen: 'negative' }),
  V13: driven({ healthCode: 'yellow' }),
  V14: driven({ ...stale, healthCode: 'yellow', antigen: 'negative' }),
  V15: driven({ ...stale, refuses: true }),
  ASK: truck({ crew: [without(person(), 'temperatures')] }),
}
const everyRow = [...rowsByGravity]

describe('each row', () => {
  const expected: Readonly<Record<Row, string>> = {
    V0: 'not-freight',
    V1: 'hold-medical opens 0R3 tasks sample medical',
    V2: 'observe tasks medical',
    V3: 'closed-loop opens 0R1 tasks escort contactless',
    V4: 'release',
    V5: 'release',
    V6: 'register-then-release tasks register',
    V7: 'register-on-site tasks register',
    V8: 'release',
    V9: 'check-documents tasks register',
    V10: 'release',
    V11: 'test-first tasks sample antigen',
    V12: 'release-tracked tasks tracking',
    V13: 'release-managed opens 0Y1',
    V14: 'release-managed opens 0Y1 tasks tracking',
    V15: 'head-decides tasks head',
    ASK: 'ask',
  }
  test.each(everyRow)('%s: outcome, openings, tasks, an article', (row) => {
    const { outcome, opens, tasks, articles, ...verdict } = judged(oneOfEach[row])
    expect(verdict.row).toBe(row)
    expect(outcome).toBe(outcomes[row])
    const opened = opens.map(({ crew, reason }) => `${crew}${reason}`)
    const parts = [
      outcome,
      ...(opened.length ? ['opens', ...opened] : []),
      ...(tasks.length ? ['tasks', ...tasks] : []),
    ]
    expect(parts.join(' ')).toBe(expected[row])
    expect(articles.length).toBeGreaterThan(0)
  })

  test.each(everyRow)('%s: which modifiers go with it', (row) => {
    const with_ = (state: 'valid' | 'mismatch' | 'forged' | 'expired' | 'revoked') =>
      judged({ ...oneOfEach[row], pass: { state } }).modifiers
    const released = ['V4', 'V5', 'V6', 'V8', 'V10', 'V12', 'V13', 'V14'].includes(row)
    expect(with_('valid')).toEqual(released ? ['M1'] : [])
    expect(with_('mismatch')).toEqual(row === 'V0' ? [] : ['M7'])
    expect(with_('forged')).toEqual(row === 'V0' ? [] : ['M7'])
    expect([...with_('expired'), ...with_('revoked')]).toEqual([])
    const { trip, ...rest } = oneOfEach[row]
    const all = judged({ ...rest, trip: { ...trip, throughTrain: true, cargo: '01' }, offline: true })
    expect(all.modifiers).toEqual(['M4', 'M5', 'M6'])
    expect(all.row).toBe(row)
  })

  test('the lane and the lead are tasks', () => {
    expect(judged(truck({ pass: { state: 'valid' } })).tasks).toEqual(['green-lane'])
    expect(judged(driven(stale, { pass: { state: 'forged' } })).tasks).toEqual(['sample', 'antigen', 'suspected-fraud'])
  })

  test.each(['02', '03', '99'] as const)('cargo %s', (cargo) => {
    const { modifiers } = judged(truck({ trip: { scope: 'cross-province', registered: true, cargo } }))
    expect(modifiers).toEqual(cargo === '02' ? ['M5'] : [])
  })
})

describe('order of the chapters', () => {
  const table: readonly (readonly [changes: Partial<Facts>, expected: string])[] = [
    [
      { vehicle: { freight: false }, crew: [person({ antigen: 'positive', riskStay: true })], freightCode: 'red' },
      'V0',
    ],
    [{ ...inProvince, freightCode: 'green', crew: [person({ listed: 'positive' })] }, 'V1'],
    [{ ...inProvince, freightCode: 'green', crew: [person({ temperatures: [37.5, 37.6] })] }, 'V2'],
    [{ ...inProvince, freightCode: 'green', crew: [person({ temperatures: [37.5] })] }, 'V5'],
    [{ ...inProvince, freightCode: 'red' }, 'V3'],
    [{ ...unregistered, crew: [person({ healthCode: 'red' })] }, 'V3'],
    [{ trip: {}, crew: [person({ riskStay: true })] }, 'V3'],
    [{ ...prior, freightCode: 'red' }, 'V3'],
    [{ ...prior, ...unregistered }, 'V4'],
    [{ ...prior, trip: {} }, 'V4'],
    [{ ...prior, ...unregistered, crew: [person(stale)] }, 'V7'],
    [{ ...prior, crew: [person({ refuses: true })] }, 'V4'],
    [{ ...unregistered, freightCode: 'green', crew: [{}] }, 'V7'],
    [{ ...unregistered, crew: [person(), person({ refuses: true })] }, 'V15'],
    [{ trip: {}, crew: [person({ refuses: true })] }, 'ASK needs trip.registered'],
    [{ trip: { scope: 'unknown', registered: true } }, 'V10'],
    [{ ...inProvince, crew: [person({ refuses: true })] }, 'V6'],
    [{ freightCode: 'green', crew: [person({ ...stale, healthCode: 'yellow', refuses: true })] }, 'V8'],
    [{ crew: [person({ refuses: true, temperatures: [] })] }, 'ASK needs crew.0.temperatures'],
    [{ crew: [without(person({ temperatures: [] }), 'riskStay')] }, 'V9 needs crew.0.riskStay'],
    [{ crew: [without(person({ temperatures: [37.5] }), 'riskStay')] }, 'V9 needs crew.0.riskStay'],
  ]
  for (const [changes, expected] of table)
    test(`${titled(changes)} → ${expected}`, () => expect(said(judged(truck(changes)))).toBe(expected))
})

describe('several on board', () => {
  const crews: readonly (readonly [crew: readonly CrewMember[], headline: string, persons: string])[] = [
    [[person(), person(stale)], 'V11', 'V10 V11'],
    [[person({ healthCode: 'yellow' }), person(stale)], 'V11', 'V13 V11'],
    [[person({ healthCode: 'yellow' }), person({ ...stale, antigen: 'negative' })], 'V13', 'V13 V12'],
    [[person({ ...stale, refuses: true }), {}], 'V15', 'V15 V9'],
    [[person({ temperatures: [] }), {}], 'ASK', 'ASK V9'],
    [[person(), {}, person(stale)], 'V9', 'V10 V9 V11'],
    [[person(), person({ antigen: 'positive' }), person({ healthCode: 'red' })], 'V1', '- V1 V3'],
    [[person({ temperatures: [37.5, 37.5] }), person({ riskStay: true })], 'V2', 'V2 V3'],
    [[person({ healthCode: 'red', antigen: 'positive' }), {}], 'V1', 'V1 -'],
  ]
  for (const [crew, headline, persons] of crews)
    test(`${titled(crew)} → ${headline}: ${persons}`, () => {
      const verdict = judged(truck({ crew }))
      expect(verdict.row).toBe(headline)
      expect(verdict.persons.map((own) => own?.row ?? '-').join(' ')).toBe(persons)
    })

  test('a green code: each person V8 or asked; a red one: nobody by name', () => {
    const two = judged(truck({ freightCode: 'green', crew: [person(), { temperatures: [] }] }))
    expect([two.row, two.persons, two.needs]).toEqual(['ASK', [{ row: 'V8' }, { row: 'ASK' }], ['crew.1.temperatures']])
    const red = judged(truck({ freightCode: 'red', crew: [person(), person()] }))
    expect([red.row, red.persons, red.opens]).toEqual(['V3', [null, null], []])
    expect(red.tasks).toEqual(['escort', 'contactless'])
  })

  test('rows of the vehicle are everybody’s', () => {
    const crew = [person(stale), person({ refuses: true })]
    for (const [changes, row] of [
      [{ vehicle: { freight: false } }, 'V0'],
      [{ ...prior, ...inProvince }, 'V4'],
      [{ ...inProvince, freightCode: 'green' }, 'V5'],
      [inProvince, 'V6'],
      [unregistered, 'V15'],
      [{ trip: {} }, 'ASK'],
    ] as const)
      expect(judged(truck({ ...changes, crew })).persons).toEqual([{ row }, { row }])
  })

  test('a person’s own row opens its reasons, and each person’s tasks count once', () => {
    const verdict = judged(
      truck({
        crew: [
          person({ healthCode: 'red', listed: 'positive', riskStay: true }),
          person({ antigen: 'positive', riskStay: true }),
          person({ healthCode: 'red', riskStay: true }),
        ],
      }),
    )
    expect(verdict.opens.map(({ crew, reason }) => `${crew}${reason}`)).toEqual(['0R3', '1R3', '2R1', '2R2'])
    expect(verdict.tasks).toEqual(['sample', 'escort', 'contactless', 'medical'])
    const tested = judged(truck({ crew: [person(stale), person(stale), person({ healthCode: 'yellow' })] }))
    expect(tested.tasks).toEqual(['sample', 'antigen'])
    expect(tested.opens).toEqual([{ crew: 2, reason: 'Y1' }])
    expect(tested.articles).toEqual(['jiaozuo-20#7', 'henan-16#7'])
  })

  test('everything missing for the row is asked at once: papers first, temperature where they are complete, in the order of the crew', () => {
    const { needs } = judged(truck({ crew: [person({ temperatures: [37.4] }), {}] }))
    expect(needs).toEqual([
      'crew.0.temperatures',
      'crew.1.nucleicAcid',
      'crew.1.healthCode',
      'crew.1.travelCard',
      'crew.1.riskStay',
    ])
  })
})

describe('M2 is said where the list changed a colour that was weighed', () => {
  const driverWhitelist = { from: moment('10T00:00'), to: moment('20T00:00'), closedLoop: true }
  const listed = (changes: CrewMember, rest: Partial<Facts> = {}) =>
    said(judged(driven({ driverWhitelist, ...changes }, rest)))
  const table: readonly (readonly [CrewMember, Partial<Facts>, string])[] = [
    [{}, {}, 'V10'],
    [{ healthCode: 'yellow' }, {}, 'V10 +M2'],
    [{ travelCard: 'yellow' }, {}, 'V10 +M2'],
    [{ healthCode: 'yellow', travelCard: null }, {}, 'V13 +M2'],
    [{ healthCode: 'yellow', healthCodeGround: 'other' }, {}, 'V13'],
    [{ healthCode: null }, {}, 'V13'],
    [{ ...stale, healthCode: 'yellow' }, {}, 'V11 +M2'],
    [{ ...stale, healthCode: 'yellow', refuses: true }, {}, 'V15 +M2'],
    [{ ...stale, healthCode: 'yellow', antigen: 'negative' }, {}, 'V12 +M2'],
    [{ healthCode: 'yellow', temperatures: [] }, {}, 'ASK needs crew.0.temperatures'],
    [{ healthCode: 'yellow' }, { freightCode: 'green' }, 'V8'],
    [{ healthCode: 'yellow' }, inProvince, 'V6'],
    [{ healthCode: 'yellow', refuses: true }, unregistered, 'V15'],
    [{ healthCode: 'yellow', riskStay: true }, {}, 'V3'],
  ]
  for (const [changes, rest, expected] of table)
    test(`${titled({ ...changes, ...rest })} → ${expected}`, () => expect(listed(changes, rest)).toBe(expected))
})

describe('gravity and strictness', () => {
  test('the headline order is the contract’s', () => {
    const order = everyRow.toSorted((a, b) => gravity(b) - gravity(a))
    expect(order.join(' > ')).toBe(
      'V1 > V2 > V3 > V15 > ASK > V9 > V7 > V11 > V14 > V13 > V12 > V10 > V8 > V6 > V5 > V4 > V0',
    )
  })
  test('the classes are the contract’s', () => {
    const classes = Array.from({ length: 10 }, (_, n) =>
      everyRow
        .filter((row) => strictness(row) === n)
        .toSorted()
        .join(' '),
    )
    expect(classes).toEqual(['V0 V10 V4 V5 V8', 'V6 V7', 'V12', 'V13 V14', 'V9', 'V11', 'V15', 'V3', 'V2', 'V1'])
    expect(strictness('ASK')).toBeUndefined()
  })
  test('the answer has the contract’s keys in its order', () => {
    expect(Object.keys(answerOf(judged(truck())))).toEqual(
      'row outcome persons needs modifiers opens tasks articles edition headline'.split(' '),
    )
  })
})
