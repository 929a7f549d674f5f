import table from './regions.json' with { type: 'json' }

/**
 * The regions of the country down to the county, by GB/T 2260. This file carries the whole table (80 kB): import it only
 * where names are shown or chosen; what a code says by itself is in `region-code.ts`. How the table was made: README.md.
 */
export type Region = {
  code: string
  name: string
  level: 'province' | 'prefecture' | 'county'
  /** regular: GB/T 2260 of spring 2022; statistical: a development zone with a code of the statistics office only, as
   * 410871; former: abolished before that, still found in documents, no longer offered for choice. */
  status: 'regular' | 'statistical' | 'former'
}

function levelOf(code: string): Region['level'] {
  if (code.endsWith('0000')) return 'province'
  return code.endsWith('00') ? 'prefecture' : 'county'
}

const section = (names: Readonly<Record<string, string>>, status: Region['status']): Region[] =>
  Object.entries(names).map(([code, name]) => ({ code, name, level: levelOf(code), status }))

const offered = [...section(table.regions, 'regular'), ...section(table.statistical, 'statistical')].sort((a, b) =>
  a.code < b.code ? -1 : 1,
)

const byCode = new Map([...offered, ...section(table.former, 'former')].map((region) => [region.code, region]))

/** Nearest region above that exists: counties run by the province (济源 419001) and by a municipality have no prefecture. */
function parentOf({ code, level }: Region): Region | undefined {
  if (level === 'province') return undefined
  const prefecture = level === 'county' ? byCode.get(`${code.slice(0, 4)}00`) : undefined
  return prefecture ?? byCode.get(`${code.slice(0, 2)}0000`)
}

export const regionOf = (code: string): Region | undefined => byCode.get(code)

/** `410822` → 博爱县; `undefined` for a code not in the table. */
export const regionName = (code: string): string | undefined => byCode.get(code)?.name

/** `410822` → [河南省, 焦作市, 博爱县], `419001` → [河南省, 济源市]; empty for a code not in the table. */
export function regionPath(code: string): readonly string[] {
  const region = byCode.get(code)
  if (!region) return []
  const parent = parentOf(region)
  return parent ? [...regionPath(parent.code), region.name] : [region.name]
}

/** The province of any well-formed code, also of a county that is not in the table. */
export const provinceOf = (code: string): Region | undefined =>
  /^\d{6}$/.test(code) ? byCode.get(`${code.slice(0, 2)}0000`) : undefined

const childrenByParent = new Map<string | undefined, Region[]>()
for (const region of offered) {
  const parent = parentOf(region)?.code
  childrenByParent.set(parent, [...(childrenByParent.get(parent) ?? []), region])
}

/** What is directly under a region, by code; without one the provinces. Empty for a county and for an unknown code. */
export const children = (code?: string): readonly Region[] => childrenByParent.get(code) ?? []

/** How well a name answers a search: 0 the name itself, 1 its beginning, 2 a part of it; `undefined` not at all. */
function nearness(name: string, wanted: string): number | undefined {
  if (name === wanted) return 0
  const at = name.indexOf(wanted)
  if (at < 0) return undefined
  return at === 0 ? 1 : 2
}

/** The letters of `wanted` in order, as in 河南博爱 for 河南省焦作市博爱县. */
function runsThrough(path: string, wanted: string): boolean {
  let at = -1
  return Array.from(wanted).every((letter) => (at = path.indexOf(letter, at + 1)) >= 0)
}

const paths = new Map(offered.map(({ code }) => [code, regionPath(code).join('')]))

/**
 * Regions that answer a typed name (博爱), a path (河南博爱) or a code, best first and at most `limit`. Henan comes first
 * among equals, then the order of codes. Former regions are not offered.
 */
export function findRegion(text: string, limit = 20): readonly Region[] {
  const wanted = text.slice(0, 40).normalize('NFKC').replace(/\s/g, '')
  if (wanted === '') return []
  const exact = byCode.get(wanted)
  if (exact) return [exact]
  const ranked = offered.flatMap((region) => {
    const near = nearness(region.name, wanted)
    return near === undefined ? [] : [{ region, rank: near * 2 + (region.code.startsWith('41') ? 0 : 1) }]
  })
  if (ranked.length > 0)
    return ranked
      .sort((a, b) => a.rank - b.rank)
      .map(({ region }) => region)
      .slice(0, limit)
  return offered.filter(({ code }) => runsThrough(paths.get(code) ?? '', wanted)).slice(0, limit)
}
