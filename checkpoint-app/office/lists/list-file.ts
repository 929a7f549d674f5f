import type { Instant } from '../../../shared/instant.ts'
import { eligibilities, kinds, type ListKind } from '../../../shared/lists/kinds.ts'
import { readCsv } from '../csv.ts'
import { textOfFile, type FileWhy } from '../file-text.ts'
import { columnsOf, placesIn, type Places } from './columns.ts'
import { readLine, type ReadLine } from './read-item.ts'
import { rowsOfWorkbook, workbookOf } from './workbook.ts'

export type FileLine = { readonly line: number; readonly cells: readonly string[]; readonly read: ReadLine }
export type ListFile = { readonly headings: readonly string[]; readonly lines: readonly FileLine[] }
export type FileProblem = Exclude<FileWhy, 'workbook'> | 'old-workbook' | 'no-heading' | 'no-rows' | 'too-many-rows'

/** A larger list is brought in several files. */
export const mostLines = 10_000
const headingWithin = 10
const exampleMark = '示例行'

type Rows = { line: number; cells: string[] }[]

/** Workbook or text; CSV in UTF-8 (with or without its mark) or GBK. */
async function rowsOf(bytes: Uint8Array): Promise<Rows | FileProblem> {
  const text = textOfFile(bytes)
  if (text.ok) return readCsv(text.text)
  if (text.why !== 'workbook') return text.why
  return bytes[0] === 0xd0 ? 'old-workbook' : ((await rowsOfWorkbook(bytes)) ?? 'unreadable')
}

export async function readListFile(
  list: ListKind,
  bytes: Uint8Array,
  now: Instant,
): Promise<ListFile | { problem: FileProblem }> {
  const rows = await rowsOf(bytes)
  if (typeof rows === 'string') return { problem: rows }
  const at = rows.slice(0, headingWithin).findIndex(({ cells }) => placesIn(list, cells) !== undefined)
  const headings = rows[at]?.cells
  const places = headings && placesIn(list, headings)
  if (!headings || !places) return { problem: 'no-heading' }
  const body = rows.slice(at + 1).filter(({ cells }) => !cells.some((cell) => cell.startsWith(exampleMark)))
  if (body.length === 0) return { problem: 'no-rows' }
  if (body.length > mostLines) return { problem: 'too-many-rows' }
  return {
    headings,
    lines: withoutDoubles(
      list,
      places,
      body.map((row) => ({ ...row, read: readLine(list, row.cells, places, now) })),
    ),
  }
}

/** The second of the same person for the same time, or of the same company. */
function withoutDoubles(list: ListKind, places: Places, lines: readonly FileLine[]): readonly FileLine[] {
  const field = kinds[list].about === 'person' ? 'number' : 'companyCode'
  const column = columnsOf[list].find((one) => one.field === field)?.heading ?? field
  const seen = new Set<string>()
  return lines.map((line) => {
    if (!('item' in line.read) || !places.has(field)) return line
    const { number, companyCode, from } = line.read.item
    const key = field === 'number' ? `${number} ${from}` : String(companyCode)
    if (seen.has(key)) return { ...line, read: { fault: { column, why: 'twice' } } }
    seen.add(key)
    return line
  })
}

/** What a column may hold, for the second sheet of the template. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  证件类型: ['居民身份证', '港澳居民来往内地通行证', '台湾居民来往大陆通行证', '护照', '外国人永久居留身份证', '其他'],
  闭环管理: ['是', '否'],
  入选依据: Object.values(eligibilities).map(({ zh }) => zh),
  开始时间: ['2022-05-16', '2022-05-16 08:00', '只写日期的，从当日0时起'],
  结束时间: ['2022-05-23', '2022-05-23 18:00', '只写日期的，至当日23:59；司机白名单不少于7×24小时'],
}

export function templateOf(list: ListKind): Promise<Blob> {
  const columns = columnsOf[list]
  const listed = columns.filter(({ heading }) => heading in allowed)
  const longest = Math.max(0, ...listed.map(({ heading }) => allowed[heading]?.length ?? 0))
  return workbookOf([
    {
      name: kinds[list].name.zh,
      rows: [
        [...columns.map(({ heading, needed }) => (needed ? `${heading}*` : heading)), '备注'],
        [...columns.map(({ example }) => example), `${exampleMark}，不会导入，可删除`],
      ],
      widths: [...columns.map(({ width }) => width), 26],
    },
    {
      name: '可填内容',
      rows: [
        listed.map(({ heading }) => heading),
        ...Array.from({ length: longest }, (_, at) => listed.map(({ heading }) => allowed[heading]?.[at] ?? '')),
      ],
      widths: listed.map(() => 32),
    },
  ])
}

export const outcomeHeading = '导入结果'

/** The same file with what became of each line, those that failed first; an outcome of an earlier round is replaced. */
export function outcomeBook(
  name: string,
  headings: readonly string[],
  lines: readonly { cells: readonly string[]; outcome: string; failed: boolean }[],
): Promise<Blob> {
  const kept = headings.flatMap((heading, place) => (heading === outcomeHeading ? [] : [place]))
  const sorted = [...lines.filter(({ failed }) => failed), ...lines.filter(({ failed }) => !failed)]
  return workbookOf([
    {
      name,
      rows: [
        [outcomeHeading, ...kept.map((place) => headings[place] ?? '')],
        ...sorted.map(({ cells, outcome }) => [outcome, ...kept.map((place) => cells[place] ?? '')]),
      ],
      widths: [40, ...kept.map(() => 20)],
    },
  ])
}
