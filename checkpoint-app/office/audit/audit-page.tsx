import { useMemo, useState } from 'react'
import { Busy } from '../../ui/busy.tsx'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { addressOf, readAddress, type Address } from '../address.ts'
import { PageHead } from '../ledger/page-head.tsx'
import { goTo } from '../use-address.ts'
import { useOfficeWords } from '../words.ts'
import { ChainState } from './chain-state.tsx'
import { EntriesTable } from './entries-table.tsx'
import { EntrySheet } from './entry-sheet.tsx'
import { ExportLog } from './export-log.tsx'
import { FilterBar } from './filter-bar.tsx'
import { filterTexts } from './filter-names.ts'
import { filtersIn, type Filters } from './filters.ts'
import { useActors } from './use-actors.ts'
import { useEntries } from './use-entries.ts'
import { useEntryWords } from './use-entry-words.ts'
import { PrintButton } from '../print-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { syncIcon } from '../../ui/icons.ts'
import './audit.css'

type Given = { list: ReturnType<typeof useEntries>; filtered: boolean; onOpen: (seq: number) => void }

/** The entries, or why there are none; then the way further back. */
function Lines({ list, filtered, onOpen }: Given) {
  const words = useEntryWords()
  const { items, next, more, loadMore } = list
  if (!list.value) return list.problem ? null : <Busy />
  return (
    <>
      {items.length === 0 ? (
        <Empty title={filtered ? words.emptyFiltered : words.empty} />
      ) : (
        <EntriesTable entries={items} onOpen={({ seq }) => onOpen(seq)} />
      )}
      {more.problem && <ErrorNote problem={more.problem} onRetry={() => void loadMore()} />}
      <p className="ledger-foot">
        {items.length > 0 && <span className="quiet">{words.shown(items.length)}</span>}
        {next !== null && (
          <Button compact busy={more.busy} className="screen-only" onClick={() => void loadMore()}>
            {items.length === 0 ? words.seek : words.more}
          </Button>
        )}
        {next === null && items.length > 0 && <span className="quiet">{words.end}</span>}
      </p>
    </>
  )
}

/** 审计日志: whether it is whole, then what stands in it, newest first. */
export function AuditPage({ address: { part, query } }: { address: Address }) {
  const words = useEntryWords()
  const { pages, refresh, exportFile } = useOfficeWords()
  // Opening an entry changes the address but not the list.
  const search = addressOf('', undefined, query)
  const filters = useMemo<Filters>(() => filtersIn(readAddress(search).query), [search])
  const list = useEntries(filters)
  const actors = useActors()
  const [exporting, setExporting] = useState(false)
  const names = filterTexts(filters, actors, words)
  const texts = names.map(({ text }) => text)
  const go = (filters: Filters, seq?: number) => goTo('audit', seq?.toString(), filters)
  return (
    <>
      <PageHead
        title={pages.audit}
        lead={words.lead}
        printNote={texts.length > 0 ? words.printNote(texts.join('、')) : words.printAll}
      >
        <Button compact onClick={() => setExporting(true)}>
          {exportFile}
        </Button>
        <Button compact onClick={() => void list.reload()}>
          <Icon of={syncIcon} size={20} />
          {refresh}
        </Button>
        <PrintButton />
      </PageHead>
      <ChainState />
      <FilterBar filters={filters} names={names} actors={actors} onChange={(next) => go(next)} />
      {list.problem && <ErrorNote problem={list.problem} onRetry={() => void list.reload()} />}
      <Lines list={list} filtered={names.length > 0} onOpen={(seq) => go(filters, seq)} />
      <EntrySheet seq={part} entry={list.items.find(({ seq }) => String(seq) === part)} onClose={() => go(filters)} />
      <ExportLog open={exporting} filters={filters} names={texts} onDone={() => setExporting(false)} />
    </>
  )
}
