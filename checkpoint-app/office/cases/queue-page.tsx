import { useCallback, useState } from 'react'
import type { AnswerOf } from '../../../schema/api/endpoint.ts'
import { searchCases } from '../../../schema/api/cases.ts'
import { caseCategories, caseLevels } from '../../../shared/cases/kinds.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { useRegions } from '../../ui/use-regions.ts'
import { addressOf, type Address } from '../address.ts'
import { useLive } from '../inspections/use-live.ts'
import { Chips } from '../ledger/chips.tsx'
import { More } from '../ledger/more.tsx'
import { PageHead } from '../ledger/page-head.tsx'
import { WhenLoaded } from '../ledger/when-loaded.tsx'
import { may } from '../pages.ts'
import { useSession, useStaff } from '../session.tsx'
import { goTo } from '../use-address.ts'
import { useCheckpoints } from '../use-checkpoints.ts'
import { usePages } from '../use-pages.ts'
import { useOfficeWords } from '../words.ts'
import { useCaseNames, type CaseLine } from './case-state.tsx'
import { CasesTable } from './cases-table.tsx'
import { ExportCases } from './export-cases.tsx'
import { askedBy, filtersIn, isUsual, shows, type Filters } from './filters.ts'
import { useCaseWords } from './words.ts'

type Found = AnswerOf<typeof searchCases>
type Go = (next: Partial<Filters>) => void

function useFound(filters: Filters) {
  const { ask } = useSession()
  const wanted = JSON.stringify(askedBy(filters))
  const fetch = useCallback(
    (after?: string) => {
      const asked: ReturnType<typeof askedBy> = JSON.parse(wanted)
      return ask(searchCases, { body: { ...asked, ...(after === undefined ? {} : { after }) } })
    },
    [ask, wanted],
  )
  return usePages<CaseLine, Found>(fetch)
}

function FilterBar({ filters, counts, go }: { filters: Filters; counts: Found['counts'] | undefined; go: Go }) {
  const words = useCaseWords()
  const known: Partial<Record<Filters['show'], number>> =
    counts === undefined ? {} : { open: counts.open, overdue: counts.overdue, new: counts.new }
  return (
    <section className="filter-bar screen-only" aria-label={words.filters}>
      <Chips
        label={words.state}
        chips={shows.map((value) => {
          const count = known[value]
          return { value, label: words.shows[value], ...(count === undefined ? {} : { count }) }
        })}
        value={filters.show}
        onChange={(show) => go({ show })}
      />
      <Finder filters={filters} go={go} />
      <Selects filters={filters} go={go} />
    </section>
  )
}

function Finder({ filters, go }: { filters: Filters; go: Go }) {
  const words = useCaseWords()
  const [text, setText] = useState(filters.text)
  return (
    <form
      role="search"
      className="case-finder"
      onSubmit={(event) => {
        event.preventDefault()
        go({ text: text.trim() })
      }}
    >
      <Field
        label={words.search}
        value={text}
        maxLength={60}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" compact>
        {words.find}
      </Button>
    </form>
  )
}

/** Of those that he sees, each once. */
const countiesIn = (checkpoints: readonly { county: string }[], area: string | undefined): readonly string[] =>
  [...new Set(checkpoints.map(({ county }) => county))]
    .filter((county) => area === undefined || county.startsWith(area.replace(/(00)+$/, '')))
    .toSorted()

function Selects({ filters, go }: { filters: Filters; go: Go }) {
  const words = useCaseWords()
  const names = useCaseNames()
  const { role, area } = useStaff()
  const isHead = role === 'head'
  const checkpoints = useCheckpoints().value?.items ?? []
  const regions = useRegions()
  const counties = countiesIn(checkpoints, area)
  return (
    <div className="case-selects">
      <Select
        label={words.category}
        options={(['', ...caseCategories] as const).map((value) => ({
          value,
          label: value === '' ? words.anyCategory : names.category(value),
        }))}
        value={filters.category}
        onChange={(category) => go({ category })}
      />
      <Select
        label={words.level}
        options={(['', ...caseLevels] as const).map((value) => ({
          value,
          label: value === '' ? words.anyLevel : words.upTo[value],
        }))}
        value={filters.level}
        onChange={(level) => go({ level })}
      />
      {!isHead && counties.length > 1 && (
        <Select
          label={words.county}
          options={[
            { value: '', label: words.anyCounty },
            ...counties.map((value) => ({ value, label: regions?.regionName(value) ?? value })),
          ]}
          value={filters.county}
          onChange={(county) => go({ county })}
        />
      )}
      {!isHead && (
        <Select
          label={words.checkpoint}
          options={[
            { value: '', label: words.anyCheckpoint },
            ...checkpoints.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={filters.checkpoint}
          onChange={(checkpoint) => go({ checkpoint })}
        />
      )}
      <Field
        label={words.since}
        type="date"
        value={filters.since}
        onChange={(event) => go({ since: event.currentTarget.value })}
      />
      <Field
        label={words.until}
        type="date"
        value={filters.until}
        onChange={(event) => go({ until: event.currentTarget.value })}
      />
    </div>
  )
}

/** The queue of 12328: what is due first on top, with the time left. */
export function QueuePage({ address: { query } }: { address: Address }) {
  const { pages } = useOfficeWords()
  const words = useCaseWords()
  const { role } = useStaff()
  const [text, setText] = useState('')
  const filters = filtersIn(query, text)
  const found = useFound(filters)
  useLive(true, found.reload)
  const go: Go = (next) => {
    if (next.text !== undefined) setText(next.text)
    const { text: _, ...kept } = { ...filters, ...next }
    goTo('cases', undefined, kept)
  }
  const isAll = isUsual(filters)
  return (
    <>
      <PageHead title={pages.cases} lead={role === 'head' ? words.leadHead : words.lead}>
        {may(role, 'takeDownCases') && (
          <a className="button button-primary button-compact" href={addressOf('cases', 'new')}>
            {words.newCall}
          </a>
        )}
        {may(role, 'exportCases') && <ExportCases filters={filters} />}
      </PageHead>
      <FilterBar filters={filters} counts={found.value?.counts} go={go} />
      <WhenLoaded loaded={found}>
        {() =>
          found.items?.length === 0 ? (
            <Empty title={isAll ? words.empty : words.emptyFiltered}>{isAll && <p>{words.emptyDo}</p>}</Empty>
          ) : (
            <CasesTable rows={found.items ?? []} onOpen={({ id }) => goTo('cases', id)} />
          )
        }
      </WhenLoaded>
      <More {...found} />
    </>
  )
}
