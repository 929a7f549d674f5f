import { useState } from 'react'
import { answerForSummoned } from '../../schema/api/incidents.ts'
import { parseInstant } from '../../shared/instant.ts'
import { useSession } from '../office/session.tsx'
import type { ApiProblem } from '../ui/api.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { useLanguage } from '../ui/language.tsx'
import { useToast } from '../ui/toast.tsx'
import { useNow } from '../ui/use-now.ts'
import { clock } from './board-row.tsx'
import type { Row } from './board-state.ts'
import { leftText, type Incident } from './incident-panel.tsx'
import { useIncidentWords } from './incident-words.ts'
import { stepWord } from './step-words.ts'

type Summons = Incident['summonses'][number]
type Answer = 'acknowledged' | 'arrived' | 'cannot'
type Given = { incident: Incident; row: Row; put: (incident: Incident) => void }

/** Who has answered, when, and until when the others have time. */
function Standing({ one }: { one: Summons }) {
  const words = useIncidentWords()
  const now = useNow(1000)
  const due = one.answerBy === null ? undefined : (parseInstant(one.answerBy) ?? now)
  const over = due !== undefined && now > due
  const at = one.arrivedAt ?? one.acknowledgedAt
  return (
    <span className="person-state">
      <strong className={over || one.lapsedAt !== null ? 'is-overdue' : one.state === 'on-site' ? 'is-there' : ''}>
        {due === undefined
          ? words.states[one.state]
          : over
            ? words.overdue(leftText(new Date(now + now - due).toISOString(), now, words))
            : words.answerIn(leftText(one.answerBy ?? '', now, words))}
      </strong>
      {at !== null && <span className="quiet small"> {clock(at)}</span>}
      {one.answeredBy !== null && <span className="quiet small"> {words.by[one.answeredBy]}</span>}
      {one.onSiteAsked && one.arrivedAt === null && one.acknowledgedAt !== null && (
        <span className="small"> · {one.lapsedAt === null ? words.notThere : words.lapsed(clock(one.lapsedAt))}</span>
      )}
    </span>
  )
}

/** The people called to an incident; the dispatcher notes what they say on the telephone. */
export function People({ incident, row, put }: Given) {
  const words = useIncidentWords()
  const { language } = useLanguage()
  const over = new Map(incident.steps.map((one) => [one.step, one.over]))
  const say = useToast()
  const { ask } = useSession()
  const [busy, setBusy] = useState<string>()
  const [problem, setProblem] = useState<ApiProblem>()
  const asked = incident.summonses.filter(({ purpose }) => purpose !== 'inform')
  const informed = incident.summonses.length - asked.length
  const note = async (one: Summons, answer: Answer) => {
    setBusy(one.id)
    setProblem(undefined)
    const body = { summons: one.id, answer }
    const result = await ask(answerForSummoned, { params: { id: incident.id }, body })
    setBusy(undefined)
    if (!result.ok) return setProblem(result.problem)
    put(result.value)
    const what = { acknowledged: words.states.acknowledged, arrived: words.arrived, cannot: words.cannot }[answer]
    say(words.noted(one.name, what))
  }
  return (
    <div className="people">
      <h4>{words.people}</h4>
      {asked.length === 0 && <p className="quiet">{words.peopleNone}</p>}
      {problem && <ErrorNote problem={problem} />}
      <ul>
        {asked.map((one) => {
          const open = incident.may.answer && one.state !== 'on-site' && one.state !== 'moot'
          return (
            <li key={one.id}>
              <span className="person">
                <strong>{one.name}</strong>
                <span className="quiet small">
                  {words.roles[one.role]} · {stepWord(one.step, over.get(one.step) ?? null, row.limits, language)}{' '}
                  {clock(one.at)}
                  {one.late && ` · ${words.late}`}
                </span>
              </span>
              <Standing one={one} />
              {open && (
                <span className="person-deeds">
                  {one.acknowledgedAt === null && (
                    <Button
                      compact
                      data-key={one.state === 'cannot' ? undefined : 'acknowledge'}
                      busy={busy === one.id}
                      onClick={() => void note(one, 'acknowledged')}
                    >
                      {words.acknowledge}
                    </Button>
                  )}
                  {one.onSiteAsked && (
                    <Button compact busy={busy === one.id} onClick={() => void note(one, 'arrived')}>
                      {words.arrived}
                    </Button>
                  )}
                  {one.state !== 'cannot' && (
                    <Button compact kind="ghost" busy={busy === one.id} onClick={() => void note(one, 'cannot')}>
                      {words.cannot}
                    </Button>
                  )}
                </span>
              )}
            </li>
          )
        })}
      </ul>
      {informed > 0 && <p className="quiet small">{words.informed(informed)}</p>}
    </div>
  )
}
