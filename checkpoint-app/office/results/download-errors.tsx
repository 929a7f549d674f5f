import { Button } from '../../ui/button.tsx'
import { fileName, saveTable } from '../ledger/save-table.ts'
import { useOfficeWords, type OfficeWords } from '../words.ts'
import { errorsCsv, type ResultFile } from './result-file.ts'
import type { SentRow } from './send-results.ts'

type Refused = { line: number; cells: readonly string[]; reason: string }

/** Rows that were not taken in, in the order of the file: what this page could not read, and what the server refused. */
export function refusedRows({ rows }: ResultFile, sent: readonly SentRow[], words: OfficeWords['results']): Refused[] {
  const unread = rows.flatMap(({ line, cells, read }) =>
    'fault' in read ? [{ line, cells, reason: words.faults[read.fault] }] : [],
  )
  const refused = sent.flatMap(({ row: { line, cells }, answer }) =>
    answer.status === 'refused' ? [{ line, cells, reason: answer.error?.message ?? '' }] : [],
  )
  return [...unread, ...refused].sort((a, b) => a.line - b.line)
}

/** The same file with only those rows and one more column, 错误原因. */
export function DownloadErrors({ file, sent }: { file: ResultFile; sent: readonly SentRow[] }) {
  const { results: words } = useOfficeWords()
  const refused = refusedRows(file, sent, words)
  if (refused.length === 0) return null
  return (
    <Button compact onClick={() => saveTable(fileName(words.errorsName), errorsCsv(file.headings, refused))}>
      {words.errorsFile}
    </Button>
  )
}
