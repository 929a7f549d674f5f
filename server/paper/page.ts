import Pdf from 'pdfkit'
import type { Instant } from '../../shared/instant.ts'
import type { Fonts } from './fonts.ts'

/** Points in a millimetre. */
export const mm = 72 / 25.4
/** Points in a dot of a printer of 300 dpi: edges of modules and pages lie on this grid. */
export const dot = 72 / 300
/** A4 in whole dots: 297.01 × 209.97 mm. */
export const a4 = { long: 3508 * dot, short: 2480 * dot }

export type Page = PDFKit.PDFDocument
export type Size = { width: number; height: number }

/** One page. Its dates are those of what is printed, never of the printing: the same input gives the same bytes. */
export function openPage(fonts: Fonts, { width, height }: Size, about: { title: string; at: Instant }): Page {
  const at = new Date(about.at)
  const page = new Pdf({
    size: [width, height],
    margin: 0,
    lang: 'zh-CN',
    displayTitle: true,
    font: '',
    info: { Title: about.title, Creator: '畅行', Producer: 'pdfkit', CreationDate: at, ModDate: at },
  })
  page.registerFont('regular', fonts.regular)
  page.registerFont('bold', fonts.bold)
  return page.font('regular')
}

/** Ends the page and gives the file. */
export function closePage(page: Page): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((done, fail) => {
    const parts: Uint8Array[] = []
    page.on('data', (part: Uint8Array) => parts.push(part))
    page.on('error', fail)
    page.on('end', () => done(joined(parts)))
    page.end()
  })
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
