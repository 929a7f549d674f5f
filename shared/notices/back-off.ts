import { rest, retry } from './numbers.ts'

/** Milliseconds before try `tries` + 1; up to half of it is added by `chance` (0–1), so that not all come back in one moment. */
export const waitBefore = (tries: number, chance: number): number =>
  Math.round(Math.min(retry.first * 2 ** Math.max(0, tries - 1), retry.longest) * (1 + chance / 2))

/** How long a line rests that failed so many times over what makes it dead. */
export const restFor = (over: number, chance: number): number =>
  Math.round(Math.min(rest.first * 2 ** Math.max(0, over), rest.longest) * (1 + chance / 2))
