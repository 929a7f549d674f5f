import { describe, expect, test } from 'vitest'
import { Fault } from '../../shared/fault.ts'
import { minute, plus } from '../../shared/instant.ts'
import { amendable, choices, fixed } from '../../shared/policy/amendment-bounds.ts'
import { amend, effectiveFrom } from '../../shared/policy/amendment-edition.ts'
import { parseAmendment } from '../../shared/policy/amendment.ts'
import { decide } from '../../shared/policy/decide.ts'
import { editions, settled } from '../../shared/policy/edition.ts'
import { numbersAt } from '../../shared/policy/numbers.ts'
import { parameters } from '../../shared/policy/parameters.ts'
import { faultWords } from '../../shared/wording/faults.ts'
import { numberWords } from '../../shared/wording/law-words.ts'
import { amendment, draft, newDocument } from './amendment-kit.ts'
import { driven, moment, now } from './truck.ts'

const whyNot = (json: unknown): readonly [string, string | undefined] => {
  try {
    parseAmendment(json)
    return ['taken', undefined]
  } catch (cause) {
    if (!(cause instanceof Fault)) throw cause
    expect(cause.kind).toBe('bad-input')
    expect(faultWords[cause.code]?.zh, cause.code).toBeTruthy()
    return [cause.code, cause.path]
  }
}

describe('a draft is refused with the field that is wrong', () => {
  const good = { testValidity: 72 }
  const ladder = { congestionLeader: 15, congestionAllStaff: 25, congestionPrincipals: 45 }
  test.each<readonly [string, unknown, string, string | undefined]>([
    ['as it should be', draft(good), 'taken', undefined],
    ['a regular one', draft(good, { class: 'regular' }), 'taken', undefined],
    ['not an object', 'text', 'AM-01', ''],
    ['an unknown key', draft(good, { reason: 'x' }), 'AM-01', 'reason'],
    ['no name', draft(good, { name: undefined }), 'AM-01', 'name'],
    ['no English name', draft(good, { name: { zh: '示例' } }), 'AM-02', 'name.en'],
    ['a name of blanks', draft(good, { name: { zh: ' ', en: 'x' } }), 'AM-02', 'name.zh'],
    ['another class', draft(good, { class: 'urgent' }), 'AM-02', 'class'],
    ['a day without its hour', draft(good, { from: '2022-06-01' }), 'AM-02', 'from'],
    ['no basis', draft(good, { basis: undefined }), 'AM-03', 'basis'],
    ['an empty basis', draft(good, { basis: {} }), 'AM-03', 'basis'],
    ['no clause', draft(good, { basis: { clauses: [] } }), 'AM-03', 'basis'],
    ['a clause of the city alone', draft(good, { basis: { clauses: ['jiaozuo-20#3'] } }), 'AM-03', 'basis'],
    ['a clause of the nation', draft(good, { basis: { clauses: ['national-services-43#43'] } }), 'taken', undefined],
    [
      'the city and the province',
      draft(good, { basis: { clauses: ['jiaozuo-20#3', 'henan-16#6'] } }),
      'taken',
      undefined,
    ],
    ['a clause that is none', draft(good, { basis: { clauses: ['henan-16#99'] } }), 'AM-04', 'basis.clauses'],
    ['a new document from above', draft(good, { basis: { clauses: [], document: newDocument } }), 'taken', undefined],
    [
      'a new document of the city',
      draft(good, { basis: { document: { ...newDocument, level: 'city' } } }),
      'AM-02',
      'basis.document.level',
    ],
    [
      'a new document without its number',
      draft(good, { basis: { document: { ...newDocument, number: '' } } }),
      'AM-02',
      'basis.document.number',
    ],
    [
      'a new document of a day that does not exist',
      draft(good, { basis: { document: { ...newDocument, issuedOn: '2022-02-30' } } }),
      'AM-02',
      'basis.document.issuedOn',
    ],
    ['no number', draft({}), 'AM-08', 'values'],
    ['a number that is none of ours', draft({ turnBack: 1 }), 'AM-05', 'values.turnBack'],
    [
      'one inherited from every object',
      draft(JSON.parse('{"__proto__": 1, "constructor": 1}')),
      'AM-05',
      'values.__proto__',
    ],
    ['the range of a thermometer', draft({ temperatureMin: 20 }), 'AM-05', 'values.temperatureMin'],
    ['too small', draft({ testValidity: 0 }), 'AM-06', 'values.testValidity'],
    ['too large', draft({ testValidity: 100_000 }), 'AM-06', 'values.testValidity'],
    ['a fraction', draft({ testValidity: 47.5 }), 'AM-06', 'values.testValidity'],
    ['a text', draft({ testValidity: '72' }), 'AM-06', 'values.testValidity'],
    ['no number at all', draft({ testValidity: Number.NaN }), 'AM-06', 'values.testValidity'],
    ['another clock', draft({ testClockBasis: 'arrival' }), 'AM-06', 'values.testClockBasis'],
    [
      'the white list below the seven days of the province',
      draft({ driverWhitelistMin: 24 }),
      'AM-06',
      'values.driverWhitelistMin',
    ],
    ['one half of a pair', draft({ normalTemperatureMax: 37 }), 'AM-07', 'values.abnormalTemperatureMin'],
    [
      'temperatures with a reading between them',
      draft({ normalTemperatureMax: 37, abnormalTemperatureMin: 37.3 }),
      'AM-07',
      'values.abnormalTemperatureMin',
    ],
    [
      'a leader called later than the article says',
      draft({ ...ladder, congestionLeader: 21 }),
      'AM-06',
      'values.congestionLeader',
    ],
    ['everybody later', draft({ ...ladder, congestionAllStaff: 31 }), 'AM-06', 'values.congestionAllStaff'],
    [
      'the principal leaders later',
      draft({ ...ladder, congestionPrincipals: 61 }),
      'AM-06',
      'values.congestionPrincipals',
    ],
    [
      'a queue watched only beyond the kilometre',
      draft({ congestionMetres: 1001 }),
      'AM-06',
      'values.congestionMetres',
    ],
    ['the whole ladder earlier', draft(ladder), 'taken', undefined],
    ['one step of it alone', draft({ congestionLeader: 15 }), 'AM-07', 'values.congestionAllStaff'],
    ['two steps at one time', draft({ ...ladder, congestionAllStaff: 15 }), 'AM-07', 'values.congestionAllStaff'],
    ['another clock of the ladder', draft({ congestionClock: 'either' }), 'taken', undefined],
    ['a clock that nobody knows', draft({ congestionClock: 'sample' }), 'AM-06', 'values.congestionClock'],
    ['a pair that fits', draft({ normalTemperatureMax: 37.5, abnormalTemperatureMin: 37.6 }), 'taken', undefined],
    ['a pair the wrong way round', draft({ appealTarget: 30, appealAlert: 15 }), 'AM-07', 'values.appealAlert'],
  ])('%s', (_, json, code, path) => expect(whyNot(json)).toEqual([code, path]))
})

