import { gravity, type Row } from '../../shared/policy/verdict.ts'
import { headlines } from '../../shared/wording/headlines.ts'
import type { Judgement } from '../device/judge-here.ts'
import { useLanguage } from '../ui/language.tsx'
import { Shape } from '../ui/state-mark.tsx'
import { useBoardWords } from './board-words.ts'
import { countNeeds, crewNeeds } from './crew-needs.ts'
import { personName } from './person-name.ts'
import type { Session } from './truck-session.ts'
import { useInspectorWords } from './use-words.ts'
import { verdictTone } from './verdict-tone.ts'

/** Rows that are an answer for a person, and more than a plain release. */
const tells: readonly Row[] = ['V1', 'V2', 'V3', 'V15', 'V11', 'V14', 'V13', 'V12']

/** Who on board has the strictest answer so far, where there is one to tell. */
export function strictestSoFar({ verdict }: Judgement): { place: number; row: Row } | undefined {
  const told = verdict.persons.flatMap((own, place) =>
    own !== null && tells.includes(own.row) ? [{ place, row: own.row }] : [],
  )
  return told.toSorted((a, b) => gravity(b.row) - gravity(a.row))[0]
}

/** The verdict as it stands while it is still being asked for: the strictest decides. */
export function RunningHeadline({ session, judgement }: { session: Session; judgement: Judgement }) {
  const words = useInspectorWords()
  const board = useBoardWords()
  const { language } = useLanguage()
  const { row } = judgement.verdict
  const left = countNeeds(crewNeeds(session, judgement))
  const strictest = strictestSoFar(judgement)
  const person = strictest && session.known.crew[strictest.place]
  return (
    <div className={`running running-${verdictTone[row]}`} role="status">
      <Shape tone={verdictTone[row]} size={28} />
      <p>
        <strong>{headlines[row][language]}</strong>
        {strictest && person && (
          <span className="running-person">
            {board.soFar(personName(person, strictest.place, words), headlines[strictest.row][language])}
          </span>
        )}
      </p>
      {left > 0 && <span className="running-left">{board.left(left)}</span>}
    </div>
  )
}
