import { useState, type FormEvent } from 'react'
import { beijingIso, day, plus, type Instant } from '../../../shared/instant.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { useNow } from '../../ui/use-now.ts'
import { SetChips, ToggleChip } from '../ledger/chips.tsx'
import type { Checkpoint } from '../use-checkpoints.ts'
import { useChosenLanguage, useOfficeWords } from '../words.ts'
import { filterNames, without, type FilterName, type Filters } from './filters.ts'
import { headlineOf, verdictRows } from './headline.ts'

const dayOf = (at: Instant) => beijingIso(at).slice(0, 10)

/** The days that records are kept with persons; a native field would show another country's order of day and month. */
const daysBack = 31

function daysOffered(now: Instant, chosen: string | undefined): string[] {
  const days = Array.from({ length: daysBack }, (_, back) => dayOf(plus(now, -back * day)))
  return chosen === undefined || days.includes(chosen) ? days : [...days, chosen]
}

type Given = { filters: Filters; onChange: (filters: Filters) => void }
type FilterNamed = { name: FilterName; text: string }
type Whole = Given & { names: readonly FilterNamed[]; checkpoints: readonly Checkpoint[] }

/** What is filtered by now, as chips that can be taken away. */
export function useFilterNames(filters: Filters, checkpoints: readonly Checkpoint[]): FilterNamed[] {
  const { inspections: words } = useOfficeWords()
  const language = useChosenLanguage()
  const names: Readonly<Record<FilterName, (value: string) => string>> = {
    checkpoint: (id) => checkpoints.find((checkpoint) => checkpoint.id === id)?.name ?? id,
    day: (value) => value,
    plate: (value) => `${words.plate} ${value}`,
    row: (value) => `${headlineOf(value, language)} ${value}`,
    offline: () => words.offline,
    disagreement: () => words.disagreement,
  }
  return filterNames.flatMap((name) => {
    const value = filters[name]
    return value ? [{ name, text: names[name](value) }] : []
  })
}

function PlateSearch({ filters, onChange }: Given) {
  const { inspections: words } = useOfficeWords()
  const [plate, setPlate] = useState(filters.plate ?? '')
  const search = (event: FormEvent) => {
    event.preventDefault()
    const typed = plate
      .normalize('NFKC')
      .replace(/[\s·.-]/g, '')
      .toUpperCase()
    onChange(typed.length >= 2 ? { ...filters, plate: typed } : without(filters, 'plate'))
  }
  return (
    <form className="plate-search" role="search" onSubmit={search}>
      <Field
        label={words.plate}
        placeholder={words.plateHint}
        value={plate}
        maxLength={16}
        onChange={(event) => setPlate(event.currentTarget.value)}
      />
      <Button compact type="submit">
        {words.search}
      </Button>
    </form>
  )
}

function QuickChips({ filters, onChange }: Given) {
  const { inspections: words } = useOfficeWords()
  const now = useNow()
  const days = [
    { label: words.today, day: dayOf(now) },
    { label: words.yesterday, day: dayOf(plus(now, -day)) },
  ]
  const toggle = (name: FilterName, value: string) =>
    onChange(filters[name] === value ? without(filters, name) : { ...filters, [name]: value })
  return (
    <div role="group" aria-label={words.filters} className="chips">
      {days.map(({ label, day }) => (
        <ToggleChip key={day} pressed={filters.day === day} onPress={() => toggle('day', day)}>
          {label}
        </ToggleChip>
      ))}
      <ToggleChip pressed={filters.offline === '1'} onPress={() => toggle('offline', '1')}>
        {words.offline}
      </ToggleChip>
      <ToggleChip pressed={filters.disagreement === '1'} onPress={() => toggle('disagreement', '1')}>
        {words.disagreement}
      </ToggleChip>
    </div>
  )
}

function Selects({ filters, checkpoints, onChange }: Given & { checkpoints: readonly Checkpoint[] }) {
  const { inspections: words } = useOfficeWords()
  const language = useChosenLanguage()
  const days = daysOffered(useNow(), filters.day)
  const choose = (name: 'checkpoint' | 'row' | 'day', value: string) =>
    onChange(value ? { ...filters, [name]: value } : without(filters, name))
  return (
    <>
      <Select
        label={words.checkpoint}
        options={[{ value: '', label: words.any }, ...checkpoints.map(({ id, name }) => ({ value: id, label: name }))]}
        value={filters.checkpoint ?? ''}
        onChange={(value) => choose('checkpoint', value)}
      />
      <Select
        label={words.row}
        options={[
          { value: '', label: words.any },
          ...verdictRows.map((row) => ({ value: row, label: `${row} ${headlineOf(row, language)}` })),
        ]}
        value={filters.row ?? ''}
        onChange={(value) => choose('row', value)}
      />
      <Select
        label={words.day}
        options={[{ value: '', label: words.any }, ...days.map((value) => ({ value, label: value }))]}
        value={filters.day ?? ''}
        onChange={(value) => choose('day', value)}
      />
    </>
  )
}

/** Filters of the ledger: chips for the usual, fields for the rest, and what is set as chips to take away. */
export function FilterBar({ filters, names, checkpoints, onChange }: Whole) {
  const { inspections: words } = useOfficeWords()
  const [more, setMore] = useState(false)
  return (
    <section className="filter-bar screen-only" aria-label={words.filters}>
      <QuickChips filters={filters} onChange={onChange} />
      <div className="filter-fields">
        <PlateSearch key={filters.plate ?? ''} filters={filters} onChange={onChange} />
        <button type="button" className="chip narrow-only" aria-expanded={more} onClick={() => setMore(!more)}>
          {words.moreFilters}
        </button>
        <div className={more ? 'filter-more is-open' : 'filter-more'}>
          <Selects filters={filters} checkpoints={checkpoints} onChange={onChange} />
        </div>
      </div>
      <SetChips
        names={names}
        words={words}
        onRemove={(name) => onChange(without(filters, name))}
        onClear={() => onChange({})}
      />
    </section>
  )
}
