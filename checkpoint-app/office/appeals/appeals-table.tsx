import { showPlate } from '../../../shared/identity/plate.ts'
import { useAppealWords } from '../../driver/use-appeal-words.ts'
import { Ledger, type Column } from '../ledger/ledger.tsx'
import { shortIso } from '../times.ts'
import { useOfficeWords } from '../words.ts'
import { About, AppealStateMark, type Appeal } from './appeal-state.tsx'
import { usePlaceName } from './use-place-name.ts'
import { useAppealOfficeWords } from './words.ts'

function useColumns(): readonly Column<Appeal>[] {
  const words = useAppealOfficeWords()
  const { said } = useAppealWords()
  const placeName = usePlaceName()
  return [
    { title: words.plate, cell: ({ plate }) => <strong className="plate-text">{showPlate(plate)}</strong> },
    { title: words.stands, cell: (appeal) => <AppealStateMark appeal={appeal} /> },
    { title: words.about, cell: (appeal) => <About appeal={appeal} />, wide: 'mid' },
    { title: words.says, cell: (appeal) => said[appeal.said], wide: 'mid' },
    { title: words.place, cell: ({ place }) => placeName(place), wide: true },
    {
      title: words.submittedAt,
      cell: ({ submittedAt }) => <span className="time">{shortIso(submittedAt)}</span>,
      wide: true,
    },
  ]
}

export function AppealsTable({ rows, onOpen }: { rows: readonly Appeal[]; onOpen: (appeal: Appeal) => void }) {
  const words = useAppealOfficeWords()
  const { pages } = useOfficeWords()
  return (
    <Ledger
      caption={pages.appeals}
      columns={useColumns()}
      rows={rows}
      rowKey={({ id }) => id}
      onOpen={onOpen}
      openLabel={({ plate, submittedAt }) => words.open(showPlate(plate), shortIso(submittedAt))}
    />
  )
}
