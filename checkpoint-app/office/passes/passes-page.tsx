import { useState, type FormEvent } from 'react'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import type { Address } from '../address.ts'
import { Chips } from '../ledger/chips.tsx'
import { PageHead } from '../ledger/page-head.tsx'
import { may } from '../pages.ts'
import { useStaff } from '../session.tsx'
import { goTo } from '../use-address.ts'
import { useOfficeWords } from '../words.ts'
import { filtersIn, listIn, shows, type Filters } from './filters.ts'
import { Applications, Foreign, Passes } from './lists.tsx'
import { PassSheet } from './pass-sheet.tsx'
import { SampleSheet } from './sample-sheet.tsx'
import { VoidSheet } from './void-sheet.tsx'
import { usePassWords } from './words.ts'
import './passes.css'

type Search = { find: string | undefined; plateOnly: boolean; onFind: (find: string | undefined) => void }

function Finder({ find, plateOnly, onFind }: Search) {
  const words = usePassWords()
  const [typed, setTyped] = useState(find ?? '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onFind(typed.trim().length >= 2 ? typed.trim() : undefined)
  }
  return (
    <form className="pass-search" role="search" onSubmit={submit}>
      <Field
        label={plateOnly ? words.findPlate : words.findLabel}
        placeholder={plateOnly ? '' : words.findHint}
        value={typed}
        maxLength={60}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button compact type="submit">
        {words.find}
      </Button>
      {find !== undefined && (
        <Button compact kind="ghost" onClick={() => onFind(undefined)}>
          {words.clear}
        </Button>
      )}
    </form>
  )
}

/** 通行证: what waits for a person first, then every pass by its state, those of other provinces, and one beside the list. */
export function PassesPage({ address: { part, query } }: { address: Address }) {
  const { pages } = useOfficeWords()
  const words = usePassWords()
  const { role } = useStaff()
  const filters = filtersIn(query)
  const [renewed, setRenewed] = useState(0)
  const go = (next: Partial<Filters> & { do?: string; trip?: string }, id?: string) =>
    goTo('passes', id, { ...filters, ...next })
  const open = (id: string) => go({}, id)
  const list = listIn(filters)
  // One sheet closes because another opens: that is no wish to close it.
  const doing = part === undefined ? query['do'] : undefined
  return (
    <>
      <PageHead title={pages.passes} lead={words.lead}>
        <Button compact onClick={() => go({ do: 'sample' })}>
          {words.sample}
        </Button>
        {may(role, 'revokePasses') && (
          <Button compact onClick={() => go({ do: 'void' })}>
            {words.voidCodes}
          </Button>
        )}
      </PageHead>
      <section className="filter-bar screen-only" aria-label={words.filters}>
        <Chips
          label={words.filters}
          chips={shows.map((value) => ({ value, label: words.show[value] }))}
          value={filters.show}
          onChange={(show) => go({ show, find: undefined })}
        />
        <Finder
          key={`${list} ${filters.find ?? ''}`}
          find={filters.find}
          plateOnly={list === 'foreign'}
          onFind={(find) => go({ find })}
        />
      </section>
      {list === 'applications' && (
        <Applications key={renewed} filters={filters} onOpen={open} onCounts={(show) => go({ show })} />
      )}
      {list === 'passes' && <Passes key={renewed} filters={filters} onOpen={open} />}
      {list === 'foreign' && <Foreign filters={filters} />}
      <PassSheet
        part={part}
        onOpen={open}
        onVoid={(trip) => go({ do: 'void', trip })}
        onClose={() => part !== undefined && go({})}
        onChanged={() => setRenewed((n) => n + 1)}
      />
      <SampleSheet open={doing === 'sample'} onOpen={open} onClose={() => doing === 'sample' && go({})} />
      <VoidSheet open={doing === 'void'} trip={query['trip'] ?? ''} onClose={() => doing === 'void' && go({})} />
    </>
  )
}
