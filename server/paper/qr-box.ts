import { create } from 'qrcode'
import { dot } from './page.ts'
import type { Page } from './page.ts'

/** Modules of white around the code, as the standard asks. */
const quietZone = 4

/** `edge` of the white box and `symbol`, the code in it, both in points; `left` and `top` of the box. */
export type Drawn = { left: number; top: number; edge: number; symbol: number; modules: number }

/**
 * A QR code, error correction M, as squares: one path, so that nothing is left between two squares, each module as many
 * whole dots as fit into `largest` points with the white around.
 */
export function drawQr(page: Page, text: string, place: { left: number; top: number; largest: number }): Drawn {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
  const across = size + 2 * quietZone
  const module = Math.floor(place.largest / dot / across) * dot
  const [left, top] = [onGrid(place.left + (place.largest - across * module) / 2), onGrid(place.top)]
  const edge = across * module
  page.rect(left, top, edge, edge).fill('white')
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const from = x
      while (x < size && data[y * size + x]) x += 1
      if (x === from) continue
      page.rect(left + (from + quietZone) * module, top + (y + quietZone) * module, (x - from) * module, module)
    }
  }
  page.fill('black')
  return { left, top, edge, symbol: size * module, modules: size }
}

const onGrid = (points: number) => Math.round(points / dot) * dot
