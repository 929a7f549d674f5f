import { useEffect } from 'react'
import { parseInstant } from '../../shared/instant.ts'
import type { ModifierId, Task } from '../../shared/policy/verdict.ts'
import {
  hintsFor,
  modifierLines,
  personLines,
  verdictLines,
  wordings,
  type LineContext,
} from '../../shared/wording/verdict-lines.ts'
import { codeAtFault } from '../device/facts-here.ts'
import type { Judgement } from '../device/judge-here.ts'
import { give } from '../device/sound.ts'
import { listenForGun } from '../device/wedge.ts'
import { useLanguage } from '../ui/language.tsx'
import { kept } from '../ui/kept.ts'
import { Plate } from '../ui/plate.tsx'
import { Shape } from '../ui/state-mark.tsx'
import { CrewMarks } from './crew-marks.tsx'
import type { Shown } from './desk.ts'
import { Headline } from './headline.tsx'
import { HowShownMark } from './how-shown-mark.tsx'
import { PassCards } from './pass-card.tsx'
import { personName } from './person-name.ts'
import { RecordState } from './record-state.tsx'
import { useScanner } from './scan-screen.tsx'
import { markPainted } from './timings.ts'
import { knownOf, type Session } from './truck-session.ts'
import { useInspectorWords } from './use-words.ts'
import { isWhitelisted, whitelistChip } from './whitelist-chip.ts'
import { VerdictActions } from './verdict-actions.tsx'
import { verdictSignal, verdictTone } from './verdict-tone.ts'

type Given = { session: Session; shown: Shown; onRegister: () => void; onCheckpointCode: () => void }

function contextOf(session: Session, { now }: Judgement): LineContext {
  const { known } = session
  const truck = knownOf(session)
  const until = known.online?.pass ? parseInstant(known.online.pass.validTo) : undefined
  const scanned = known.pass?.ok === true ? known.pass.claims.expiresAt : undefined
  const passUntil = scanned ?? until ?? known.foreignPass?.validTo
  return {
    ...(known.prior === undefined ? {} : { checkpointName: known.prior.checkpointName }),
    ...(passUntil === undefined ? {} : { passUntil }),
    codeAtFault: truck !== undefined && codeAtFault(truck, now),
  }
}

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
  useEffect(() => listenForGun(scan))
  return (
    <main className={`screen verdict verdict-${tone}`}>
      <section className="verdict-card" aria-live="assertive">
        <div className="verdict-head">
          <Shape tone={tone} size={64} />
          <Headline row={verdict.row} />
        </div>
        <p className="verdict-reason">{lines.reason}</p>
        <p className="verdict-next">{lines.next}</p>
        <div className="verdict-about">
          <Plate plate={session.plate?.text ?? ''} />
          <HowShownMark code={session.known.freight} />
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

/** Beside the green lane of a pass, the task of the same name would say it twice. */
const saidBy: Partial<Record<Task, ModifierId>> = { 'green-lane': 'M1' }

function Chips({ session, shown }: { session: Session; shown: Shown }) {
  const words = useInspectorWords()
  const { language } = useLanguage()
  const { verdict, facts } = shown.judgement
  const context = contextOf(session, shown.judgement)
  const modifiers = verdict.modifiers.map((id) => ({ id, ...modifierLines(id, verdict, facts, language, context) }))
  const tasks = verdict.tasks.filter((task) => !modifiers.some(({ id }) => id === saidBy[task]))
  // What is wrong with a credential must be read by the one who looks at it; the others need no more than their name.
  const lead = modifiers.find(({ id }) => id === 'M7')
  // What the white list changed is said beside it (R73).
  const waived = modifiers.find(({ id }) => id === 'M2')
  return (
    <>
      <ul className="chips">
        {modifiers.map(({ id, label, reason }) => (
          <li key={id} className="chip" title={reason}>
            {id === 'M2' ? whitelistChip(facts, language, '＋') : label}
          </li>
        ))}
        {!modifiers.some(({ id }) => id === 'M2') && isWhitelisted(facts, shown.judgement.verdict) && (
          <li className="chip">{whitelistChip(facts, language)}</li>
        )}
        {tasks.map((task) => (
          <li key={task} className="chip chip-task">
            {words.tasks[task]}
          </li>
        ))}
      </ul>
      {waived && <p className="modifier-effect">{waived.next}</p>}
      {lead && (
        <p className="modifier-why">
          ▲ {lead.reason} · {lead.next}
        </p>
      )}
    </>
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
