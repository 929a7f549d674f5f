import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import type { Address } from '../address.ts'
import { Chips } from '../ledger/chips.tsx'
import { PageHead } from '../ledger/page-head.tsx'
import { goTo } from '../use-address.ts'
import { useOfficeWords } from '../words.ts'
import { AtRisk } from './at-risk.tsx'
import { FindPeople } from './find-people.tsx'
import { PeopleTable } from './people-table.tsx'
import type { PersonRow } from './person.ts'
import { PersonSheet } from './person-sheet.tsx'
import { Queue } from './queue.tsx'
import { tabIn, tabs, type Tab } from './queues.ts'
import { usePeopleWords } from './words.ts'
import { PrintButton } from '../print-button.tsx'
import './people.css'

type Counts = Partial<Record<Tab, number>>

function Found({
  rows,
  onOpen,
  onClear,
}: {
  rows: readonly PersonRow[]
  onOpen: (id: string) => void
  onClear: () => void
}) {
  const words = usePeopleWords()
  return (
    <section className="stack-tight found" aria-label={words.find.title}>
      <p role="status">
        <strong>{rows.length > 0 ? words.find.found(rows.length) : words.find.none}</strong>{' '}
        <Button kind="ghost" compact onClick={onClear}>
          {words.find.clear}
        </Button>
      </p>
      {rows.length > 0 && <PeopleTable rows={rows} onOpen={onOpen} waiting={false} />}
    </section>
  )
}

/** 赋码与解码: queues of persons, each opened beside its queue. */
export function PeoplePage({ address: { part, query } }: { address: Address }) {
  const words = usePeopleWords()
  const { pages } = useOfficeWords()
  const tab = tabIn(query)
  const [counts, setCounts] = useState<Counts>({})
  const [found, setFound] = useState<readonly PersonRow[]>()
  const [changed, setChanged] = useState(0)
  const open = (person?: string) => goTo('people', person, { queue: tab })
  const chips = tabs.map((value) => {
    const count = counts[value]
    return { value, label: words.queues[value], ...(count === undefined ? {} : { count }) }
  })
  return (
    <>
      <PageHead title={pages.people} lead={words.lead} printNote={words.queues[tab]}>
        <PrintButton />
      </PageHead>
      <FindPeople onFound={setFound} />
      {found && <Found rows={found} onOpen={open} onClear={() => setFound(undefined)} />}
      <Chips
        label={words.queuesLabel}
        chips={chips}
        value={tab}
        onChange={(queue) => goTo('people', undefined, { queue })}
      />
      <p className="quiet queue-lead">{words.queueLead[tab]}</p>
      {tab === 'listed' ? (
        <AtRisk onOpen={open} changed={changed} />
      ) : (
        <Queue key={tab} queue={tab} changed={changed} onCounts={setCounts} onOpen={open} />
      )}
      <PersonSheet person={part} onClose={() => open()} onChanged={() => setChanged((n) => n + 1)} />
    </>
  )
}
