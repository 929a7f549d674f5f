import { maskPlate, showPlate } from '../../../shared/identity/plate.ts'
import { parseInstant } from '../../../shared/instant.ts'
import { codeWordings } from '../../../shared/wording/codes.ts'
import { Countdown } from '../../ui/countdown.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Ledger, type Column } from '../ledger/ledger.tsx'
import { shortIso } from '../times.ts'
import { useChosenLanguage, useOfficeWords } from '../words.ts'
import { platesOf, toneOfColour, whoIs, type PersonRow } from './person.ts'
import { usePeopleWords } from './words.ts'

/** In a table the ground is enough; the number in a sentence of the law is that of its day, and stands on the person's own sheet. */
export function useGround() {
  const words = codeWordings[useChosenLanguage()]
  const { overstayed } = usePeopleWords()
  return (ground: keyof typeof words.ground) => (ground === 'overstay' ? overstayed : words.ground[ground](unread))
}
/** Only an overstay names a number. */
const unread = { validityHours: 0, minGapHours: 0, maxGapHours: 0, appealMinutes: 0 }

export function ColourMark({ colour }: Pick<PersonRow, 'colour'>) {
  const words = usePeopleWords()
  return (
    <span className="one-word">
      <StateMark size="small" tone={toneOfColour[colour]} word={words.colours[colour]} />
    </span>
  )
}

function Why({ row, waiting }: { row: PersonRow; waiting: boolean }) {
  const words = usePeopleWords()
  const ground = useGround()
  const lines = waiting ? row.waiting : row.open
  return (
    <ul className="whys">
      {lines.map((line) => (
        <li key={line.opening}>
          <span className="code">{line.reason}</span> {ground(line.ground)}
          {'signatures' in line && <span className="tag">{words.waitingFor(Number(line.signatures))}</span>}
        </li>
      ))}
      {!waiting && row.waiting.length > 0 && (
        <li>
          <span className="tag">{words.queues.waiting}</span>
        </li>
      )}
      {row.listed && (
        <li>
          <span className="tag">{words.listedAs[row.listed]}</span>
        </li>
      )}
    </ul>
  )
}

const Plates = ({ plates }: Pick<PersonRow, 'plates'>) => (
  <span className="plate-text">
    {plates.map((plate) => (
      <span key={plate} className="one-plate">
        <span className="screen-only">{showPlate(plate)}</span>
        <span className="print-only">{maskPlate(plate)}</span>
      </span>
    ))}
  </span>
)

function Lapse({ at }: { at: string | null }) {
  const lapse = at === null ? undefined : parseInstant(at)
  if (at === null || lapse === undefined) return '—'
  return (
    <span className="lapse">
      <span className="time">{shortIso(at)}</span> <Countdown until={lapse} />
    </span>
  )
}

function useColumns(waiting: boolean): readonly Column<PersonRow>[] {
  const words = usePeopleWords()
  return [
    {
      title: words.person,
      cell: (row) => (
        <span className="person-cell">
          <strong>{whoIs(row, words)}</strong>
          <span className="phone-only quiet">{platesOf(row)}</span>
        </span>
      ),
    },
    { title: words.plates, cell: ({ plates }) => <Plates plates={plates} />, wide: 'mid' },
    { title: words.colour, cell: ({ colour }) => <ColourMark colour={colour} /> },
    { title: words.why, cell: (row) => <Why row={row} waiting={waiting} /> },
    {
      title: waiting ? words.sinceWaiting : words.since,
      cell: (row) => {
        const at = waiting ? row.waiting[0]?.since : row.since
        return <span className="time">{at ? shortIso(at) : '—'}</span>
      },
      wide: 'mid',
    },
    { title: words.lapses, cell: ({ testLapsesAt }) => <Lapse at={testLapsesAt} />, wide: true },
    { title: words.place, cell: ({ insideSince }) => (insideSince ? words.inside : words.outside), wide: true },
  ]
}

type Given = { rows: readonly PersonRow[]; waiting: boolean; onOpen: (person: string) => void }

export function PeopleTable({ rows, waiting, onOpen }: Given) {
  const words = usePeopleWords()
  const { pages } = useOfficeWords()
  return (
    <>
      <Ledger
        caption={pages.people}
        columns={useColumns(waiting)}
        rows={rows}
        rowKey={({ person }) => person}
        onOpen={({ person }) => onOpen(person)}
        openLabel={(row) => words.open(`${whoIs(row, words)} ${platesOf(row)}`)}
      />
      <p className="quiet small">{words.shown(rows.length)}</p>
    </>
  )
}
