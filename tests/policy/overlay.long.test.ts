import { describe, expect, test } from 'vitest'
import { Fault } from '../../shared/fault.ts'
import { decide } from '../../shared/policy/decide.ts'
import { makeEdition, settled } from '../../shared/policy/edition.ts'
import { checkOverlay } from '../../shared/policy/overlay-check.ts'
import { overlayEdition } from '../../shared/policy/overlay-edition.ts'
import { proveNoStricter } from '../../shared/policy/overlay-proof.ts'
import { parseOverlay, superiorOf } from '../../shared/policy/overlay.ts'
import { parameters } from '../../shared/policy/parameters.ts'
import { answerOf } from '../../shared/policy/verdict.ts'
import { explanationOf } from '../../shared/wording/overlay.ts'
import { exampleOverlays } from './overlay-examples.ts'
import { againstIt, found, isTrue, overlayFile, proposed, superior } from './overlay-kit.ts'
import { driven, judged, moment, negative, now, truck } from './truck.ts'

describe('ten overlays', () => {
  test('ten there are, stricter and lawful ones', () => {
    expect(exampleOverlays.map(({ lawful }) => lawful).filter(Boolean)).toHaveLength(3)
    expect(exampleOverlays).toHaveLength(10)
  })
  test.each(exampleOverlays)('$name', ({ json, lawful }) => {
    const checked = checkOverlay(json)
    const { proof } = checked
    expect(proof.ok).toBe(lawful)
    expect(proof.points).toBeGreaterThan(30_000)
    expect(proof.standsFor).toBeGreaterThan(1e17)
    if (proof.ok) return
    for (const one of proof.counterexamples) {
      expect(isTrue(one, json)).toBe(true)
      const { zh, en } = explanationOf(one, checked)
      expect(zh).toMatch(/上级：.+本级：.+起因：.+/)
      expect(en).toMatch(/Superior: .+here: .+Because of: .+/)
      expect(`${zh}${en}`).not.toMatch(/undefined|NaN|劝返/)
      expect(en).not.toMatch(/\p{Script=Han}/u)
    }
  })
})

describe('counterexamples', () => {
  test('the shortest first: the truck that anybody would name', () => {
    const [first] = found(overlayFile({ testValidityHours: 24 }))
    expect(first?.facts).toEqual({
      id: 'counterexample-1',
      now: '2022-04-23T00:00:00+08:00',
      trip: { scope: 'cross-province', registered: true },
      freightCode: null,
      crew: [
        {
          temperatures: [36.5],
          nucleicAcid: { result: 'negative', reportedAt: '2022-04-21T23:59:00+08:00' },
          healthCode: 'green',
          travelCard: 'green',
          riskStay: false,
        },
      ],
    })
    expect([first?.above.row, first?.below.row, first?.why]).toEqual(['V10', 'V11', 'graver'])
  })
  test('name the setting that does it, and leave out those that do not', () => {
    const checked = checkOverlay(overlayFile({ testValidityHours: 72, asteriskCounts: true, riskLookBackDays: 20 }))
    const said = againstIt(checked).map((one) => explanationOf(one, checked).zh.split('起因：')[1])
    expect(new Set(said)).toEqual(new Set(['行程卡带*按黄卡处理', '风险地区行程询问范围（天） 20（上级 14）']))
  })
  test('two settings that do the same are both named', () => {
    const checked = checkOverlay(overlayFile({ testValidityHours: 0, testOnArrival: true }))
    const [first] = againstIt(checked)
    expect(first && explanationOf(first, checked).en).toMatch(/Because of: .+ and .+/)
  })
})

