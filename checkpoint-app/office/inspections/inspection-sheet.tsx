import { useCallback } from 'react'
import { getInspection } from '../../../schema/api/inspections.ts'
import { minute, parseInstant, plus } from '../../../shared/instant.ts'
import { correctionMinutes } from '../../../shared/sync/envelope.ts'
import { Plate } from '../../ui/plate.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useNow } from '../../ui/use-now.ts'
import { addressOf } from '../address.ts'
import { CorrectPanel } from '../appeals/correct-form.tsx'
import { useAppealOfficeWords } from '../appeals/words.ts'
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

/** What the head put right: the verdict now, by whom, and why. */
function Correction({ row: { correction } }: { row: InspectionRow }) {
  const { correct: words } = useAppealOfficeWords()
  if (!correction) return null
  const facts = [
    { label: words.by, value: `${correction.by} ${shortIso(correction.at)}` },
    { label: words.because, value: correction.reason },
  ]
  return (
    <VerdictCard title={words.now} row={correction.row} outcome={correction.outcome}>
      <Facts facts={facts} />
    </VerdictCard>
  )
}

/** From then on the inspector himself undoes no more. */
function MayCorrect({ row, crew, onDone }: { row: InspectionRow; crew: number; onDone: () => void }) {
  const { role, checkpoint } = useStaff()
  const now = useNow()
  const made = parseInstant(row.madeAt) ?? now
  const mine = role === 'head' && checkpoint === row.checkpoint
  if (!mine || row.correction || row.correctedBy || now < plus(made, correctionMinutes * minute)) return null
  return <CorrectPanel inspection={row.id} crew={crew} onDone={onDone} />
}

function Whole({ id }: { id: string }) {
  const { ask } = useSession()
  const loaded = useLoad(useCallback(() => ask(getInspection, { params: { id } }), [ask, id]))
  return (
    <WhenLoaded loaded={loaded}>
      {(answer) => (
        <>
          <Correction row={answer.inspection} />
          <InspectionWhole answer={answer} />
          <MayCorrect
            row={answer.inspection}
            crew={Array.isArray(answer.facts['crew']) ? answer.facts['crew'].length : 1}
            onDone={() => void loaded.reload()}
          />
        </>
      )}
    </WhenLoaded>
  )
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
      <Correction row={row} />
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