test('every number of the law can be amended or is fixed, has bounds around its value, and a name for the office', () => {
  const names = Object.keys(parameters)
  const known = [...Object.keys(amendable), ...fixed, ...Object.keys(choices)]
  expect(known.toSorted()).toEqual(names.toSorted())
  const values = new Map<string, number | string>(Object.entries(numbersAt(now)))
  for (const [name, { min, max }] of Object.entries(amendable)) {
    expect(values.get(name), name).toBeGreaterThanOrEqual(min)
    expect(values.get(name), name).toBeLessThanOrEqual(max)
  }
  for (const words of Object.values(numberWords)) expect(words.name.zh.length).toBeGreaterThan(1)
})

describe('the edition it makes', () => {
  const [program] = editions
  const noon = moment('16T12:00')
  const longer = amend(program, amendment({ testValidity: 72 }), now)

  test('keeps the old value before its moment, the new one from it on, and everything else', () => {
    const around = [-1, 0].map((off) => longer.numbersAt(plus(noon, off)))
    expect(around.map(({ testValidity }) => testValidity)).toEqual([48, 72])
    expect({ ...around[1], testValidity: 48 }).toEqual(numbersAt(noon))
    expect(program.numbersAt(noon).testValidity).toBe(48)
  })
  test('holds from its publication where its day has passed, on the whole second', () => {
    const late = plus(noon, 90 * minute + 1)
    expect(effectiveFrom(amendment({ testValidity: 72 }), late)).toBe(plus(noon, 90 * minute + 1000))
    expect(amend(program, amendment({ testValidity: 72 }), late).from).toBe('2022-05-16T13:30:01+08:00')
  })
  test('is named by its day and hashed over all of it: values, day, class, name and basis', () => {
    expect(longer.id).toMatch(/^2022-05-JZ20-1-20220516\.[0-9a-f]{8}$/)
    expect(amend(program, amendment({ testValidity: 72 }), now).id).toBe(longer.id)
    const others = [
      amendment({ testValidity: 71 }),
      amendment({ testValidity: 72 }, { from: '2022-05-16T12:00:01+08:00' }),
      amendment({ testValidity: 72 }, { class: 'regular' }),
      amendment({ testValidity: 72 }, { name: { zh: '另一修订', en: 'Another' } }),
      amendment({ testValidity: 72 }, { basis: { clauses: ['henan-16#6', 'henan-16#7'] } }),
    ].map((other) => amend(program, other, now).id)
    expect(new Set([longer.id, ...others]).size).toBe(6)
    expect(others.every((id) => id.startsWith('2022-05-JZ20-1-20220516.'))).toBe(true)
  })
  test('one upon another keeps the name of the program’s edition and takes the later day', () => {
    const second = amend(longer, amendment({ passLife: 20 }, { from: '2022-06-02T00:00:00+08:00' }), noon)
    expect(second.name).toBe('2022-05-JZ20-1-20220602')
    expect(second.amendments).toHaveLength(2)
    expect(second.numbersAt(moment('2022-06-02T00:00'))).toMatchObject({ testValidity: 72, passLife: 20 })
  })
  test('a value that begins later still begins: what began last holds', () => {
    const june = amend(program, amendment({ testValidity: 72 }, { from: '2022-06-01T00:00:00+08:00' }), now)
    const both = amend(june, amendment({ testValidity: 24 }, { from: '2022-05-20T00:00:00+08:00' }), now)
    const at = (text: string) => both.numbersAt(moment(text)).testValidity
    expect([at('2022-05-19T23:59'), at('2022-05-20T00:00'), at('2022-06-01T00:00')]).toEqual([48, 24, 72])
    expect(both.parameters.testValidity.values.map(({ until }) => until)).toEqual([
      '2022-05-20T00:00:00+08:00',
      '2022-06-01T00:00:00+08:00',
      undefined,
    ])
  })
  test('carries its basis: the superior clause, and the document that came with it', () => {
    const rows = (more: object) =>
      amend(program, amendment({ testValidity: 72 }, more), now).parameters.testValidity.values
    expect(rows({ basis: { clauses: ['jiaozuo-20#3', 'henan-16#6'] } }).at(-1)).toMatchObject({ clause: 'henan-16#6' })
    expect(rows({ basis: { document: newDocument } }).at(-1)).toEqual({
      from: '2022-05-16T12:00:00+08:00',
      value: 72,
      document: newDocument,
    })
  })
})

