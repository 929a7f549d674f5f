import type * as z from 'zod/mini'
import type { riskArea } from '../../schema/api/risk-areas.ts'
import type { Regions } from './regions.ts'
import { shortRegion } from './use-regions.ts'

export type RiskArea = z.infer<typeof riskArea>
export type CountyAreas = { readonly region: string; readonly path: string; readonly areas: readonly RiskArea[] }
export type ProvinceAreas = {
  readonly province: string
  readonly count: number
  readonly counties: readonly CountyAreas[]
}

const wordsOf = (text: string): string[] => text.normalize('NFKC').split(/\s+/).filter(Boolean)

/**
 * Province → county → area, in the order of codes; high before medium in a county. `search`: words that must all occur in path
 * or name, in any order.
 */
export function groupAreas(areas: readonly RiskArea[], regions: Regions | undefined, search = ''): ProvinceAreas[] {
  const wanted = wordsOf(search)
  const provinces = new Map<string, Map<string, RiskArea[]>>()
  for (const area of [...areas].sort((a, b) => (a.region < b.region ? -1 : a.region > b.region ? 1 : order(a, b)))) {
    const text = `${regions?.regionPath(area.region).join('') ?? ''}${shortRegion(regions, area.region)}${area.name}`
    if (!wanted.every((word) => text.includes(word))) continue
    const province = regions?.provinceOf(area.region)?.name ?? area.region.slice(0, 2)
    const counties = provinces.get(province) ?? new Map<string, RiskArea[]>()
    provinces.set(province, counties.set(area.region, [...(counties.get(area.region) ?? []), area]))
  }
  return [...provinces].map(([province, counties]) => ({
    province,
    count: [...counties.values()].reduce((sum, list) => sum + list.length, 0),
    counties: [...counties].map(([region, list]) => ({ region, path: shortRegion(regions, region), areas: list })),
  }))
}

const order = (a: RiskArea, b: RiskArea): number =>
  a.level === b.level ? (a.name < b.name ? -1 : 1) : a.level === 'high' ? -1 : 1
