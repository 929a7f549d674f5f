import { standingOf, type Standing } from '../../shared/congestion/urgency.ts'
import type { Row } from './board-state.ts'

/** `part`: a standing, those nobody knows anything of, or those that are watched whatever their step. */
export type Part = 'L3' | 'L2' | 'L1' | 'LM' | 'L0' | 'none'
export const parts: readonly Part[] = ['L3', 'L2', 'L1', 'LM', 'none', 'L0']

const blind: readonly Standing[] = ['lost', 'unknown']

export function isIn(row: Row, part: Part): boolean {
  const standing = standingOf(row)
  if (part === 'none') return blind.includes(standing)
  if (part === 'LM') return row.incident?.watched === true
  return standing === part
}

export type Filter = { readonly text: string; readonly region: string | undefined; readonly part: Part | undefined }
export const noFilter: Filter = { text: '', region: undefined, part: undefined }

export function fits(row: Row, { text, region, part }: Filter): boolean {
  if (part !== undefined && !isIn(row, part)) return false
  if (region !== undefined && !row.county.startsWith(region)) return false
  const typed = text.trim().toLowerCase()
  return typed === '' || `${row.name} ${row.road} ${row.id} ${row.countyName}`.toLowerCase().includes(typed)
}

export type Region = { readonly prefix: string; readonly county: string; readonly count: number }

/** Regions there are more than one of: provinces, else the cities of one, else the counties of one. */
export function regionsOf(rows: readonly Row[]): readonly Region[] {
  for (const length of [2, 4, 6]) {
    const counts = new Map<string, Region>()
    for (const { county } of rows) {
      const prefix = county.slice(0, length)
      counts.set(prefix, { prefix, county, count: (counts.get(prefix)?.count ?? 0) + 1 })
    }
    if (counts.size > 1 || length === 6) return [...counts.values()].toSorted((a, b) => (a.prefix < b.prefix ? -1 : 1))
  }
  return []
}
