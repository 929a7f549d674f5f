import type { PassPaper } from '../ports/paper.ts'
import { fitText } from './fit-text.ts'
import { loadFonts } from './fonts.ts'
import { a4, closePage, mm, openPage } from './page.ts'
import type { Page } from './page.ts'
import { drawQr } from './qr-box.ts'
import { passRows } from './pass-rows.ts'
import type { Row } from './pass-rows.ts'
import { passWords as words } from './words.ts'

/**
 * C50 Y50 of the national form as it looks on coated paper. Written as RGB: two viewers turn the same CMYK into two greens, and the
 * printer's own profile makes C50 Y50 of this again.
 */
const ground = '#88C997'
const line = '#0B4A25'
const label = '#0B3A1E'

/** In millimetres from the upper left corner of the page. */
const left = 15
const rowsTop = 41
const rowsWidth = 199
const labelWidth = 33
const codesLeft = 222
const codeBox = 59.5

/** 重点物资运输车辆通行证 in the national form: A4 landscape, green, two codes. */
export function passPdf(pass: PassPaper): Promise<Uint8Array<ArrayBuffer>> {
  const title = `${words.title} ${pass.number}`
  const page = openPage(loadFonts(), { width: a4.long, height: a4.short }, { title, at: pass.issuedAt })
  page.rect(0, 0, a4.long, a4.short).fill(ground)
  frame(page)
  head(page, pass)
  const bottom = passRows(pass).reduce((top, row) => drawRow(page, row, top), rowsTop)
  notes(page, bottom)
  codes(page, pass)
  return closePage(page)
}

function frame(page: Page): void {
  const inset = (by: number, width: number) =>
    page
      .lineWidth(width * mm)
      .rect(by * mm, by * mm, a4.long - 2 * by * mm, a4.short - 2 * by * mm)
      .stroke(line)
  inset(7, 0.9)
  inset(8.6, 0.25)
}

function head(page: Page, { number }: PassPaper): void {
  fitText(page, words.title, box(left, 11.5, 267, 16), { size: 34, font: 'bold', align: 'center', spacing: 3.2 })
  fitText(page, words.number, box(left, 28.5, 112, 10), { size: 13, align: 'right', colour: label })
  fitText(page, number, box(left + 116, 28.5, 100, 10), { size: 21, font: 'bold', spacing: 1.6 })
}

/** One row of cells; answers where it ends. */
function drawRow(page: Page, { height, cells }: Row, top: number): number {
  const width = rowsWidth / cells.length
  cells.forEach((cell, index) => {
    const at = left + index * width
    outline(page, at, top, width, height)
    outline(page, at, top, labelWidth, height)
    fitText(page, cell.label, box(at + 1.5, top, labelWidth - 3, height), { size: 12, align: 'center', colour: label })
    const inner = box(at + labelWidth + 3.5, top + 0.8, width - labelWidth - 6, height - 1.6)
    fitText(page, cell.text, inner, { size: cell.size ?? 15, font: 'bold', smallest: 7, ...cell.type })
  })
  return top + height
}

const outline = (page: Page, x: number, y: number, width: number, height: number) =>
  page
    .lineWidth(0.25 * mm)
    .rect(x * mm, y * mm, width * mm, height * mm)
    .stroke(line)

function notes(page: Page, top: number): void {
  words.notes.forEach((note, index) => {
    const place = box(left, top + 2.4 + index * 4.9, rowsWidth, 4.9)
    fitText(page, `${index + 1}. ${note}`, place, { size: 9.5, colour: label })
  })
}

function codes(page: Page, pass: PassPaper): void {
  const put = (text: string, says: string, top: number) => {
    const { top: from, edge } = drawQr(page, text, { left: codesLeft * mm, top: top * mm, largest: codeBox * mm })
    const under = (from + edge) / mm
    fitText(page, pass.number, box(codesLeft, under + 1.2, codeBox, 6.5), {
      size: 15,
      font: 'bold',
      align: 'center',
      spacing: 1.2,
    })
    fitText(page, says, box(codesLeft, under + 7.4, codeBox, 5), { size: 10.5, align: 'center', colour: label })
  }
  put(pass.code, words.code, rowsTop)
  put(pass.link, words.link, 122.5)
}

const box = (x: number, y: number, width: number, height: number) => ({
  left: x * mm,
  top: y * mm,
  width: width * mm,
  height: height * mm,
})
