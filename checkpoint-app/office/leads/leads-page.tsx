import { useCallback } from 'react'
import type { AnswerOf } from '../../../schema/api/endpoint.ts'
import { listLeads } from '../../../schema/api/leads.ts'
import { leadKinds, leadStates } from '../../../shared/leads/kinds.ts'
import { Empty } from '../../ui/empty.tsx'
import { Select } from '../../ui/select.tsx'
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
import { LeadSheet } from './lead-sheet.tsx'
import type { Lead } from './lead-state.tsx'
import { LeadsTable } from './leads-table.tsx'
import { useLeadWords } from './words.ts'
import './leads.css'

const shows = [...leadStates, 'all'] as const
const kinds = ['any', ...leadKinds] as const
type Filters = { show: (typeof shows)[number]; kind: (typeof kinds)[number] }

const filtersIn = ({ show, kind }: Address['query']): Filters => ({
  show: shows.find((one) => one === show) ?? 'open',
  kind: kinds.find((one) => one === kind) ?? 'any',
})

function useLeads({ show, kind }: Filters) {
  const { ask } = useSession()
  const fetch = useCallback(
    (before?: string) =>
      ask(listLeads, {
        query: {
          ...(show === 'all' ? {} : { state: show }),
          ...(kind === 'any' ? {} : { kind }),
          ...(before === undefined ? {} : { before }),
        },
      }),
    [ask, show, kind],
  )
  return usePages<Lead, AnswerOf<typeof listLeads>>(fetch)
}

type Bar = {
  filters: Filters
  counts: AnswerOf<typeof listLeads>['counts'] | undefined
  go: (next: Partial<Filters>) => void
}

function FilterBar({ filters, counts, go }: Bar) {
  const words = useLeadWords()
  const known: Partial<Record<Filters['show'], number>> =
    counts === undefined ? {} : { open: counts.open, 'passed-on': counts.passedOn }
  return (
    <section className="filter-bar lead-filters screen-only" aria-label={words.filters}>
      <Chips
        label={words.state}
        chips={shows.map((value) => {
          const count = known[value]
          const label = value === 'all' ? words.all : words.states[value]
          return { value, label, ...(count === undefined ? {} : { count }) }
        })}
        value={filters.show}
        onChange={(show) => go({ show })}
      />
      <Select
        label={words.kind}
        options={kinds.map((value) => ({ value, label: value === 'any' ? words.anyKind : words.kinds[value] }))}
        value={filters.kind}
        onChange={(kind) => go({ kind })}
      />
    </section>
  )
}

/** 线索: what does not fit, who passed it on, and what came out. Nothing here holds a truck. */
export function LeadsPage({ address: { part, query } }: { address: Address }) {
  const { pages } = useOfficeWords()
  const words = useLeadWords()
  const filters = filtersIn(query)
  const list = useLeads(filters)
  useLive(true, list.reload)
  const go = (next: Partial<Filters>, id?: string) => goTo('leads', id, { ...filters, ...next })
  const isUsual = filters.show === 'open' && filters.kind === 'any'
  return (
    <>
      <PageHead title={pages.leads} lead={words.lead} />
      <FilterBar filters={filters} counts={list.value?.counts} go={go} />
      <WhenLoaded loaded={list}>
        {() =>
          list.items?.length === 0 ? (
            <Empty title={isUsual ? words.empty : words.emptyFiltered} />
          ) : (
            <LeadsTable rows={list.items ?? []} onOpen={({ id }) => go({}, id)} />
          )
        }
      </WhenLoaded>
      <More {...list} />
      <LeadSheet id={part} onClose={() => go({})} onChanged={() => void list.reload()} />
    </>
  )
}
