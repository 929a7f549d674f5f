import { describe, expect, test } from 'vitest'
import type { Facts } from '../../shared/facts.ts'
import { documents } from '../../shared/policy/documents.ts'
import { numbersAt } from '../../shared/policy/numbers.ts'
import { law, modifiers } from '../../shared/policy/rules/index.ts'
import { setAside } from '../../shared/policy/set-aside.ts'
import { headlines } from '../../shared/wording/headlines.ts'
import type { Language, Values } from '../../shared/wording/language.ts'
import {
  hintsFor,
  modifierLines,
  personLines,
  questionFor,
  verdictLines,
  wordings,
  type LineContext,
} from '../../shared/wording/verdict-lines.ts'
import { driven, judged, moment, negative, now, person, titled, truck, without } from './truck.ts'

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
    const lines = Object.values(modifier).flatMap((one) => [one.label, one.reason(given), one.next])
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
    expect(ask.riskStay.question).toMatch(
      new RegExp(`\\b(${riskLookBack}|${riskStayMin})\\b.*\\b(${riskStayMin}|${riskLookBack})`, 'u'),
    )
    expect(ask.temperaturesAgain.question).toContain(String(temperatureRecheckAfter))
    expect(fault['FA-09']).toContain(`${temperatureMin.toFixed(1)}–${temperatureMax.toFixed(1)}`)
  }
})

const stale = { nucleicAcid: negative('14T09:59') } as const
const whitelisted = { driverWhitelist: { from: moment('16T00:00'), to: moment('23T00:00'), closedLoop: true } } as const
const prior: Partial<Facts> = { priorRelease: { at: moment('16T04:00'), checkpoint: 'JZ-G01', sameCrew: true } }
const inProvince: Partial<Facts> = { trip: { scope: 'in-province' } }

/** headline | reason | next | article */
const cards: readonly (readonly [facts: Facts, zh: string, context?: LineContext])[] = [
  [truck({ vehicle: { freight: false } }), '不属货运查验 | 非货运车辆 | 不登记个人信息，直接通行 | 依据：二十条第二条'],
  [
    driven({ antigen: 'positive' }),
    '暂缓放行·闭环转运 | 抗原检测阳性 | 请人车分开等候，报属地防疫机构，拨打120 | 依据：二十条第七条',
  ],
  [
    driven({ temperatures: [36, 37.5, 37.6] }),
    '体温异常·留观复核 | 两次测温 37.5 ℃、37.6 ℃ | 引导至留观区，交医务人员 | 依据：二十条第三条',
  ],
  [
    driven({ riskStay: true }),
    '点对点闭环放行 | 中高风险地区行程 | 通知属地防疫机构（未联网时请电话），专人引导，非接触装卸 | 依据：二十条第七条',
  ],
  [truck(prior), '已查验，直接放行 | 05-16 04:00 JZ-G01已查验 | 无需再查，直接通行 | 依据：二十条第六条'],
  [
    truck(prior),
    '已查验，直接放行 | 05-16 04:00 焦作西站已查验 | 无需再查，直接通行 | 依据：二十条第六条',
    { checkpointName: '焦作西站' },
  ],
  [
    truck({ ...inProvince, freightCode: 'green' }),
    '快速放行 | 省内行程，货畅码绿码 | 直接通行 | 依据：二十条第二条（一）',
  ],
  [truck(inProvince), '登记后快速放行 | 省内行程，无货畅码绿码 | 请扫卡口码登记 | 依据：二十条第二条（一）'],
  [
    truck({ trip: { scope: 'cross-province', registered: false } }),
    '请先现场报备 | 省外行程，未查到报备 | 扫码补录（约1分钟），补录后继续 | 依据：二十条第二条（三）',
  ],
  [
    truck({ trip: { registered: false } }),
    '请先现场报备 | 行程待核，未查到报备 | 扫码补录（约1分钟），补录后继续 | 依据：二十条第二条（三）',
  ],
  [
    truck({ freightCode: 'green' }),
    '快速放行 | 省外行程，已报备，货畅码绿码 | 不再核验一证两码 | 依据：二十条第二条（二）',
  ],
  [
    truck({ crew: [without(person(), 'riskStay')] }),
    '核验一证两码 | 省外行程，无货畅码绿码 | 扫卡口码登记，逐人核验 | 依据：二十条第二条（二）',
  ],
  [truck(), '核验通过，放行 | 48小时核酸阴性、健康码绿码、体温正常 | 直接通行 | 依据：二十条第三条'],
  [driven(stale), '核酸＋抗原 | 核酸超48小时（05-14 09:59） | 采样并做抗原，阴性立即放行 | 依据：二十条第七条'],
  [
    driven({ nucleicAcid: { result: 'pending', sampledAt: moment('16T02:00') } }),
    '核酸＋抗原 | 核酸结果未出 | 样本在检，只做抗原，阴性立即放行 | 依据：二十条第七条',
  ],
  [
    driven({ ...stale, antigen: 'invalid' }),
    '核酸＋抗原 | 核酸超48小时（05-14 09:59） | 抗原无效，换新试剂重测，阴性立即放行 | 依据：二十条第七条',
  ],
  [
    driven({ nucleicAcid: null, healthCode: 'yellow' }),
    '核酸＋抗原 | 非绿码，且核酸未检测 | 采样并做抗原，阴性即管控放行 | 依据：二十条第七条',
  ],
  [
    driven({ nucleicAcid: negative('2021-05-14T09:59'), travelCard: 'yellow' }),
    '核酸＋抗原 | 非绿码，且核酸超48小时（2021-05-14 09:59） | 采样并做抗原，阴性即管控放行 | 依据：二十条第七条',
  ],
  [
    driven({ ...stale, antigen: 'negative' }),
    '抗原阴性，立即放行 | 已采样，结果待出 | 纳入动态追踪，不必等候核酸结果 | 依据：二十条第七条',
  ],
  [
    driven({ healthCode: 'yellow' }),
    '赋黄码·管控放行 | 健康码黄码 | 告知解码方式，通知收货企业和社区 | 依据：二十条第七条',
  ],
  [
    driven({ ...stale, healthCode: null, antigen: 'negative' }),
    '管控放行·动态追踪 | 非绿码，抗原阴性，核酸已采样 | 告知解码方式，通知收货企业和社区，纳入追踪 | 依据：二十条第七条',
  ],
  [
    driven({ ...stale, refuses: true }),
    '点长现场处置 | 未完成检测 | 引导至临时停靠处，请点长处理 | 依据：二十条第十七条',
  ],
  [
    driven({ temperatures: [36.5, 37.4] }),
    '请补充信息 | 测温 37.4 ℃，须复测一次 | 第一次偏高，请隔5分钟换一支体温计再测 | 依据：二十条第三条',
  ],
  [truck({ trip: {} }), '请补充信息 | 还不知道是否已报备 | 这趟货是否已入豫报备？ | 依据：二十条第二条'],
  [
    truck({ crew: [person(), person(stale)] }),
    '核酸＋抗原 | 第2人：核酸超48小时（05-14 09:59） | 采样并做抗原，阴性立即放行 | 依据：二十条第七条',
  ],
  [
    truck({ freightCode: 'red', crew: [person(), person()] }),
    '点对点闭环放行 | 货畅码红码 | 通知属地防疫机构（未联网时请电话），专人引导，非接触装卸 | 依据：二十条第七条',
  ],
]

