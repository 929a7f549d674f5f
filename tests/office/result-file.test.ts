import { describe, expect, test } from 'vitest'
import { readCsv } from '../../checkpoint-app/office/csv.ts'
import { columnsOf } from '../../checkpoint-app/office/results/columns.ts'
import { errorsCsv, readResultFile, templateCsv } from '../../checkpoint-app/office/results/result-file.ts'
import { readTypedTime } from '../../checkpoint-app/office/results/typed-time.ts'
import { beijingIso, parseInstant } from '../../shared/instant.ts'

const now = parseInstant('2022-05-16T10:00:00+08:00')!
const person = '410899198001010015'
const bytes = (text: string) => new TextEncoder().encode(text)
const read = (text: string) => {
  const file = readResultFile(bytes(text), now)
  if ('problem' in file) throw new Error(file.problem)
  return file
}
const firstRow = (line: string, heading = '证件类型,证件号,采样时间,报告时间,结果') =>
  read(`${heading}\n${line}`).rows[0]!.read

describe('headings are found by keywords', () => {
  test.each([
    ['姓名,身份证号,采样时间,报告时间,检测结果', { number: 1, sampledAt: 2, reportedAt: 3, result: 4 }],
    [
      '证件种类,证件号码（文本）,采集日期,出结果时间,结果（阴性/阳性）',
      { document: 0, number: 1, sampledAt: 2, reportedAt: 3, result: 4 },
    ],
    ['ＩＤ,核酸 结果,结果时间,备注', { number: 0, result: 1, reportedAt: 2, note: 3 }],
    ['证件类型,证件编号,取样时间*,审核时间,阴阳性', { document: 0, number: 1, sampledAt: 2, reportedAt: 3, result: 4 }],
  ])('%s', (headings, columns) => {
    expect(columnsOf(headings.split(','))).toEqual(columns)
  })
})

describe('times as people and spreadsheets write them', () => {
  test.each([
    ['2022-05-16 06:00', '2022-05-16T06:00:00+08:00'],
    ['2022/5/6 6:05', '2022-05-06T06:05:00+08:00'],
    ['2022年5月16日6时05分', '2022-05-16T06:05:00+08:00'],
    ['2022.05.16 06:05:33', '2022-05-16T06:05:33+08:00'],
    ['202205160605', '2022-05-16T06:05:00+08:00'],
    ['2022-05-15T22:00:00Z', '2022-05-16T06:00:00+08:00'],
    ['２０２２－０５－１６　０６：００', '2022-05-16T06:00:00+08:00'],
    ['44697.25', '2022-05-16T06:00:00+08:00'],
  ])('%s is %s', (typed, iso) => {
    const at = readTypedTime(typed)
    expect(typeof at === 'number' ? beijingIso(at) : at).toBe(iso)
  })
  test.each([
    ['', 'empty'],
    ['2022-05-16', 'no-hour'],
    ['44697', 'no-hour'],
    ['20220516', 'no-hour'],
    ['昨天', 'unreadable'],
    ['2022-02-30 08:00', 'unreadable'],
    ['2022-05-16 25:00', 'unreadable'],
  ])('%s is %s', (typed, why) => {
    expect(readTypedTime(typed)).toBe(why)
  })
})

describe('a row becomes an item', () => {
  test('with its times in Beijing time', () => {
    expect(firstRow(`居民身份证,${person},2022-05-14 06:00,2022-05-14 14:00,阴性`)).toEqual({
      item: {
        document: 'id-card',
        number: person,
        result: 'negative',
        sampledAt: '2022-05-14T06:00:00+08:00',
        reportedAt: '2022-05-14T14:00:00+08:00',
      },
    })
  })
  test.each([
    ['阴性(-)', 'negative'],
    ['阴', 'negative'],
    ['未检出', 'negative'],
    ['阳性', 'positive'],
    ['＋', 'positive'],
    ['已采未出', 'pending'],
  ])('result %s is %s', (word, result) => {
    expect(firstRow(`,${person},2022-05-14 06:00,,${word}`)).toMatchObject({ item: { result } })
  })
  test.each([
    ['护照', 'E12345678', 'passport'],
    ['港澳居民来往内地通行证', 'H12345678', 'hk-macau-permit'],
    ['外国人永久居留身份证', 'ABC123456789012', 'foreigner-permit'],
    ['', person, 'id-card'],
  ])('document %s %s is %s', (kind, number, document) => {
    expect(firstRow(`${kind},${number},2022-05-14 06:00,,阴性`)).toMatchObject({ item: { document, number } })
  })
})

describe('a row that cannot be taken in says why', () => {
  test.each([
    ['number-missing', `,,2022-05-14 06:00,,阴性`],
    ['number-scientific', `,4.10899E+17,2022-05-14 06:00,,阴性`],
    ['number-rounded', `,410899198001010000,2022-05-14 06:00,,阴性`],
    ['number-check', `,410899198001010016,2022-05-14 06:00,,阴性`],
    ['number-form', `,41089919800101,2022-05-14 06:00,,阴性`],
    ['document-unknown', `图书证,${person},2022-05-14 06:00,,阴性`],
    ['result-missing', `,${person},2022-05-14 06:00,,`],
    ['result-unknown', `,${person},2022-05-14 06:00,,不详`],
    ['time-missing', `,${person},,,阴性`],
    ['time-no-hour', `,${person},2022-05-14,,阴性`],
    ['time-unreadable', `,${person},前天,,阴性`],
    ['time-future', `,${person},2022-05-16 10:03,,已采未出`],
    ['time-order', `,${person},2022-05-14 06:00,2022-05-14 05:59,阴性`],
  ])('%s: %s', (fault, line) => {
    expect(firstRow(line)).toEqual({ fault })
  })
  test('a time within two minutes of now is not yet the future', () => {
    expect(firstRow(`,${person},2022-05-16 10:02,,已采未出`)).toHaveProperty('item')
  })
})

describe('a file', () => {
  test('may carry a title above its headings; line numbers are those of the file', () => {
    const file = read(`焦作市核酸检测结果,,\n证件号,采样时间,结果\n${person},2022-05-14 06:00,阴性\n`)
    expect(file.rows.map(({ line }) => line)).toEqual([3])
  })
  test.each([
    ['no-heading', '甲,乙\n1,2'],
    ['no-rows', '证件号,结果\n'],
    ['too-many-rows', `证件号,结果\n${'1,阴性\n'.repeat(10_001)}`],
  ])('is refused: %s', (problem, text) => {
    expect(readResultFile(bytes(text), now)).toEqual({ problem })
  })
  test('made from the template holds no rows until some are written', () => {
    expect(readResultFile(bytes(templateCsv()), now)).toEqual({ problem: 'no-rows' })
    const filled = `${templateCsv()}居民身份证,${person},2022-05-14 06:00,,阴性,\r\n`
    expect(read(filled).rows[0]?.read).toHaveProperty('item.number', person)
  })
  test('of refused rows is the same with the reason added, and can be corrected and taken in again', () => {
    const once = errorsCsv(['证件号', '结果'], [{ cells: [person, '不详'], reason: '结果看不懂' }])
    expect(readCsv(once).map(({ cells }) => cells)).toEqual([
      ['证件号', '结果', '错误原因'],
      [person, '不详', '结果看不懂'],
    ])
    const [heading, row] = readCsv(once)
    const twice = errorsCsv(heading!.cells, [{ cells: row!.cells, reason: '仍看不懂' }])
    expect(readCsv(twice)[1]?.cells).toEqual([person, '不详', '仍看不懂'])
  })
})
