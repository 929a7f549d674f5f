import type { Light } from './camera.ts'

export const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

const each = (light: Light, of: (value: number, x: number, y: number, channel: number) => number): Light => ({
  ...light,
  rgb: light.rgb.map((value, at) => {
    const pixel = Math.floor(at / 3)
    return of(value, pixel % light.width, Math.floor(pixel / light.width), at % 3)
  }),
})

export const grainy = (light: Light, sigma: number, random: () => number): Light =>
  each(light, (value) => value + normal(random) * sigma)

/** The mean along a line: a moving truck or hand; `length` in pixels, direction in degrees. */
export function smeared(light: Light, length: number, direction: number): Light {
  const [dx, dy] = [Math.cos((direction * Math.PI) / 180), Math.sin((direction * Math.PI) / 180)]
  const { width, height, rgb } = light
  return each(light, (_, x, y, channel) => {
    let sum = 0
    for (let i = 0; i < length; i++) {
      const sx = Math.min(width - 1, Math.max(0, Math.round(x + dx * (i - length / 2))))
      const sy = Math.min(height - 1, Math.max(0, Math.round(y + dy * (i - length / 2))))
      sum += rgb[3 * (sy * width + sx) + channel]!
    }
    return sum / length
  })
}

/** Out of focus: two box means, one after the other. */
export function unfocused(light: Light, radius: number): Light {
  const once = (given: Light) => smeared(smeared(given, radius, 0), radius, 90)
  return once(once(light))
}

/** Little light, colder, and a lamp that shines into one part of it. */
export function dark(light: Light, level: number, random: () => number): Light {
  const [lx, ly] = [light.width * random(), light.height * random()]
  return each(light, (value, x, y, channel) => {
    const lamp = 1 + 1.2 * Math.exp(-((x - lx) ** 2 + (y - ly) ** 2) / (2 * (light.width * 0.25) ** 2))
    return value * level * lamp * (channel === 0 ? 0.9 : 1)
  })
}

/** Radius of spots of mud, as shares of the height of the guide box (about 250 mm): from and to. */
export type Mud = readonly [number, number]
/** What wheels throw up: drops of 3 to 16 mm. */
export const spray: Mud = [0.006, 0.032]
/** Clods of 8 to 33 mm, most of a character each: nobody can read what lies under them. */
export const clods: Mud = [0.015, 0.065]

/** Irregular brown spots over this share of the picture, from thin to opaque. */
export function muddy(light: Light, share: number, [least, most]: Mud, random: () => number): Light {
  const { width, height } = light
  const rgb = light.rgb.slice()
  for (let covered = 0; covered < share * width * height;) {
    const r = height * (least + (most - least) * random())
    splash({ ...light, rgb }, { x: width * random(), y: height * random(), r, thick: 0.55 + 0.45 * random() })
    covered += Math.PI * r * r
  }
  return { width, height, rgb }
}

type Spot = { x: number; y: number; r: number; thick: number }
const mud = [98, 78, 56] as const

/** One spot with five lobes, laid over what is there. */
function splash({ width, height, rgb }: Light, spot: Spot): void {
  const reach = Math.ceil(spot.r * 1.25) + 1
  for (let y = Math.max(0, Math.floor(spot.y - reach)); y < Math.min(height, spot.y + reach); y++)
    for (let x = Math.max(0, Math.floor(spot.x - reach)); x < Math.min(width, spot.x + reach); x++) {
      const edge = spot.r * (1 + 0.25 * Math.sin(5 * Math.atan2(y - spot.y, x - spot.x) + spot.x))
      const inside = Math.min(1, Math.max(0, 1.5 * (edge - Math.hypot(x - spot.x, y - spot.y))))
      const at = 3 * (y * width + x)
      for (let channel = 0; channel < 3; channel++)
        rgb[at + channel]! += (mud[channel]! - rgb[at + channel]!) * spot.thick * inside
    }
}
