import { moveUpSeconds } from './limits.ts'
import type { Start } from './departures.ts'
import { idlesOf, loadSince, type Change, type Idle } from './idle.ts'

export type Service = {
  /** One truck at one lane under load, minutes: inspection and move-up. */
  readonly cycle: number
  /** Its deviation, minutes. */
  readonly deviation: number
  /** An inspection longer than this is one of twenty, minutes. */
  readonly long: number
  /** The share of inspections that take longer. */
  readonly lasts: (minutes: number) => number
  readonly idles: readonly Idle[]
  /** Of the trucks taken lately, the share that followed at once on the one before; null = too few to tell. */
  readonly load: number | null
}

/** Without anything measured yet: a mixed day. */
const usual = { cycle: 1.4, deviation: 1.3, trucks: 12 }
/** What inspections take now is learned from so many minutes. */
const learns = 90
/** And whether they are under load, from so many. */
const lately = 20

export function serviceOf(starts: readonly Start[], changes: readonly Change[]): Service {
  const took = starts
    .filter(({ at }) => at > -learns)
    .map(({ at, end }) => end - at)
    .toSorted((a, b) => a - b)
  const sum = took.reduce((total, each) => total + each, 0)
  const mean = shrunk(sum, took.length, usual.cycle - moveUpSeconds / 60)
  const square = took.reduce((total, each) => total + (each - mean) ** 2, 0)
  return {
    cycle: mean + moveUpSeconds / 60,
    deviation: Math.sqrt(shrunk(square, took.length, usual.deviation ** 2)),
    long: Math.min(Math.max(took[Math.floor(took.length * 0.95)] ?? 5, 2), 20),
    lasts: (minutes) => lasting(took, minutes),
    idles: idlesOf(starts, changes),
    load: loadSince(starts, changes, -lately),
  }
}

const shrunk = (sum: number, count: number, prior: number) => (sum + prior * usual.trucks) / (count + usual.trucks)

/** Of those seen, and of a few more that nobody has seen yet. */
function lasting(took: readonly number[], minutes: number): number {
  const place = took.findIndex((each) => each > minutes)
  const longer = place < 0 ? 0 : took.length - place
  return (longer + 4 * Math.exp(-minutes / usual.cycle)) / (took.length + 4)
}
