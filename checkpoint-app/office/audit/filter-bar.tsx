import { useState, type FormEvent } from 'react'
import { staffRoles } from '../../../schema/api/endpoint.ts'
import { allActions, auditActions } from '../../../shared/audit/actions.ts'
import { day, plus } from '../../../shared/instant.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { useNow } from '../../ui/use-now.ts'
import { SetChips, ToggleChip } from '../ledger/chips.tsx'
import { nameOfActor, type FilterNamed } from './filter-names.ts'
import { dayText, midnight, without, type Filters } from './filters.ts'
import type { KnownActor } from './use-actors.ts'
import { useEntryWords } from './use-entry-words.ts'

type Given = { filters: Filters; onChange: (filters: Filters) => void }

function QuickSpans({ filters, onChange }: Given) {
  const words = useEntryWords()
  const now = useNow()
  const spans = [
    { label: words.today, from: dayText(now) },
    { label: words.week, from: dayText(plus(now, -6 * day)) },
    { label: words.month, from: dayText(plus(now, -29 * day)) },
  ]
  return (
    <div role="group" aria-label={words.time} className="chips">
      {spans.map(({ label, from }) => {
        const pressed = filters.from === from && filters.to === undefined
        const rest = without(without(filters, 'from'), 'to')
        return (
          <ToggleChip key={label} pressed={pressed} onPress={() => onChange(pressed ? rest : { ...rest, from })}>
            {label}
          </ToggleChip>
        )
      })}
    </div>
  )
}

const entriesOf = (form: object): [string, string][] => Object.entries(form).filter(([, value]) => value !== '')

/** Days and words are typed, and asked for together. */
function Typed({ filters, onChange }: Given) {
  const words = useEntryWords()
  const { from = '', to = '', words: said = '' } = filters
  const [form, setForm] = useState({ from, to, words: said })
  const [error, setError] = useState<string>()
  const search = (event: FormEvent) => {
    event.preventDefault()
    const trimmed = { from: form.from.trim(), to: form.to.trim(), words: form.words.trim() }
    const bad = [trimmed.from, trimmed.to].some((typed) => typed !== '' && midnight(typed) === undefined)
    const turned = trimmed.from !== '' && trimmed.to !== '' && trimmed.to < trimmed.from
    setError(bad ? words.dayForm : turned ? words.orderForm : undefined)
    if (bad || turned) return
    const { from: _from, to: _to, words: _words, ...rest } = filters
    onChange({ ...rest, ...Object.fromEntries(entriesOf(trimmed)) })
  }
  const field = (name: keyof typeof form) => ({
    value: form[name],
    onChange: (event: { currentTarget: HTMLInputElement }) => setForm({ ...form, [name]: event.currentTarget.value }),
  })
  return (
    <form className="log-typed" role="search" onSubmit={search}>
      <Field label={words.from} placeholder={words.dayHint} maxLength={10} error={error} {...field('from')} />
      <Field label={words.to} placeholder={words.dayHint} maxLength={10} {...field('to')} />
      <Field label={words.words} placeholder={words.wordsHint} maxLength={60} {...field('words')} />
      <Button compact type="submit">
        {words.search}
      </Button>
    </form>
  )
}

function Chosen({ filters, actors, onChange }: Given & { actors: readonly KnownActor[] }) {
  const words = useEntryWords()
  const any = { value: '', label: words.any }
  const choose = (name: 'actor' | 'role' | 'action') => ({
    value: filters[name] ?? '',
    onChange: (value: string) => onChange(value ? { ...filters, [name]: value } : without(filters, name)),
  })
  const people = actors.map((actor) => ({ value: actor.id, label: nameOfActor(actor, words) }))
  const roles = [...staffRoles.map((role) => [role, words.roles[role]]), ...Object.entries(words.otherRoles)]
  return (
    <>
      <Select
        label={words.action}
        {...choose('action')}
        options={[any, ...allActions.map((value) => ({ value, label: auditActions[value][words.language] }))]}
      />
      <Select label={words.actor} {...choose('actor')} options={[any, ...people]} />
      <Select
        label={words.role}
        {...choose('role')}
        options={[any, ...roles.map(([value = '', label = '']) => ({ value, label }))]}
      />
    </>
  )
}

type Whole = Given & { names: readonly FilterNamed[]; actors: readonly KnownActor[] }

/** Spans as chips, deeds and people as lists, days and words typed, and what is set as chips to take away. */
export function FilterBar({ filters, names, actors, onChange }: Whole) {
  const words = useEntryWords()
  const [more, setMore] = useState(false)
  return (
    <section className="filter-bar log-filters screen-only" aria-label={words.filters}>
      <QuickSpans filters={filters} onChange={onChange} />
      <button type="button" className="chip narrow-only" aria-expanded={more} onClick={() => setMore(!more)}>
        {words.moreFilters}
      </button>
      <div className={more ? 'filter-more is-open' : 'filter-more'}>
        <Chosen filters={filters} actors={actors} onChange={onChange} />
      </div>
      <Typed key={JSON.stringify(filters)} filters={filters} onChange={onChange} />
      <SetChips
        names={names}
        words={words}
        onRemove={(name) => onChange(without(filters, name))}
        onClear={() => onChange({})}
      />
    </section>
  )
}
