import { passAlone } from '../device/facts-here.ts'
import type { Judgement } from '../device/judge-here.ts'
import { useLanguage } from '../ui/language.tsx'
import { Shape } from '../ui/state-mark.tsx'
import { isInterim } from './desk-state.ts'
import { cardMark, healthMark, leftMark, nucleicMark, passMark, type MarkReading, type Said } from './mark-reading.ts'
import { personName } from './person-name.ts'
import { knownOf, type Session } from './truck-session.ts'
import { useInspectorWords } from './use-words.ts'

type Given = { session: Session; judgement: Judgement }

/** 两证两码: four marks a person, always in the same place. */
export function CrewMarks({ session, judgement }: Given) {
  const words = useInspectorWords()
  const { language } = useLanguage()
  const { facts, now, verdict } = judgement
  const open = isInterim(verdict.row)
  const unasked = facts.freightCode === 'green' ? 'by-code' : open ? 'open' : 'not-needed'
  const said: Said = { words, language, now, unasked }
  const truck = knownOf(session)
  const pass = truck === undefined ? facts.pass : passAlone(truck, now)
  const lapses = unasked === 'by-code' ? lapseInCode(session) : undefined
  return (
    <ul className="crew-marks" aria-label={words.crew(facts.crew.length)}>
      {session.known.crew.map((person, index) => {
        const member = facts.crew[index] ?? {}
        const name = personName(person, index, words)
        const heat = member.temperatures?.at(-1)
        return (
          <li key={person.key} className="person">
            <p className="person-name">
              <strong>{name}</strong>
              {heat !== undefined && <span className="quiet">{heat.toFixed(1)} ℃</span>}
            </p>
            <dl className="marks">
              <Mark
                label={words.marks.nucleic}
                reading={
                  member.nucleicAcid === undefined && lapses !== undefined
                    ? leftMark(lapses, said)
                    : nucleicMark(member.nucleicAcid, said, verdict.testNumbers[index] ?? verdict.numbers)
                }
              />
              <Mark label={words.marks.pass} reading={passMark(pass, said)} />
              <Mark label={words.marks.health} reading={healthMark(member.healthCode, said)} />
              <Mark label={words.marks.card} reading={cardMark(member.travelCard, said)} />
            </dl>
          </li>
        )
      })}
    </ul>
  )
}

/** A green code says when the earliest test on board lapses. */
export const lapseInCode = ({ known: { freight } }: Session) =>
  freight?.ok === true && freight.kind === 'freight' ? freight.claims.testLapsesAt : undefined

function Mark({ label, reading }: { label: string; reading: MarkReading }) {
  return (
    <div className={`mark mark-${reading.tone}`}>
      <dt>{label}</dt>
      <dd>
        <Shape tone={reading.tone} size={16} /> {reading.word}
      </dd>
    </div>
  )
}
