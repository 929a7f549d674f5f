import { describe, expect, test } from 'vitest'
import type { LedgerEvent } from '../../shared/codes/events.ts'
import { numbersAt } from '../../shared/policy/numbers.ts'
import { codeFaultWords } from '../../shared/wording/codes-faults.ts'
import { codeNumberWords } from '../../shared/wording/codes-numbers.ts'
import { codeWordings, explain } from '../../shared/wording/codes.ts'
import { moment } from '../policy/truck.ts'
import {
  arrived,
  at,
  by,
  closed,
  confirmed,
  left,
  negative,
  proposed,
  signed,
  tested,
  withdrawn,
  yellow,
} from './kit.ts'

/** What the driver reads of the gravest reason, the proposal or the last closed one, as one text. */
function read(events: readonly LedgerEvent[], time: string, language: 'zh' | 'en' = 'zh'): string {
  const { open, proposed: waiting, closed: ended } = at(events, time)
  const reason = open[0] ?? waiting[0] ?? ended.at(-1)!
  const now = moment(time)
  const {
    title,
    reason: why,
    next,
    clears,
    article,
    since,
    unit,
    countdown,
    appeal,
  } = explain(reason, language, {
    now,
    numbers: numbersAt(now),
  })
  const lines = [
    title,
    why,
    next,
    ...clears,
    countdown,
    `${since} ${unit}`,
    article,
    appeal && `[${appeal.label}] ${appeal.line}`,
  ]
  return lines.filter((line) => line !== null).join('\n')
}

const managed = [
  yellow('16T10:05', { actor: { ...by('inspector'), unit: '柏香站' } }),
  negative('16T02:00', '16T06:00'),
]
const overstayed = [arrived('16T10:00'), negative('15T06:00', '15T10:00')]

describe('the driver reads', () => {
  test('Y1 with a valid test', () => {
    expect(read(managed, '16T10:05')).toBe(
      `▲ 黄码·可凭管控通行
原因：健康码为黄码
可继续运输，按以下任一方式解码
05-18 06:00前离焦（含），随即解码
留焦请完成三天两检，两次采样间隔24至72小时
补上缺少的材料，核对有效立即解除
情况不符可申诉，核实后解除
离焦解码剩余43小时55分
05-16 10:05起 柏香站
依据：二十条第七条
[健康码申诉绿色通道] 符合条件立即解除；人工核实约15分钟`,
    )
    expect(read(managed, '16T10:05', 'en')).toBe(
      `▲ Yellow: you may drive on, managed
Reason: health code yellow
You may drive on; any of these clears it
Leave Jiaozuo by 05-18 06:00: cleared at once
Staying: two negative tests, sampled 24 to 72 h apart
Supply what was missing; if it is valid, cleared at once
Appeal if this is wrong; cleared once checked
43 h 55 min left to leave and be cleared
Since 05-16 10:05 柏香站
Basis: Twenty Measures, article 7
[Appeal this code] Cleared at once if the conditions hold; else checked in about 15 min`,
    )
  })
  test.each([
    ['18T05:59', '离焦解码剩余0小时1分'],
    ['18T06:00:30', '离焦解码剩余0小时0分'],
  ])('the countdown of leaving at %s: %s', (time, says) => expect(read(managed, time)).toContain(says))
  test('Y1 whose test has lapsed', () => {
    const text = read(managed, '18T06:01')
    expect(text).toContain('持48小时核酸阴性离焦，随即解码')
    expect(text).not.toContain('剩余')
  })
  test('Y2 without a test yet, then with one: when the second counts', () => {
    expect(read(overstayed, '17T10:01').split('\n').slice(0, 5)).toEqual([
      '▲ 黄码·请完成三天两检',
      '原因：在焦停留超过核酸48小时',
      '请就近采样，可继续运输',
      '留焦请完成三天两检，两次采样间隔24至72小时',
      '持48小时核酸阴性离焦，随即解码',
    ])
    const once = [...overstayed, negative('17T12:00', '17T18:00')]
    expect(read(once, '17T18:00')).toContain('三天两检还差1次，请于05-18 12:00至05-20 12:00采样')
    expect(read(once, '17T18:00')).toContain('再过18小时0分可采第二次')
    expect(read(once, '18T12:00')).toContain('第二次采样剩余48小时0分')
    expect(read(once, '20T12:00')).toContain('第二次采样剩余0小时0分')
    expect(read(once, '20T12:01')).toContain('留焦请完成三天两检')
    const refuted = [...once, tested('positive', '17T20:00', '17T22:00')]
    expect(read(refuted, '18T12:00')).toContain('留焦请完成三天两检')
    expect(read(overstayed, '17T10:01')).toContain('05-17 10:01起 系统按规定自动办理')
  })
  test.each([
    ['R1', '原因：中高风险地区行程', '完成隔离和检测，由防疫机构解除\n所涉地区降级后，由防疫机构解除'],
    ['R2', '原因：省外市外健康码为红码', '赋码地转为绿码，随之解除'],
    ['R3', '原因：核酸检测阳性', '由防疫机构按诊疗结论解除'],
  ] as const)('%s', (reason, why, clears) => {
    expect(read(confirmed(reason, '16T10:00'), '16T12:00')).toBe(
      `■ 红码·请原地等候引导
${why}
防疫人员将联系您，货物继续安排送达
情况不符可申诉，核实后解除
${clears}
05-16 10:00起 属地防疫机构
依据：二十条第七条
[健康码申诉绿色通道] 符合条件立即解除；人工核实约15分钟`,
    )
  })
  test('a proposal says that no red was given', () => {
    const text = read([proposed('R2', '16T10:00')], '16T10:00')
    expect(text).toContain('◇ 待防疫机构确认')
    expect(text).toContain('尚未赋红码')
    expect(text).not.toContain('■')
    expect(read([proposed('R2', '16T10:00'), signed('R2@16T10:00', 'E-1', '16T10:30')], '16T11:00')).toContain(
      '属地防疫机构',
    )
  })
  test.each<[string, readonly LedgerEvent[], string]>([
    ['left in time', [...managed, left('17T20:00')], '✔ 已随即解码|05-17 20:00离焦，核酸在有效期内'],
    [
      'left in time by his own word',
      [...managed, left('17T20:00', { source: 'driver' })],
      '✔ 已随即解码|05-17 20:00离焦，核酸在有效期内',
    ],
    [
      'through truck',
      [yellow('16T10:05'), left('17T20:00', { throughTrain: true })],
      '✔ 已随即解码|05-17 20:00直通车离焦，即走即解',
    ],
    [
      'two tests',
      [...overstayed, negative('17T12:00', '17T18:00'), negative('18T12:00', '18T20:00')],
      '✔ 已自动解码|两次核酸均为阴性',
    ],
    [
      'corrected',
      [yellow('16T10:05', { inspection: 'V-1' }), withdrawn('V-1', '16T10:06')],
      '✔ 已撤回|该次查验记录已更正',
    ],
    [
      'a document',
      [yellow('16T10:05'), closed('Y1@16T10:05', 'document-supplied', '16T11:00', by('appeal-officer'))],
      '✔ 已解除|补充的材料有效',
    ],
    [
      'declined',
      [proposed('R1', '16T10:05'), closed('R1@16T10:05', 'declined', '16T11:00')],
      '✔ 未予赋码|防疫机构未予确认',
    ],
  ])('cleared: %s', (_, events, says) => {
    const text = read(events, '19T00:00')
    const lines = text.split('\n')
    expect(`${lines[0]}|${lines[2]}`).toBe(says)
    expect(text).not.toContain('申诉绿色通道')
    expect(read(events, '19T00:00', 'en')).not.toMatch(/\p{Script=Han}/u)
  })
})

