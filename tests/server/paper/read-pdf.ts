import { readFileSync } from 'node:fs'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

/** What a viewer makes of a page: 4 bytes a pixel. */
export type Picture = { width: number; height: number; data: Uint8ClampedArray<ArrayBuffer> }

const wasm = readFileSync(new URL('../../../node_modules/zxing-wasm/dist/reader/zxing_reader.wasm', import.meta.url))
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } })

/** The first page as PDFium, the viewer in Chrome, shows it. */
export async function seenByPdfium(pdf: Uint8Array, dpi: number): Promise<Picture> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(Buffer.from(pdf))
  const page = document.getPage(0)
  const { originalWidth, originalHeight } = page.getOriginalSize()
  // By `scale` the library would cut the page to whole points first.
  const [wide, high] = [originalWidth, originalHeight].map((points) => Math.round((points * dpi) / 72))
  const { width, height, data } = await page.render({ width: wide!, height: high!, render: 'bitmap' })
  const picture = { width, height, data: new Uint8ClampedArray(data) }
  document.destroy()
  library.destroy()
  return picture
}

/** Each piece of text with its lower left corner and its width, in points from the lower left of the page, as pdf.js reads it. */
export async function textsOf(pdf: Uint8Array) {
  const task = getDocument({ data: Uint8Array.from(pdf), useSystemFonts: false, disableFontFace: true, verbosity: 0 })
  const document = await task.promise
  const page = await document.getPage(1)
  const { items } = await page.getTextContent()
  const texts = items.flatMap((item) =>
    'str' in item && item.str.trim() !== ''
      ? [{ text: item.str, x: Number(item.transform[4]), y: Number(item.transform[5]), width: item.width }]
      : [],
  )
  const [, , width = 0, height = 0] = page.view
  await task.destroy()
  return { width, height, pages: document.numPages, texts }
}

/** The codes in a picture, the topmost first, each with its edge in pixels. */
export async function codesIn({ data, width, height }: Picture) {
  const found = await readBarcodes(
    { data, width, height, colorSpace: 'srgb' },
    { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 4 },
  )
  return found
    .map(({ text, position: { topLeft, topRight } }) => ({
      text,
      top: topLeft.y,
      edge: Math.hypot(topRight.x - topLeft.x, topRight.y - topLeft.y),
    }))
    .toSorted((a, b) => a.top - b.top)
}
