import { useState } from 'react'
import { isDecided, sayings } from '../../shared/appeals/kinds.ts'
import { parseInstant, shortTime } from '../../shared/instant.ts'
import { headlines } from '../../shared/wording/headlines.ts'
import type { Row } from '../../shared/policy/verdict.ts'
import { Button } from '../ui/button.tsx'
import { useLanguage } from '../ui/language.tsx'
import { AppealForm } from './appeal-form.tsx'
import { AppealStanding } from './appeal-state.tsx'
import type { Appeals, TripAppeals } from './use-appeals.ts'
import { hashOf } from './route.ts'
import { useCaseWords } from './use-case-words.ts'
import { useAppealWords } from './use-appeal-words.ts'

type Inspection = TripAppeals['inspections'][number]
const isRow = (row: string): row is Row => row in headlines

type Given = { inspection: Inspection; appeals: TripAppeals; trip: string; send: Appeals['send'] }

function Verdict({ inspection, appeals, trip, send }: Given) {
  const cases = useCaseWords()
  const words = useAppealWords()
  const { language } = useLanguage()
  const [open, setOpen] = useState(false)
  const { id, row, madeAt, checkpointName, corrected } = inspection
  const running = appeals.appeals.find((one) => one.inspection === id && !isDecided(one.state))
  const close = () => setOpen(false)
  return (
    <li className="appeal-card stack-tight">
      <p>
        <strong>{isRow(row) ? headlines[row][language] : row}</strong>{' '}
        {corrected && <span>（{words.correctedMark}）</span>}
      </p>
      <p className="quiet">
        {shortTime(parseInstant(madeAt)!)} {checkpointName}
      </p>
      {running && <AppealStanding appeal={running} />}
      {!running && !corrected && !open && <Button onClick={() => setOpen(true)}>{words.verdictAppeal}</Button>}
      <a className="text-link" href={hashOf({ screen: 'cases', trip, inspection: id })}>
        {cases.fromVerdict}
      </a>
      {open && (
        <AppealForm
          sayings={sayings.verdict}
          onSend={(written) => send({ kind: 'verdict', seat: 0, inspection: id, ...written })}
          onDone={close}
          onCancel={close}
        />
      )}
    </li>
  )
}

/** Verdicts of the last two days; the head of the checkpoint looks at one that is doubted. */
export function AppealVerdicts({ appeals, trip, send }: Omit<Given, 'inspection'>) {
  const words = useAppealWords()
  if (appeals.inspections.length === 0) return null
  return (
    <section className="stack" aria-label={words.verdicts}>
      <h2>{words.verdicts}</h2>
      <p>{words.verdictsLine}</p>
      <ul className="plain-list stack">
        {appeals.inspections.map((inspection) => (
          <Verdict key={inspection.id} inspection={inspection} appeals={appeals} trip={trip} send={send} />
        ))}
      </ul>
    </section>
  )
}
