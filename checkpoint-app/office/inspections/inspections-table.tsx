import { maskPlate, showPlate } from '../../../shared/identity/plate.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import { Ledger, type Column } from '../ledger/ledger.tsx'
import { shortIso } from '../times.ts'
import { useChosenLanguage, useOfficeWords } from '../words.ts'
import type { InspectionRow } from './filters.ts'
import { headlineOf } from './headline.ts'
import { Marks, toneOf } from './marks.tsx'

/** Whole on the screen, masked on paper: a printed ledger leaves the house. */
const PlateCell = ({ plate }: { plate: string }) => (
  <strong className="plate-text">
    <span className="screen-only">{showPlate(plate)}</span>
    <span className="print-only">{maskPlate(plate)}</span>
  </strong>
)

function useColumns(): readonly Column<InspectionRow>[] {
  const { inspections: words, terminals } = useOfficeWords()
  const language = useChosenLanguage()
  return [
    { title: words.madeAt, cell: ({ madeAt }) => <span className="time">{shortIso(madeAt)}</span> },
    { title: words.plate, cell: ({ plate }) => <PlateCell plate={plate} /> },
    {
      title: words.verdict,
      cell: (line) => (
        <span className="verdict-cell">
          <StateMark size="small" tone={toneOf(line.outcome)} word={headlineOf(line.row, language)} />
          <span className="code quiet wide-only">{line.row}</span>
          <span className="phone-only">
            <Marks row={line} />
          </span>
        </span>
      ),
    },
    { title: words.marks, cell: (row) => <Marks row={row} />, wide: 'mid' },
    { title: words.checkpoint, cell: ({ checkpointName }) => checkpointName, wide: 'mid' },
    { title: words.lane, cell: ({ lane }) => terminals.laneNumber(lane), wide: true },
    { title: words.inspector, cell: ({ inspector }) => inspector, wide: true },
  ]
}

type Given = { rows: readonly InspectionRow[]; onOpen: (row: InspectionRow) => void }

export function InspectionsTable({ rows, onOpen }: Given) {
  const { inspections: words, pages } = useOfficeWords()
  return (
    <Ledger
      caption={pages.inspections}
      columns={useColumns()}
      rows={rows}
      rowKey={({ id }) => id}
      muted={({ correctedBy }) => correctedBy !== null}
      onOpen={onOpen}
      openLabel={({ plate, madeAt }) => words.open(showPlate(plate), shortIso(madeAt))}
    />
  )
}
