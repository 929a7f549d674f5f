/** A picture as a canvas gives it: four bytes a pixel. */
export type Picture = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray | Uint8Array }
/** A part of a picture, in pixels; need not be whole numbers. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** What the recogniser takes: each row of a plate stretched to this, whatever its own proportions are. */
export const rowWidth = 200
export const rowHeight = 48

type Tap = { readonly from: number; readonly weights: readonly number[] }

/** For each pixel of the outcome, which pixels of the source make it up: between two when enlarged, an average when reduced. */
function taps(start: number, length: number, size: number, limit: number): readonly Tap[] {
  const scale = length / size
  const reach = Math.max(1, scale)
  return Array.from({ length: size }, (_, place) => {
    const centre = start + (place + 0.5) * scale - 0.5
    const from = Math.max(0, Math.ceil(centre - reach))
    const to = Math.min(limit - 1, Math.floor(centre + reach))
    const raw = Array.from({ length: Math.max(1, to - from + 1) }, (_, i) =>
      Math.max(0, 1 - Math.abs(from + i - centre) / reach),
    )
    const sum = raw.reduce((a, b) => a + b, 0)
    const edge = Math.min(limit - 1, Math.max(0, Math.round(centre)))
    return sum > 0 ? { from, weights: raw.map((weight) => weight / sum) } : { from: edge, weights: [1] }
  })
}

/**
 * Part of a picture as the recogniser's numbers: 48 high, 200 wide, blue, green and red plane one after the other, −1 to 1.
 * Written into `out` from `offset` on.
 */
export function stretchRow(picture: Picture, box: Box, out: Float32Array, offset: number): void {
  const across = taps(box.x, box.width, rowWidth, picture.width)
  const down = taps(box.y, box.height, rowHeight, picture.height)
  // The recogniser was taught with blue first.
  for (const [plane, channel] of [2, 1, 0].entries()) {
    const { top, lines } = squeezed(picture, channel, across, down)
    for (let y = 0; y < rowHeight; y++) {
      const { from, weights } = down[y]!
      const start = offset + (plane * rowHeight + y) * rowWidth
      for (let x = 0; x < rowWidth; x++) {
        let sum = 0
        for (let i = 0; i < weights.length; i++) sum += weights[i]! * lines[(from - top + i) * rowWidth + x]!
        out[start + x] = sum / 127.5 - 1
      }
    }
  }
}

/** One colour of the lines that are needed, brought to the width. */
function squeezed({ width, data }: Picture, channel: number, across: readonly Tap[], down: readonly Tap[]) {
  const top = Math.min(...down.map(({ from }) => from))
  const bottom = Math.max(...down.map(({ from, weights }) => from + weights.length))
  const lines = new Float32Array((bottom - top) * rowWidth)
  for (let y = top; y < bottom; y++)
    for (let x = 0; x < rowWidth; x++) {
      const { from, weights } = across[x]!
      let sum = 0
      for (let i = 0; i < weights.length; i++) sum += weights[i]! * data[4 * (y * width + from + i) + channel]!
      lines[(y - top) * rowWidth + x] = sum
    }
  return { top, lines }
}

export const rowNumbers = 3 * rowWidth * rowHeight
