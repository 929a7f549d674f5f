import { closeSync, openSync, writeSync } from 'node:fs'
import type { Page } from 'playwright-core'
import type { Picture } from '../../../checkpoint-app/device/plate/stretch.ts'
import { chance } from '../../bench/qr/picture.ts'
import { developed, photograph, type Light } from '../../kit/plates/camera.ts'
import { drawPlates } from '../../kit/plates/draw.ts'
import type { PlateType } from '../../kit/plates/plates.ts'
import { grainy } from '../../kit/plates/weather.ts'

const W = 1280
const H = 720
const frames = 6

export type PlateScene = {
  plate: string
  type: PlateType
  /** Pixels across the plate in the film. */
  width?: number
  /** Neither truck nor hand moves. */
  still?: boolean
  /** What light and weather do, to the part of the picture that is `filmedPart`. */
  spoil?: (light: Light, random: () => number) => Light
}

/** A colour film (YUV4MPEG2) of a truck's plate before an unsteady hand. */
export async function filmPlate(page: Page, path: string, scene: PlateScene): Promise<{ film: string }> {
  const random = chance(11)
  const [drawn] = await drawPlates(page, [scene], random)
  const file = openSync(path, 'w')
  writeSync(file, `YUV4MPEG2 W${W} H${H} F10:1 Ip A1:1 C420jpeg\n`)
  for (let i = 0; i < (scene.still ? 1 : frames); i++) {
    writeSync(file, 'FRAME\n')
    writeSync(file, yuv(frameOf(drawn!.picture, scene, (2 * Math.PI * i) / frames, random)))
  }
  closeSync(file)
  return { film: path }
}

/** The part of the picture in which the plate moves; around it is plain wall. */
export const filmedPart = { width: 900, height: 420, behind: (_: number, y: number) => 70 + 20 * Math.sin(40 * y) }

function frameOf(plate: Picture, { width = 720, spoil }: PlateScene, phase: number, random: () => number): Picture {
  const pose = {
    roll: 2 * Math.sin(phase),
    yaw: 6 * Math.cos(phase),
    pitch: 4,
    fill: width / Math.min(filmedPart.width, (filmedPart.height * plate.width) / plate.height),
    aside: [0.01 * Math.sin(phase), 0.01 * Math.cos(phase)] as const,
  }
  const light = photograph(plate, pose, filmedPart)
  const seen = developed(grainy(spoil?.(light, chance(5)) ?? light, 3, random))
  const data = new Uint8ClampedArray(W * H * 4).fill(70)
  const [left, top] = [(W - filmedPart.width) / 2, (H - filmedPart.height) / 2]
  for (let y = 0; y < filmedPart.height; y++)
    data.set(seen.data.subarray(4 * y * filmedPart.width, 4 * (y + 1) * filmedPart.width), 4 * ((y + top) * W + left))
  return { width: W, height: H, data }
}

/** Full range, colour at half the resolution. */
function yuv({ data }: Picture): Buffer {
  const out = Buffer.alloc((W * H * 3) / 2)
  const put = (at: number, value: number) => (out[at] = Math.min(255, Math.max(0, Math.round(value))))
  for (let i = 0; i < W * H; i++) put(i, 0.299 * data[4 * i]! + 0.587 * data[4 * i + 1]! + 0.114 * data[4 * i + 2]!)
  for (let y = 0; y < H; y += 2)
    for (let x = 0; x < W; x += 2) {
      const [r, g, b] = [0, 1, 2].map((channel) => data[4 * (y * W + x) + channel]!) as [number, number, number]
      const at = W * H + (y / 2) * (W / 2) + x / 2
      put(at, 128 - 0.168736 * r - 0.331264 * g + 0.5 * b)
      put(at + (W * H) / 4, 128 + 0.5 * r - 0.418688 * g - 0.081312 * b)
    }
  return out
}
