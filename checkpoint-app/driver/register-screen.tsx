import { useState } from 'react'
import type { Instant } from '../../shared/instant.ts'
import { Button } from '../ui/button.tsx'
import { serverNow } from '../ui/server-clock.ts'
import { useToast } from '../ui/toast.tsx'
import type { FormPage } from './check-draft.ts'
import { emptyDraft, type Draft } from './draft.ts'
import { useDriver } from './driver-state.tsx'
import { etaMoment, usualEta } from './eta.ts'
import { FormScreen } from './form-screen.tsx'
import { pageOfProblem } from './form-notes.ts'
import { LastUsedCard } from './last-used-card.tsx'
import { useRoute } from './use-route.ts'
import { useDriverWords } from './use-words.ts'

const blank = (): Draft => emptyDraft(crypto.randomUUID(), usualEta(serverNow()))

/** A draft found again has its ETA moved on when that has passed; nothing else is changed. */
export function withEtaAhead(draft: Draft, now: Instant): Draft {
  const eta = etaMoment(draft.etaDay, draft.etaTime, now)
  return eta !== undefined && eta >= now ? draft : { ...draft, ...usualEta(now) }
}

const isBegun = ({ plate, from, to, crew }: Draft) => [plate, from, to, crew[0]?.name].some(Boolean)

/** Sends what was filled in, and takes the driver to where the answer is shown. */
function useSubmit(draft: Draft) {
  const { change, submit } = useDriver()
  const { form } = useDriverWords()
  const say = useToast()
  const [, go] = useRoute()
  const [busy, setBusy] = useState(false)
  const send = async () => {
    setBusy(true)
    const outcome = await submit({ draft, pressedAt: serverNow(), problem: null })
    setBusy(false)
    if (outcome.is === 'refused') {
      go({ screen: 'register', page: pageOfProblem(outcome.problem) ?? 2 })
      return
    }
    change((state) => ({ ...state, draft: null }))
    // What waits says so on its card.
    if (outcome.is === 'registered') say(`${form.done}。${form.doneLine}`)
    go({ screen: 'code', id: null })
  }
  return { busy, send }
}

/** A new registration: three pages, the draft kept with each key press. */
export function RegisterScreen({ page }: { page: FormPage }) {
  const { form } = useDriverWords()
  const { state, change } = useDriver()
  const [, go] = useRoute()
  const [fresh] = useState(blank)
  const [openedAt] = useState(serverNow)
  const draft = withEtaAhead(state.draft?.version === null ? state.draft : fresh, openedAt)
  const [found] = useState(() => isBegun(draft))
  const { busy, send } = useSubmit(draft)
  const goTo = (next: FormPage) => go({ screen: 'register', page: next })
  const begin = (next: Draft) => change((now) => ({ ...now, draft: next }))
  const sent = state.waiting.find((waiting) => waiting.draft.id === draft.id)
  // What was refused is told until something is changed.
  const problem = sent && JSON.stringify(sent.draft) === JSON.stringify(draft) ? sent.problem : null
  const lead = (
    <>
      {found && isBegun(draft) && (
        <p className="card found-draft">
          {form.restored}
          <Button kind="ghost" onClick={() => begin(blank())}>
            {form.restart}
          </Button>
        </p>
      )}
      {!found && draft.plate === '' && state.last && (
        <LastUsedCard
          last={state.last}
          onUse={(last) => {
            begin({ ...draft, ...last })
            goTo(1)
          }}
        />
      )}
    </>
  )
  return (
    <FormScreen
      draft={draft}
      edit={(part) => begin({ ...draft, ...part })}
      page={page}
      goTo={goTo}
      onSubmit={() => void send()}
      busy={busy}
      problem={problem?.kind === 'refused' ? problem : null}
      lead={lead}
    />
  )
}
