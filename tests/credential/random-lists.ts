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

export type OnList = { list: number; places: number[] }

/** As the pool puts them: lists of 524,288 places, each taken up to 31 in 32, by chance. `which` of `passes` stand where. */
export function placesOnLists(passes: number, which: readonly number[]): OnList[] {
  const size = 524_288
  const most = (size * 31) / 32
  const lists = Array.from({ length: Math.ceil(passes / most) }, (_, nth) => {
    const places = shuffled(size, chance(nth + 1))
    const here = which.filter((pass) => Math.floor(pass / most) === nth).map((pass) => places[pass % most] ?? 0)
    return { list: nth + 1, places: here.toSorted((a, b) => a - b) }
  })
  return lists.filter(({ places }) => places.length > 0)
}

function shuffled(size: number, random: () => number): Uint32Array {
  const all = Uint32Array.from({ length: size }, (_, nth) => nth)
  for (let last = size - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    ;[all[last], all[other]] = [all[other]!, all[last]!]
  }
  return all
}
