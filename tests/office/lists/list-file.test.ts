import { describe, expect, it } from 'vitest'
import writeWorkbook from 'write-excel-file/universal'
import { csvText } from '../../../checkpoint-app/office/csv.ts'
import { columnsOf, placesIn } from '../../../checkpoint-app/office/lists/columns.ts'
import {
  outcomeBook,
  outcomeHeading,
  readListFile,
  templateOf,
} from '../../../checkpoint-app/office/lists/list-file.ts'
import { outcomesOf, sendLines, readyIn, chunkSize } from '../../../checkpoint-app/office/lists/send-lines.ts'
import type { Answer } from '../../../checkpoint-app/office/lists/send-lines.ts'
import { rowsOfWorkbook, workbookOf } from '../../../checkpoint-app/office/lists/workbook.ts'
import { zh } from '../../../checkpoint-app/office/lists/words.zh.ts'
import { listKinds, type ListKind } from '../../../shared/lists/kinds.ts'
import { instant } from '../../../shared/instant.ts'

const now = instant(Date.parse('2022-05-16T10:00:00+08:00'))
const bytes = async (book: Blob) => new Uint8Array(await book.arrayBuffer())
const headings = columnsOf.W1.map(({ heading }) => heading)
const zhang = [
  '张测试',
  '居民身份证',
  '410899198001010015',
  '13000000001',
  '',
  '',
  '',
  '是',
  '2022-05-16',
  '2022-05-23',
]
const li = ['李示例', '', '319999198001010031', '', '豫HX0001', '', '', '否', '2022-05-16 08:00', '2022-05-30 18:00']
const sheet = (rows: readonly (readonly string[])[]) => workbookOf([{ name: 'x', rows, widths: [] }])

async function read(rows: readonly (readonly string[])[], list: ListKind = 'W1') {
  const file = await readListFile(list, await bytes(await sheet(rows)), now)
  if ('problem' in file) throw new Error(file.problem)
  return file
}
const faults = async (...rows: readonly (readonly string[])[]) =>
  (await read([headings, ...rows])).lines.map(({ line, read }) =>
    'fault' in read ? zh.lineFault(line, zh.why[read.fault.why](read.fault.column)) : 'ok',
  )

describe('a workbook there and back', () => {
  it.each(['410899198001010015', '32999919800101005X', '410899800101001', '00123', '+8613000000001', '=1+1', '是'])(
    '%s is the same text again',
    async (value) => {
      const rows = await rowsOfWorkbook(await bytes(await sheet([['头'], [value]])))
      expect(rows?.[1]).toEqual({ line: 2, cells: [value] })
    },
  )

  it('lines keep their numbers when some between are empty', async () => {
    const rows = await rowsOfWorkbook(await bytes(await sheet([['头'], [''], ['x']])))
    expect(rows?.map(({ line }) => line)).toEqual([1, 3])
  })

  it('what is no workbook is said to be none', async () => {
    expect(await rowsOfWorkbook(new Uint8Array([0x50, 0x4b, 3, 4, 1]))).toBeUndefined()
    const old = await readListFile('W1', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), now)
    expect(old).toEqual({ problem: 'old-workbook' })
    expect(await readListFile('W1', await bytes(await sheet([['姓名'], ['x']])), now)).toEqual({
      problem: 'no-heading',
    })
    expect(await readListFile('W1', await bytes(await sheet([headings])), now)).toEqual({ problem: 'no-rows' })
  })

  it.each(listKinds)('the template of %s is read by its own importer; its example is passed over', async (list) => {
    const template = await rowsOfWorkbook(await bytes(await templateOf(list)))
    expect(placesIn(list, template?.[0]?.cells ?? [])?.size).toBe(columnsOf[list].length)
    expect(await readListFile(list, await bytes(await templateOf(list)), now)).toEqual({ problem: 'no-rows' })
    const [head, example] = template ?? []
    const typed = await read([head?.cells ?? [], (example?.cells ?? []).slice(0, -1)], list)
    expect(typed.lines.map(({ read }) => read)).toEqual([{ item: expect.any(Object) }])
  })
})

