import { useCallback, useState } from 'react'
import { listPlaces } from '../../../schema/api/places.ts'
import { placeKinds, type PlaceKind } from '../../../shared/places/place.ts'
import { placeKindWords } from '../../../shared/wording/network.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import type { Address } from '../address.ts'
import { useLive } from '../inspections/use-live.ts'
import { Chips } from '../ledger/chips.tsx'
import { Ledger, type Column } from '../ledger/ledger.tsx'
import { PageHead } from '../ledger/page-head.tsx'
import { WhenLoaded } from '../ledger/when-loaded.tsx'
import { may } from '../pages.ts'
import { useSession, useStaff } from '../session.tsx'
import { goTo } from '../use-address.ts'
import { useLoad } from '../use-load.ts'
import { useOfficeWords } from '../words.ts'
import { PlaceForm } from './place-form.tsx'
import { PlaceSheet } from './place-sheet.tsx'
import { PlaceMark, type Place } from './place-state.tsx'
import { usePlaceWords } from './words.ts'

function useColumns(): readonly Column<Place>[] {
  const words = usePlaceWords()
  const { language } = useLanguage()
  return [
    { title: words.name, cell: ({ name }) => name },
    { title: words.state, cell: (place) => <PlaceMark place={place} /> },
    { title: words.kind, cell: ({ kind }) => placeKindWords[kind][language], wide: 'mid' },
    { title: words.road, cell: ({ road, direction }) => [road, direction].filter(Boolean).join(' · '), wide: 'mid' },
    { title: words.hours, cell: ({ hours }) => hours, wide: true },
    { title: words.county, cell: ({ countyName }) => countyName, wide: true },
    { title: words.phone, cell: ({ phone }) => phone ?? '', wide: true },
  ]
}

const kindIn = (query: Address['query']): PlaceKind | 'all' => placeKinds.find((one) => one === query['kind']) ?? 'all'

/** 服务区和检测点: what drivers are told is open, and what was closed by whose approval. */
export function PlacesPage({ address: { query } }: { address: Address }) {
  const { pages } = useOfficeWords()
  const words = usePlaceWords()
  const { language } = useLanguage()
  const { role } = useStaff()
  const { ask } = useSession()
  const columns = useColumns()
  const loaded = useLoad(useCallback(() => ask(listPlaces, {}), [ask]))
  useLive(true, loaded.reload)
  const [opened, setOpened] = useState<Place>()
  const [adding, setAdding] = useState(false)
  const kind = kindIn(query)
  const done = () => {
    setOpened(undefined)
    setAdding(false)
    void loaded.reload()
  }
  return (
    <>
      <PageHead title={pages.places} lead={words.lead}>
        {may(role, 'changePlaces') && (
          <Button kind="primary" compact onClick={() => setAdding(true)}>
            {words.add}
          </Button>
        )}
      </PageHead>
      <section className="filter-bar screen-only" aria-label={words.kindFilter}>
        <Chips
          label={words.kindFilter}
          chips={(['all', ...placeKinds] as const).map((value) => ({
            value,
            label: value === 'all' ? words.all : placeKindWords[value][language],
          }))}
          value={kind}
          onChange={(next) => goTo('places', undefined, { kind: next === 'all' ? undefined : next })}
        />
      </section>
      <WhenLoaded loaded={loaded}>
        {({ items }) => {
          const rows = items.filter((place) => kind === 'all' || place.kind === kind)
          if (rows.length === 0)
            return (
              <Empty title={items.length === 0 ? words.empty : words.emptyFiltered}>
                {items.length === 0 && <p>{words.emptyDo}</p>}
              </Empty>
            )
          return (
            <Ledger
              caption={words.sheet}
              columns={columns}
              rows={rows}
              rowKey={({ id }) => id}
              onOpen={setOpened}
              openLabel={({ name }) => words.open(name)}
            />
          )
        }}
      </WhenLoaded>
      {opened !== undefined && (
        <PlaceSheet key={opened.id} place={opened} onClose={() => setOpened(undefined)} done={done} />
      )}
      <Sheet open={adding} title={words.addTitle} onClose={() => setAdding(false)} side>
        {adding && <PlaceForm place={undefined} done={done} />}
      </Sheet>
    </>
  )
}
