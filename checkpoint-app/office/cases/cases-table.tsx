import { showPlate } from '../../../shared/identity/plate.ts'
import { Ledger, type Column } from '../ledger/ledger.tsx'
import { shortIso } from '../times.ts'
import { useOfficeWords } from '../words.ts'
import { CaseMark, Clocks, useCaseNames, type CaseLine } from './case-state.tsx'
import { useCaseWords } from './words.ts'

function useColumns(): readonly Column<CaseLine>[] {
  const words = useCaseWords()
  const names = useCaseNames()
  return [
    {
      title: words.number,
      cell: ({ number, category }) => (
        <span className="case-about">
          <strong className="code case-number">{number}</strong>
          <span className="phone-only">{names.category(category)}</span>
        </span>
      ),
    },
    { title: words.due, cell: (line) => <Clocks line={line} first /> },
    {
      title: words.about,
      cell: (line) => (
        <span className="case-about">
          <strong>{names.category(line.category)}</strong>
          <span className="quiet case-words">{line.words}</span>
        </span>
      ),
      wide: 'mid',
    },
    { title: words.state, cell: (line) => <CaseMark line={line} />, wide: 'mid' },
    {
      title: words.who,
      cell: ({ plate, way }) =>
        plate === null ? (
          <span className="quiet">{words.ways[way]}</span>
        ) : (
          <span className="plate-text">{showPlate(plate)}</span>
        ),
      wide: 'mid',
    },
    { title: words.place, cell: ({ checkpoint, areaName }) => checkpoint?.name ?? areaName, wide: true },
    { title: words.at, cell: ({ filedAt }) => <span className="time">{shortIso(filedAt)}</span>, wide: true },
  ]
}

type Given = { rows: readonly CaseLine[]; onOpen: (line: CaseLine) => void }

export function CasesTable({ rows, onOpen }: Given) {
  const words = useCaseWords()
  const { pages } = useOfficeWords()
  return (
    <Ledger
      caption={pages.cases}
      columns={useColumns()}
      rows={rows}
      rowKey={({ id }) => id}
      muted={({ state }) => state === 'closed'}
      onOpen={onOpen}
      openLabel={({ number }) => words.open(number)}
      unnumbered
    />
  )
}
