import type { BodyOf } from '../../../schema/api/endpoint.ts'
import type { addRiskAreas } from '../../../schema/api/risk-areas.ts'
import { beijingIso } from '../../../shared/instant.ts'
import type { Regions } from '../../ui/regions.ts'
import { readCsv } from '../csv.ts'
import { readTypedTime } from '../results/typed-time.ts'

export type AreaItem = BodyOf<typeof addRiskAreas>['items'][number]
export type AreaFault = 'no-level' | 'no-region' | 'no-name' | 'no-time'
export type AreaLine = { readonly line: number; readonly text: string } & (
  { readonly item: AreaItem } | { readonly fault: AreaFault }
)

/** As announcements write it: 高风险, 中风险区, 高风险地区, 高, 中. */
const levelWord = /^(高|中)(风险)?(地?区)?$/
const looksLikeTime = /^(20\d{2}([-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{4})([T\s]?\d{1,2}[:时点].*)?|4\d{4}(\.\d+)?)$/
const noise = /^\d{1,3}$|^序号$/

/** Lines as they were pasted: cells by tab, comma or two spaces; a single space where there is nothing else. */
export function cellsOfPasted(text: string): { line: number; cells: string[] }[] {
  return (
    text
      .normalize('NFKC')
      .split(/\r?\n/)
      // A day and its hour are one cell.
      .map((whole, at) => ({ line: at + 1, whole: whole.trim().replace(/(\d日?) +(\d{1,2}[:时点])/g, '$1T$2') }))
      .filter(({ whole }) => whole !== '')
      .map(({ line, whole }) => ({ line, cells: whole.split(/\t|,|;| {2,}|、| /).map((cell) => cell.trim()) }))
  )
}

export const cellsOfCsv = (text: string) => readCsv(text)

/** A line that only names its columns. */
const isHeading = (cells: readonly string[]): boolean => cells.some((cell) => /^(等级|风险等级|级别)\*?$/.test(cell))

/** What each line says; blank lines and the heading are left out. Doubles are the server's to tell. */
export function readAreas(
  rows: readonly { line: number; cells: readonly string[] }[],
  regions: Regions,
): readonly AreaLine[] {
  const codes = codesByPath(regions)
  return rows
    .filter(({ cells }) => cells.some((cell) => cell !== '') && !isHeading(cells))
    .map(({ line, cells }) => ({ line, text: cells.filter(Boolean).join(' '), ...readOne(cells, codes) }))
}

type Codes = ReadonlyMap<string, string>

/** 河南省焦作市博爱县, 河南焦作博爱县 and 410822 alike. */
function codesByPath(regions: Regions): Codes {
  const codes = new Map<string, string>()
  const walk = (code: string | undefined) => {
    for (const region of regions.children(code)) {
      const path = regions.regionPath(region.code)
      codes.set(path.join(''), region.code).set(region.code, region.code)
      codes.set(
        path.map((name, at) => (at < path.length - 1 ? name.replace(/(省|市|自治区)$/, '') : name)).join(''),
        region.code,
      )
      walk(region.code)
    }
  }
  walk(undefined)
  return codes
}

type ReadOne = { item: AreaItem } | { fault: AreaFault }

function readOne(cells: readonly string[], codes: Codes): ReadOne {
  const words = cells.map((cell) => cell.normalize('NFKC').trim()).filter((cell) => cell !== '')
  const level = words.map((word) => levelWord.exec(word)?.[1]).find(Boolean)
  const time = words.find((word) => looksLikeTime.test(word))
  const rest = words.filter((word) => !levelWord.test(word) && word !== time)
  const first = rest[0]
  const place = placeOf(first !== undefined && noise.test(first) ? rest.slice(1) : rest, codes)
  if (level === undefined) return { fault: 'no-level' }
  if (place === undefined) return { fault: 'no-region' }
  if (place.name.length < 2) return { fault: 'no-name' }
  const from = time === undefined ? undefined : readDay(time)
  if (time !== undefined && from === undefined) return { fault: 'no-time' }
  const item = {
    region: place.region,
    name: place.name.slice(0, 80),
    level: level === '高' ? 'high' : 'medium',
  } as const
  return { item: from === undefined ? item : { ...item, from } }
}

/** A day alone is from its first minute on. */
function readDay(text: string): string | undefined {
  const at = readTypedTime(text)
  const moment = at === 'no-hour' ? readTypedTime(`${dayOf(text)} 00:00`) : at
  return typeof moment === 'number' ? beijingIso(moment) : undefined
}

const dayOf = (text: string): string =>
  /^\d{5}$/.test(text)
    ? new Date((Number(text) - 25_569) * 86_400_000).toISOString().slice(0, 10)
    : text.replace(/日$/, '')

/** The longest beginning that names a region, cell by cell or letter by letter, is the region; the rest is the name. */
function placeOf(cells: readonly string[], codes: Codes): { region: string; name: string } | undefined {
  for (let count = cells.length; count > 0; count -= 1) {
    const region = codes.get(cells.slice(0, count).join(''))
    if (region !== undefined) return { region, name: cells.slice(count).join(' ') }
  }
  const [head = '', ...others] = cells
  const letters = Array.from(head)
  for (let count = letters.length - 1; count > 1; count -= 1) {
    const region = codes.get(letters.slice(0, count).join(''))
    if (region !== undefined) return { region, name: [letters.slice(count).join(''), ...others].join(' ').trim() }
  }
  return undefined
}