const numbers = { validityHours: 48, minGapHours: 24, maxGapHours: 72, appealMinutes: 15 }
/** Every sentence there is, functions called with values. */
function sentences(of: unknown): readonly string[] {
  if (typeof of === 'string') return [of]
  if (typeof of === 'object' && of !== null) return Object.values(of).flatMap(sentences)
  return []
}
function spoken(language: 'zh' | 'en'): readonly string[] {
  const {
    ground,
    reason,
    leave,
    twoTests,
    oneMore,
    closed: ended,
    since,
    left: rest,
    countdown,
    appeal,
    ...words
  } = codeWordings[language]
  return [
    ...Object.values(ground).map((say) => reason(say(numbers))),
    ...Object.values(ended).flatMap(({ title, line }) => [title, line('05-17 20:00')]),
    ...Object.values(countdown).map((say) => say(rest(4, 0))),
    leave(undefined, numbers),
    leave('05-17 20:00', numbers),
    twoTests(numbers),
    oneMore('05-17 20:00', '05-19 20:00'),
    since('05-17 20:00'),
    appeal.label,
    appeal.line(numbers),
    ...sentences(words),
  ]
}

const forbidden = /劝返|禁止通行|拒绝入焦|不予放行|遣返|疑似患者|黑名单|高危人员|司机家属|外地车|省外车|您好|亲/

test.each(['zh', 'en'] as const)(
  '%s: no forbidden word, no exclamation, nothing empty, each a short line',
  (language) => {
    const all = spoken(language)
    expect(all.length).toBeGreaterThan(100)
    for (const text of all) {
      expect(text).not.toMatch(forbidden)
      expect(text).not.toMatch(/[!！]|undefined|turn(ed)? back/i)
      expect(text.trim()).not.toBe('')
      expect(/\p{Script=Han}/u.test(text), text).toBe(language === 'zh')
      if (language === 'zh') expect(text.length, text).toBeLessThanOrEqual(36)
    }
  },
)

test('faults and numbers have their words', () => {
  for (const { zh, en } of Object.values(codeFaultWords))
    expect([/\p{Script=Han}/u.test(zh), /\p{Script=Han}/u.test(en)]).toEqual([true, false])
  for (const { name, unit, proposal } of Object.values(codeNumberWords))
    expect([name.zh, name.en, unit, proposal]).not.toContain('')
})
