import { useMemo, useState } from 'react'
import { shortTime } from '../../../shared/instant.ts'
import { Button } from '../../ui/button.tsx'
import { Busy } from '../../ui/busy.tsx'
import { Empty } from '../../ui/empty.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { addressOf, readAddress, type Address } from '../address.ts'
import { ToggleChip } from '../ledger/chips.tsx'
import { PageHead } from '../ledger/page-head.tsx'
import { useCheckpoints } from '../use-checkpoints.ts'
import { goTo } from '../use-address.ts'
import { useOfficeWords } from '../words.ts'
import { ExportButton } from './export-button.tsx'
import { FilterBar, useFilterNames } from './filter-bar.tsx'
import { filtersIn, type Filters } from './filters.ts'
import { InspectionSheet } from './inspection-sheet.tsx'
import { InspectionsTable } from './inspections-table.tsx'
import { useInspections } from './use-inspections.ts'
import { useLive } from './use-live.ts'
import { PrintButton } from '../print-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { syncIcon } from '../../ui/icons.ts'

type Given = { list: ReturnType<typeof useInspections>; filtered: boolean; onOpen: (id: string) => void }

/** The rows, or why there are none; then the way further back. */
function Lines({ list, filtered, onOpen }: Given) {
  const { inspections: words } = useOfficeWords()
  if (!list.list) return list.problem ? null : <Busy />
  const { more, loadMore } = list
  const { items, next } = list.list
  return (
    <>
      {items.length === 0 ? (
        <Empty title={filtered ? words.emptyFiltered : words.empty}>{!filtered && <p>{words.emptyDo}</p>}</Empty>
      ) : (
        <InspectionsTable rows={items} onOpen={({ id }) => onOpen(id)} />
      )}
      {more.problem && <ErrorNote problem={more.problem} onRetry={() => void loadMore()} />}
      <p className="ledger-foot">
        {items.length > 0 && <span className="quiet">{words.shown(items.length)}</span>}
        {next !== null ? (
          <Button compact busy={more.busy} className="screen-only" onClick={() => void loadMore()}>
            {words.more}
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
  const { at, busy, reload } = list
  useLive(live, reload)
  return (
    <p className="live-line screen-only">
      <ToggleChip pressed={live} onPress={() => setLive(!live)}>
        {live ? words.liveOn : words.live}
      </ToggleChip>
      <Button kind="ghost" compact aria-busy={busy} onClick={() => void reload()}>
        <Icon of={syncIcon} size={20} />
        {refresh}
      </Button>
      {at !== undefined && <span className="quiet">{words.renewed(shortTime(at))}</span>}
    </p>
  )
}

/** 查验台账: newest first, filtered by chips, each line opened beside the list. */
export function InspectionsPage({ address: { part, query } }: { address: Address }) {
  const { inspections: words, pages } = useOfficeWords()
  // Opening a row changes the address but not the list.
  const search = addressOf('', undefined, query)
  const filters = useMemo<Filters>(() => filtersIn(readAddress(search).query), [search])
  const list = useInspections(filters)
  const checkpoints = useCheckpoints().value?.items ?? []
  const names = useFilterNames(filters, checkpoints)
  const go = (filters: Filters, id?: string) => goTo('inspections', id, filters)
  const printNote = names.length > 0 ? words.printFilters(names.map(({ text }) => text).join('、')) : words.printAll
  return (
    <>
      <PageHead title={pages.inspections} lead={words.lead} printNote={printNote}>
        <ExportButton filters={filters} />
        <PrintButton />
      </PageHead>
      <FilterBar filters={filters} names={names} checkpoints={checkpoints} onChange={(next) => go(next)} />
      <LiveLine list={list} />
      {list.problem && <ErrorNote problem={list.problem} onRetry={() => void list.reload()} />}
      <Lines list={list} filtered={names.length > 0} onOpen={(id) => go(filters, id)} />
      <InspectionSheet id={part} row={list.list?.items.find(({ id }) => id === part)} onClose={() => go(filters)} />
    </>
  )
}