describe('the card', () => {
  for (const [facts, expected, context] of cards)
    test(`${titled(facts)} → ${expected}`, () => {
      const { headline, reason, next, article } = verdictLines(judged(facts), facts, 'zh', context)
      expect([headline, reason, next, article].join(' | ')).toBe(expected)
      const english = Object.values(verdictLines(judged(facts), facts, 'en'))
      for (const line of english) expect(line).toMatch(/^[^\p{Script=Han}]+$/u)
    })

  test('in English, with the same values', () => {
    const fever = driven({ temperatures: [37.5, 37.6] })
    expect(verdictLines(judged(fever), fever, 'en').reason).toBe('Two readings 37.5 ℃, 37.6 ℃')
    const facts = driven(stale)
    expect(verdictLines(judged(facts), facts, 'en')).toEqual({
      headline: 'Nucleic + antigen test',
      reason: 'Nucleic test older than 48 h (05-14 09:59)',
      next: 'Sample and antigen test; negative: release at once',
      article: 'Basis: Twenty Measures, article 7',
    })
    const route = truck({ freightCode: 'green' })
    expect(verdictLines(judged(route), route, 'en').article).toBe('Basis: Twenty Measures, article 2(2)')
  })

  test('each person has his own, or none where another’s V1–V3 decides', () => {
    const facts = truck({ crew: [person(), person(stale)] })
    expect([0, 1].map((index) => personLines(judged(facts), facts, 'zh', index)?.headline)).toEqual([
      '核验通过，放行',
      '核酸＋抗原',
    ])
    const red = truck({ crew: [person(), person({ healthCode: 'red' })] })
    expect(personLines(judged(red), red, 'zh', 0)).toBeUndefined()
  })
})

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

test('each need has a question and a button, and says whom it is about', () => {
  const facts = truck({ crew: [person(), { temperatures: [37.5] }] })
  expect(judged(facts).needs.map((need) => questionFor(need, facts, 'zh'))).toEqual([
    { question: '第一次偏高，请隔5分钟换一支体温计再测', button: '复测体温', crew: 1 },
    { question: '请出示核酸证明：结果、采样和报告时间', button: '核酸证明', crew: 1 },
    { question: '请出示健康码', button: '健康码', crew: 1 },
    { question: '请出示通信行程卡', button: '行程卡', crew: 1 },
    { question: '14天内是否到过中高风险区（停留超过4小时）？', button: '行程询问', crew: 1 },
  ])
  expect(questionFor('freightCode', facts, 'zh')).toEqual({
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
