import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { toBuffer } from 'qrcode'

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
}

export const steadyHand: Hand = { width: 420, drift: 0, turn: 0, lean: 0, blur: 0 }
export const tiredHand: Hand = { width: 460, drift: 40, turn: 12, lean: 0.12, blur: 1 }

const W = 1280
const H = 720
const framesPerSecond = 10
const frameCount = 20
const background = 96

type Grey = { width: number; height: number; at: Uint8Array }

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
  const picture = grey(PNG.sync.read(png))
  const file = openSync(path, 'w')
  writeSync(file, `YUV4MPEG2 W${W} H${H} F${framesPerSecond}:1 Ip A1:1 C420jpeg\n`)
  const chroma = Buffer.alloc((W * H) / 2, 128)
  const frames = hand.drift === 0 && hand.turn === 0 ? 1 : frameCount
  for (let i = 0; i < frames; i++) {
    writeSync(file, 'FRAME\n')
    writeSync(file, blurred(frame(picture, hand, (2 * Math.PI * i) / frames), hand.blur))
    writeSync(file, chroma)
  }
  closeSync(file)
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
  const out = new Uint8Array(image)
  const area = (2 * radius + 1) ** 2
  for (let y = radius; y < H - radius; y++) {
    for (let x = radius; x < W - radius; x++) {
      let sum = 0
      for (let j = -radius; j <= radius; j++) for (let i = -radius; i <= radius; i++) sum += image[(y + j) * W + x + i]!
      out[y * W + x] = sum / area
    }
  }
  return out
}
