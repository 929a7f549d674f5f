import { useState } from 'react'
import type { AnswerOf } from '../../../schema/api/endpoint.ts'
import type { listTerminals } from '../../../schema/api/terminals.ts'
import { Empty } from '../../ui/empty.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { useNow } from '../../ui/use-now.ts'
import { Chips } from '../ledger/chips.tsx'
import { Ledger, type Column } from '../ledger/ledger.tsx'
import { lastSeen, shortIso } from '../times.ts'
import { useOfficeWords } from '../words.ts'

export type Terminal = AnswerOf<typeof listTerminals>['items'][number]

type Shown = 'all' | 'bound' | 'released'
const passes: Readonly<Record<Shown, (terminal: Terminal) => boolean>> = {
  all: () => true,
  bound: ({ releasedAt }) => releasedAt === null,
  released: ({ releasedAt }) => releasedAt !== null,
}

export function BoundMark({ terminal }: { terminal: Terminal }) {
  const { terminals: words } = useOfficeWords()
  const bound = passes.bound(terminal)
  return <StateMark size="small" tone={bound ? 'go' : 'void'} word={bound ? words.bound : words.released} />
}

function useColumns(): readonly Column<Terminal>[] {
  const { terminals: words } = useOfficeWords()
  const now = useNow()
  return [
    { title: words.inspector, cell: ({ inspector }) => <strong>{inspector.name}</strong> },
    { title: words.checkpoint, cell: ({ checkpoint }) => checkpoint.name },
    { title: words.lane, cell: ({ lane }) => words.laneNumber(lane), wide: 'mid' },
    { title: words.device, cell: ({ device }) => <span className="one-line">{device}</span>, wide: true },
    { title: words.boundAt, cell: ({ boundAt }) => shortIso(boundAt), wide: true },
    { title: words.lastSeen, cell: ({ lastSeenAt }) => lastSeen(lastSeenAt, now, words), wide: 'mid' },
    { title: words.state, cell: (terminal) => <BoundMark terminal={terminal} /> },
  ]
}

export function TerminalsTable({
  items,
  onOpen,
}: {
  items: readonly Terminal[]
  onOpen: (terminal: Terminal) => void
}) {
  const { terminals: words, pages } = useOfficeWords()
  const [shown, setShown] = useState<Shown>('bound')
  const columns = useColumns()
  const labels = { all: words.all, bound: words.boundOnly, released: words.releasedOnly }
  const chips = (['bound', 'released', 'all'] as const).map((value) => ({
    value,
    label: labels[value],
    count: items.filter(passes[value]).length,
  }))
  const rows = items.filter(passes[shown])
  return (
    <>
      <Chips label={words.state} chips={chips} value={shown} onChange={setShown} />
      {rows.length === 0 ? (
        <Empty title={words.noSuch} />
      ) : (
        <Ledger
          caption={pages.terminals}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          muted={({ releasedAt }) => releasedAt !== null}
          onOpen={onOpen}
          openLabel={({ inspector, device }) => `${inspector.name} ${device}`}
        />
      )}
    </>
  )
}
