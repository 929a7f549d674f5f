import { useCallback, useState, type FormEvent } from 'react'
import { listTrackings } from '../../../schema/api/tracking.ts'
import type { AnswerOf } from '../../../schema/api/endpoint.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Field } from '../../ui/field.tsx'
import type { Address } from '../address.ts'
import { useLive } from '../inspections/use-live.ts'
import { Chips } from '../ledger/chips.tsx'
import { More } from '../ledger/more.tsx'
import { PageHead } from '../ledger/page-head.tsx'
import { WhenLoaded } from '../ledger/when-loaded.tsx'
import { useSession } from '../session.tsx'
import { goTo } from '../use-address.ts'
import { usePages } from '../use-pages.ts'
import { useOfficeWords } from '../words.ts'
import { TrackingSheet } from './tracking-sheet.tsx'
import type { Tracking } from './tracking-state.tsx'
import { TrackingTable } from './tracking-table.tsx'
import { useTrackingWords } from './words.ts'
import './tracking.css'

const shows = ['open', 'positive', 'overdue', 'unmatched', 'waiting', 'closed'] as const
type Show = (typeof shows)[number]
type Filters = { show: Show; plate: string | undefined }
const filtersIn = ({ show, plate }: Address['query']): Filters => ({
  show: shows.find((one) => one === show) ?? 'open',
  plate: plate && plate.length >= 2 ? plate : undefined,
})

function useTrackings({ show, plate }: Filters) {
  const { ask } = useSession()
  const fetch = useCallback(
    (before?: string) =>
      ask(listTrackings, {
        query: { show, ...(plate === undefined ? {} : { plate }), ...(before === undefined ? {} : { before }) },
      }),
    [ask, show, plate],
  )
  return usePages<Tracking, AnswerOf<typeof listTrackings>>(fetch)
}

function PlateSearch({ plate, onSearch }: { plate: string; onSearch: (plate: string | undefined) => void }) {
  const words = useTrackingWords()
  const [typed, setTyped] = useState(plate)
  const search = (event: FormEvent) => {
    event.preventDefault()
    onSearch(typed.trim().length >= 2 ? typed.trim() : undefined)
  }
  return (
    <form className="plate-search" role="search" onSubmit={search}>
      <Field
        label={words.plate}
        placeholder={words.plateHint}
        value={typed}
        maxLength={16}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button compact type="submit">
        {words.search}
      </Button>
    </form>
  )
}

/** 动态追踪: who waits for a result and how long, who is overdue, which positive needs somebody, and what was done. */
export function TrackingPage({ address: { part, query } }: { address: Address }) {
  const { pages } = useOfficeWords()
  const words = useTrackingWords()
  const filters = filtersIn(query)
  const list = useTrackings(filters)
  useLive(true, list.reload)
  const go = (next: Partial<Filters>, id?: string) => goTo('tracking', id, { ...filters, ...next })
  const counts: Partial<Record<Show, number>> = list.value?.counts ?? {}
  return (
    <>
      <PageHead title={pages.tracking} lead={words.lead} />
      <section className="filter-bar screen-only" aria-label={words.filters}>
        <Chips
          label={words.filters}
          chips={shows.map((value) => {
            const count = counts[value]
            return { value, label: words.show[value], ...(count === undefined ? {} : { count }) }
          })}
          value={filters.show}
          onChange={(show) => go({ show })}
        />
        <PlateSearch key={filters.plate ?? ''} plate={filters.plate ?? ''} onSearch={(plate) => go({ plate })} />
      </section>
      <WhenLoaded loaded={list}>
        {() =>
          list.items?.length === 0 ? (
            <Empty title={filters.show === 'open' && !filters.plate ? words.empty : words.emptyFiltered} />
          ) : (
            <TrackingTable rows={list.items ?? []} onOpen={({ id }) => go({}, id)} />
          )
        }
      </WhenLoaded>
      <More {...list} />
      <TrackingSheet id={part} onClose={() => go({})} onChanged={() => void list.reload()} />
    </>
  )
}