describe('from its first day on', () => {
  const later = { from: '2022-06-01T00:00:00+08:00' }
  const tested = driven({ nucleicAcid: negative('14T10:00') })
  const rowAt = (edition: ReturnType<typeof proposed>, at: string) => decide(tested, moment(at), edition).row
  test('a number and a switch hold from then, and not before', () => {
    const edition = proposed({ testValidityHours: 24, askTemperatureInProvince: true }, later)
    expect(rowAt(edition, '15T10:01')).toBe('V10')
    const inProvince = truck({ trip: { scope: 'in-province' }, freightCode: 'green', crew: [{}] })
    const june = moment('2022-06-01T00:00:00')
    expect(decide(inProvince, moment('2022-05-31T23:59:59'), edition).row).toBe('V5')
    expect(decide(inProvince, june, edition).row).toBe('ASK')
    const old = driven({ nucleicAcid: { result: 'negative', reportedAt: moment('2022-05-30T23:59:00') } })
    expect(decide(old, moment('2022-05-31T23:59:59'), edition).row).toBe('V10')
    // A test from before keeps its time (R42); what the number means shows once none is left.
    expect([decide(old, june, edition).row, decide(old, june, settled(edition)).row]).toEqual(['V10', 'V11'])
  })
  test('the proof looks at every moment at which a number changes', () => {
    const longer = {
      ...parameters,
      testValidity: {
        ...parameters.testValidity,
        values: [parameters.testValidity.values[0], { from: later.from, value: 72 }] as const,
      },
    }
    const changing = makeEdition('changing', superior.from, longer)
    // 60 h is milder than 48 h and stricter than 72 h.
    const sixty = overlayEdition(parseOverlay(overlayFile({ testValidityHours: 60 })), changing)
    const proof = proveNoStricter(changing, sixty)
    expect(proof.ok ? [] : proof.counterexamples.map(({ facts }) => facts.now)).toContain(later.from)
    expect(proof.ok ? [] : [...new Set(proof.counterexamples.map(({ facts }) => facts.now))]).toEqual([later.from])
  })
  test('a number whose effect no verdict shows is not passed over in silence', () => {
    const pass = { ...parameters.passLife, values: [{ from: superior.from, value: 5 }] as const }
    const other = makeEdition('other', superior.from, { ...parameters, passLife: pass })
    expect(() => proveNoStricter(superior, other)).toThrow(/passLife/)
  })
})

describe('settings are data', () => {
  test('nothing set is the superior’s law under another name', () => {
    const same = proposed({})
    expect(same.parameters).toEqual(superior.parameters)
    expect(answerOf(decide(truck(), now, same))).toEqual({ ...answerOf(judged(truck())), edition: same.id })
  })
  test('37.2 and its next step are the law’s own two numbers', () => {
    const { normalTemperatureMax, abnormalTemperatureMin } = proposed({ normalMax: 37.2 }).numbersAt(now)
    expect([normalTemperatureMax, abnormalTemperatureMin]).toEqual([37.2, 37.3])
  })
  test('each proposal has an id of its own', () => {
    const ids = [{}, { testValidityHours: 24 }, { requirePass: true }, { asteriskCounts: true }].map(
      (one) => proposed(one).id,
    )
    expect(new Set(ids).size).toBe(4)
    expect(proposed({ requirePass: true }).id).toBe(proposed({ requirePass: true, asteriskCounts: false }).id)
  })
})

describe('a file that is not understood', () => {
  test.each<[string, string, object | null]>([
    ['no object', 'OV-01', null],
    ['another key', 'OV-01', overlayFile({}, { extra: 1 })],
    ['no English name', 'OV-02', overlayFile({}, { name: { zh: '县' } })],
    ['another level', 'OV-02', overlayFile({}, { level: 'village' })],
    ['no superior', 'OV-02', overlayFile({}, { superior: 7 })],
    ['a local time', 'OV-02', overlayFile({}, { from: '2022-06-01T00:00' })],
    ['no basis', 'OV-03', overlayFile({}, { basis: [] })],
    ['basis left out', 'OV-03', overlayFile({}, { basis: undefined })],
    ['a basis that is none', 'OV-03', overlayFile({}, { basis: ['jiaozuo-20#6', 'jiaozuo-20#99'] })],
    ['a basis that is no text', 'OV-03', overlayFile({}, { basis: [6] })],
    ['no settings', 'OV-04', overlayFile({}, { parameters: [] })],
    ['an unknown setting', 'OV-05', overlayFile({ testValidity: 24 } as object)],
    ['a setting of somebody else', 'OV-05', overlayFile({ toString: 1 } as object)],
    ['text for a number', 'OV-06', overlayFile({ testValidityHours: '24' } as object)],
    ['half an hour', 'OV-06', overlayFile({ testValidityHours: 24.5 })],
    ['two decimals', 'OV-06', overlayFile({ normalMax: 37.25 })],
    ['out of range', 'OV-06', overlayFile({ normalMax: 20 })],
    ['no switch', 'OV-06', overlayFile({ requirePass: 'yes' } as object)],
    ['no such basis of the clock', 'OV-06', overlayFile({ testClockBasis: 'arrival' } as object)],
    ['no such superior', 'OV-07', overlayFile({}, { superior: '2021-1.00000000' })],
  ])('%s: %s', (_title, code, json) => {
    const refusal = (() => {
      try {
        return checkOverlay(json)
      } catch (cause) {
        return cause
      }
    })()
    expect(refusal).toBeInstanceOf(Fault)
    expect(refusal).toMatchObject({ code })
    expect((refusal as Fault).message).toMatch(/\p{Script=Han}.* \/ .*[a-z]/u)
  })
  test('the superior may be named by its id or without the hash', () => {
    expect(superiorOf(superior.id)).toBe(superior)
    expect(superiorOf(superior.name)).toBe(superior)
  })
})
