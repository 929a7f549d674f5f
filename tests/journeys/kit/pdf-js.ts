import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { PNG } from 'pngjs'

const build = createRequire(import.meta.url)
  .resolve('pdfjs-dist/build/pdf.mjs')
  .replace(/pdf\.mjs$/, '')
const host = 'http://viewer.test'
const types = { '/pdf.mjs': 'text/javascript', '/pdf.worker.mjs': 'text/javascript', '/': 'text/html' } as const

declare global {
  /** The page as a PNG, base64. */
  var pictureOf: (pdf: string, dpi: number) => Promise<{ png: string; fonts: string[] }>
}

/** pdf.js, the viewer of Firefox and of many web pages, in this browser; its files come from the package, nothing is fetched. */
export async function openPdfJs(page: Page): Promise<void> {
  await page.route(`${host}/**`, async (route) => {
    const path = new URL(route.request().url()).pathname
    const type = Object.entries(types).find(([known]) => known === path)?.[1]
    if (type === undefined) return route.fulfill({ status: 404 })
    const body = path === '/' ? '<!doctype html><title>viewer</title>' : readFileSync(build + path.slice(1))
    return route.fulfill({ contentType: type, body })
  })
  await page.goto(`${host}/`)
  await page.addScriptTag({ type: 'module', content: script })
  await page.waitForFunction(() => typeof globalThis.pictureOf === 'function')
}

const script = `
import * as pdfjs from '/pdf.mjs'
pdfjs.GlobalWorkerOptions.workerSrc = '/pdf.worker.mjs'
globalThis.pictureOf = async (pdf, dpi) => {
  const data = Uint8Array.from(atob(pdf), (letter) => letter.charCodeAt(0))
  const document_ = await pdfjs.getDocument({ data, useSystemFonts: false }).promise
  const page = await document_.getPage(1)
  const viewport = page.getViewport({ scale: dpi / 72 })
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(viewport.width)
  canvas.height = Math.round(viewport.height)
  await page.render({ canvas, viewport }).promise
  const names = new Set()
  const list = await page.getOperatorList()
  list.fnArray.forEach((fn, at) => { if (fn === pdfjs.OPS.setFont) names.add(list.argsArray[at][0]) })
  const fonts = [...names].map((name) => {
    const font = page.commonObjs.get(name)
    return (font.missingFile ? 'substituted ' : 'embedded ') + font.name
  })
  return { png: canvas.toDataURL('image/png').split(',')[1], fonts }
}`

export async function seenByPdfJs(page: Page, pdf: Uint8Array, dpi: number) {
  const { png, fonts } = await page.evaluate(([text, at]) => globalThis.pictureOf(text, at), [
    Buffer.from(pdf).toString('base64'),
    dpi,
  ] as const)
  const { width, height, data } = PNG.sync.read(Buffer.from(png, 'base64'))
  return { width, height, data: new Uint8ClampedArray(data), fonts }
}
