import { showPlate } from '../../../shared/identity/plate.ts'
import { Ledger, type Column } from '../ledger/ledger.tsx'
import { shortIso } from '../times.ts'
import { useOfficeWords } from '../words.ts'
import { Person, TrackingState, type Tracking } from './tracking-state.tsx'
import { useTrackingWords } from './words.ts'

function useColumns(): readonly Column<Tracking>[] {
  const words = useTrackingWords()
  return [
    { title: words.plate, cell: ({ plate }) => <strong className="plate-text">{showPlate(plate)}</strong> },
    { title: words.state, cell: (tracking) => <TrackingState tracking={tracking} /> },
    { title: words.person, cell: (tracking) => <Person tracking={tracking} />, wide: 'mid' },
    {
      title: words.releasedAt,
      cell: ({ openedAt }) => <span className="time">{shortIso(openedAt)}</span>,
      wide: 'mid',
    },
    { title: words.dueAt, cell: ({ dueAt }) => <span className="time">{shortIso(dueAt)}</span>, wide: true },
    { title: words.checkpoint, cell: ({ checkpointName }) => checkpointName, wide: true },
  ]
}

type Given = { rows: readonly Tracking[]; onOpen: (tracking: Tracking) => void }

export function TrackingTable({ rows, onOpen }: Given) {
  const words = useTrackingWords()
  const { pages } = useOfficeWords()
  return (
    <Ledger
      caption={pages.tracking}
      columns={useColumns()}
      rows={rows}
      rowKey={({ id }) => id}
      muted={({ state }) => state === 'withdrawn'}
      onOpen={onOpen}
      openLabel={({ plate, openedAt }) => words.open(showPlate(plate), shortIso(openedAt))}
    />
  )
}
