/** Pictures of a code as a camera might see it: grey values 0–255, made of plain numbers so that a seed gives the same one. */
export type Grey = { readonly width: number; readonly height: number; readonly data: Float32Array }

/** 0 ≤ x < 1, from a seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

export type Modules = { readonly size: number; readonly data: ArrayLike<number | boolean> }
/** `side`: pixels of the code with its quiet zone of four modules; `turn` in degrees; `lean`: how much the far edge is shorter. */
export type View = { side: number; turn: number; lean: number }

const quiet = 4
/** Rays a pixel is the mean of, each way: what a lens does. */
const rays = 3

/** The code printed on white paper, seen by a camera. */
export function photograph({ size, data }: Modules, { side, turn, lean }: View): Grey {
  const width = Math.ceil(side * 1.35)
  const grey = { width, height: width, data: new Float32Array(width * width) }
  const across = size + 2 * quiet
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)]
  const dark = (x: number, y: number): boolean => {
    const [column, row] = [Math.floor(x) - quiet, Math.floor(y) - quiet]
    return column >= 0 && row >= 0 && column < size && row < size && Boolean(data[row * size + column])
  }
  const seen = (px: number, py: number): boolean => {
    const [dx, dy] = [px - width / 2, py - width / 2]
    const [u, v] = [(dx * cos + dy * sin) / side, (dy * cos - dx * sin) / side]
    const near = 1 - lean * (0.5 - v)
    return dark((u / near + 0.5) * across, (v + 0.5) * across)
  }
  for (let y = 0; y < width; y++)
    for (let x = 0; x < width; x++) {
      let black = 0
      for (let i = 0; i < rays * rays; i++)
        if (seen(x + ((i % rays) + 0.5) / rays, y + (Math.floor(i / rays) + 0.5) / rays)) black++
      grey.data[y * width + x] = 235 - (black / (rays * rays)) * 205
    }
  return grey
}

const mapped = (grey: Grey, of: (value: number, x: number, y: number) => number): Grey => ({
  ...grey,
  data: grey.data.map((value, at) => of(value, at % grey.width, Math.floor(at / grey.width))),
})

/** Out of focus: Gaussian, `sigma` in pixels. */
export function blurred(grey: Grey, sigma: number): Grey {
  const reach = Math.ceil(3 * sigma)
  const weights = Array.from({ length: 2 * reach + 1 }, (_, i) => Math.exp(-((i - reach) ** 2) / (2 * sigma * sigma)))
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const along = (source: Grey, dx: number, dy: number): Grey =>
    mapped(source, (_, x, y) => {
      let sum = 0
      for (let i = -reach; i <= reach; i++) {
        const cx = Math.min(source.width - 1, Math.max(0, x + i * dx))
        const cy = Math.min(source.height - 1, Math.max(0, y + i * dy))
        sum += source.data[cy * source.width + cx]! * weights[i + reach]!
      }
      return sum / whole
    })
  return along(along(grey, 1, 0), 0, 1)
}

/** A moving truck or a shaking hand: the mean along `length` pixels. */
export const smeared = (grey: Grey, length: number): Grey =>
  mapped(grey, (_, x, y) => {
    let sum = 0
    for (let i = 0; i < length; i++) sum += grey.data[y * grey.width + Math.min(grey.width - 1, x + i)]!
    return sum / length
  })

export const noisy = (grey: Grey, sigma: number, random: () => number): Grey =>
  mapped(grey, (value) => value + normal(random) * sigma)

/** Faded print or glare: what is left of the contrast, around a lighter middle. */
export const faded = (grey: Grey, share: number): Grey => mapped(grey, (value) => 190 + (value - 190) * share)

/** Mud, rain and folds: round spots of dirt or glare over `share` of the code's area, none on the three finders' middles. */
export function dirty(grey: Grey, { side, share }: { side: number; share: number }, random: () => number): Grey {
  const spots: { x: number; y: number; r: number; value: number }[] = []
  const from = (grey.width - side) / 2
  for (let covered = 0; covered < share * side * side;) {
    const r = side * (0.015 + 0.03 * random())
    const [u, v] = [random(), random()]
    const finder = (u < 0.3 && v < 0.3) || (u > 0.7 && v < 0.3) || (u < 0.3 && v > 0.7)
    if (finder) continue
    spots.push({ x: from + u * side, y: from + v * side, r, value: random() < 0.5 ? 70 : 215 })
    covered += Math.PI * r * r
  }
  return mapped(
    grey,
    (value, x, y) => spots.find((spot) => Math.hypot(spot.x - x, spot.y - y) < spot.r)?.value ?? value,
  )
}

/** As a decoder takes it. */
export function asImageData({ width, height, data }: Grey): ImageData {
  const pixels = new Uint8ClampedArray(width * height * 4)
  data.forEach((value, at) => {
    pixels[at * 4] = pixels[at * 4 + 1] = pixels[at * 4 + 2] = value
    pixels[at * 4 + 3] = 255
  })
  return { width, height, data: pixels, colorSpace: 'srgb' }
}