test('G9: counted from the sample, by an amendment: the same truck is tested first; a test from before it keeps its time (R42)', () => {
  const facts = driven({
    nucleicAcid: {
      result: 'negative',
      sampledAt: moment('2022-05-14T09:00'),
      reportedAt: moment('2022-05-14T11:00'),
    },
  })
  const fromSample = (from: string) =>
    amend(editions[0], amendment({ testClockBasis: 'sample' }, { from }), moment('2022-05-13T00:00'))
  expect([
    decide(facts, now).row,
    decide(facts, now, fromSample('2022-05-14T00:00:00+08:00')).row,
    decide(facts, now, fromSample('2022-05-16T00:00:00+08:00')).row,
  ]).toEqual(['V10', 'V11', 'V10'])
})

describe('R42: what is amended shortens no test that was there before', () => {
  const shorter = amend(
    editions[0],
    amendment({ testValidity: 24 }, { from: '2022-05-16T00:00:00+08:00' }),
    moment('2022-05-15T00:00'),
  )
  const longer = amend(
    editions[0],
    amendment({ testValidity: 72 }, { from: '2022-05-16T00:00:00+08:00' }),
    moment('2022-05-15T00:00'),
  )
  test.each([
    ['from before, 34 h old, under 24 h: still good', '15T00:00', '16T10:00', shorter, 'V10'],
    ['from before, exactly 48 h old: still good', '15T00:00', '17T00:00', shorter, 'V10'],
    ['from before, 48 h and a minute', '15T00:00', '17T00:01', shorter, 'V11'],
    ['from the last minute before: 48 h', '15T23:59', '17T23:59', shorter, 'V10'],
    ['from the first moment on: 24 h', '16T00:00', '17T00:00', shorter, 'V10'],
    ['from the first moment on: no more', '16T00:00', '17T00:01', shorter, 'V11'],
    ['made longer, it helps the test from before, too', '14T00:00', '16T10:00', longer, 'V10'],
    ['settled, as a proof or a trial sees it: 24 h for everybody', '15T00:00', '16T10:00', settled(shorter), 'V11'],
  ] as const)('%s', (_, reported, at, edition, row) => {
    const facts = driven({ nucleicAcid: { result: 'negative', reportedAt: moment(reported) } })
    expect(decide(facts, moment(at), edition).row).toBe(row)
  })
})
