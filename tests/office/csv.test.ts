import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvText, readCsv } from '../../checkpoint-app/office/csv.ts'
import { textOfFile } from '../../checkpoint-app/office/file-text.ts'

const cellsOf = (text: string) => readCsv(text).map(({ cells }) => cells)

describe('written tables', () => {
  test('start with the byte order mark and end each line with CRLF', () => {
    expect(
      csvText([
        ['车牌', '结论'],
        ['豫H·1***5', '快速放行'],
      ]),
    ).toBe('\uFEFF车牌,结论\r\n豫H·1***5,快速放行\r\n')
  })

  test.each([
    ['=1+1', "'=1+1"],
    ['+86 138', "'+86 138"],
    ['-cmd|calc', "'-cmd|calc"],
    ['@SUM(A1)', "'@SUM(A1)"],
    [' =1+1', "' =1+1"],
    ['＝1+1', "'＝1+1"],
    ['-5', '-5'],
    ['36.5', '36.5'],
    ['410899198001010015', '\t410899198001010015'],
    ['41089919800101001X', '\t41089919800101001X'],
    ['007', '\t007'],
  ])('%j becomes the harmless %j', (cell, written) => {
    expect(cellsOf(csvText([[cell]]).replace(/"/g, '')).length).toBe(1)
    expect(
      csvText([[cell]])
        .slice(1, -2)
        .replace(/^"|"$/g, ''),
    ).toBe(written)
  })

  test('no cell that a spreadsheet would run begins with a formula sign', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const cell = csvText([[text]]).slice(1, -2)
        expect(/^"?\s*[=+@]/.test(cell) && !cell.includes('"')).toBe(false)
      }),
    )
  })

  test('are read back as they were, but for spaces at the ends', () => {
    const cell = fc.string({ unit: fc.constantFrom(...Array.from('阴性a1,"\n ;=-豫')) }).map((text) => text.trim())
    const readable = cell.filter((text) => !/^['"=]/.test(text) && !text.includes('\r'))
    fc.assert(
      fc.property(fc.array(readable, { minLength: 2, maxLength: 5 }), (row) => {
        fc.pre(row.some((text) => text !== ''))
        expect(cellsOf(csvText([['甲', '乙'], row]))).toEqual([['甲', '乙'], row])
      }),
    )
  })
})

describe('tables are read', () => {
  test.each([
    ['commas', 'a,b\r\n1,2'],
    ['tabs', 'a\tb\n1\t2\n'],
    ['semicolons', 'a;b\r1;2\r'],
    ['full-width commas', 'a，b\n1，2'],
    ['a mark and empty lines', '\uFEFFa,b\n\n,\n1,2\n\n'],
  ])('with %s', (_, text) => {
    expect(cellsOf(text)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
  })

  test('with quotes, line breaks inside them and the true line number after', () => {
    expect(readCsv('a,b\n"x ""y""\nz",2\n3,4')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['x "y"\nz', '2'] },
      { line: 4, cells: ['3', '4'] },
    ])
  })

  test('without the tricks that keep numbers as text', () => {
    expect(cellsOf('a,b,c\n"=""0123""",\'0456,\t0789\n')).toEqual([
      ['a', 'b', 'c'],
      ['0123', '0456', '0789'],
    ])
  })
})

describe('the text of a file', () => {
  const gbk = Uint8Array.from([0xd6, 0xa4, 0xbc, 0xfe, 0xba, 0xc5, 0x2c, 0xbd, 0xe1, 0xb9, 0xfb])
  test.each([
    ['utf-8', new TextEncoder().encode('证件号,结果'), '证件号,结果'],
    ['utf-8', new TextEncoder().encode('\uFEFF证件号,结果'), '证件号,结果'],
    ['gb18030', gbk, '证件号,结果'],
  ])('in %s', (encoding, bytes, text) => {
    expect(textOfFile(bytes)).toEqual({ ok: true, text, encoding })
  })
  test('in UTF-16 with its mark', () => {
    const bytes = Uint8Array.from([0xff, 0xfe, ...Buffer.from('证件号\t结果', 'utf16le')])
    expect(textOfFile(bytes)).toEqual({ ok: true, text: '证件号\t结果', encoding: 'utf-16le' })
  })
  test.each([
    ['empty', Uint8Array.from([])],
    ['workbook', Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0x14])],
    ['workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0])],
    ['unreadable', Uint8Array.from([0xd6, 0xff, 0xff, 0x00])],
  ])('is refused as %s', (why, bytes) => {
    expect(textOfFile(bytes)).toEqual({ ok: false, why })
  })
})
