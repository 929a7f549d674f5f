import { showPlate } from '../../../shared/identity/plate.ts'
import { Ledger, type Column } from '../ledger/ledger.tsx'
import { shortIso } from '../times.ts'
import { useOfficeWords } from '../words.ts'
import { LeadState, Places, type Lead } from './lead-state.tsx'
import { useLeadWords } from './words.ts'

function useColumns(): readonly Column<Lead>[] {
  const words = useLeadWords()
  return [
    { title: words.plate, cell: ({ plate }) => <strong className="plate-text">{showPlate(plate)}</strong> },
    { title: words.kind, cell: ({ kind }) => words.kinds[kind] },
    { title: words.state, cell: (lead) => <LeadState lead={lead} /> },
    { title: words.place, cell: (lead) => <Places lead={lead} />, wide: 'mid' },
    { title: words.at, cell: ({ at }) => <span className="time">{shortIso(at)}</span>, wide: 'mid' },
    {
      title: words.credential,
      cell: ({ credential }) => (credential ? <span className="code">{credential}</span> : '—'),
      wide: true,
    },
    { title: words.photos, cell: ({ photos }) => (photos > 0 ? words.photoCount(photos) : ''), wide: true },
  ]
}

type Given = { rows: readonly Lead[]; onOpen: (lead: Lead) => void }

export function LeadsTable({ rows, onOpen }: Given) {
  const words = useLeadWords()
  const { pages } = useOfficeWords()
  return (
    <Ledger
      caption={pages.leads}
      columns={useColumns()}
      rows={rows}
      rowKey={({ id }) => id}
      muted={({ state }) => state === 'unfounded'}
      onOpen={onOpen}
      openLabel={({ plate, at }) => words.open(showPlate(plate), shortIso(at))}
    />
  )
}
