import { PNG } from 'pngjs'
import { qrPath } from '../../checkpoint-app/ui/qr-code.tsx'
import { chance } from './samples.ts'

/** Grey values, 0 black to 255 white. */
export type Page = { width: number; height: number; grey: Uint8Array }

export const blank = (width: number, height: number): Page => ({
  width,
  height,
  grey: new Uint8Array(width * height).fill(255),
})

/** The code as our page draws it, so many pixels wide with its quiet zone, each pixel the mean of what it covers. */
export function drawCode(page: Page, text: string, place: { x: number; y: number; pixels: number }): void {
  const { size, path } = qrPath(text)
  const dark = new Uint8Array(size * size)
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)/g))
    dark.fill(1, Number(y) * size + Number(x), Number(y) * size + Number(x) + Number(run))
  const module = place.pixels / size
  const fine = 4
  for (let row = 0; row < place.pixels; row += 1) {
    for (let at = 0; at < place.pixels; at += 1) {
      let sum = 0
      for (let part = 0; part < fine * fine; part += 1) {
        const x = Math.floor((at + ((part % fine) + 0.5) / fine) / module)
        const y = Math.floor((row + (Math.floor(part / fine) + 0.5) / fine) / module)
        sum += dark[y * size + x]!
      }
      page.grey[(place.y + row) * page.width + place.x + at] = 255 - Math.round((sum / (fine * fine)) * 255)
    }
  }
}

/** As a scanner takes in a sheet that lies askew, on grey paper, with grains. */
export function scanned(page: Page, how: { degrees: number; noise: number; seed: number }): Page {
  const { width, height } = page
  const scan = blank(width, height)
  const [sin, cos] = [Math.sin((how.degrees * Math.PI) / 180), Math.cos((how.degrees * Math.PI) / 180)]
  const { below } = chance(how.seed)
  const [midX, midY] = [width / 2, height / 2]
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const value = between(
        page,
        cos * (x - midX) - sin * (y - midY) + midX,
        sin * (x - midX) + cos * (y - midY) + midY,
      )
      const grain = how.noise * ((below(1000) + below(1000) + below(1000)) / 1500 - 1)
      scan.grey[y * width + x] = Math.max(0, Math.min(255, 40 + value * 0.74 + grain))
    }
  }
  return scan
}

function between({ width, height, grey }: Page, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)]
  if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) return 255
  const [right, low] = [x - left, y - top]
  const at = top * width + left
  const upper = grey[at]! * (1 - right) + grey[at + 1]! * right
  return upper * (1 - low) + (grey[at + width]! * (1 - right) + grey[at + width + 1]! * right) * low
}

export function pngOf({ width, height, grey }: Page): Buffer {
  const png = new PNG({ width, height, colorType: 0 })
  for (let i = 0; i < grey.length; i += 1) png.data.set([grey[i]!, grey[i]!, grey[i]!, 255], i * 4)
  return PNG.sync.write(png, { colorType: 0 })
}
