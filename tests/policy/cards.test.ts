/** The card of each row as an inspector reads it. */
import { describe, expect, test } from 'vitest'
import type { Facts } from '../../shared/facts.ts'
import { personLines, verdictLines, type LineContext } from '../../shared/wording/verdict-lines.ts'
import { driven, judged, moment, negative, person, titled, truck, without } from './truck.ts'

const stale = { nucleicAcid: negative('14T09:59') } as const
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
