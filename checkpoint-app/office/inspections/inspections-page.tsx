import { useMemo, useState } from 'react'
import { shortTime } from '../../../shared/instant.ts'
import { Button } from '../../ui/button.tsx'
import { Busy } from '../../ui/busy.tsx'
import { Empty } from '../../ui/empty.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { ToggleChip } from '../ledger/chips.tsx'
import { PageHead } from '../ledger/page-head.tsx'
import { goTo, useAddress } from '../use-address.ts'
import { useOfficeWords } from '../words.ts'
import { ExportButton } from './export-button.tsx'
import { FilterBar, useFilterNames } from './filter-bar.tsx'
import { filtersIn, queryOf, type Filters } from './filters.ts'
import { InspectionSheet } from './inspection-sheet.tsx'
import { InspectionsTable } from './inspections-table.tsx'
import { useInspections } from './use-inspections.ts'
import { useLive } from './use-live.ts'

type Given = { list: ReturnType<typeof useInspections>; filtered: boolean; onOpen: (id: string) => void }

/** The rows, or why there are none; then the way further back. */
function Lines({ list, filtered, onOpen }: Given) {
  const { inspections: words } = useOfficeWords()
  const { newest, loadMore, busy, problem } = list
  if (!list.list) return newest.problem ? null : <Busy />
  const { items, next } = list.list
  return (
    <>
      {items.length === 0 ? (
        <Empty title={filtered ? words.emptyFiltered : words.empty}>{!filtered && <p>{words.emptyDo}</p>}</Empty>
      ) : (
        <InspectionsTable rows={items} onOpen={({ id }) => onOpen(id)} />
      )}
      {problem && <ErrorNote problem={problem} onRetry={() => void loadMore()} />}
      <p className="ledger-foot">
        <span className="quiet">{words.shown(items.length)}</span>
        {next !== null ? (
          <Button compact busy={busy} className="screen-only" onClick={() => void loadMore()}>
            {items.length === 0 ? words.seek : words.more}
          </Button>
        ) : (
          items.length > 0 && <span className="quiet">{words.end}</span>
        )}
      </p>
    </>
  )
}

function LiveLine({ list }: { list: Given['list'] }) {
  const { inspections: words, refresh } = useOfficeWords()
  const [live, setLive] = useState(true)
  const { at, busy, reload } = list.newest
  useLive(live, reload)
  return (
    <p className="live-line screen-only">
      <ToggleChip pressed={live} onPress={() => setLive(!live)}>
        {live ? words.liveOn : words.live}
      </ToggleChip>
      <Button kind="ghost" compact aria-busy={busy} onClick={() => void reload()}>
        {refresh}
      </Button>
      {at !== undefined && <span className="quiet">{words.renewed(shortTime(at))}</span>}
    </p>
  )
}

/** 查验台账: newest first, filtered by chips, each line opened beside the list. */
export function InspectionsPage() {
  const { inspections: words, pages, print } = useOfficeWords()
  const { part, query } = useAddress()
  const search = JSON.stringify(query)
  const filters = useMemo<Filters>(() => filtersIn(JSON.parse(search) as Record<string, string>), [search])
  const list = useInspections(filters)
  const names = useFilterNames(filters).map(({ text }) => text)
  const go = (filters: Filters, id?: string) => goTo('inspections', id, queryOf(filters))
  const printNote = names.length > 0 ? words.printFilters(names.join('、')) : words.printAll
  return (
    <>
      <PageHead title={pages.inspections} lead={words.lead} printNote={printNote}>
        <ExportButton filters={filters} />
        <Button compact onClick={() => window.print()}>
          {print}
        </Button>
      </PageHead>
      <FilterBar filters={filters} onChange={(next) => go(next)} />
      <LiveLine list={list} />
      {list.newest.problem && <ErrorNote problem={list.newest.problem} onRetry={() => void list.newest.reload()} />}
      <Lines list={list} filtered={names.length > 0} onOpen={(id) => go(filters, id)} />
      <InspectionSheet id={part} row={list.list?.items.find(({ id }) => id === part)} onClose={() => go(filters)} />
    </>
  )
}
