import { showPlate } from '../../../shared/identity/plate.ts'
import { addressOf } from '../address.ts'
import { headlineOf } from '../inspections/headline.ts'
import { menuOf } from '../pages.ts'
import { useStaff } from '../session.tsx'
import { shortIso } from '../times.ts'
import { useChosenLanguage } from '../words.ts'
import type { Whole } from './lead-sheet.tsx'
import { useLeadWords } from './words.ts'

type Inspections = Whole['inspections']

/** The checks that saw it, the earlier first; each ended as its facts had it. */
export function Witnesses({ inspections }: { inspections: Inspections }) {
  const words = useLeadWords()
  return (
    <section className="stack-tight" aria-label={words.inspections}>
      <h3>{words.inspections}</h3>
      <ol className="lead-witnesses">
        {inspections.map((inspection) => (
          <Witness key={inspection.id} inspection={inspection} />
        ))}
      </ol>
    </section>
  )
}

function Witness({ inspection }: { inspection: Inspections[number] }) {
  const words = useLeadWords()
  const language = useChosenLanguage()
  const { role } = useStaff()
  const { id, madeAt, receivedAt, place, lane, inspector, plate, row, offline } = inspection
  return (
    <li>
      <strong>
        <span className="time">{shortIso(madeAt)}</span> {place.name} · {words.lane(lane)}
      </strong>
      <span>
        {showPlate(plate)}　{headlineOf(row, language === 'en' ? 'en' : 'zh')}
      </span>
      <span className="quiet">
        {inspector}
        {offline && ` · ${words.offline} · ${words.received(shortIso(receivedAt))}`}
      </span>
      {menuOf(role).includes('inspections') && <a href={addressOf('inspections', id)}>{words.openRecord} ➜</a>}
    </li>
  )
}
