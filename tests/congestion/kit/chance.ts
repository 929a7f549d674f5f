/** Chance that is the same each time: mulberry32 from a seed. */
export type Chance = {
  /** From 0 up to, but not including, 1. */
  readonly next: () => number
  readonly between: (low: number, high: number) => number
  readonly often: (share: number) => boolean
  readonly normal: () => number
  /** Log-normal with that mean and deviation. */
  readonly skewed: (mean: number, deviation: number) => number
}

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    often: (share) => next() < share,
    normal,
    skewed: (mean, deviation) => {
      const spread = Math.sqrt(Math.log(1 + (deviation / mean) ** 2))
      return mean * Math.exp(spread * normal() - spread ** 2 / 2)
    },
  }
}
