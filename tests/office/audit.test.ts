import { describe, expect, test } from 'vitest'
import { addressOf, readAddress } from '../../checkpoint-app/office/address.ts'
import { detailOf, sentenceOf, type Entry, type EntryWords } from '../../checkpoint-app/office/audit/entry-words.ts'
import { auditCsv } from '../../checkpoint-app/office/audit/export.ts'
import { filterTexts } from '../../checkpoint-app/office/audit/filter-names.ts'
import { askedFor, filtersIn } from '../../checkpoint-app/office/audit/filters.ts'
import { en as auditEn } from '../../checkpoint-app/office/audit/words.en.ts'
import { zh as auditZh } from '../../checkpoint-app/office/audit/words.zh.ts'
import { readCsv } from '../../checkpoint-app/office/csv.ts'
import { en as officeEn } from '../../checkpoint-app/office/words.en.ts'
import { zh as officeZh } from '../../checkpoint-app/office/words.zh.ts'
import { allActions, auditActions } from '../../shared/audit/actions.ts'

const zh: EntryWords = { ...auditZh, roles: officeZh.roles, language: 'zh' }
const en: EntryWords = { ...auditEn, roles: officeEn.roles, language: 'en' }

const entry = (change: Partial<Entry> = {}): Entry => ({
  seq: 7,
  at: '2022-05-16T10:05:07+08:00',
  actor: { id: '01a204a2-66e0-731f-9768-d2f59f06d16a', name: '李示例' },
  role: 'head',
  device: null,
  action: 'terminal-released',
  kind: 'terminal',
  subject: { id: '018f04a2-66e0-731f-9768-d2f59f062a4c', name: null },
  reason: '换班',
  detail: { lane: 2, name: 'changed', odd: ['a', 'b'] },
  ...change,
})

describe('an entry as a sentence', () => {
  const shifts = { id: 'command-line', name: null }
  test.each<[string, Entry, string, string]>([
    ['of staff', entry(), '点长 李示例：解绑终端「018f…2a4c」。原因：换班', ''],
    [
      'without a reason',
      entry({ reason: null, subject: { id: 'JZ-G01', name: '焦作西站' } }),
      '点长 李示例：解绑终端「焦作西站」',
      '',
    ],
    ['by a link', entry({ role: 'link', reason: null }), '持一次性链接者 李示例：解绑终端「018f…2a4c」', ''],
    [
      'by the system',
      entry({ role: 'system', actor: { id: 'system', name: null }, reason: null }),
      '系统：解绑终端「018f…2a4c」',
      'system: terminal released “018f…2a4c”',
    ],
    [
      'from a command line',
      entry({ role: 'system', actor: shifts, reason: null }),
      '系统 命令行：解绑终端「018f…2a4c」',
      '',
    ],
    [
      'on the log itself',
      entry({ action: 'log-exported', kind: 'log', reason: '调阅' }),
      '点长 李示例：导出审计日志。原因：调阅',
      '',
    ],
    ['of a newer server', entry({ action: 'moon-landed', reason: null }), '点长 李示例：moon-landed「018f…2a4c」', ''],
  ])('%s', (_, one, says, inEnglish) => {
    expect(sentenceOf(one, zh)).toBe(says)
    if (inEnglish) expect(sentenceOf(one, en)).toBe(inEnglish)
  })
  test('every deed there is reads in both languages', () => {
    for (const action of allActions) {
      expect(sentenceOf(entry({ action }), zh)).toContain(auditActions[action].zh)
      expect(sentenceOf(entry({ action, actor: { id: 'x', name: 'Li' }, reason: null }), en)).toMatch(
        /^Li \([^)]+\): [\x20-\x7e]+/,
      )
    }
  })
  test('what the system keeps by short names is told in words', () => {
    const suspended = entry({
      action: 'list-suspended',
      kind: 'list-entry',
      reason: 'borrowed',
      detail: { list: 'W1' },
    })
    expect(sentenceOf(suspended, zh)).toContain('原因：借用他人手机或健康码')
    const appeals = { id: 'appeals', name: null }
    expect(sentenceOf(entry({ role: 'system', actor: appeals, reason: null }), zh)).toMatch(/^系统 申诉核对：/)
    const person = { id: '4H-O8dfgptwlJ4pb0ISri1ePsudAGwdhfBLnnDWdxyw', name: null }
    expect(sentenceOf(entry({ kind: 'code', subject: person, reason: null }), zh)).toContain('「4H-O…dxyw」')
    const detail = {
      ground: 'risk-stay',
      counts: true,
      step: 'closed-loop',
      document: null,
      values: ['priorReleaseWindow=36'],
      basis: 'henan-16#6',
      way: 'two-tests',
      purpose: 'escort',
      until: '2022-05-16T00:00:00+08:00',
    }
    expect(detailOf(entry({ detail }), zh).map(({ label, value }) => `${label}：${value}`)).toEqual([
      '依据：中高风险地区行程',
      '已生效：是',
      '步骤：确认闭环管理',
      '文号：—',
      '改动的数：已查验免重复检查的时限 36',
      '依据条款：十六条第六条',
      '方式：三天两检',
      '用途：安排闭环引导',
      '止：2022-05-16 00:00:00',
    ])
  })
  test('its detail has plain labels, and keeps those it does not know', () => {
    expect(detailOf(entry(), zh)).toEqual([
      { label: '车道', value: '2' },
      { label: '姓名', value: '已修改' },
      { label: 'odd', value: 'a, b' },
    ])
  })
})

describe('what is asked for', () => {
  const filters = {
    from: '2022-05-16',
    to: '2022-05-17',
    actor: 'x',
    role: 'head',
    action: 'staff-added',
    subject: 'y',
    words: '换班',
  }
  test('survives the way through the address', () =>
    expect(filtersIn(readAddress(addressOf('audit', '7', filters)).query)).toEqual(filters))
  test('what the server would refuse is left out', () =>
    expect(filtersIn({ from: '2022-13-40', to: '5月', action: 'invented', role: 'X!', words: '' })).toEqual({}))
  test('both days are included', () =>
    expect(askedFor(filters)).toMatchObject({ from: '2022-05-16T00:00:00+08:00', until: '2022-05-18T00:00:00+08:00' }))
  test('is said in words', () =>
    expect(filterTexts(filters, [{ id: 'x', name: '李示例', role: 'head' }], zh).map(({ text }) => text)).toEqual([
      '起始日期 2022-05-16',
      '截止日期 2022-05-17',
      '点长 李示例',
      '点长',
      '新增工作人员',
      '只看：y',
      '原因中的字词 换班',
    ]))
})

test('the exported file: one line an entry, Beijing time, nothing that a spreadsheet would run', () => {
  const [head, line] = readCsv(auditCsv([entry({ reason: '=HYPERLINK("x")' })], zh)).map(({ cells }) => cells)
  expect(head).toHaveLength(11)
  expect(line?.slice(0, 7)).toEqual(['7', '2022-05-16 10:05:07', '李示例', '点长', '', '解绑终端', '终端'])
  expect(auditCsv([entry({ reason: '=HYPERLINK("x")' })], zh)).toContain(`"'=HYPERLINK(""x"")"`)
})
