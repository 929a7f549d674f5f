import { useState } from 'react'
import { allOnDuty, judgeCandidate, setGreenLane } from '../../schema/api/incidents.ts'
import { useSession, useStaff } from '../office/session.tsx'
import type { ApiProblem, Called } from '../ui/api.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { useNow } from '../ui/use-now.ts'
import type { Row } from './board-state.ts'
import { clock } from './board-row.tsx'
import { CloseForm } from './close-form.tsx'
import { leftText, type Incident } from './incident-panel.tsx'
import { useIncidentWords } from './incident-words.ts'

type Given = { incident: Incident; row: Row; put: (incident: Incident) => void }

/** What the head does, and whoever sees the green lane. */
export function Deeds({ incident, row, put }: Given) {
  const words = useIncidentWords()
  const now = useNow(1000)
  const { ask } = useSession()
  const { role } = useStaff()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()
  const [closing, setClosing] = useState(false)
  const { id, may } = incident
  const send = async <Value,>(deed: Promise<Called<Value>>, done: (value: Value) => void) => {
    setBusy(true)
    setProblem(undefined)
    const answer = await deed
    setBusy(false)
    if (answer.ok) done(answer.value)
    else setProblem(answer.problem)
  }
  const judge = (confirm: boolean) => void send(ask(judgeCandidate, { params: { id }, body: { confirm } }), put)
  const green = (state: 'blocked' | 'free') =>
    void send(ask(setGreenLane, { params: { id: row.id }, body: { state } }), () =>
      put({ ...incident, greenLane: state }),
    )
  const until = incident.candidateUntil === null ? '' : leftText(incident.candidateUntil, now, words)
  const running = incident.state === 'running'
  return (
    <div className="deeds">
      {problem && <ErrorNote problem={problem} />}
      {incident.state === 'candidate' && !may.judge && <p>{words.judgeElsewhere(until)}</p>}
      {may.judge && (
        <div className="deed-judge">
          <p>
            <strong>{words.judge}</strong> <span className="quiet">{words.judgeBy(until)}</span>
          </p>
          <Button kind="primary" busy={busy} onClick={() => judge(true)}>
            {words.confirm}
          </Button>
          <Button busy={busy} onClick={() => judge(false)}>
            {words.dismiss}
          </Button>
        </div>
      )}
      <div className="deed-line">
        <span>
          {words.green}{' '}
          <strong className={incident.greenLane === 'blocked' ? 'is-overdue' : ''}>
            {words.greenStates[incident.greenLane]}
          </strong>
        </span>
        {may.greenLane && (
          <span className="person-deeds">
            {incident.greenLane !== 'blocked' && (
              <Button compact busy={busy} onClick={() => green('blocked')}>
                {words.greenBlocked}
              </Button>
            )}
            {incident.greenLane !== 'free' && (
              <Button compact busy={busy} onClick={() => green('free')}>
                {words.greenFree}
              </Button>
            )}
          </span>
        )}
      </div>
      {running && incident.allOnDutyAt !== null && <p>{words.allOnDutyAt(clock(incident.allOnDutyAt))}</p>}
      {running && role === 'head' && (
        <div className="person-deeds">
          {incident.allOnDutyAt === null && (
            <Button compact busy={busy} onClick={() => void send(ask(allOnDuty, { params: { id } }), put)}>
              {words.allOnDuty}
            </Button>
          )}
          {may.close && (
            <Button compact onClick={() => setClosing(true)}>
              {words.close}
            </Button>
          )}
        </div>
      )}
      <CloseForm open={closing} id={id} onClose={() => setClosing(false)} done={put} />
    </div>
  )
}
