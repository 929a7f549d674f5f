import { useState, type FormEvent } from 'react'
import { standings, type Standing } from '../../../shared/lists/stage.ts'
import { standingWords } from '../../../shared/lists/words.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Chips } from '../ledger/chips.tsx'
import { useChosenLanguage } from '../words.ts'
import type { EntriesPage, Filters } from './use-entries.ts'
import { useListWords } from './words.ts'

type Given = { filters: Filters; counts: EntriesPage['counts']; onChange: (filters: Filters) => void }

/** Of a whole identity number only the last four go into an address. */
const withoutIdentity = (text: string): string => /(?:\d{13}|\d{11})(\d{3}[\dXx])$/.exec(text)?.[1] ?? text

function Search({ filters, onChange }: Omit<Given, 'counts'>) {
  const words = useListWords()
  const [text, setText] = useState(filters.search ?? '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { search: _, ...rest } = filters
    const search = withoutIdentity(text.trim())
    onChange(search.length >= 2 ? { ...rest, search } : rest)
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

/** State by chips with how many each holds; a search; one import as a chip to take away. */
export function FilterBar({ filters, counts, onChange }: Given) {
  const words = useListWords()
  const language = useChosenLanguage()
  const of = (standing: Standing) => counts.find((one) => one.standing === standing)?.n ?? 0
  const all = counts.reduce((sum, { n }) => sum + n, 0)
  const { standing, ...rest } = filters
  const used = standings.filter((one) => of(one) > 0 || one === standing)
  return (
    <section className="filter-bar screen-only" aria-label={words.filters}>
      <Chips<Standing | 'all'>
        label={words.filters}
        chips={[
          { value: 'all', label: words.all, count: all },
          ...used.map((value) => ({ value, label: standingWords[value][language], count: of(value) })),
        ]}
        value={standing ?? 'all'}
        onChange={(value) => onChange(value === 'all' ? rest : { ...rest, standing: value })}
      />
      <Search key={filters.search ?? ''} filters={filters} onChange={onChange} />
      {filters.batch && (
        <div className="chips">
          <button
            type="button"
            className="chip is-set"
            onClick={() => {
              const { batch: _, ...others } = filters
              onChange(others)
            }}
          >
            {words.batchOnly} <span aria-hidden="true">×</span>
          </button>
        </div>
      )}
    </section>
  )
}
