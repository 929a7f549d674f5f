import { expect, test } from 'vitest'
import type { Facts } from '../../shared/facts.ts'
import { documents } from '../../shared/policy/documents.ts'
import { numbersAt } from '../../shared/policy/numbers.ts'
import { law, modifiers } from '../../shared/policy/rules/index.ts'
import { setAside } from '../../shared/policy/set-aside.ts'
import type { Row } from '../../shared/policy/verdict.ts'
import { headlinePhrases } from '../../shared/wording/headline-phrases.ts'
import { headlines } from '../../shared/wording/headlines.ts'
import type { Language, Values } from '../../shared/wording/language.ts'
import { hintsFor, modifierLines, questionFor, wordings } from '../../shared/wording/verdict-lines.ts'
import { driven, judged, moment, now, person, truck } from './truck.ts'

const values: Values = {
  temperatures: ['37.5 ℃', '37.6 ℃'],
  validityHours: 48,
  testTime: '05-14 09:59',
  priorTime: '05-16 04:00',
  priorCheckpoint: '焦作西站',
  scopeKnown: true,
  passUntil: '05-26',
  whitelistUntil: '05-23',
  passForged: false,
}
const flags = [true, false]

/** Every sentence there is, functions called with every flag. */
function sentences(of: unknown): readonly string[] {
  if (typeof of === 'string') return [of]
  if (typeof of === 'object' && of !== null) return Object.values(of).flatMap(sentences)
  return []
}

function spoken(language: Language): readonly string[] {
  const { reason, testNext, person: who, article, modifier, ...rest } = wordings[language]
  const all = flags.flatMap((flag) => {
    const given = { ...values, scopeKnown: flag, passForged: flag }
    const reasons = Object.values(reason).map((say) => say(given))
    const lines = Object.values(modifier).flatMap((one) => [
      one.label,
      one.reason(given),
      one.reason({ ...given, codeAtFault: true }),
      one.next,
    ])
    const steps = flags.flatMap((sample) => flags.map((again) => testNext({ sample, again, codesGreen: flag })))
    return [...reasons, ...lines, ...steps]
  })
  const heads = Object.values(headlines).map((one) => one[language])
  return [...all, ...heads, who(2), article('二十条', 2, 2), ...sentences(rest)]
}

const forbidden = /劝返|禁止通行|拒绝入焦|不予放行|遣返|疑似患者|黑名单|高危人员|司机家属|外地车|省外车/

test.each(['zh', 'en'] as const)('%s: no forbidden word, no exclamation, nothing empty', (language) => {
  const all = spoken(language)
  expect(all.length).toBeGreaterThan(120)
  for (const text of all) {
    expect(text).not.toMatch(forbidden)
    expect(text).not.toMatch(/[!！]|亲|undefined|turn(ed)? back/i)
    expect(text.trim()).toBe(language === 'zh' ? text : text.trim())
    expect(text).not.toBe('')
  }
})

test('nor in documents, captions and reasons for setting aside', () => {
  for (const text of sentences([
    documents,
    law.map(({ caption, lines }) => [caption, lines.map((one) => one.caption)]),
    modifiers.map((one) => one.caption),
    setAside,
  ]))
    expect(text).not.toMatch(forbidden)
})

test('lines are short: headline ≤ 12, reason and next ≤ 36 characters in Chinese', () => {
  for (const { zh } of Object.values(headlines)) expect(zh.length).toBeLessThanOrEqual(10)
  for (const text of spoken('zh')) expect(text.length, text).toBeLessThanOrEqual(36)
})

test('the numbers in fixed questions are the law’s', () => {
  const { riskLookBack, riskStayMin, temperatureRecheckAfter, temperatureMin, temperatureMax } = numbersAt(now)
  for (const { ask, fault } of Object.values(wordings)) {
    expect(ask.riskStay.question(numbersAt(now))).toMatch(
      new RegExp(`\\b(${riskLookBack}|${riskStayMin})\\b.*\\b(${riskStayMin}|${riskLookBack})`, 'u'),
    )
    expect(ask.temperaturesAgain.question(numbersAt(now))).toContain(String(temperatureRecheckAfter))
    expect(fault['FA-09']).toContain(`${temperatureMin.toFixed(1)}–${temperatureMax.toFixed(1)}`)
  }
})

