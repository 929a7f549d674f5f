import { parseInstant } from '../../shared/instant.ts'
import type { ModifierId, Task } from '../../shared/policy/verdict.ts'
import { modifierLines, type LineContext } from '../../shared/wording/verdict-lines.ts'
import { codeAtFault } from '../device/facts-here.ts'
import type { Judgement } from '../device/judge-here.ts'
import { useLanguage } from '../ui/language.tsx'
import { knownOf, type Session } from './truck-session.ts'
import { useInspectorWords } from './use-words.ts'
import { isWhitelisted, whitelistChip } from './whitelist-chip.ts'

type Given = { session: Session; judgement: Judgement; tasks?: boolean }

/** What the facts do not hold and the lines say. */
export function contextOf(session: Session, { now }: Judgement): LineContext {
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

/** Beside the green lane of a pass, the task of the same name would say it twice. */
const saidBy: Partial<Record<Task, ModifierId>> = { 'green-lane': 'M1' }

/** M1–M7, and on a verdict what is still to be done. */
export function ModifierChips({ session, judgement, tasks: withTasks }: Given) {
  const words = useInspectorWords()
  const { language } = useLanguage()
  const { verdict, facts } = judgement
  const context = contextOf(session, judgement)
  const modifiers = verdict.modifiers.map((id) => ({ id, ...modifierLines(id, verdict, facts, language, context) }))
  const tasks = (withTasks ? verdict.tasks : []).filter((task) => !modifiers.some(({ id }) => id === saidBy[task]))
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
        {!modifiers.some(({ id }) => id === 'M2') && isWhitelisted(facts, verdict) && (
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
