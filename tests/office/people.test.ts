import { describe, expect, it } from 'vitest'
import { isPaper, toneOfReason, whoIs, wordFor } from '../../checkpoint-app/office/people/person.ts'
import { tabIn } from '../../checkpoint-app/office/people/queues.ts'
import { traceCsv, type Passages } from '../../checkpoint-app/office/people/trace-csv.ts'
import { en } from '../../checkpoint-app/office/people/words.en.ts'
import { zh } from '../../checkpoint-app/office/people/words.zh.ts'
import { decidedWays, reasons } from '../../shared/codes/reasons.ts'
import { purposeWords } from '../../shared/codes/purposes.ts'

/** Every sentence, with samples put in where one has places. */
function sentences(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'function') return [String(value('甲', '乙'))]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(sentences) : []
}

describe('the words of this page', () => {
  it('have none that no operational screen may show', () => {
    const never = /劝返|禁止通行|拒绝入焦|不予放行|遣返|疑似患者|黑名单|高危人员/
    expect(sentences(zh).filter((line) => never.test(line))).toEqual([])
  })
  it('name every way and purpose in both languages, purposes as the log does', () => {
    for (const words of [zh, en]) for (const way of decidedWays) expect(words.close.ways[way]).not.toBe('')
    expect(zh.purposes).toEqual(Object.fromEntries(Object.entries(purposeWords).map(([key, { zh }]) => [key, zh])))
    expect(sentences(en).filter((line) => /[\u4e00-\u9fff]/.test(line.replace(/[甲乙]/g, '')))).toEqual([])
  })
})

describe('a person in a line', () => {
  it.each([
    ['李', '0031', '李**（尾号0031）'],
    ['', '0031', '未登记人员（尾号0031）'],
    ['', '', '未登记人员'],
  ])('%s %s → %s', (surname, idTail, line) => {
    expect(whoIs({ surname, idTail }, zh)).toBe(line)
  })
})

it('a reason is told by shape: red ■, yellow ▲, waiting ◇, over ✔', () => {
  expect(reasons.map((reason) => toneOfReason({ reason, state: 'open' }))).toEqual([
    'stop',
    'stop',
    'stop',
    'care',
    'care',
  ])
  expect(toneOfReason({ reason: 'R2', state: 'proposed' })).toBe('void')
  expect(toneOfReason({ reason: 'R2', state: 'closed' })).toBe('go')
})

it('an opinion is no paper; an unknown queue is the first; an unknown word is none', () => {
  expect(['焦疫防〔2022〕17号', 'A-1', '口头同意', '1', ' 1 '].map(isPaper)).toEqual([true, true, false, false, false])
  expect([{}, { queue: 'red' }, { queue: 'listed' }, { queue: 'blue' }].map(tabIn)).toEqual([
    'waiting',
    'red',
    'listed',
    'waiting',
  ])
  expect(wordFor(zh.colours, 'blue')).toBeUndefined()
})

it('a trace has a line for everybody on board; long numbers stay text, formulas do not run', () => {
  const passage = {
    inspection: 'i',
    at: '2022-05-16T10:00:00+08:00',
    checkpoint: '焦作西站',
    road: 'G5512',
    lane: 1,
    plate: '沪DX0001',
    row: 'V10',
    outcome: 'release',
    consignee: '=1+1',
    to: '解放区',
  }
  const person = {
    role: 'driver',
    document: 'id-card',
    number: '319999198001010031',
    phone: null,
    person: null,
  } as const
  const passages: Passages = [
    {
      ...passage,
      crew: [
        { ...person, name: '李示例' },
        { ...person, name: '王演示', role: 'captain' },
      ],
    },
    { ...passage, crew: [] },
  ]
  const lines = traceCsv(passages, { ...zh, headline: () => '放行' })
    .trim()
    .split('\r\n')
  expect(lines).toHaveLength(4)
  expect(lines[1]).toContain("'=1+1")
  expect(lines[1]).toContain('\t319999198001010031')
  expect(lines[2]).toContain('captain')
  expect(new Set(lines.map((line) => line.split(',').length))).toEqual(new Set([zh.trace.headings.length]))
})