describe('what a line says', () => {
  it('a day alone begins at 0:00 and ends at 23:59, a time is kept', async () => {
    const { lines } = await read([headings, zhang, li])
    expect(lines.map(({ read }) => read)).toEqual([
      {
        item: {
          name: '张测试',
          document: 'id-card',
          number: '410899198001010015',
          phone: '13000000001',
          closedLoop: true,
          from: '2022-05-16T00:00:00+08:00',
          to: '2022-05-23T23:59:00+08:00',
        },
      },
      {
        item: {
          name: '李示例',
          number: '319999198001010031',
          plate: '豫HX0001',
          closedLoop: false,
          from: '2022-05-16T08:00:00+08:00',
          to: '2022-05-30T18:00:00+08:00',
        },
      },
    ])
  })

  const withNumber = (number: string) => zhang.with(2, number)
  it.each([
    [zhang.with(0, ''), '第2行：缺少「姓名」'],
    [withNumber(''), '第2行：缺少「证件号」'],
    [withNumber('4.1E+17'), '第2行：「证件号」被表格软件变成了科学计数（如 4.1E+17），请把该列设为文本后重新录入'],
    [withNumber('410899198001010000'), '第2行：「证件号」末三位被表格软件改成了 000，请把该列设为文本后重新录入'],
    [withNumber('410899198001010016'), '第2行：「证件号」校验不符，请核对'],
    [zhang.with(7, '也许'), '第2行：「闭环管理」看不懂，请按模板「可填内容」填写'],
    [zhang.with(9, '五月'), '第2行：「结束时间」看不懂，请按模板「可填内容」填写'],
    [zhang.with(3, '1.3E+10'), '第2行：「手机号」被表格软件变成了科学计数（如 4.1E+17），请把该列设为文本后重新录入'],
  ])('%#', async (row, says) => expect(await faults(row)).toEqual([says]))

  it('the same person twice is told at the second line', async () =>
    expect(await faults(zhang, li, withNumber('410899198001010015 '))).toEqual(['ok', 'ok', '第4行：证件号重复']))

  it('numbers that Excel kept as numbers: 18 digits are refused, 15 digits and dates are read', async () => {
    const number = (value: number) => ({ value, type: Number })
    const date = (day: number) => ({ value: new Date(Date.UTC(2022, 4, day)), type: Date, format: 'yyyy-mm-dd' })
    const rows = [4.1089919800101e17, 410899800101001].map((value) => [
      '张测试',
      '居民身份证',
      number(value),
      null,
      null,
      null,
      null,
      true,
      date(16),
      date(24),
    ])
    const book = await writeWorkbook([{ sheet: 'x', data: [headings, ...rows] }]).toBlob()
    const file = await readListFile('W1', await bytes(book), now)
    expect('lines' in file && file.lines.map(({ read }) => read)).toEqual([
      { fault: { column: '证件号', why: 'rounded' } },
      {
        item: expect.objectContaining({
          number: expect.stringMatching(/^410899198001010\d\d[\dX]$/),
          closedLoop: true,
          from: '2022-05-16T00:00:00+08:00',
          to: '2022-05-24T23:59:00+08:00',
        }),
      },
    ])
  })

  it('CSV in UTF-8 with its mark and in GBK is read as well', async () => {
    const utf8 = await readListFile('W1', new TextEncoder().encode(csvText([headings, zhang])), now)
    expect('lines' in utf8 && utf8.lines[0]?.read).toMatchObject({ item: { number: '410899198001010015' } })
    // 姓名,证件号,闭环管理,开始时间,结束时间 / 张,… in GBK
    const gbk = Uint8Array.from(
      'd0d5c3fb2cd6a4bcfebac52cb1d5bbb7b9dcc0ed2cbfaacabccab1bce42cbde1caf8cab1bce40ad5c5c8fd2c3431303839393139383030313031303031352ccac72c323032322d30352d31362c323032322d30352d32330a'
        .match(/../g)!
        .map((pair) => parseInt(pair, 16)),
    )
    const file = await readListFile('W1', gbk, now)
    expect('lines' in file && file.lines[0]?.read).toMatchObject({ item: { name: '张三', closedLoop: true } })
  })
})

describe('what comes back', () => {
  const recorded: Answer = { status: 'recorded', id: null, error: null }
  it('the same file with what became of each line, failed ones first, and it can be brought again', async () => {
    const file = await read([headings, zhang, li, zhang])
    const refused: Answer = {
      status: 'refused',
      id: null,
      error: { code: 'WL-03', message: '期限少于7天，请调整。', path: 'items.1.to' },
    }
    const sent = readyIn(file.lines).map((line, at) => ({ line, answer: at === 0 ? recorded : refused }))
    const outcomes = outcomesOf('W1', file, sent, zh)
    expect(outcomes.map(({ outcome }) => outcome)).toEqual([
      '成功',
      '第3行：「结束时间」期限少于7天，请调整。',
      '第4行：证件号重复',
    ])
    expect(zh.outcome(1, 2)).toBe('成功1条，失败2条')
    const back = await rowsOfWorkbook(await bytes(await outcomeBook('x', file.headings, outcomes)))
    expect(back?.map(({ cells }) => cells.slice(0, 4))).toEqual([
      [outcomeHeading, '姓名', '证件类型', '证件号'],
      ['第3行：「结束时间」期限少于7天，请调整。', '李示例', '', '319999198001010031'],
      ['第4行：证件号重复', '张测试', '居民身份证', '410899198001010015'],
      ['成功', '张测试', '居民身份证', '410899198001010015'],
    ])
    const again = await read(back?.map(({ cells }) => cells) ?? [])
    expect(readyIn(again.lines).length).toBe(2)
    const twice = await rowsOfWorkbook(
      await bytes(await outcomeBook('x', again.headings, outcomesOf('W1', again, [], zh))),
    )
    expect(twice?.[0]?.cells.filter((heading) => heading === outcomeHeading)).toEqual([outcomeHeading])
  })

  it('1,000 lines go in chunks, each told', async () => {
    const rows = Array.from({ length: 1000 }, (_, at) =>
      zhang.with(8, `2022-05-16 ${String(at % 24).padStart(2, '0')}:00`),
    )
    const file = await read([headings, ...rows.slice(0, 24)])
    const many = { lines: Array.from({ length: 1000 }, (_, at) => ({ ...file.lines[at % 24]!, line: at + 2 })) }
    const sizes: number[] = []
    const told: number[] = []
    await sendLines(
      many.lines,
      async (items) => {
        sizes.push(items.length)
        return items.map(() => recorded)
      },
      (sent) => told.push(sent.length),
    )
    expect([sizes, told]).toEqual([
      [chunkSize, chunkSize],
      [500, 500],
    ])
  })
})
