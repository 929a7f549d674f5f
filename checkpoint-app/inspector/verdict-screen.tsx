import { useEffect } from 'react'
import { parseInstant } from '../../shared/instant.ts'
import {
  hintsFor,
  modifierLines,
  personLines,
  verdictLines,
  wordings,
  type LineContext,
} from '../../shared/wording/verdict-lines.ts'
import { give } from '../device/sound.ts'
import { listenForGun } from '../device/wedge.ts'
import { useLanguage } from '../ui/language.tsx'
import { kept } from '../ui/kept.ts'
import { Plate } from '../ui/plate.tsx'
import { Shape } from '../ui/state-mark.tsx'
import { CrewMarks } from './crew-marks.tsx'
import type { Shown } from './desk.ts'
import { personName } from './person-name.ts'
import { RecordState } from './record-state.tsx'
import { useScanner } from './scan-screen.tsx'
import { markPainted } from './timings.ts'
import type { Session } from './truck-session.ts'
import { useInspectorWords } from './use-words.ts'
import { VerdictActions } from './verdict-actions.tsx'
import { verdictSignal, verdictTone } from './verdict-tone.ts'

type Given = { session: Session; shown: Shown; onRegister: () => void; onCheckpointCode: () => void }

function contextOf({ known }: Session): LineContext {
  const until = known.online?.pass ? parseInstant(known.online.pass.validTo) : undefined
  const scanned = known.pass?.ok === true ? known.pass.claims.expiresAt : undefined
  const passUntil = scanned ?? until
  return {
    ...(known.prior === undefined ? {} : { checkpointName: known.prior.checkpointName }),
    ...(passUntil === undefined ? {} : { passUntil }),
  }
}

/** Conclusion → reason → next step → article, readable at two metres. */
export function VerdictScreen({ session, shown, onRegister, onCheckpointCode }: Given) {
  const { language } = useLanguage()
  const scan = useScanner()
  const { judgement } = shown
  const { verdict, facts } = judgement
  const lines = verdictLines(verdict, facts, language, contextOf(session))
  const tone = verdictTone[verdict.row]
  const long = lines.headline.length > (language === 'en' ? 16 : 10)
  useEffect(() => {
    markPainted('verdict')
    give(verdictSignal(verdict.row), { sound: kept('sound') !== false })
  }, [verdict.row])
  useEffect(() => listenForGun(scan))
  return (
    <main className={`screen verdict verdict-${tone}`}>
      <section className="verdict-card" aria-live="assertive">
        <Shape tone={tone} size={64} />
        <h1 className={long ? 'verdict-headline is-long' : 'verdict-headline'}>{lines.headline}</h1>
        <p className="verdict-reason">{lines.reason}</p>
        <p className="verdict-next">{lines.next}</p>
        <div className="verdict-about">
          <Plate plate={session.plate?.text ?? ''} />
          <Chips session={session} shown={shown} />
        </div>
        <p className="verdict-article">{lines.article}</p>
        <RecordState shown={shown} />
      </section>
      <Persons session={session} shown={shown} />
      <VerdictActions session={session} shown={shown} onRegister={onRegister} onCheckpointCode={onCheckpointCode} />
    </main>
  )
}

function Chips({ session, shown }: { session: Session; shown: Shown }) {
  const words = useInspectorWords()
  const { language } = useLanguage()
  const { verdict, facts } = shown.judgement
  const context = contextOf(session)
  return (
    <ul className="chips">
      {verdict.modifiers.map((modifier) => {
        const { label, reason } = modifierLines(modifier, verdict, facts, language, context)
        return (
          <li key={modifier} className="chip" title={reason}>
            {label}
          </li>
        )
      })}
      {verdict.tasks.map((task) => (
        <li key={task} className="chip chip-task">
          {words.tasks[task]}
        </li>
      ))}
    </ul>
  )
}

function Persons({ session, shown }: { session: Session; shown: Shown }) {
  const words = useInspectorWords()
  const { language } = useLanguage()
  const { verdict, facts } = shown.judgement
  const hints = hintsFor(verdict, facts)
  return (
    <section className="verdict-persons" aria-label={words.persons}>
      <CrewMarks session={session} judgement={shown.judgement} />
      {facts.crew.length > 1 && (
        <ul className="person-lines">
          {session.known.crew.map((person, index) => {
            const lines = personLines(verdict, facts, language, index)
            return (
              lines && (
                <li key={person.key}>
                  <strong>{personName(person, index, words)}</strong> {lines.headline} · {lines.reason}
                </li>
              )
            )
          })}
        </ul>
      )}
      {hints.map((hint) => (
        <p key={hint} className="quiet small">
          {wordings[language].hint[hint]}
        </p>
      ))}
    </section>
  )
}
