import type * as RegionTable from '../../shared/identity/region.ts'

export type Regions = typeof RegionTable

/** The table of names (80 kB), fetched once and only where regions are shown or chosen. */
export const loadRegions = (): Promise<Regions> => import('../../shared/identity/region.ts')
