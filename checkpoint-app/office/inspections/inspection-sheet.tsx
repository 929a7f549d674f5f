import { useCallback } from 'react'
import { getInspection } from '../../../schema/api/inspections.ts'
import { Plate } from '../../ui/plate.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { addressOf } from '../address.ts'
import { Facts } from '../ledger/facts.tsx'
import { WhenLoaded } from '../ledger/when-loaded.tsx'
import { may } from '../pages.ts'
import { useSession, useStaff } from '../session.tsx'
import { shortIso } from '../times.ts'
import { useLoad } from '../use-load.ts'
import { useOfficeWords } from '../words.ts'
import type { InspectionRow } from './filters.ts'
import { InspectionWhole } from './inspection-whole.tsx'
import { Marks } from './marks.tsx'
import { VerdictCard } from './verdict-card.tsx'

/** Where, when and by whom, and the records that correct each other. */
export function RecordFacts({ row }: { row: InspectionRow }) {
  const { detail: words, terminals } = useOfficeWords()
  const link = (id: string) => <a href={addressOf('inspections', id)}>{id}</a>
  const facts = [
    { label: words.where, value: `${row.checkpointName} ${terminals.laneNumber(row.lane)}` },
    { label: words.madeAt, value: shortIso(row.madeAt) },
    { label: words.receivedAt, value: shortIso(row.receivedAt) },
    { label: words.inspector, value: row.inspector },
    { label: words.edition, value: <span className="code">{row.edition}</span> },
    { label: words.id, value: <span className="code">{row.id}</span> },
    ...(row.corrects ? [{ label: words.corrects, value: link(row.corrects) }] : []),
    ...(row.correctedBy ? [{ label: words.correctedBy, value: link(row.correctedBy) }] : []),
  ]
  return (
    <section className="stack-tight" aria-label={words.record}>
      <h3>{words.record}</h3>
      <Facts facts={facts} />
    </section>
  )
}

function Whole({ id }: { id: string }) {
  const { ask } = useSession()
  const loaded = useLoad(useCallback(() => ask(getInspection, { params: { id } }), [ask, id]))
  return <WhenLoaded loaded={loaded}>{(answer) => <InspectionWhole answer={answer} />}</WhenLoaded>
}

/** For a role that sees the ledger only: the line, and why there is no more. */
function LineOnly({ row }: { row: InspectionRow }) {
  const { detail: words } = useOfficeWords()
  return (
    <>
      <p className="sheet-plate">
        <Plate plate={row.plate} />
        <Marks row={row} />
      </p>
      <VerdictCard title={words.server} row={row.serverRow} outcome={row.outcome} />
      <RecordFacts row={row} />
      <p className="quiet">{words.limited}</p>
    </>
  )
}

type Given = { id: string | undefined; row: InspectionRow | undefined; onClose: () => void }

/** One inspection beside the ledger. */
export function InspectionSheet({ id, row, onClose }: Given) {
  const { detail: words } = useOfficeWords()
  const whole = may(useStaff().role, 'seeWholeInspection')
  return (
    <Sheet open={id !== undefined} title={words.title} onClose={onClose} side>
      {id !== undefined && whole && <Whole key={id} id={id} />}
      {!whole && row && <LineOnly row={row} />}
      {!whole && !row && <p className="quiet">{words.limited}</p>}
    </Sheet>
  )
}
