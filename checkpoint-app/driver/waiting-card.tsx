import { Button } from '../ui/button.tsx'
import { wordsOfProblem } from '../ui/error-note.tsx'
import { Plate } from '../ui/plate.tsx'
import { Shape } from '../ui/state-mark.tsx'
import { useToast } from '../ui/toast.tsx'
import { useUiWords } from '../ui/use-ui-words.ts'
import { ScreenTitle } from '../ui/screen-title.tsx'
import { useDriver } from './driver-state.tsx'
import { isLater } from './send.ts'
import { withoutWaiting, type Waiting } from './stored.ts'
import { useRoute } from './use-route.ts'
import { useDriverWords } from './use-words.ts'

/** Registrations that have not reached the server yet. */
export function WaitingCards({ heading }: { heading?: boolean }) {
  const { state } = useDriver()
  const words = useDriverWords()
  return (
    <>
      {heading && <ScreenTitle hidden>{words.tabs.code}</ScreenTitle>}
      {state.waiting.map((waiting) => (
        <WaitingCard key={waiting.draft.id} waiting={waiting} />
      ))}
    </>
  )
}

function WaitingCard({ waiting }: { waiting: Waiting }) {
  const { waiting: words, form } = useDriverWords()
  const ui = useUiWords()
  const { change, submit } = useDriver()
  const say = useToast()
  const [, go] = useRoute()
  const { draft, problem } = waiting
  const refused = problem !== null && !isLater(problem)
  const sendNow = async () => {
    const outcome = await submit(waiting)
    say(outcome.is === 'registered' ? form.done : words.title)
  }
  const edit = () => {
    change((state) => ({ ...state, draft }))
    go({ screen: 'register', page: 0 })
  }
  return (
    <section className="card waiting-card on-screen" role="status">
      <h2>
        <Shape tone={refused ? 'care' : 'act'} /> {refused ? words.refused : words.title}
      </h2>
      <Plate plate={draft.plate} />
      <p>{refused ? wordsOfProblem(problem, ui).what : words.line}</p>
      <div className="side-by-side">
        {refused ? (
          <Button kind="primary" onClick={edit}>
            {words.edit}
          </Button>
        ) : (
          <Button kind="primary" onClick={() => void sendNow()}>
            {words.now}
          </Button>
        )}
        <Button onClick={() => change((state) => withoutWaiting(state, draft.id))}>{words.drop}</Button>
      </div>
    </section>
  )
}
