import type { BodyOf } from '../../../schema/api/endpoint.ts'
import type { takeInResults } from '../../../schema/api/office.ts'
import { parsePersonDocument, type PersonDocumentKind } from '../../../shared/identity/person-document.ts'
import { beijingIso, minute, type Instant } from '../../../shared/instant.ts'
import type { Column, Columns } from './columns.ts'
import { readTypedTime, type TypedTime } from './typed-time.ts'

export type ResultItem = BodyOf<typeof takeInResults>['items'][number]
type ResultWord = ResultItem['result']

/** Why a row cannot be taken in; each has a sentence in the dictionaries. */
export type RowFault =
  | 'number-missing'
  | 'number-scientific'
  | 'number-rounded'
  | 'number-check'
  | 'number-form'
  | 'document-unknown'
  | 'result-missing'
  | 'result-unknown'
  | 'time-missing'
  | 'time-no-hour'
  | 'time-unreadable'
  | 'time-future'
  | 'time-order'

export type ReadRow = { item: ResultItem } | { fault: RowFault }

const resultWords: Readonly<Record<ResultWord, readonly string[]>> = {
  negative: ['阴性', '阴', '未检出', '阴性(-)', '(-)', '-', 'negative'],
  positive: ['阳性', '阳', '阳性(+)', '(+)', '+', 'positive'],
  pending: ['已采未出', '已采样', '已采样未出', '待出', '结果待出', '结果未出', '未出', '检测中', 'pending'],
}

/** In this order: the card of a foreign resident is called 身份证 too. */
const documentWords: readonly (readonly [PersonDocumentKind, RegExp])[] = [
  ['hk-macau-permit', /港澳|回乡证/],
  ['taiwan-permit', /台/],
  ['passport', /护照|passport/],
  ['foreigner-permit', /外国人|永久居留|永居/],
  ['id-card', /^$|身份证|^居住证|^id/],
  ['other', /其他|其它|other/],
]

const plain = (cell: string) => cell.normalize('NFKC').toLowerCase().replace(/\s/g, '')

function resultOf(cell: string): ResultWord | undefined {
  const word = plain(cell)
  const kinds: readonly ResultWord[] = ['negative', 'positive', 'pending']
  return kinds.find((kind) => resultWords[kind].includes(word))
}

/** An 18-digit number that went through a spreadsheet as a number: 4.10899E+17, or its last three digits turned to 0. */
function spoiltBySpreadsheet(number: string): RowFault | undefined {
  if (/^\d(\.\d+)?e\+?\d+$/i.test(number.trim())) return 'number-scientific'
  return /^\d{15}000$/.test(number.trim()) ? 'number-rounded' : undefined
}

function timeFault(sampled: TypedTime, reported: TypedTime, result: ResultWord, now: Instant): RowFault | undefined {
  for (const time of [sampled, reported]) {
    if (time === 'no-hour') return 'time-no-hour'
    if (time === 'unreadable') return 'time-unreadable'
    if (time !== 'empty' && time > now + 2 * minute) return 'time-future'
  }
  if (typeof sampled === 'number' && typeof reported === 'number' && sampled > reported) return 'time-order'
  return sampled === 'empty' && reported === 'empty' && result === 'negative' ? 'time-missing' : undefined
}

function readNumber(
  cells: (column: Column) => string,
  now: Instant,
): Pick<ResultItem, 'document' | 'number'> | RowFault {
  const kind = documentWords.find(([, words]) => words.test(plain(cells('document'))))?.[0]
  if (!kind) return 'document-unknown'
  const typed = cells('number')
  if (typed === '') return 'number-missing'
  const read = parsePersonDocument(kind, typed, now)
  if (read.ok) return read.value.length < 4 ? 'number-form' : { document: kind, number: read.value }
  return spoiltBySpreadsheet(typed) ?? (read.code === 'id.wrong-check' ? 'number-check' : 'number-form')
}

/** One row of the file as one item of the intake, or why not. */
export function readRow(row: readonly string[], columns: Columns, now: Instant): ReadRow {
  const cell = (column: Column) => row[columns[column] ?? -1] ?? ''
  const person = readNumber(cell, now)
  if (typeof person === 'string') return { fault: person }
  if (cell('result') === '') return { fault: 'result-missing' }
  const result = resultOf(cell('result'))
  if (!result) return { fault: 'result-unknown' }
  const [sampled, reported] = [readTypedTime(cell('sampledAt')), readTypedTime(cell('reportedAt'))]
  const fault = timeFault(sampled, reported, result, now)
  if (fault) return { fault }
  return {
    item: {
      ...person,
      result,
      ...(typeof sampled === 'number' ? { sampledAt: beijingIso(sampled) } : {}),
      ...(typeof reported === 'number' ? { reportedAt: beijingIso(reported) } : {}),
    },
  }
}
