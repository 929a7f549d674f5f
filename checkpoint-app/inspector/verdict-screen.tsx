import { useEffect } from 'react'
import { hintsFor, personLines, verdictLines, wordings } from '../../shared/wording/verdict-lines.ts'
import type { Judgement } from '../device/judge-here.ts'
import { give } from '../device/sound.ts'
import { listenForGun } from '../device/wedge.ts'
import { useLanguage } from '../ui/language.tsx'
import { kept } from '../ui/kept.ts'
import { Plate } from '../ui/plate.tsx'
import { Shape } from '../ui/state-mark.tsx'
import { CrewMarks } from './crew-marks.tsx'
import type { Shown } from './desk-state.ts'
import { Headline } from './headline.tsx'
import { HowShownMark } from './how-shown-mark.tsx'
import { contextOf, ModifierChips } from './modifier-chips.tsx'
import { PassCards } from './pass-card.tsx'
import { personName } from './person-name.ts'
import { RecordState } from './record-state.tsx'
import { hush, say } from './speak.ts'
import { useScanner } from './scan-screen.tsx'
import { markPainted } from './timings.ts'
import type { Session } from './truck-session.ts'
import { useInspectorWords } from './use-words.ts'
import { VerdictActions } from './verdict-actions.tsx'
import { verdictSignal, verdictTone } from './verdict-tone.ts'

type Given = { session: Session; shown: Shown; onRegister: () => void; onCheckpointCode: () => void }

/** Conclusion → reason → next step → article, readable at two metres. */
export function VerdictScreen({ session, shown, onRegister, onCheckpointCode }: Given) {
  const { language } = useLanguage()
  const scan = useScanner()
  const { judgement } = shown
  const { verdict, facts } = judgement
  const lines = verdictLines(verdict, facts, language, contextOf(session, judgement))
  const tone = verdictTone[verdict.row]
  useEffect(() => {
    markPainted('verdict')
    give(verdictSignal(verdict.row), { sound: kept('sound') !== false })
  }, [verdict.row])
  useSpoken(session, judgement)
  useEffect(() => listenForGun(scan))
  return (
    <main className={`screen verdict verdict-${tone}`}>
      <section className="verdict-card">
        <div className="verdict-head">
          <Shape tone={tone} size={64} />
          <Headline row={verdict.row} />
        </div>
        <p className="verdict-reason">{lines.reason}</p>
        <p className="verdict-next">{lines.next}</p>
        <div className="verdict-about">
          <Plate plate={session.plate?.text ?? ''} />
          <HowShownMark code={session.known.freight} />
          <ModifierChips session={session} judgement={judgement} tasks />
        </div>
        <p className="verdict-article">{lines.article}</p>
        <RecordState shown={shown} />
      </section>
      <Persons session={session} shown={shown} />
      <VerdictActions session={session} shown={shown} onRegister={onRegister} onCheckpointCode={onCheckpointCode} />
    </main>
  )
}

/** Headline and next step in Chinese, where the inspector wants it; silence with the next truck. */
function useSpoken(session: Session, judgement: Judgement) {
  const { verdict, facts } = judgement
  const { headline, next } = verdictLines(verdict, facts, 'zh', contextOf(session, judgement))
  useEffect(() => {
    if (kept('speaks') !== true) return undefined
    say([headline, next])
    return () => hush()
  }, [headline, next])
}

function Persons({ session, shown }: { session: Session; shown: Shown }) {
  const words = useInspectorWords()
  const { language } = useLanguage()
  const { verdict, facts } = shown.judgement
  const hints = hintsFor(verdict, facts)
  return (
    <section className="verdict-persons" aria-label={words.persons}>
      <CrewMarks session={session} judgement={shown.judgement} />
      <PassCards session={session} now={shown.judgement.now} />
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
