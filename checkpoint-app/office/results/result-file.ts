import type { Instant } from '../../../shared/instant.ts'
import { csvText, readCsv } from '../csv.ts'
import { textOfFile, type FileWhy } from '../file-text.ts'
import { columnsOf, isHeading } from './columns.ts'
import { readRow, type ReadRow } from './read-row.ts'

/** More rows than this in one file are nobody's daily list. */
export const mostRows = 10_000
const headingWithin = 10

/** `number` is the document as it stands in the file, for showing which row is meant; masked on screen. */
export type FileRow = { line: number; number: string; cells: readonly string[]; read: ReadRow }
export type ResultFile = { headings: readonly string[]; rows: readonly FileRow[] }
export type FileProblem = FileWhy | 'no-heading' | 'no-rows' | 'too-many-rows'

/** The template's own example row says so in its note and is passed over. */
const isExample = (note: string) => note.startsWith('示例')

/** A results file, read row by row; what cannot be taken in stays in the list with its reason. */
export function readResultFile(bytes: Uint8Array, now: Instant): ResultFile | { problem: FileProblem } {
  const file = textOfFile(bytes)
  if (!file.ok) return { problem: file.why }
  const table = readCsv(file.text)
  const at = table.slice(0, headingWithin).findIndex(({ cells }) => isHeading(cells))
  const headings = table[at]?.cells
  if (!headings) return { problem: 'no-heading' }
  const columns = columnsOf(headings)
  const body = table.slice(at + 1).filter(({ cells }) => !isExample(cells[columns.note ?? -1] ?? ''))
  const rowOf = ({ line, cells }: { line: number; cells: readonly string[] }): FileRow => {
    const number = cells[columns.number ?? -1] ?? ''
    return { line, number, cells, read: readRow(cells, columns, now) }
  }
  if (body.length === 0) return { problem: 'no-rows' }
  if (body.length > mostRows) return { problem: 'too-many-rows' }
  return { headings, rows: body.map(rowOf) }
}

const templateHeadings = ['证件类型', '证件号', '采样时间', '报告时间', '结果', '备注']
const exampleRow = [
  '居民身份证',
  '410899198001010015',
  '2022-05-16 06:00',
  '2022-05-16 14:00',
  '阴性',
  '示例行，不会导入，可删除',
]

export const templateCsv = (): string => csvText([templateHeadings, exampleRow])

const reasonHeading = '错误原因'

/** The refused rows as the same file with one more column; a reason column of an earlier round is replaced. */
export function errorsCsv(
  headings: readonly string[],
  refused: readonly { cells: readonly string[]; reason: string }[],
) {
  const kept = headings.flatMap((heading, place) => (heading === reasonHeading ? [] : [place]))
  const only = (cells: readonly string[]) => kept.map((place) => cells[place] ?? '')
  return csvText([[...only(headings), reasonHeading], ...refused.map(({ cells, reason }) => [...only(cells), reason])])
}
