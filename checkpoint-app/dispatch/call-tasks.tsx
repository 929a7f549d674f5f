import { useCallback, useState } from 'react'
import { finishCallTask, listCallTasks } from '../../schema/api/dispatch.ts'
import type { AnswerOf } from '../../schema/api/endpoint.ts'
import { minutesBetween, parseInstant } from '../../shared/instant.ts'
import { useSession, useStaff } from '../office/session.tsx'
import { useLoad } from '../office/use-load.ts'
import type { ApiProblem } from '../ui/api.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Icon } from '../ui/icon.tsx'
import { phoneIcon } from '../ui/icons.ts'
import { Sheet } from '../ui/sheet.tsx'
import { useNow } from '../ui/use-now.ts'
import { clock } from './board-row.tsx'
import { useIncidentWords, useSaid } from './incident-words.ts'
import { useReload } from './use-reload.ts'
import { useDispatchWords } from './words.ts'

type Task = AnswerOf<typeof listCallTasks>['items'][number]
const outcomes = ['acknowledged', 'cannot', 'no-answer', 'moot'] as const

function TaskLine({ task, done }: { task: Task; done: () => Promise<void> }) {
  const words = useIncidentWords()
  const said = useSaid()
  const { role } = useStaff()
  const { ask } = useSession()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()
  const finish = async (outcome: (typeof outcomes)[number]) => {
    setBusy(true)
    const answer = await ask(finishCallTask, { params: { id: task.id }, body: { outcome } })
    setBusy(false)
    if (!answer.ok) setProblem(answer.problem)
    await done()
  }
  return (
    <li className="call-task">
      <p>
        <time className="quiet">{clock(task.at)}</time> <strong>{task.name ?? words.taskFind}</strong>{' '}
        <span className="quiet">{task.title}</span>
      </p>
      <p>{said(task)}</p>
      {task.phone !== null && (
        <a className="button button-secondary button-compact" href={`tel:${task.phone}`}>
          <Icon of={phoneIcon} size={20} />
          {words.dial} {task.phone}
        </a>
      )}
      {problem && <ErrorNote problem={problem} />}
      {role !== 'supervisor' && (
        <div className="person-deeds">
          {outcomes.map((outcome) => (
            <Button key={outcome} compact busy={busy} onClick={() => void finish(outcome)}>
              {words.taskDone[outcome]}
            </Button>
          ))}
        </div>
      )}
    </li>
  )
}

/** Whom 12328 is to telephone; `of` changes when an incident does. */
export function CallTasks({ of }: { of: string }) {
  const words = useIncidentWords()
  const board = useDispatchWords()
  const { ask } = useSession()
  const now = useNow()
  const [open, setOpen] = useState(false)
  const { value, problem, reload } = useLoad(useCallback(() => ask(listCallTasks, { query: { done: 'no' } }), [ask]))
  useReload(of, reload)
  const items = value?.items ?? []
  const oldest = items[0] === undefined ? undefined : parseInstant(items[0].at)
  return (
    <>
      <Button
        compact
        kind={items.length > 0 ? 'danger' : 'ghost'}
        className="calls-button"
        onClick={() => setOpen(true)}
      >
        <Icon of={phoneIcon} size={20} />
        <span>
          {value === undefined ? words.tasks : items.length === 0 ? board.callsNone : board.calls(items.length)}
          {oldest !== undefined && <span className="small"> {board.callsOldest(minutesBetween(oldest, now))}</span>}
        </span>
      </Button>
      <Sheet open={open} title={words.tasks} onClose={() => setOpen(false)} side>
        {problem && <ErrorNote problem={problem} onRetry={() => void reload()} />}
        {value !== undefined && items.length === 0 && <p className="quiet">{words.tasksNone}</p>}
        <ul className="stack">
          {items.map((task) => (
            <TaskLine key={task.id} task={task} done={reload} />
          ))}
        </ul>
      </Sheet>
    </>
  )
}
