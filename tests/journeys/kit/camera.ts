import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { toBuffer } from 'qrcode'
import { lit, muddied, smeared, type Grey, type Harm } from './film-harm.ts'

/**
 * A video for Chromium's fake camera: a picture (a screenshot of a QR that our own page drew) held before the lens by an
 * unsteady hand: it drifts, turns, leans back and is slightly out of focus. Grey frames, 1280×720, written as YUV4MPEG2.
 */
export type Hand = {
  /** Width of the picture in the frame, pixels. */
  width: number
  /** Drift to either side, pixels. */
  drift: number
  /** Rotation to either side, degrees. */
  turn: number
  /** How far it leans back: the far edge is this share smaller. */
  lean: number
  /** Radius of the box blur, pixels. */
  blur: number
  harm?: Harm
}

export const steadyHand: Hand = { width: 420, drift: 0, turn: 0, lean: 0, blur: 0 }
export const tiredHand: Hand = { width: 460, drift: 40, turn: 12, lean: 0.12, blur: 1 }

/** Six ways a code is hard to read: the blurred one needs a reader that sharpens, the dark one a reader that brightens. `width` is of the whole picture, and a freight code is some 70 modules wide with its margin. */
export const hardFilms = {
  moving: { width: 400, drift: 150, turn: 8, lean: 0.05, blur: 0, harm: { smear: 9 } },
  blurred: { width: 212, drift: 12, turn: 4, lean: 0.05, blur: 2 },
  tilted: { width: 430, drift: 20, turn: 24, lean: 0.42, blur: 1 },
  dark: { width: 260, drift: 15, turn: 6, lean: 0.05, blur: 1, harm: { dark: { white: 16, grain: 4 } } },
  dirty: { width: 440, drift: 15, turn: 6, lean: 0.05, blur: 1, harm: { dirt: 0.03 } },
  glare: { width: 400, drift: 30, turn: 6, lean: 0.05, blur: 1, harm: { glare: 0.85 } },
} as const satisfies Readonly<Record<string, Hand>>

const W = 1280
const H = 720
const framesPerSecond = 10
const frameCount = 20
const background = 96

/** A folder of films, removed when the journey is over: each weighs some 27 MB. */
export function filmFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'film-'))
  return {
    film: (name: string, png: Buffer, hand: Hand) => {
      const path = join(folder, `${name}.y4m`)
      filmPicture(png, path, hand)
      return { film: path }
    },
    /** For a film of another make. */
    path: (name: string) => join(folder, `${name}.y4m`),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Any text as a QR picture, drawn by the library and not by our pages. */
export const qrPicture = (text: string): Promise<Buffer> =>
  toBuffer(text, { errorCorrectionLevel: 'M', margin: 4, scale: 6 })

function filmPicture(png: Buffer, path: string, hand: Hand): void {
  const file = openSync(path, 'w')
  writeSync(file, `YUV4MPEG2 W${W} H${H} F${framesPerSecond}:1 Ip A1:1 C420jpeg\n`)
  const chroma = Buffer.alloc((W * H) / 2, 128)
  for (const image of framesOf(png, hand)) {
    writeSync(file, 'FRAME\n')
    writeSync(file, asLuma(image))
    writeSync(file, chroma)
  }
  closeSync(file)
}

/** Video keeps 0–255 in 16–235; Chromium spreads it again, and what lies below 16 would be black. */
const asLuma = (image: Uint8Array): Uint8Array => image.map((value) => 16 + (value * 219) / 255)

/** The frames of a film, one round of the hand's movement; 1280 × 720 grey values each. */
export function* framesOf(png: Buffer, hand: Hand): Generator<Uint8Array> {
  const harm = hand.harm ?? {}
  const picture = muddied(grey(PNG.sync.read(png)), harm)
  const still = hand.drift === 0 && hand.turn === 0
  const begin = harm.seed ?? 0
  for (let i = 0; i < (still ? 1 : frameCount); i++) {
    const phase = (2 * Math.PI * i) / frameCount + begin
    const sharp = { width: W, height: H, at: frame(picture, hand, phase) }
    // Fastest in the middle of its way.
    const at = smeared(sharp, Math.round((harm.smear ?? 0) * Math.abs(Math.cos(phase))))
    const seen = { width: W, height: H, at: blurred(at, hand.blur) }
    lit(seen, harm, i)
    yield seen.at
  }
}

function grey(png: PNG): Grey {
  const at = new Uint8Array(png.width * png.height)
  for (let i = 0; i < at.length; i++) at[i] = (png.data[4 * i]! + png.data[4 * i + 1]! + png.data[4 * i + 2]!) / 3
  return { width: png.width, height: png.height, at }
}

/** One frame: every pixel is looked up backwards through lean, turn and drift. */
function frame(picture: Grey, hand: Hand, phase: number): Uint8Array {
  const out = new Uint8Array(W * H).fill(background)
  const scale = picture.width / hand.width
  const angle = (hand.turn * Math.sin(phase) * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const [cx, cy] = [W / 2 + hand.drift * Math.sin(phase), H / 2 + (hand.drift / 2) * Math.cos(phase)]
  for (let y = 0; y < H; y++) {
    for (let x = 0; x < W; x++) {
      const [dx, dy] = [x - cx, y - cy]
      const [rx, ry] = [cos * dx + sin * dy, cos * dy - sin * dx]
      const depth = 1 + hand.lean * (ry / hand.width)
      const px = rx * depth * scale + picture.width / 2
      const py = ry * depth * scale + picture.height / 2
      if (px >= 0 && py >= 0 && px < picture.width - 1 && py < picture.height - 1)
        out[y * W + x] = between(picture, px, py)
    }
  }
  return out
}

function between({ width, at }: Grey, x: number, y: number): number {
  const [x0, y0] = [Math.floor(x), Math.floor(y)]
  const [fx, fy] = [x - x0, y - y0]
  const i = y0 * width + x0
  return (at[i]! * (1 - fx) + at[i + 1]! * fx) * (1 - fy) + (at[i + width]! * (1 - fx) + at[i + width + 1]! * fx) * fy
}

function blurred(image: Uint8Array, radius: number): Uint8Array {
  if (radius === 0) return image
  // A box is a smear along the rows and then along the columns.
  const along = { width: W, height: H, at: smeared({ width: W, height: H, at: image }, 2 * radius + 1) }
  const turned = { width: H, height: W, at: transposed(along) }
  return transposed({ width: H, height: W, at: smeared(turned, 2 * radius + 1) })
}

function transposed({ width, height, at }: Grey): Uint8Array {
  const out = new Uint8Array(at.length)
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) out[x * height + y] = at[y * width + x]!
  return out
}
