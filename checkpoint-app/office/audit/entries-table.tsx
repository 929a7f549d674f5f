import { Ledger, type Column } from '../ledger/ledger.tsx'
import { sheetTime } from '../inspections/export.ts'
import { useOfficeWords } from '../words.ts'
import { actorOf, deedOf, reasonOf, roleOf, sentenceOf, subjectOf, type Entry, type EntryWords } from './entry-words.ts'
import { useEntryWords } from './use-entry-words.ts'

const columnsOf = (words: EntryWords): readonly Column<Entry>[] => [
  { title: words.time, cell: ({ at }) => <span className="time">{sheetTime(at)}</span> },
  {
    title: words.actor,
    cell: (entry) => (
      <>
        {actorOf(entry, words)} <span className="quiet small one-word">{roleOf(entry.role, words)}</span>
      </>
    ),
    wide: 'mid',
  },
  {
    title: words.what,
    cell: (entry) => (
      <>
        <strong>{deedOf(entry.action, words)}</strong> <span className="quiet">{subjectOf(entry)}</span>
        <span className="phone-only quiet small">{words.who(actorOf(entry, words), roleOf(entry.role, words))}</span>
      </>
    ),
  },
  { title: words.reason, cell: (entry) => reasonOf(entry, words), wide: 'mid' },
  { title: words.number, cell: ({ seq }) => <span className="quiet">{seq}</span>, wide: true, number: true },
]

type Given = { entries: readonly Entry[]; onOpen: (entry: Entry) => void }

export function EntriesTable({ entries, onOpen }: Given) {
  const { pages } = useOfficeWords()
  const words = useEntryWords()
  return (
    <Ledger
      caption={pages.audit}
      columns={columnsOf(words)}
      rows={entries}
      rowKey={({ seq }) => String(seq)}
      onOpen={onOpen}
      openLabel={(entry) => words.open(sheetTime(entry.at), sentenceOf(entry, words))}
      unnumbered
    />
  )
}
