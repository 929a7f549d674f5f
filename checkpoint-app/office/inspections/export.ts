import { maskPlate } from '../../../shared/identity/plate.ts'
import { beijing, instant } from '../../../shared/instant.ts'
import { csvText } from '../csv.ts'
import type { InspectionRow } from './filters.ts'

/** More than this in one file is a task for the archive, not for a spreadsheet. */
export const mostExported = 10_000

const two = (n: number) => String(n).padStart(2, '0')

/** 2022-05-16 10:05:07, Beijing time: a form that spreadsheets take for a time. */
export function sheetTime(iso: string): string {
  const { year, month, day, hour, minute, second } = beijing(instant(Date.parse(iso)))
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`
}

export type ExportWords = {
  headings: readonly string[]
  yes: string
  no: string
  headline: (row: string) => string
}

const cells = (row: InspectionRow, place: number, words: ExportWords): string[] => [
  String(place + 1),
  row.checkpointName,
  String(row.lane),
  sheetTime(row.madeAt),
  maskPlate(row.plate),
  words.headline(row.row),
  row.row,
  row.modifiers.join(' '),
  row.inspector,
  row.offline ? words.yes : words.no,
  row.agrees ? words.yes : words.no,
  row.agrees ? '' : row.serverRow,
  sheetTime(row.receivedAt),
  row.corrects ?? '',
  row.correctedBy ?? '',
  row.id,
]

/** The list as a file. Plates leave the house masked; no other personal data of the crew is in the list. */
export const inspectionsCsv = (rows: readonly InspectionRow[], words: ExportWords): string =>
  csvText([[...words.headings], ...rows.map((row, place) => cells(row, place, words))])
