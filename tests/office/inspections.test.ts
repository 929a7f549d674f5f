import { describe, expect, test } from 'vitest'
import { addressOf, readAddress } from '../../checkpoint-app/office/address.ts'
import { readCsv } from '../../checkpoint-app/office/csv.ts'
import { inspectionsCsv } from '../../checkpoint-app/office/inspections/export.ts'
import { zh } from '../../checkpoint-app/office/inspections/fact-words.zh.ts'
import { personInWords, vehicleInWords } from '../../checkpoint-app/office/inspections/facts-in-words.ts'
import { numbersAt } from '../../shared/policy/numbers.ts'
import {
  append,
  collect,
  filtersIn,
  listQuery,
  renew,
  type InspectionRow,
  type ListQuery,
} from '../../checkpoint-app/office/inspections/filters.ts'
import type { CrewMember } from '../../shared/facts.ts'
import { parseInstant } from '../../shared/instant.ts'

const row = (place: number, change: Partial<InspectionRow> = {}): InspectionRow => ({
  id: `00000000-0000-7000-8000-${String(place).padStart(12, '0')}`,
  madeAt: '2022-05-16T02:05:07Z',
  receivedAt: '2022-05-16T02:06:00Z',
  checkpoint: 'JZ-G01',
  checkpointName: '焦作西站',
  lane: 2,
  inspector: '李示例',
  plate: '豫HX0001',
  row: 'V8',
  outcome: 'release',
  serverRow: 'V8',
  agrees: true,
  offline: false,
  edition: 'test',
  modifiers: ['M1', 'M6'],
  corrects: null,
  correctedBy: null,
  correction: null,
  ...change,
})

describe('filters', () => {
  test('survive the way through the address', () => {
    const filters = {
      checkpoint: 'JZ-G01',
      day: '2022-05-16',
      plate: '豫H',
      row: 'V11',
      offline: '1',
      disagreement: '1',
    }
    expect(filtersIn(readAddress(addressOf('inspections', 'x', filters)).query)).toEqual(filters)
  })
  test('that the server would refuse are left out', () => {
    expect(filtersIn({ checkpoint: 'x', day: '5月16日', plate: '豫', row: 'V123', offline: 'yes' })).toEqual({})
  })
  test('go to the server, the two marks as its own words', () => {
    expect(listQuery({ day: '2022-05-16', offline: '1', disagreement: '1' }, 50, 'next-1')).toEqual({
      limit: 50,
      day: '2022-05-16',
      offline: true,
      agrees: false,
      before: 'next-1',
    })
  })
})

describe('collecting rows', () => {
  const all = Array.from({ length: 95 }, (_, at) => row(at))
  const asked: ListQuery[] = []
  const fetchPage = async (query: ListQuery) => {
    asked.push(query)
    const from = Number(query.before ?? 0)
    const items = all.slice(from, from + query.limit!)
    return { items, next: from + items.length < all.length ? String(from + items.length) : null }
  }
  test('takes one page where one is enough, and says where to go on', async () => {
    const { items, next } = await collect({}, fetchPage, { wanted: 20, mostPages: 5, pageSize: 20 })
    expect([items.length, next]).toEqual([20, '20'])
  })
  test('reads on until enough are there, under the same filters', async () => {
    asked.length = 0
    const { items, next } = await collect({ offline: '1' }, fetchPage, { wanted: 50, mostPages: 9, pageSize: 20 })
    expect([items.length, next, asked.map(({ offline }) => offline)]).toEqual([60, '60', [true, true, true]])
  })
  test('ends with the list', async () => {
    const { items, next } = await collect({}, fetchPage, { wanted: 500, mostPages: 9, pageSize: 20 })
    expect([items.length, next]).toEqual([95, null])
  })
  test('stops after the most pages and can go on from there', async () => {
    const reach = { wanted: 90, mostPages: 2, pageSize: 20 }
    const first = await collect({}, fetchPage, reach)
    expect([first.items.length, first.next]).toEqual([40, '40'])
    const second = await collect({}, fetchPage, { ...reach, from: '40', mostPages: 3 })
    expect([second.items.length, second.next]).toEqual([55, null])
  })
})

describe('the exported list', () => {
  const words = { headings: ['序号'], yes: '是', no: '否', headline: (row: string) => `<${row}>` }
  test('masks the plate, writes Beijing time, and shows the row of the server only where it differs', () => {
    const rows = [row(1), row(2, { agrees: false, serverRow: 'V11', offline: true, inspector: '=HYPERLINK("x")' })]
    const [, one, two] = readCsv(inspectionsCsv(rows, words)).map(({ cells }) => cells)
    const same = ['焦作西站', '2', '2022-05-16 10:05:07', '豫H·X***1', '<V8>', 'V8', 'M1 M6']
    expect(one).toEqual(['1', ...same, '李示例', '否', '是', '', '2022-05-16 10:06:00', '', '', rows[0]!.id])
    expect(two?.slice(8, 12)).toEqual(['=HYPERLINK("x")', '是', '否', 'V11'])
    expect(inspectionsCsv(rows, words)).toContain(`"'=HYPERLINK(""x"")"`)
  })
  test('holds no whole plate', () => {
    expect(inspectionsCsv([row(1)], words)).not.toContain('HX0001')
  })
})

