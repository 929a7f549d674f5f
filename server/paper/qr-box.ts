import { create } from 'qrcode'
import { dot as pageDot } from './page.ts'
import type { Page } from './page.ts'

/** Modules of white around the code, as the standard asks. */
const quietZone = 4

/** `dot`: of the printer that it is made for; edges of modules lie between dots. */
type Place = { left: number; top: number; largest: number; dot?: number }

/** `edge` of the white box and `symbol`, the code in it, both in points; `left` and `top` of the box. */
export type Drawn = { left: number; top: number; edge: number; symbol: number; modules: number }

/**
 * A QR code, error correction M, as squares: one path, so that nothing is left between two squares, each module as many
 * whole dots as fit into `largest` points with the white around.
 */
export function drawQr(page: Page, text: string, { left: x, top: y, largest, dot = pageDot }: Place): Drawn {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
  const across = size + 2 * quietZone
  const module = Math.floor(largest / dot / across) * dot
  const onGrid = (points: number) => Math.round(points / dot) * dot
  const [left, top] = [onGrid(x + (largest - across * module) / 2), onGrid(y)]
  const edge = across * module
  page.rect(left, top, edge, edge).fill('white')
  for (let row = 0; row < size; row += 1) {
    for (let at = 0; at < size; at += 1) {
      const from = at
      while (at < size && data[row * size + at]) at += 1
      if (at === from) continue
      page.rect(left + (from + quietZone) * module, top + (row + quietZone) * module, (at - from) * module, module)
    }
  }
  page.fill('black')
  return { left, top, edge, symbol: size * module, modules: size }
}
