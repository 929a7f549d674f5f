import type { PersonDocumentKind } from '../../../shared/identity/person-document.ts'
import type { Instant } from '../../../shared/instant.ts'
import type { Errors } from '../use-form.ts'
import { readRow, type ResultItem, type RowFault } from './read-row.ts'

/** One result as it is typed. */
export type Typed = {
  document: PersonDocumentKind
  number: string
  result: ResultItem['result'] | ''
  sampledAt: string
  reportedAt: string
  source: string
}

const inColumns = { document: 0, number: 1, sampledAt: 2, reportedAt: 3, result: 4 } as const
/** The words by which a file names each kind. */
const inWords: Readonly<Record<PersonDocumentKind, string>> = {
  'id-card': '居民身份证',
  'hk-macau-permit': '港澳',
  'taiwan-permit': '台湾',
  passport: '护照',
  'foreigner-permit': '外国人',
  other: '其他',
}

/** Read by the same rules as a line of a file. */
export const readOne = ({ document, number, result, sampledAt, reportedAt }: Typed, now: Instant) =>
  readRow([inWords[document], number.trim(), sampledAt, reportedAt, result], inColumns, now)

type Words = { faults: Readonly<Record<RowFault, string>>; sourceNeeded: string; resultNeeded: string }

/** The fault beside the field that it is about. */
export function errorsOf(typed: Typed, now: Instant, words: Words): Errors {
  const read = readOne(typed, now)
  const source = typed.source.trim() === '' ? { source: words.sourceNeeded } : {}
  if ('item' in read) return source
  const { fault } = read
  if (fault.startsWith('result')) return { ...source, result: words.resultNeeded }
  if (fault.startsWith('number') || fault.startsWith('document')) return { ...source, number: words.faults[fault] }
  const field = typed.reportedAt.trim() === '' && typed.sampledAt.trim() !== '' ? 'sampledAt' : 'reportedAt'
  return { ...source, [field]: words.faults[fault] }
}
