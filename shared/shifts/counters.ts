import { instant, type Instant } from '../instant.ts'
import { longestTruck, oneTruckWithin } from './limits.ts'

/** What a counter needs of one record. */
export type Check = {
  readonly id: string
  readonly at: Instant
  readonly terminal: string
  readonly staff: string
  readonly lane: number
  readonly plate: string
  readonly row: string
  readonly offline: boolean
  readonly agrees: boolean
  /** Somebody looked at the disagreement and said what it was. */
  readonly reviewed: boolean
  readonly corrects: string | null
}

export type Count = {
  readonly staff: string
  readonly lane: number
  /** Trucks, each once, by the last record of it. */
  readonly checked: number
  readonly fast: number
  /** Trucks by the row of their last record. */
  readonly rows: Readonly<Record<string, number>>
  /** Made without a network. */
  readonly offline: number
  /** Phone and server judged otherwise, and nobody has said why yet. */
  readonly conflicts: number
  /** From one truck to the next, seconds, the median; null = fewer than two trucks in a row. */
  readonly medianSeconds: number | null
}

/** Rows that let a truck go without a test or a form. */
export const fastRows: ReadonlySet<string> = new Set(['V4', 'V5', 'V6', 'V8'])

const byTime = (a: Check, b: Check) => a.at - b.at || (a.id < b.id ? -1 : 1)

/**
 * One truck, one check: what an undo took back is left out, and of the steps of one truck (waiting for a test, then released)
 * the last one counts.
 */
export function trucksOf(checks: readonly Check[]): Check[] {
  const undone = new Set(checks.flatMap(({ corrects }) => corrects ?? []))
  const last = new Map<string, Check[]>()
  for (const check of checks.filter(({ id }) => !undone.has(id)).toSorted(byTime)) {
    const key = `${check.terminal} ${check.plate}`
    const seen = last.get(key) ?? []
    const before = seen.at(-1)
    if (before !== undefined && check.at - before.at <= oneTruckWithin) seen.pop()
    last.set(key, [...seen, check])
  }
  return [...last.values()].flat().toSorted(byTime)
}

/** By inspector and lane, the lane first. */
export function countsOf(checks: readonly Check[]): Count[] {
  const groups = new Map<string, Check[]>()
  for (const truck of trucksOf(checks)) {
    const key = `${truck.lane} ${truck.staff}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [truck])
    else group.push(truck)
  }
  return [...groups.values()]
    .flatMap((group) => (group[0] === undefined ? [] : [countOf(group, group[0])]))
    .toSorted((a, b) => a.lane - b.lane || (a.staff < b.staff ? -1 : 1))
}

function countOf(group: readonly Check[], { staff, lane }: Check): Count {
  const rows: Record<string, number> = {}
  for (const { row } of group) rows[row] = (rows[row] ?? 0) + 1
  const how = (is: (check: Check) => boolean) => group.filter(is).length
  return {
    staff,
    lane,
    checked: group.length,
    fast: how(({ row }) => fastRows.has(row)),
    rows,
    offline: how(({ offline }) => offline),
    conflicts: how(({ agrees, reviewed }) => !agrees && !reviewed),
    medianSeconds: medianSeconds(group.map(({ at }) => at)),
  }
}

/** Between one truck and the next; in a queue that is what one truck takes. A pause is no truck's time. */
export function medianSeconds(moments: readonly Instant[]): number | null {
  const between = moments
    .toSorted((a, b) => a - b)
    .flatMap((at, place, all) => (place === 0 ? [] : [at - (all[place - 1] ?? instant(0))]))
    .filter((passed) => passed <= longestTruck)
    .toSorted((a, b) => a - b)
  const middle = (between.length - 1) / 2
  const [low, high] = [between[Math.floor(middle)], between[Math.ceil(middle)]]
  return low === undefined || high === undefined ? null : Math.round((low + high) / 2000)
}
