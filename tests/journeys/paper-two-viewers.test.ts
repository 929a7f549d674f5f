import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPaper } from '../../server/paper/index.ts'
import { decodeQr } from '../../shared/credential/qr.ts'
import { code, longestPass, passToken, typicalPass } from '../server/paper/papers.ts'
import { codesIn, seenByPdfium } from '../server/paper/read-pdf.ts'
import type { Picture } from '../server/paper/read-pdf.ts'
import { noChromium, startPhone } from './kit/browser.ts'
import type { Phone } from './kit/browser.ts'
import { openPdfJs, seenByPdfJs } from './kit/pdf-js.ts'

const paper = createPaper()
/** In whole pixels, as each paper is made for: a page cut to pixels would be stretched by one viewer and not by the other. */
const [sheet, slip] = [150, 203.2]

/** PDFium (Chrome, Edge) and pdf.js (Firefox) draw the same paper. Edges of letters differ by less than a pixel, nothing else does. */
describe.skipIf(noChromium)('a paper in two viewers', () => {
  let phone: Phone
  beforeAll(async () => {
    phone = await startPhone()
    await openPdfJs(phone.page)
  })
  afterAll(async () => phone?.forget())

  test.each([
    ['the pass', () => paper.pass(typicalPass), 2, sheet],
    ['the pass with everything as long as it gets', () => paper.pass(longestPass), 2, sheet],
    ['the slip', () => paper.codeSlip(code), 1, slip],
    ['the sheet', () => paper.codeSheet(code), 2, sheet],
  ])('%s', async (name, make, codes, dpi) => {
    const pdf = await make()
    const [pdfium, pdfJs] = [await seenByPdfium(pdf, dpi), await seenByPdfJs(phone.page, pdf, dpi)]
    expect(pdfJs.fonts.length).toBeGreaterThan(0)
    expect(pdfJs.fonts.filter((font) => !font.startsWith('embedded'))).toEqual([])
    expect([pdfJs.width, pdfJs.height]).toEqual([pdfium.width, pdfium.height])
    expect(groundOf(pdfJs)).toEqual(groundOf(pdfium))
    const { differing, ink } = compare(pdfium, pdfJs)
    console.info(
      `${name}, ${dpi} dpi: ${(differing * 100).toFixed(4)} % of pixels differ, ink ${ink.map((one) => `${(one * 100).toFixed(2)} %`).join(' and ')}`,
    )
    expect(differing).toBeLessThan(0.005)
    expect(Math.abs(ink[0] - ink[1])).toBeLessThan(0.005)
    for (const picture of [pdfium, pdfJs]) {
      const tokens = (await codesIn(picture)).map(({ text }) => decodeQr(text))
      expect(tokens).toEqual(Array.from({ length: codes }, () => ({ ok: true, token: passToken })))
    }
  })
})

/** Grey levels; the eye tells fewer apart. */
const tolerance = 64

/** Share of pixels for which the other picture has nothing alike within one pixel, and the share of dark ones in each. */
function compare(one: Picture, other: Picture): { differing: number; ink: [number, number] } {
  const [a, b] = [greyOf(one), greyOf(other)]
  const { width, height } = one
  let differing = 0
  for (let y = 1; y < height - 1; y += 1)
    for (let x = 1; x < width - 1; x += 1)
      if (!near(a, b, y * width + x, width) || !near(b, a, y * width + x, width)) differing += 1
  const dark = (grey: Uint8Array) => grey.filter((value) => value < 96).length / grey.length
  return { differing: differing / (width * height), ink: [dark(a), dark(b)] }
}

function near(from: Uint8Array, to: Uint8Array, at: number, width: number): boolean {
  const value = from[at]!
  for (const row of [at, at - width, at + width])
    for (const place of [row, row - 1, row + 1]) if (Math.abs(to[place]! - value) <= tolerance) return true
  return false
}

/** Colour of the paper, in its upper left corner. */
const groundOf = ({ data, width }: Picture): number[] => [...data.subarray((width + 1) * 4, (width + 1) * 4 + 3)]

const greyOf = ({ data, width, height }: Picture): Uint8Array =>
  Uint8Array.from({ length: width * height }, (_, at) =>
    Math.round(0.299 * data[at * 4]! + 0.587 * data[at * 4 + 1]! + 0.114 * data[at * 4 + 2]!),
  )
