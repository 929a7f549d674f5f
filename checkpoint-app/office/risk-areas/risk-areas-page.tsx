import { useState, type FormEvent } from 'react'
import { riskAreaStandings } from '../../../schema/api/risk-areas.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Field } from '../../ui/field.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { useNow } from '../../ui/use-now.ts'
import { shortRegion, useRegions } from '../../ui/use-regions.ts'
import { addressOf, type Address } from '../address.ts'
import { Chips } from '../ledger/chips.tsx'
import { Ledger, type Column } from '../ledger/ledger.tsx'
import { More } from '../ledger/more.tsx'
import { PageHead } from '../ledger/page-head.tsx'
import { WhenLoaded } from '../ledger/when-loaded.tsx'
import { may } from '../pages.ts'
import { useStaff } from '../session.tsx'
import { shortIso } from '../times.ts'
import { goTo } from '../use-address.ts'
import { useOfficeWords } from '../words.ts'
import { AddArea } from './add-area.tsx'
import { AreaSheet } from './area-sheet.tsx'
import { ImportAreas } from './import-areas.tsx'
import { LevelMark } from './level-mark.tsx'
import { filtersOf, standingOf, useAreas, type Area, type Filters } from './use-areas.ts'
import { useRiskAreaPageWords } from './words.ts'
import './risk-areas.css'

const tones = { 'in-force': 'care', coming: 'act', ended: 'void' } as const

const show = ({ shown, search }: Filters) =>
  goTo('risk-areas', undefined, { show: shown === 'in-force' ? undefined : shown, search })

function Search({ filters }: { filters: Filters }) {
  const words = useRiskAreaPageWords()
  const [text, setText] = useState(filters.search ?? '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const search = text.trim()
    show(search === '' ? { shown: filters.shown } : { shown: filters.shown, search })
  }
  return (
    <form className="list-search" role="search" onSubmit={submit}>
      <Field
        label={words.search}
        placeholder={words.searchHint}
        value={text}
        maxLength={40}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button compact type="submit">
        {words.find}
      </Button>
    </form>
  )
}

/** The state is a column where lines of several states stand together. */
function useColumns(shown: Filters['shown']): readonly Column<Area>[] {
  const words = useRiskAreaPageWords()
  const regions = useRegions()
  const now = useNow()
  const columns: readonly Column<Area>[] = [
    { title: words.place, cell: ({ name }) => name },
    { title: words.region, cell: ({ region }) => shortRegion(regions, region) },
    { title: words.level, cell: ({ level }) => <LevelMark level={level} /> },
    { title: words.from, cell: ({ from }) => shortIso(from), wide: 'mid' },
    { title: words.source, cell: ({ source }) => source, wide: true },
    { title: words.addedBy, cell: ({ addedBy }) => addedBy, wide: true },
  ]
  if (shown !== 'all') return columns
  return [
    ...columns,
    {
      title: words.state,
      cell: (area) => {
        const standing = standingOf(area, now)
        return <StateMark size="small" tone={tones[standing]} word={words.standing[standing]} />
      },
      wide: 'mid',
    },
  ]
}

function Ledgers({ filters }: { filters: Filters }) {
  const words = useRiskAreaPageWords()
  const columns = useColumns(filters.shown)
  const list = useAreas(filters)
  const [opened, setOpened] = useState<Area>()
  const chips = [...riskAreaStandings, 'all' as const].map((value) => ({
    value,
    label: words.standing[value],
    ...(value === 'in-force' && list.value ? { count: list.value.inForce } : {}),
  }))
  const filtered = filters.search !== undefined || filters.shown !== 'in-force'
  return (
    <>
      <section className="filter-bar screen-only" aria-label={words.filters}>
        <Chips
          label={words.filters}
          chips={chips}
          value={filters.shown}
          onChange={(shown) => show({ ...filters, shown })}
        />
        <Search key={filters.search ?? ''} filters={filters} />
      </section>
      <WhenLoaded loaded={list}>
        {() =>
          list.items?.length === 0 ? (
            <Empty title={filtered ? words.emptyFiltered : words.empty} />
          ) : (
            <Ledger
              caption={words.sheet}
              columns={columns}
              rows={list.items ?? []}
              rowKey={({ id }) => id}
              onOpen={setOpened}
              openLabel={({ name }) => words.open(name)}
              muted={({ ended }) => ended !== null}
            />
          )
        }
      </WhenLoaded>
      <More {...list} />
      <AreaSheet
        area={opened}
        onClose={() => setOpened(undefined)}
        onEnded={() => {
          setOpened(undefined)
          void list.reload()
        }}
      />
    </>
  )
}

/** 风险地区: what is listed by which document, what is to come, what was taken off and why. */
export function RiskAreasPage({ address: { part, query } }: { address: Address }) {
  const { pages } = useOfficeWords()
  const words = useRiskAreaPageWords()
  const { role } = useStaff()
  const [adding, setAdding] = useState(false)
  const [times, setTimes] = useState(0)
  const changes = may(role, 'changeRiskAreas')
  if (part === 'import' && changes) return <ImportAreas />
  return (
    <>
      <PageHead title={pages['risk-areas']} lead={words.lead}>
        {changes && (
          <>
            <Button kind="primary" compact onClick={() => setAdding(true)}>
              {words.add}
            </Button>
            <a className="button button-compact" href={addressOf('risk-areas', 'import')}>
              {words.bring}
            </a>
          </>
        )}
      </PageHead>
      <Ledgers key={times} filters={filtersOf(query)} />
      <AddArea
        open={adding}
        onClose={() => {
          setAdding(false)
          setTimes(times + 1)
        }}
      />
    </>
  )
}