describe('facts in plain words', () => {
  const now = parseInstant('2022-05-16T10:00:00+08:00')!
  const at = (iso: string) => parseInstant(`2022-05-${iso}:00+08:00`)!
  const saysOf = (person: CrewMember, label: string) => {
    const line = personInWords(person, { now, numbers: numbersAt(now) }, zh).find((line) => line.label === label)
    return line && [line.value, line.tone]
  }
  const tested = (sampled: string, reported?: string): CrewMember => ({
    nucleicAcid: { result: 'negative', sampledAt: at(sampled), ...(reported ? { reportedAt: at(reported) } : {}) },
  })

  test.each([
    [tested('14T06:00', '14T14:00'), '阴性 ｜ 采样 05-14 06:00 ｜ 报告 05-14 14:00 ｜ 查验时剩余 4小时0分', 'go'],
    [tested('14T10:00'), '阴性 ｜ 采样 05-14 10:00 ｜ 查验时剩余 0小时0分', 'go'],
    [tested('14T09:59'), '阴性 ｜ 采样 05-14 09:59 ｜ 查验时已超48小时', 'care'],
    [{ nucleicAcid: { result: 'pending', sampledAt: at('16T08:00') } }, '已采未出 ｜ 采样 05-16 08:00', 'care'],
    [{ nucleicAcid: { result: 'positive' } }, '阳性', 'stop'],
    [{ nucleicAcid: { result: 'negative' } }, '阴性', 'care'],
    [{ nucleicAcid: null }, '无法出示', 'care'],
    [{}, '未询问', 'void'],
  ] as const)('核酸证明 of %j: %s', (person, value, tone) => {
    expect(saysOf(person, '核酸证明')).toEqual([value, tone])
  })
  test.each([
    [{ temperatures: [36.5] }, '体温', '36.5 ℃', 'go'],
    [{ temperatures: [37.5, 37.6] }, '体温', '37.5 ℃、37.6 ℃', 'stop'],
    [{ temperatures: [37.5] }, '体温', '37.5 ℃', 'care'],
    [{}, '体温', '未测', 'void'],
    [{ healthCode: 'red' }, '健康码', '红码', 'stop'],
    [{ travelCard: 'green-starred' }, '行程卡', '绿带*', 'go'],
    [{ riskStay: null }, '中高风险区停留', '记不清', 'void'],
    [{ listed: 'tracking' }, '名单比对', '动态追踪中', 'care'],
    [{ refuses: true }, '配合情况', '不配合检测或登记', 'care'],
  ] as const)('of %j, %s: %s', (person, label, value, tone) => {
    expect(saysOf(person, label)).toEqual([value, tone])
  })
  test('the four proofs of a person are always shown, the rest only where asked', () => {
    expect(personInWords({}, { now, numbers: numbersAt(now) }, zh).map(({ label }) => label)).toEqual([
      '核酸证明',
      '健康码',
      '行程卡',
      '体温',
    ])
  })
  test('of the vehicle: a code that was looked for and not found is none, one not looked for was not asked', () => {
    const code = (freightCode?: null) =>
      vehicleInWords({ crew: [], ...(freightCode === null ? { freightCode } : {}) }, zh)[2]?.value
    expect([code(null), code()]).toEqual(['无', '未询问'])
  })
})

describe('the list after its newest page was read again', () => {
  const at = (minute: number, change: Partial<InspectionRow> = {}) =>
    row(minute, { madeAt: `2022-05-16T02:${String(minute).padStart(2, '0')}:00Z`, ...change })
  const minutes = ({ items }: { items: readonly InspectionRow[] }) => items.map(({ id }) => Number(id.slice(-2)))

  test('keeps what was read further back and where to go on', () => {
    const before = { items: [at(5), at(4), at(3), at(2)], next: 'after-2' }
    const renewed = renew(before, { items: [at(7), at(6), at(5)], next: 'after-5' })
    expect([minutes(renewed), renewed.next]).toEqual([[7, 6, 5, 4, 3, 2], 'after-2'])
  })
  test('takes the fresh copy of a row', () => {
    const correctedBy = row(9).id
    const renewed = renew({ items: [at(5)], next: null }, { items: [at(6), at(5, { correctedBy })], next: null })
    expect(renewed.items[1]?.correctedBy).toBe(correctedBy)
  })
  test('starts anew when the two do not meet', () => {
    const fresh = { items: [at(9), at(8)], next: 'after-8' }
    expect(renew({ items: [at(3)], next: null }, fresh)).toEqual(fresh)
  })
  test('grows past what was the end of a short list', () => {
    const renewed = renew({ items: [at(3)], next: null }, { items: [at(4), at(3), at(2)], next: 'after-2' })
    expect([minutes(renewed), renewed.next]).toEqual([[4, 3, 2], 'after-2'])
  })
  test('puts late uploads in their place', () => {
    const renewed = renew({ items: [at(5), at(1)], next: null }, { items: [at(5), at(3), at(1)], next: null })
    expect(minutes(renewed)).toEqual([5, 3, 1])
  })
  test('appending never doubles a row', () => {
    expect(minutes(append({ items: [at(5), at(4)], next: 'x' }, { items: [at(4), at(3)], next: null }))).toEqual([
      5, 4, 3,
    ])
  })
})
