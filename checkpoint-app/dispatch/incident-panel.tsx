import { useCallback, useState } from 'react'
import type { AnswerOf } from '../../schema/api/endpoint.ts'
import type { checkpointOnBoard } from '../../schema/api/dispatch.ts'
import { getIncident } from '../../schema/api/incidents.ts'
import { parseInstant } from '../../shared/instant.ts'
import { useSession } from '../office/session.tsx'
import { useLoad } from '../office/use-load.ts'
import { Busy } from '../ui/busy.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { useLanguage } from '../ui/language.tsx'
import { SentMark } from '../ui/sent-mark.tsx'
import { useNow } from '../ui/use-now.ts'
import type { Row } from './board-state.ts'
import { clock } from './board-row.tsx'
import { Deeds } from './deeds.tsx'
import { useIncidentWords, useSaid, type IncidentWords } from './incident-words.ts'
import { People } from './people.tsx'
import { StandingMark } from './standing-mark.tsx'
import { stepWord } from './step-words.ts'
import { useReload } from './use-reload.ts'

export type Incident = AnswerOf<typeof getIncident>
type Past = AnswerOf<typeof checkpointOnBoard>['incidents']

/** Minutes and seconds between two moments, never below nought. */
export function leftText(until: string, now: number, words: IncidentWords): string {
  const left = Math.max(0, Math.round(((parseInstant(until) ?? now) - now) / 1000))
  return words.left(Math.floor(left / 60), left % 60)
}

function Next({ next, row }: { next: Incident['next']; row: Row }) {
  const words = useIncidentWords()
  const { language } = useLanguage()
  const now = useNow(1000)
  if (next === null || (parseInstant(next.at) ?? 0) < now) return null
  const step = order.find((one) => one === next.what)
  const what =
    step === undefined
      ? words.nextWhat[next.what === 'response' ? 'response' : 'other']
      : words.nextStep(stepWord(step, null, row.limits, language))
  return (
    <p>
      {words.next} <strong>{what}</strong> {leftText(next.at, now, words)}
    </p>
  )
}

const order: readonly Incident['steps'][number]['step'][] = ['L0', 'L1', 'L2', 'L3', 'LM']

function Steps({ steps, row }: { steps: Incident['steps']; row: Row }) {
  const words = useIncidentWords()
  const { language } = useLanguage()
  return (
    <ul className="steps">
      {steps
        .toSorted((a, b) => order.indexOf(a.step) - order.indexOf(b.step))
        .map(({ step, over, firedAt, late }) => (
          <li key={step}>
            <StandingMark of={step} word={stepWord(step, over, row.limits, language)} size={18} />{' '}
            <span className="quiet small">
              {words.stepAt(clock(firedAt))}
              {late && ` · ${words.late}`}
            </span>
          </li>
        ))}
    </ul>
  )
}

function Timeline({ entries }: { entries: Incident['timeline'] }) {
  const words = useIncidentWords()
  const said = useSaid()
  return (
    <section className="side-part">
      <h3>{words.timeline}</h3>
      <ol className="timeline">
        {entries.toReversed().map((entry, nth) => (
          <li key={`${entry.knownAt}${entry.kind}${nth}`}>
            <time dateTime={entry.knownAt}>{entry.knownAt.slice(11, 19)}</time>
            <span>
              {said(entry)}
              {entry.sent.length > 0 && <br />}
              {entry.sent.map((sent) => (
                <SentMark key={sent.line} sent={sent} />
              ))}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function PastLines({ past, row, show }: { past: Past; row: Row; show: (id: string) => void }) {
  const words = useIncidentWords()
  const { language } = useLanguage()
  if (past.length === 0) return null
  return (
    <section className="side-part">
      <h3>{words.past}</h3>
      <ul className="past">
        {past.map(({ id, startedAt, endedAt, step, over, watched }) => (
          <li key={id}>
            <button type="button" className="text-button" onClick={() => show(id)}>
              {words.pastLine(`${startedAt.slice(5, 10)} ${clock(startedAt)}`, endedAt === null ? '' : clock(endedAt))}
            </button>
            {step !== null && <StandingMark of={step} word={stepWord(step, over, row.limits, language)} size={16} />}
            {watched && <StandingMark of="LM" word={stepWord('LM', null, row.limits, language)} size={16} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function One({ id, row }: { id: string; row: Row }) {
  const words = useIncidentWords()
  const { ask } = useSession()
  const load = useCallback(() => ask(getIncident, { params: { id } }), [ask, id])
  const { value, problem, reload, put } = useLoad(load)
  useReload(row, reload)
  if (value === undefined) return problem ? <ErrorNote problem={problem} onRetry={() => void reload()} /> : <Busy />
  return (
    <>
      <section className="side-part incident">
        <div className="part-head">
          <h3>{words.incident}</h3>
          <span className="quiet small">{words.clock[value.clock]}</span>
        </div>
        <Steps steps={value.steps} row={row} />
        <Next next={value.next} row={row} />
        <Deeds incident={value} row={row} put={put} />
        <People incident={value} row={row} put={put} />
      </section>
      <Timeline entries={value.timeline} />
    </>
  )
}

/** What goes on at a checkpoint: its steps, who was called and what came of it, and what may be done about it here. */
export function IncidentPanel({ row, past }: { row: Row; past: Past }) {
  const words = useIncidentWords()
  const [chosen, setChosen] = useState<{ at: string; id: string }>()
  const running = row.incident?.id
  const id = running ?? (chosen?.at === row.id ? chosen.id : undefined)
  return (
    <>
      {id === undefined ? <p className="quiet side-part">{words.noIncident}</p> : <One key={id} id={id} row={row} />}
      <PastLines
        row={row}
        past={past.filter((one) => one.id !== id)}
        show={(next) => setChosen({ at: row.id, id: next })}
      />
    </>
  )
}
