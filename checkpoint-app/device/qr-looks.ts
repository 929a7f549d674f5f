/** Ways of looking at one frame; each third frame gets another, because each finds codes the others miss. */
export const looks = ['plain', 'sharp', 'near'] as const
export type Look = (typeof looks)[number]

export const lookFor = (turn: number): Look => looks[turn % looks.length] ?? 'plain'

export type Area = { x: number; y: number; width: number; height: number; outWidth: number; outHeight: number }

/** Longest side handed to the decoder after enlarging: keeps a full HD frame within a tenth of a second. */
const longestSide = 1440

/** The part of the frame to look at and the size to draw it in. `near` = the middle, doubled. */
export function areaFor(look: Look, width: number, height: number): Area {
  if (look === 'plain') return { x: 0, y: 0, width, height, outWidth: width, outHeight: height }
  const share = look === 'sharp' ? 0.8 : 0.55
  const w = Math.round(width * share)
  const h = Math.round(height * share)
  const scale = look === 'sharp' ? Math.min(1, longestSide / Math.max(w, h)) : Math.min(2, longestSide / Math.max(w, h))
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
const radius = 2

/** Unsharp mask, 5 × 5 box, on brightness only; undoes a little blur and hand shake. Changes the pixels in place. */
export function sharpen({ data, width, height }: Pixels): void {
  const grey = greyOf(data, width * height)
  const soft = boxBlur(boxBlur(grey, width, height, 1, width), height, width, width, 1)
  for (let at = 0; at < grey.length; at++) {
    const value = grey[at]! + amount * (grey[at]! - soft[at]!)
    data[at * 4] = data[at * 4 + 1] = data[at * 4 + 2] = value
  }
}

function greyOf(data: Uint8ClampedArray, count: number): Float32Array {
  const grey = new Float32Array(count)
  for (let at = 0; at < count; at++)
    grey[at] = 0.3 * data[at * 4]! + 0.59 * data[at * 4 + 1]! + 0.11 * data[at * 4 + 2]!
  return grey
}

/** Running mean along lines of `length` pixels that lie `step` apart; lines lie `stride` apart. Edges repeat. */
function boxBlur(from: Float32Array, length: number, lines: number, step: number, stride: number): Float32Array {
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
