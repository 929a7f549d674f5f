/** The same sequence for the same seed, 0 to below 1. */
export function chance(seed: number): () => number {
  let state = (seed * 2_654_435_761 + 0x9e3779b9) >>> 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

/** So many different places of `size`, rising. */
export function randomSet(random: () => number, size: number, count: number): number[] {
  const found = new Set<number>()
  while (found.size < count) found.add(Math.floor(random() * size))
  return [...found].toSorted((a, b) => a - b)
}

/** No code says which `count` of `size` in fewer bytes on average. */
export function entropyBytes(size: number, count: number): number {
  const p = count / size
  return Math.ceil((size * -(p * Math.log2(p) + (1 - p) * Math.log2(1 - p))) / 8)
}
