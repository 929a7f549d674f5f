import { documentTime, shortTime } from '../../shared/instant.ts'
import { showPlate } from '../../shared/identity/plate.ts'
import type { CodePaper } from '../ports/paper.ts'
import { fitText } from './fit-text.ts'
import type { Type } from './fit-text.ts'
import { loadFonts } from './fonts.ts'
import { a4, closePage, mm, openPage } from './page.ts'
import type { Page } from './page.ts'
import { drawQr } from './qr-box.ts'
import { drawShape } from './shapes.ts'
import { codeWords as words } from './words.ts'

const about = (code: CodePaper) => ({ title: `${words.title} ${code.number}`, at: code.issuedAt })

/** Paper of a thermal printer, eight dots a millimetre; it blackens all but the margins. */
const slip = { width: 80, margin: 4, height: 148 }

/** 货畅码 on an 80 mm slip: black on white, the plate and the state large, the code as wide as the printer can. */
export function codeSlipPdf(code: CodePaper): Promise<Uint8Array<ArrayBuffer>> {
  const page = openPage(loadFonts(), { width: slip.width * mm, height: slip.height * mm }, about(code))
  const inner = slip.width - 2 * slip.margin
  const write = (text: string, top: number, height: number, type: Type) =>
    fitText(page, text, box(slip.margin, top, inner, height), { align: 'center', ...type })
  write(`${words.title}（${words.paper}）`, 3, 8, { size: 15, font: 'bold' })
  write(showPlate(code.plate), 11, 13, { size: 32, font: 'bold', spacing: 1 })
  state(page, code, { left: slip.margin, top: 24.5, width: inner, size: 17 })
  const { top, edge } = drawQr(page, code.code, {
    left: slip.margin * mm,
    top: 33.5 * mm,
    largest: inner * mm,
    dot: mm / 8,
  })
  const under = (top + edge) / mm
  write(code.number, under + 0.5, 9, { size: 20, font: 'bold', spacing: 0.5 })
  const lines = [
    `${code.from} — ${code.to}`,
    `${words.issued} ${shortTime(code.issuedAt)}　${words.until} ${shortTime(code.expiresAt)}`,
    code.crew.join('、'),
    ...words.notes,
    words.phone(code.phone),
  ]
  lines.forEach((line, index) => write(line, under + 10 + index * 5.4, 5.4, { size: 9.5, smallest: 5.5 }))
  return closePage(page)
}

/** 货畅码 on A4: twice, to be cut in two; one for the windscreen, one to keep. */
export function codeSheetPdf(code: CodePaper): Promise<Uint8Array<ArrayBuffer>> {
  const page = openPage(loadFonts(), { width: a4.short, height: a4.long }, about(code))
  half(page, code, 0, `${words.title}（${words.paper}）`)
  half(page, code, 148.5, `${words.title}（${words.spare}）`)
  page
    .lineWidth(0.25 * mm)
    .dash(2 * mm, { space: 1.5 * mm })
    .moveTo(8 * mm, 148.5 * mm)
    .lineTo(a4.short - 8 * mm, 148.5 * mm)
    .stroke('black')
  return closePage(page)
}

function half(page: Page, code: CodePaper, top: number, title: string): void {
  const [left, right, wide] = [14, 108, 88]
  fitText(page, title, box(left, top + 9, 182, 12), { size: 20, font: 'bold' })
  const drawn = drawQr(page, code.code, { left: left * mm, top: (top + 24) * mm, largest: 86 * mm })
  const under = (drawn.top + drawn.edge) / mm
  fitText(page, words.number, box(left, under + 1, 86, 5), { size: 10, align: 'center' })
  fitText(page, code.number, box(left, under + 6, 86, 10), { size: 22, font: 'bold', align: 'center', spacing: 0.8 })
  fitText(page, showPlate(code.plate), box(right, top + 24, wide, 18), { size: 40, font: 'bold', spacing: 1.5 })
  state(page, code, { left: right, top: top + 44, width: wide, size: 20, align: 'left' })
  const facts = [
    [words.route, `${code.from} — ${code.to}`],
    [words.crew, code.crew.join('、')],
    [words.issued, documentTime(code.issuedAt)],
    [words.until, documentTime(code.expiresAt)],
  ] as const
  facts.forEach(([name, value], index) => {
    const at = top + 57 + index * 15
    fitText(page, name, box(right, at, wide, 5), { size: 10 })
    fitText(page, value, box(right, at + 4.8, wide, 9), { size: 13, font: 'bold', smallest: 7 })
  })
  const notes = `${words.notes.join('')}\n${words.cut}${words.phone(code.phone)}。`
  fitText(page, notes, box(left, top + 128, 182, 12), { size: 10 })
}

type StateAt = { left: number; top: number; width: number; size: number; align?: 'left' | 'center' }

/** Shape and word side by side. */
function state(page: Page, { state: { word, tone } }: CodePaper, at: StateAt): void {
  const text = `${words.state}：${word}`
  page.font('bold').fontSize(at.size)
  const shape = at.size * 0.9
  const whole = shape + 2 * mm + page.widthOfString(text)
  const from = at.align === 'left' ? at.left * mm : at.left * mm + Math.max(0, (at.width * mm - whole) / 2)
  drawShape(page, tone, { left: from, top: at.top * mm + (8 * mm - shape) / 2, size: shape })
  fitText(
    page,
    text,
    { ...box(at.left, at.top, at.width, 8), left: from + shape + 2 * mm },
    { size: at.size, font: 'bold' },
  )
}

const box = (x: number, y: number, width: number, height: number) => ({
  left: x * mm,
  top: y * mm,
  width: width * mm,
  height: height * mm,
})
