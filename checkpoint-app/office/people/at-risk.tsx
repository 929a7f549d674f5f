import { useCallback, useEffect, useState } from 'react'
import { listPersonsAtRisk } from '../../../schema/api/codes.ts'
import type { AnswerOf } from '../../../schema/api/endpoint.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Chips } from '../ledger/chips.tsx'
import { Ledger, type Column } from '../ledger/ledger.tsx'
import { WhenLoaded } from '../ledger/when-loaded.tsx'
import { useSession, useStaff } from '../session.tsx'
import { shortIso } from '../times.ts'
import { useLoad } from '../use-load.ts'
import { AddToList, listKinds } from './add-to-list.tsx'
import { platesOf, whoIs } from './person.ts'
import { usePeopleWords } from './words.ts'

type Listed = AnswerOf<typeof listPersonsAtRisk>['items'][number]
type Kind = Listed['kind'] | 'all'

function useColumns(): readonly Column<Listed>[] {
  const words = usePeopleWords()
  const { risk } = words
  return [
    { title: words.person, cell: (row) => <strong>{whoIs(row, words)}</strong> },
    { title: words.plates, cell: (row) => <span className="plate-text">{platesOf(row)}</span>, wide: 'mid' },
    { title: risk.kind, cell: ({ kind }) => <span className="tag">{risk.kinds[kind]}</span> },
    { title: risk.since, cell: ({ since }) => <span className="time">{shortIso(since)}</span> },
    { title: risk.source, cell: ({ source }) => source, wide: 'mid' },
  ]
}

function Table({ items, onOpen }: { items: readonly Listed[]; onOpen: (person: string) => void }) {
  const words = usePeopleWords()
  const columns = useColumns()
  if (items.length === 0) return <Empty title={words.empty.listed} />
  return (
    <Ledger
      caption={words.queues.listed}
      columns={columns}
      rows={items}
      rowKey={({ person }) => person}
      onOpen={({ person }) => onOpen(person)}
      openLabel={(row) => words.open(`${whoIs(row, words)} ${platesOf(row)}`)}
    />
  )
}

const queryFor = (kind: Kind) => (kind === 'all' ? {} : { kind })

function useListed(kind: Kind, changed: number) {
  const { ask } = useSession()
  const load = useCallback(() => ask(listPersonsAtRisk, { query: queryFor(kind) }), [ask, kind])
  const list = useLoad(load)
  const { reload } = list
  useEffect(() => {
    if (changed > 0) void reload()
  }, [changed, reload])
  return list
}

/** 风险名单: who is on a list that checkpoints match; put on here, taken off in the person's sheet. */
export function AtRisk({ onOpen, changed }: { onOpen: (person: string) => void; changed: number }) {
  const words = usePeopleWords()
  const { ask } = useSession()
  const { role } = useStaff()
  const [kind, setKind] = useState<Kind>('all')
  const [adding, setAdding] = useState(false)
  const list = useListed(kind, changed)
  const { put } = list
  const more = async (after: string, items: readonly Listed[]) => {
    const answer = await ask(listPersonsAtRisk, { query: { ...queryFor(kind), after } })
    if (answer.ok) put({ items: [...items, ...answer.value.items], next: answer.value.next })
  }
  const chips = [
    { value: 'all' as const, label: words.risk.kindsAll },
    ...listKinds.map((value) => ({ value, label: words.risk.kinds[value] })),
  ]
  const added = () => {
    setAdding(false)
    void list.reload()
  }
  return (
    <>
      <div className="live-line screen-only">
        <Chips label={words.risk.kind} chips={chips} value={kind} onChange={setKind} />
        {role === 'epidemic' && (
          <Button compact onClick={() => setAdding(true)}>
            {words.risk.add}
          </Button>
        )}
      </div>
      <WhenLoaded loaded={list}>
        {({ items, next }) => (
          <>
            <Table items={items} onOpen={onOpen} />
            {next !== null && (
              <Button compact className="screen-only" onClick={() => void more(next, items)}>
                {words.more}
              </Button>
            )}
          </>
        )}
      </WhenLoaded>
      <AddToList open={adding} onClose={() => setAdding(false)} onAdded={added} />
    </>
  )
}
