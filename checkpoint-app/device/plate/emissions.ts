import { classMeaning } from './alphabet.ts'
import type { Row } from './grammar.ts'

/** One step of the recogniser across a row: how likely each character of a plate is here (logarithms), and that there is none. */
export type Frame = {
  readonly row: Row
  readonly none: number
  readonly characters: Readonly<Record<string, number>>
}

/** Nothing is impossible: a character that the recogniser excludes costs this much, not everything. */
const floor = 1e-7
const log = (share: number) => Math.log(Math.max(share, floor))

/** What the recogniser says of one row, class by class, as shares of 1: what means the same is added up. */
export function framesOf(shares: Float32Array, row: Row): readonly Frame[] {
  const width = classMeaning.length
  return Array.from({ length: shares.length / width }, (_, step) => {
    const sums: Record<string, number> = {}
    classMeaning.forEach((meaning, place) => {
      sums[meaning] = (sums[meaning] ?? 0) + (shares[step * width + place] ?? 0)
    })
    const { '': none = 0, ...characters } = sums
    for (const character in characters) characters[character] = log(characters[character] ?? 0)
    return { row, none: log(none), characters }
  })
}

/** Between two rows nothing is written. */
export const gapFrame: Frame = { row: 'lower', none: 0, characters: {} }
