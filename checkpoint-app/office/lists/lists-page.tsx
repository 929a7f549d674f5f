import { useMemo } from 'react'
import { kinds, listKinds, type ListKind } from '../../../shared/lists/kinds.ts'
import { standingWords } from '../../../shared/lists/words.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { addressOf, readAddress, type Address } from '../address.ts'
import { PageHead } from '../ledger/page-head.tsx'
import { WhenLoaded } from '../ledger/when-loaded.tsx'
import { may } from '../pages.ts'
import { useStaff } from '../session.tsx'
import { goTo } from '../use-address.ts'
import { useChosenLanguage, useOfficeWords } from '../words.ts'
import { EntriesTable } from './entries-table.tsx'
import { EntrySheet } from './entry-sheet.tsx'
import { ExportList } from './export-list.tsx'
import { FilterBar } from './filter-bar.tsx'
import { ImportPage } from './import-page.tsx'
import { filtersIn, useEntries, type EntriesPage, type Entry, type Filters } from './use-entries.ts'
import { useListWords } from './words.ts'
import { PrintButton } from '../print-button.tsx'
import './lists.css'

const isList = (text: string | undefined): text is ListKind => listKinds.some((one) => one === text)

function Tabs({ list }: { list: ListKind }) {
  const words = useListWords()
  const language = useChosenLanguage()
  return (
    <nav aria-label={words.kinds} className="list-tabs screen-only">
      {listKinds.map((one) => (
        <a key={one} href={addressOf('lists', one)} aria-current={one === list ? 'page' : undefined}>
          {kinds[one].name[language]}
        </a>
      ))}
    </nav>
  )
}

function Effect({ list }: { list: ListKind }) {
  const words = useListWords()
  const language = useChosenLanguage()
  const { effect } = kinds[list]
  return <p className="quiet list-effect">{effect === null ? words.noEffect : words.effect(effect[language])}</p>
}

type Shown = { list: ListKind; page: EntriesPage; filtered: boolean; onOpen: (entry: Entry) => void }

/** What needs somebody first, then the list. */
function Tables({ list, page: { items, urgent }, filtered, onOpen }: Shown) {
  const words = useListWords()
  if (items.length === 0)
    return <Empty title={filtered ? words.emptyFiltered : words.empty}>{!filtered && <p>{words.emptyDo}</p>}</Empty>
  return (
    <>
      {urgent.length > 0 && (
        <section className="list-urgent stack-tight" aria-label={words.urgent}>
          <h2>
            {words.urgent} <span className="quiet small">{words.urgentLead}</span>
          </h2>
          <EntriesTable list={list} rows={urgent} caption={words.urgent} onOpen={onOpen} />
        </section>
      )}
      <EntriesTable list={list} rows={items} caption={words.others} onOpen={onOpen} />
    </>
  )
}

function Foot({ page, more, loadMore }: { page: EntriesPage } & Omit<ReturnType<typeof useEntries>, 'loaded'>) {
  const words = useListWords()
  if (page.items.length === 0) return null
  return (
    <>
      {more.problem && <ErrorNote problem={more.problem} onRetry={() => void loadMore()} />}
      <p className="ledger-foot">
        <span className="quiet">{words.shown(page.items.length)}</span>
        {page.next === null ? (
          <span className="quiet">{words.end}</span>
        ) : (
          <Button compact busy={more.busy} className="screen-only" onClick={() => void loadMore()}>
            {words.more}
          </Button>
        )}
      </p>
    </>
  )
}

function Head({ list, filters }: { list: ListKind; filters: Filters }) {
  const words = useListWords()
  const language = useChosenLanguage()
  const { pages } = useOfficeWords()
  const { role } = useStaff()
  const name = kinds[list].name[language]
  const note = filters.standing ? `${name}　${standingWords[filters.standing][language]}` : name
  return (
    <PageHead title={pages.lists} lead={words.lead} printNote={note}>
      {may(role, 'bringLists') && (
        <a className="button button-primary button-compact" href={addressOf('lists', list, { do: 'import' })}>
          {words.bring}
        </a>
      )}
      {may(role, 'exportLists') && <ExportList list={list} standing={filters.standing} />}
      <PrintButton />
    </PageHead>
  )
}

function OneList({ list, address: { query } }: { list: ListKind; address: Address }) {
  const { entry, ...rest } = query
  // Opening an entry changes the address but not the list.
  const search = addressOf('', undefined, rest)
  const filters = useMemo(() => filtersIn(readAddress(search).query), [search])
  const { loaded, ...further } = useEntries(list, filters)
  const go = (filters: Filters, id?: string) => goTo('lists', list, { ...filters, entry: id })
  return (
    <>
      <Head list={list} filters={filters} />
      <Tabs list={list} />
      <Effect list={list} />
      <WhenLoaded loaded={loaded}>
        {(page) => (
          <>
            <FilterBar filters={filters} counts={page.counts} onChange={(next) => go(next)} />
            <Tables
              list={list}
              page={page}
              filtered={Object.keys(filters).length > 0}
              onOpen={({ id }) => go(filters, id)}
            />
            <Foot page={page} {...further} />
          </>
        )}
      </WhenLoaded>
      <EntrySheet id={entry} onChanged={() => void loaded.reload()} onClose={() => go(filters)} />
    </>
  )
}

/** 白名单: four lists as tabs, each with its chain; an entry beside the list; import from a file. */
export function ListsPage({ address }: { address: Address }) {
  const list = isList(address.part) ? address.part : 'W1'
  const { role } = useStaff()
  const importing = address.query['do'] === 'import' && may(role, 'bringLists')
  return importing ? <ImportPage key={list} list={list} /> : <OneList key={list} list={list} address={address} />
}
