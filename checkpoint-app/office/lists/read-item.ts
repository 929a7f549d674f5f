import { parseCompanyCode } from '../../../shared/identity/company-code.ts'
import { parsePersonDocument, type PersonDocumentKind } from '../../../shared/identity/person-document.ts'
import { beijingIso, type Instant } from '../../../shared/instant.ts'
import { eligibilities, eligibilityIds, type ListKind } from '../../../shared/lists/kinds.ts'
import { readTypedTime } from '../results/typed-time.ts'
import { columnsOf, type FieldName, type ListItem, type Places } from './columns.ts'

export type WhyNot = 'missing' | 'scientific' | 'rounded' | 'check' | 'unreadable' | 'twice'
/** The column is named as the template calls it. */
export type CellFault = { readonly column: string; readonly why: WhyNot }
export type ReadLine = { item: ListItem } | { fault: CellFault }

const plain = (cell: string) => cell.normalize('NFKC').toLowerCase().replace(/\s/g, '')

/** In this order: the card of a foreign resident is called 身份证 too. */
const documentWords: readonly (readonly [PersonDocumentKind, RegExp])[] = [
  ['hk-macau-permit', /港澳|回乡证/],
  ['taiwan-permit', /台/],
  ['passport', /护照|passport/],
  ['foreigner-permit', /外国人|永久居留|永居/],
  ['id-card', /^$|身份证|^居住证|^id/],
  ['other', /其他|其它|other/],
]

/** A long number that a spreadsheet kept as a number: 4.10899E+17, or its last three digits turned to 0. */
export function spoilt(text: string): WhyNot | undefined {
  if (/^\d(\.\d+)?e\+?\d+$/i.test(text.trim())) return 'scientific'
  return /^\d{15}000$/.test(text.trim()) ? 'rounded' : undefined
}

/** A day alone begins at 0:00 and ends at 23:59. */
function momentOf(text: string, ends: boolean): string | undefined {
  const whole = /^[45]\d{4}$/.test(text) ? `${text}${ends ? '.999306' : '.0'}` : text
  const exact = readTypedTime(whole)
  const read = exact === 'no-hour' ? readTypedTime(`${text} ${ends ? '23:59' : '00:00'}`) : exact
  return typeof read === 'number' ? beijingIso(read) : undefined
}

type Cells = (field: FieldName) => string
type Read = Partial<ListItem> | WhyNot

const readers: Partial<Record<FieldName, (text: string, cells: Cells, now: Instant) => Read>> = {
  document: (text) => {
    const document = documentWords.find(([, words]) => words.test(plain(text)))?.[0]
    return document === undefined ? 'unreadable' : { document }
  },
  number: (text, cells, now) => {
    const kind = documentWords.find(([, words]) => words.test(plain(cells('document'))))?.[0] ?? 'id-card'
    const read = parsePersonDocument(kind, text, now)
    if (read.ok) return { number: read.value }
    return spoilt(text) ?? (read.code === 'id.wrong-check' ? 'check' : 'unreadable')
  },
  companyCode: (text) => {
    const read = parseCompanyCode(text)
    return read.ok ? { companyCode: read.value } : (spoilt(text) ?? 'check')
  },
  phone: (text) => spoilt(text) ?? { phone: text },
  closedLoop: (text) => {
    if (/^(是|有|√|✔|已落实|y|yes|1)$/.test(plain(text))) return { closedLoop: true }
    return /^(否|无|×|未落实|n|no|0)$/.test(plain(text)) ? { closedLoop: false } : 'unreadable'
  },
  eligibility: (text) => {
    const found = eligibilityIds.find((id) => plain(eligibilities[id].zh).includes(plain(text)))
    return found === undefined ? 'unreadable' : { eligibility: found }
  },
  from: (text) => timed('from', momentOf(text, false)),
  to: (text) => timed('to', momentOf(text, true)),
}

const timed = (field: 'from' | 'to', at: string | undefined): Read =>
  at === undefined ? 'unreadable' : { [field]: at }

/** One row as one item, or which column is wrong and why; the server checks the rest. */
export function readLine(list: ListKind, row: readonly string[], places: Places, now: Instant): ReadLine {
  const cells: Cells = (field) => row[places.get(field) ?? -1] ?? ''
  let item: ListItem = {}
  for (const { field, heading, needed } of columnsOf[list]) {
    const text = cells(field)
    if (text === '' && needed) return { fault: { column: heading, why: 'missing' } }
    if (text === '') continue
    const read = readers[field]?.(text, cells, now) ?? { [field]: text }
    if (typeof read === 'string') return { fault: { column: heading, why: read } }
    item = { ...item, ...read }
  }
  return { item }
}