const whitelisted = { driverWhitelist: { from: moment('16T00:00'), to: moment('23T00:00'), closedLoop: true } } as const

test('modifiers say what they rest on', () => {
  const facts = driven({ ...whitelisted, healthCode: 'yellow' }, { pass: { state: 'valid' } })
  const verdict = judged(facts)
  expect(verdict.modifiers).toEqual(['M1', 'M2'])
  const said = (modifier: 'M1' | 'M2' | 'M7', of = facts) =>
    Object.values(modifierLines(modifier, verdict, of, 'zh', { passUntil: moment('26T00:00') }))
  expect(said('M1')).toEqual(['＋走绿色通道', '通行证有效（至05-26）', '引导至绿色通道'])
  expect(said('M2')).toEqual(['＋白名单', '货车司机白名单（至05-23）', '行程类黄码、带*不作限制'])
  expect(said('M7')[1]).toBe('通行证车牌与本车不一致')
  expect(said('M7', truck({ pass: { state: 'forged' } }))[1]).toBe('通行证验签不通过')
  expect(modifierLines('M1', verdict, facts, 'zh').reason).toBe('通行证有效')
})

test('M7 names what was wrong: the freight code stands in the place of the pass', () => {
  const reason = (state: 'mismatch' | 'forged', codeAtFault: boolean) => {
    const facts = truck({ pass: { state } })
    return modifierLines('M7', judged(facts), facts, 'zh', { codeAtFault }).reason
  }
  expect(reason('mismatch', false)).toBe('通行证车牌与本车不一致')
  expect(reason('mismatch', true)).toBe('货畅码车牌与本车不一致')
  expect(reason('forged', true)).toBe('货畅码验签不通过')
})

test('a headline breaks between words, and says the same', () => {
  for (const row of Object.keys(headlines) as Row[]) {
    const phrases = headlinePhrases(row)
    expect(phrases.join('')).toBe(headlines[row].zh)
    // At 56 px five characters and a dot fit the smallest phone.
    for (const phrase of phrases) expect(phrase.length, phrase).toBeLessThanOrEqual(6)
  }
})

test('each need has a question and a button, and says whom it is about', () => {
  const facts = truck({ crew: [person({ temperatures: [37.5] }), {}] })
  const { needs, numbers } = judged(facts)
  expect(needs.map((need) => questionFor(need, facts, 'zh', numbers))).toEqual([
    { question: '第一次偏高，请隔5分钟换一支体温计再测', button: '复测体温', crew: 0 },
    { question: '请出示核酸证明：结果、采样和报告时间', button: '核酸证明', crew: 1 },
    { question: '请出示健康码', button: '健康码', crew: 1 },
    { question: '请出示通信行程卡', button: '行程卡', crew: 1 },
    { question: '14天内是否到过中高风险区（停留超过4小时）？', button: '行程询问', crew: 1 },
  ])
  expect(questionFor('crew.1.riskStay', facts, 'zh', { ...numbers, riskLookBack: 10, riskStayMin: 6 }).question).toBe(
    '10天内是否到过中高风险区（停留超过6小时）？',
  )
  expect(questionFor('freightCode', facts, 'zh', numbers)).toEqual({
    question: '请司机出示货畅码',
    button: '扫货畅码',
    crew: undefined,
  })
})

test('hints belong to the facts', () => {
  const hints = (facts: Facts) => hintsFor(judged(facts), facts)
  expect(hints(truck({ freightCode: 'green' }))).toEqual([])
  expect(hints(driven({ travelCard: 'green-starred' }))).toEqual(['asterisk', 'no-repeat-test'])
  expect(hints(truck({ pass: { state: 'expired' }, freightCode: 'green' }))).toEqual(['pass-renew'])
  expect(hints(truck({ pass: null, freightCode: 'green' }))).toEqual(['no-pass'])
  expect(hints(truck({ trip: { registered: false } }))).toEqual(['no-pass'])
})
