/** Tables as spreadsheet programs expect them: UTF-8 with a byte order mark, CRLF, quotes where needed. */
const mark = '\uFEFF'

/** A cell that a spreadsheet would run as a formula; full-width signs count, some programs fold them. */
const formula = /^[\s\p{Cc}]*[=+\-@＝＋－＠]/u
const plainNumber = /^-?\d{1,11}(\.\d+)?$/
/** Twelve digits and more lose their end, a leading zero vanishes: a tab before them keeps them as text. */
const longNumber = /^(\d{11,}[\dXx]|0\d+)$/

function harmless(cell: string): string {
  if (plainNumber.test(cell) && !longNumber.test(cell)) return cell
  if (longNumber.test(cell)) return `\t${cell}`
  return formula.test(cell) ? `'${cell}` : cell
}

const quoted = (cell: string) => (/[",\r\n\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

export const csvText = (rows: readonly (readonly string[])[]): string =>
  mark + rows.map((row) => row.map((cell) => quoted(harmless(cell))).join(',') + '\r\n').join('')

const separators = [',', '\t', ';', '，'] as const

/** The separator that the first line uses most, outside quotes. */
function separatorOf(text: string): string {
  const line = (/^[^\r\n]*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '')
  const count = (sign: string) => line.split(sign).length
  return [...separators].sort((a, b) => count(b) - count(a))[0] ?? ','
}

/** Text as it was meant: without the tricks that keep long numbers as text (`="…"`, a leading ' or tab). */
const meant = (cell: string) =>
  cell
    .trim()
    .replace(/^="(.*)"$/, '$1')
    .replace(/^'/, '')
    .trim()

const cellPattern = (separator: string) => {
  const sign = separator === '\t' ? '\\t' : separator
  return new RegExp(`(?:"((?:[^"]|"")*)"[^${sign}\\r\\n]*|([^${sign}\\r\\n]*))(${sign}|\\r\\n|\\r|\\n|$)`, 'gy')
}

/** Reads a delimited table (RFC 4180, or tabs, semicolons); empty lines are left out. `line` counts from 1. */
export function readCsv(text: string): { line: number; cells: string[] }[] {
  const body = text.startsWith(mark) ? text.slice(1) : text
  const separator = separatorOf(body)
  const rows: { line: number; cells: string[] }[] = []
  let cells: string[] = []
  let line = 1
  let passed = 1
  for (const [whole, inQuotes, bare, end] of body.matchAll(cellPattern(separator))) {
    cells.push(meant(inQuotes === undefined ? (bare ?? '') : inQuotes.replaceAll('""', '"')))
    passed += whole.split(/\r\n|\r|\n/).length - 1
    if (end === separator) continue
    if (cells.some((cell) => cell !== '')) rows.push({ line, cells })
    line = passed
    cells = []
    if (end === '') break
  }
  return rows
}
