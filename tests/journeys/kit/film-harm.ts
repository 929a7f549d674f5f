/** What a bad day does to a picture: grey values, the same for the same seed. */
export type Harm = {
  /** A moving truck or a shaking hand: pixels that a point smears along, to and fro by its speed. */
  smear?: number
  /** Share of the picture under mud and drops, none on the three finders, without which no reader begins. */
  dirt?: number
  /** At night: what white becomes (0–255), and the grain of the sensor around it. */
  dark?: { white: number; grain: number }
  /** Sun or a lamp on the glass: how much of the contrast it takes in its middle, 0–1. */
  glare?: number
  seed?: number
}

export type Grey = { width: number; height: number; at: Uint8Array }

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

/** On the paper or the screen itself, so it moves along with it. */
export function muddied(picture: Grey, { dirt = 0, seed = 1 }: Harm): Grey {
  if (dirt === 0) return picture
  const random = chance(seed)
  const { width, height } = picture
  const at = new Uint8Array(picture.at)
  for (let covered = 0; covered < dirt * width * height;) {
    const r = width * (0.012 + 0.02 * random())
    const [x, y] = [random() * width, random() * height]
    const value = random() < 0.6 ? 60 + 50 * random() : 225
    const [u, v] = [x / width, y / height]
    // The reader finds a code by its corners and by the dotted lines between them.
    if ((u < 0.34 && v < 0.34) || (u > 0.66 && v < 0.34) || (u < 0.34 && v > 0.66)) continue
    covered += Math.PI * r * r
    spot({ width, height, at }, { x, y, r, value })
  }
  return { width, height, at }
}

function spot({ width, height, at }: Grey, { x, y, r, value }: { x: number; y: number; r: number; value: number }) {
  for (let py = Math.max(0, Math.floor(y - r)); py < Math.min(height, y + r); py++)
    for (let px = Math.max(0, Math.floor(x - r)); px < Math.min(width, x + r); px++)
      if ((px - x) ** 2 + (py - y) ** 2 < r * r) at[py * width + px] = value
}

/** The mean along `length` pixels of each row, as a running sum. */
export function smeared({ width, height, at }: Grey, length: number): Uint8Array {
  if (length < 2) return at
  const out = new Uint8Array(at.length)
  for (let y = 0; y < height; y++) {
    const row = y * width
    let sum = 0
    for (let x = 0; x < width + length; x++) {
      sum += at[row + Math.min(x, width - 1)]!
      if (x >= length) sum -= at[row + x - length]!
      if (x >= length >> 1 && x - (length >> 1) < width) out[row + x - (length >> 1)] = sum / Math.min(x + 1, length)
    }
  }
  return out
}

/** Light of the place, on what the lens sees. Changes the frame in place. */
export function lit({ width, at }: Grey, { dark, glare = 0, seed = 1 }: Harm, frame: number): void {
  const random = chance(seed * 1000 + frame)
  const grain = () => (dark === undefined ? 0 : (random() + random() + random() - 1.5) * 2 * dark.grain)
  const [gx, gy] = [width * (0.42 + 0.16 * chance(seed)()), width * 0.26]
  for (let i = 0; i < at.length; i++) {
    let value = at[i]!
    if (glare > 0) {
      const near = Math.exp(-(((i % width) - gx) ** 2 + (Math.floor(i / width) - gy) ** 2) / (2 * 150 ** 2))
      value += (250 - value) * glare * near
    }
    at[i] = dark === undefined ? value : Math.max(0, (value * dark.white) / 255 + grain())
  }
}
