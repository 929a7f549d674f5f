import { describe, expect, it } from 'vitest'
import { createPaper } from '../../../server/paper/index.ts'
import { decodeQr } from '../../../shared/credential/qr.ts'
import { code, longestPass, passToken, typicalPass } from './papers.ts'
import { codesIn, seenByPdfium, textsOf } from './read-pdf.ts'

const paper = createPaper()
const mm = 72 / 25.4
const dpi = 150
const inMillimetres = (pixels: number) => (pixels / dpi) * 25.4

describe('the pass on paper (R57, R61)', () => {
  it('is one page of A4, lying', async () => {
    const { width, height, pages } = await textsOf(await paper.pass(typicalPass))
    expect([Math.round(width / mm), Math.round(height / mm), pages]).toEqual([297, 210, 1])
  })

  it('says all that the national form asks for', async () => {
    const { texts } = await textsOf(await paper.pass(typicalPass))
    const all = texts.map(({ text }) => text.replaceAll(' ', '')).join('|')
    const asked = [
      '重点物资运输车辆通行证',
      '证件编号',
      '410800000123',
      '车牌号码',
      '豫H·X0001',
      '驾驶员',
      '张*三',
      '随车人员',
      '物资类别',
      '始发地',
      '目的地',
      '途经',
      '发货单位',
      '收货单位',
      '2022年5月16日10时05分',
      '2022年5月26日10时05分',
      '核发单位',
      '联系电话',
      '12328',
      '监制单位',
      '同等效力',
    ]
    expect(asked.filter((words) => !all.includes(words))).toEqual([])
  })

  it('has its layout: where each text stands, in millimetres', async () => {
    const { texts } = await textsOf(await paper.pass(typicalPass))
    const lines = texts.map(({ text, x, y }) => `${(x / mm).toFixed(1)} ${(y / mm).toFixed(1)} ${text}`)
    await expect(lines.join('\n')).toMatchFileSnapshot('pass-layout.txt')
  })

  it.each([
    ['typical', typicalPass],
    ['with everything as long as it gets', longestPass],
  ])('%s: no text leaves its column or the page, none lies on another', async (_, pass) => {
    const { texts, width, height } = await textsOf(await paper.pass(pass))
    expect(texts.length).toBeGreaterThan(25)
    const outside = texts.filter(
      ({ x, y, width: wide }) => x < 9 * mm || x + wide > width - 9 * mm || y < 9 * mm || y > height - 9 * mm,
    )
    expect(outside).toEqual([])
    const columns = texts.filter(({ x, y }) => x < 214 * mm && y < height - 40 * mm)
    expect(columns.filter(({ x, width: wide }) => x + wide > 214.2 * mm)).toEqual([])
    const meeting = texts.flatMap((one, index) =>
      texts
        .slice(index + 1)
        .filter(
          (other) => Math.abs(one.y - other.y) < 3 && one.x < other.x + other.width && other.x < one.x + one.width,
        )
        .map((other) => `${one.text} × ${other.text}`),
    )
    expect(meeting).toEqual([])
  })

  it('carries the very token of the screen, twice, each code over 45 mm', async () => {
    const codes = await codesIn(await seenByPdfium(await paper.pass(typicalPass), dpi))
    expect(codes.map(({ text }) => decodeQr(text))).toEqual([
      { ok: true, token: passToken },
      { ok: true, token: passToken },
    ])
    expect(codes[1]?.text).toMatch(/^https:\/\/tx\.jz\.gov\.cn\/p#/)
    for (const { edge } of codes) expect(inMillimetres(edge)).toBeGreaterThan(45)
  })

  it('lies on the green of the form', async () => {
    const { data } = await seenByPdfium(await paper.pass(typicalPass), 20)
    expect([...data.subarray(0, 3)]).toEqual([0x88, 0xc9, 0x97])
  })

  it('is the same file, byte for byte, whenever it is made', async () => {
    const [first, second] = [await paper.pass(typicalPass), await paper.pass(typicalPass)]
    expect(Buffer.compare(first, second)).toBe(0)
    expect(first.length).toBeLessThan(200_000)
  })
})

describe('the freight code on paper', () => {
  it('as a slip is 80 mm wide, with one code over 45 mm and no colour', async () => {
    const pdf = await paper.codeSlip(code)
    const { width, texts } = await textsOf(pdf)
    const picture = await seenByPdfium(pdf, dpi)
    const [drawn, ...more] = await codesIn(picture)
    expect([(width / mm).toFixed(1), more.length, drawn?.text]).toEqual(['80.0', 0, code.code])
    expect(inMillimetres(drawn!.edge)).toBeGreaterThan(45)
    expect(texts.map(({ text }) => text).join('|')).toContain('沪D·X0001')
    const coloured = picture.data.some((value, at) => at % 4 !== 3 && value !== picture.data[at - (at % 4)])
    expect(coloured).toBe(false)
  })

  it('as a sheet stands on A4 twice, to be cut, with its number under each', async () => {
    const pdf = await paper.codeSheet(code)
    const { width, height, texts } = await textsOf(pdf)
    expect([Math.round(width / mm), Math.round(height / mm)]).toEqual([210, 297])
    const codes = await codesIn(await seenByPdfium(pdf, dpi))
    expect(codes.map(({ text }) => text)).toEqual([code.code, code.code])
    expect(texts.filter(({ text }) => text === code.number)).toHaveLength(2)
    expect(texts.map(({ text }) => text)).toContain('签发时状态：需现场核验')
  })
})
