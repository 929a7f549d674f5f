import type { Picture } from '../../../checkpoint-app/device/plate/stretch.ts'
import { developed, photograph, type Light, type Pose } from '../../kit/plates/camera.ts'
import { clods, dark, grainy, muddy, smeared, spray, unfocused } from '../../kit/plates/weather.ts'

type Random = () => number
export type Condition = {
  readonly name: string
  /** Degrees to either side. */
  readonly roll: number
  readonly yaw: number
  readonly pitch: number
  /** How much smaller the guide box is on the sensor than at 480 pixels. */
  readonly smaller?: number
  readonly spoil: (light: Light, random: Random) => Light
}

const still = { roll: 1.5, yaw: 5, pitch: 4 }
const grain = (light: Light, random: Random) => grainy(light, 3 + 3 * random(), random)

/** What is met on an ordinary shift. */
export const ordinary: readonly Condition[] = [
  { name: 'clean', ...still, spoil: grain },
  { name: 'night', ...still, spoil: (light, random) => grainy(dark(light, 0.2 + 0.15 * random(), random), 8, random) },
  { name: 'tilt', roll: 6, yaw: 20, pitch: 14, spoil: grain },
  { name: 'dirt', ...still, spoil: (light, random) => grain(muddy(light, 0.08, spray, random), random) },
  { name: 'motion', ...still, spoil: (light, random) => grain(smeared(light, 8, 40 * random() - 20), random) },
  { name: 'tiny', ...still, smaller: 3, spoil: grain },
  { name: 'blur', ...still, spoil: (light, random) => grain(unfocused(light, 4), random) },
]

/** What makes a man step nearer. */
export const harsh: readonly Condition[] = [
  { name: 'rotation', roll: 12, yaw: 30, pitch: 15, spoil: grain },
  { name: 'mud 20 %', ...still, spoil: (light, random) => grain(muddy(light, 0.2, spray, random), random) },
  {
    name: 'very dark',
    ...still,
    spoil: (light, random) => grainy(dark(light, 0.07 + 0.06 * random(), random), 6, random),
  },
  { name: 'tiny 5x', ...still, smaller: 5, spoil: grain },
  { name: 'motion 14', ...still, spoil: (light, random) => grain(smeared(light, 14, 40 * random() - 20), random) },
]

/** Characters lie under mud whole: reported beside the sets, because no reader can know them. */
export const buried: readonly Condition[] = [0.08, 0.2].map((share) => ({
  name: `clods ${100 * share} %`,
  ...still,
  spoil: (light, random) => grain(muddy(light, share, clods, random), random),
}))

const sensor = { width: 480, height: 240 }
const either = (most: number, random: Random) => most * (2 * random() - 1)
/** Where the harsh conditions say how far, they mean it: at least two thirds of it. */
const far = (most: number, random: Random) => (random() < 0.5 ? -1 : 1) * most * (0.66 + 0.34 * random())

/** A plate in the guide box under this condition. `fill`: the share of the box that it takes up, from and to. */
export function takePicture(
  plate: Picture,
  condition: Condition,
  random: Random,
  fill: readonly [number, number] = [0.8, 0.93],
): Picture {
  const turn = condition.yaw > 25 ? far : either
  const pose: Pose = {
    roll: turn(condition.roll, random),
    yaw: turn(condition.yaw, random),
    pitch: either(condition.pitch, random),
    fill: fill[0] + (fill[1] - fill[0]) * random(),
    aside: [either(0.02, random), either(0.012, random)],
  }
  const grey = 40 + 60 * random()
  const bars = 3 + 5 * random()
  const behind = (x: number, y: number) => grey * (1 + 0.35 * Math.sin(bars * 6.28 * y) * (x > 0.5 ? 0.6 : 1))
  const shrink = condition.smaller ?? 1
  const room = { width: Math.round(sensor.width / shrink), height: Math.round(sensor.height / shrink), behind }
  return developed(condition.spoil(photograph(plate, pose, room), random))
}
