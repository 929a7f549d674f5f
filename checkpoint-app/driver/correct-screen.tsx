import { useState } from 'react'
import { changeTrip, getTrip } from '../../schema/api/trips.ts'
import { parseInstant } from '../../shared/instant.ts'
import { call, driverAuth, type ApiProblem } from '../ui/api.ts'
import { Empty } from '../ui/empty.tsx'
import { serverNow } from '../ui/server-clock.ts'
import { useToast } from '../ui/toast.tsx'
import type { FormPage } from './check-draft.ts'
import { draftOf, type Draft, type TripView } from './draft.ts'
import { useDriver } from './driver-state.tsx'
import { etaOf, usualEta } from './eta.ts'
import { FormScreen } from './form-screen.tsx'
import { pageOfProblem } from './form-notes.ts'
import { withTrip, type KeptTrip } from './stored.ts'
import { changeOf } from './trip-request.ts'
import { useRoute } from './use-route.ts'
import { useDriverWords } from './use-words.ts'

function draftFor(trip: TripView): Draft {
  const now = serverNow()
  const eta = parseInstant(trip.eta) ?? now
  return draftOf(trip, eta < now ? usualEta(now) : etaOf(eta))
}

/** Corrects a trip; needs a network, because someone may have changed it elsewhere. */
export function CorrectScreen({ id, page }: { id: string; page: FormPage }) {
  const { home } = useDriverWords()
  const { state } = useDriver()
  const kept = state.trips.find(({ trip }) => trip.id === id)
  return kept ? <Correction kept={kept} page={page} /> : <Empty title={home.none} />
}

function Correction({ kept, page }: { kept: KeptTrip; page: FormPage }) {
  const { form } = useDriverWords()
  const { change } = useDriver()
  const say = useToast()
  const [, go] = useRoute()
  const [draft, setDraft] = useState(() => draftFor(kept.trip))
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [busy, setBusy] = useState(false)
  const { id } = kept.trip
  const goTo = (next: FormPage) => go({ screen: 'correct', id, page: next })
  const sent = { params: { id }, auth: driverAuth(kept.key) }

  const takeNewest = async () => {
    const newest = await call(getTrip, sent)
    if (!newest.ok) return setProblem(newest.problem)
    const { trip } = newest.value
    change((state) => withTrip(state, { ...kept, trip }))
    setDraft(draftFor(trip))
    say(form.conflict)
    goTo(0)
  }
  const save = async () => {
    const body = changeOf(draft, serverNow())
    if (!body) return
    setBusy(true)
    const answer = await call(changeTrip, { ...sent, body })
    setBusy(false)
    if (answer.ok) {
      const { trip, code } = answer.value
      change((state) => withTrip(state, { ...kept, trip, code, seenAt: serverNow() }))
      say(form.changed)
      return go({ screen: 'code', id })
    }
    if (answer.problem.kind === 'refused' && answer.problem.status === 409) return takeNewest()
    setProblem(answer.problem)
    goTo(pageOfProblem(answer.problem) ?? 2)
  }
  return (
    <FormScreen
      draft={draft}
      edit={(part) => {
        setProblem(null)
        setDraft({ ...draft, ...part })
      }}
      page={page}
      goTo={goTo}
      onSubmit={() => void save()}
      busy={busy}
      problem={problem}
    />
  )
}
