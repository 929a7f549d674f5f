/**
 * Ways of looking at one frame; each finds codes that the others miss (measured by `bench camera`): blur, glare and dirt give
 * way to `sharp`, small codes to `near`, a dark frame full of grain only to `dim`.
 */
export const looks = ['plain', 'sharp', 'near', 'dim'] as const
export type Look = (typeof looks)[number]

const byDay = ['plain', 'sharp', 'near', 'plain', 'sharp', 'dim'] as const
const byNight = ['dim', 'plain', 'dim', 'near'] as const

/** Grey value of the bright tenth of the middle, below which the frame counts as dark. */
const darkBelow = 110

/** Which look is next: what worked last time first, then in turn, by the light there is. */
export function looksInTurn() {
  let worked: Look | undefined
  let dark = false
  let turn = 0
  let again = true
  return {
    next(): Look {
      if (again && worked !== undefined) {
        again = false
        return worked
      }
      const order = dark ? byNight : byDay
      return order[turn++ % order.length] ?? 'plain'
    },
    told({ look, found, white }: { look: Look; found: boolean; white: number }): void {
      dark = white < darkBelow
      if (!found) return
      worked = look
      again = true
      turn = 0
    },
  }
}

export type Area = { x: number; y: number; width: number; height: number; outWidth: number; outHeight: number }

/** Longest side handed to the decoder after enlarging: keeps a full HD frame within a tenth of a second. */
const longestSide = 1440

/** Share of each side looked at, around the middle, and how many times it is drawn larger. */
const parts = { sharp: [0.8, 1], near: [0.55, 2], dim: [0.8, 1.4] } as const

/** The part of the frame to look at and the size to draw it in. */
export function areaFor(look: Look, width: number, height: number): Area {
  if (look === 'plain') return { x: 0, y: 0, width, height, outWidth: width, outHeight: height }
  const [share, larger] = parts[look]
  const w = Math.round(width * share)
  const h = Math.round(height * share)
  const scale = Math.min(larger, longestSide / Math.max(w, h))
  return {
    x: Math.round((width - w) / 2),
    y: Math.round((height - h) / 2),
    width: w,
    height: h,
    outWidth: Math.round(w * scale),
    outHeight: Math.round(h * scale),
  }
}

type Pixels = { data: Uint8ClampedArray; width: number; height: number }

const amount = 2
const sharpRadius = 2

/** Unsharp mask, 5 × 5 box, on brightness only; undoes a little blur and hand shake. Changes the pixels in place. */
export function sharpen({ data, width, height }: Pixels): void {
  const grey = greyOf(data, width * height)
  const soft = blurred(grey, { width, height, radius: sharpRadius })
  for (let at = 0; at < grey.length; at++) write(data, at, grey[at]! + amount * (grey[at]! - soft[at]!))
}

/** Grain is averaged away first, then what little contrast there is becomes all of it. Changes the pixels in place. */
export function brighten({ data, width, height }: Pixels): void {
  const soft = blurred(greyOf(data, width * height), { width, height, radius: 1 })
  const black = quantile(soft, 0.01)
  const scale = 255 / Math.max(1, quantile(soft, 0.99) - black)
  for (let at = 0; at < soft.length; at++) write(data, at, (soft[at]! - black) * scale)
}

/** How bright the bright tenth of the middle is, 0–255. */
export function whiteOf({ data, width, height }: Pixels): number {
  const [left, top] = [Math.round(width / 4), Math.round(height / 4)]
  const seen = []
  for (let y = top; y < height - top; y += 8)
    for (let x = left; x < width - left; x += 8) seen.push(data[(y * width + x) * 4 + 1]!)
  return quantile(seen, 0.9)
}

const write = (data: Uint8ClampedArray, at: number, value: number) => {
  data[at * 4] = data[at * 4 + 1] = data[at * 4 + 2] = value
}

/** The grey value below which `share` of the pixels lie; one in seven tells. */
function quantile(grey: ArrayLike<number>, share: number): number {
  const counts = new Uint32Array(256)
  let all = 0
  for (let at = 0; at < grey.length; at += grey.length > 10_000 ? 7 : 1, all++) {
    const value = Math.min(255, Math.max(0, Math.round(grey[at]!)))
    counts[value] = counts[value]! + 1
  }
  let below = 0
  for (let value = 0; value < 256; value++) {
    below += counts[value]!
    if (below > share * all) return value
  }
  return 255
}

function greyOf(data: Uint8ClampedArray, count: number): Float32Array {
  const grey = new Float32Array(count)
  for (let at = 0; at < count; at++)
    grey[at] = 0.3 * data[at * 4]! + 0.59 * data[at * 4 + 1]! + 0.11 * data[at * 4 + 2]!
  return grey
}

type Box = { width: number; height: number; radius: number }

function blurred(grey: Float32Array, { width, height, radius }: Box): Float32Array {
  const rows = boxBlur(grey, { length: width, lines: height, step: 1, stride: width, radius })
  return boxBlur(rows, { length: height, lines: width, step: width, stride: 1, radius })
}

type Lines = { length: number; lines: number; step: number; stride: number; radius: number }

/** Running mean along lines of `length` pixels that lie `step` apart; lines lie `stride` apart. Edges repeat. */
function boxBlur(from: Float32Array, { length, lines, step, stride, radius }: Lines): Float32Array {
  const to = new Float32Array(from.length)
  const last = length - 1
  for (let line = 0; line < lines; line++) {
    const start = line * stride
    let sum = from[start]! * (radius + 1)
    for (let i = 1; i <= radius; i++) sum += from[start + Math.min(i, last) * step]!
    for (let i = 0; i < length; i++) {
      to[start + i * step] = sum / (radius * 2 + 1)
      sum += from[start + Math.min(i + radius + 1, last) * step]! - from[start + Math.max(i - radius, 0) * step]!
    }
  }
  return to
}
