import { useState } from 'react'
import { applyForPass } from '../../schema/api/trips.ts'
import { call, driverAuth, type ApiProblem } from '../ui/api.ts'
import { Button } from '../ui/button.tsx'
import { Check } from '../ui/check.tsx'
import { Empty } from '../ui/empty.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { useNow } from '../ui/use-now.ts'
import { useToast } from '../ui/toast.tsx'
import { ScreenTitle } from '../ui/screen-title.tsx'
import { useDriver } from './driver-state.tsx'
import { isPass } from './draft.ts'
import type { PassPending, PassView } from './draft.ts'
import { PassFace } from './pass-face.tsx'
import { passSaid } from './pass-said.ts'
import { PassPdfButton } from './pdf-buttons.tsx'
import { PassPendingCard } from './pass-pending.tsx'
import type { KeptTrip } from './stored.ts'
import { keepPass, useNewestPass } from './use-newest-pass.ts'
import { useRoute } from './use-route.ts'
import { useDriverWords } from './use-words.ts'

/** The pass 通行证 of a trip: shown, applied for, or told that none is needed. */
export function PassScreen({ id }: { id: string | null }) {
  const { pass: words, home } = useDriverWords()
  const { state } = useDriver()
  const [, go] = useRoute()
  const kept = state.trips.find(({ trip }) => trip.id === id) ?? state.trips[0]
  const [pending, setPending] = useNewestPass(kept)
  const [again, setAgain] = useState(false)
  if (!kept) {
    return (
      <div className="welcome">
        <ScreenTitle hidden>{words.title}</ScreenTitle>
        <Empty title={words.none}>
          <p>{words.noneLine}</p>
        </Empty>
        <Button kind="primary" wide onClick={() => go({ screen: 'register', page: 0 })}>
          {home.register}
        </Button>
        <a className="text-link" href="/apply/">
          {words.forCompanies}
        </a>
      </div>
    )
  }
  if (pending && !again) {
    const applyAgain = pending.state === 'declined' ? () => setAgain(true) : undefined
    return <PassPendingCard pending={pending} onAgain={applyAgain} />
  }
  if (kept.pass && !again) return <HeldPass kept={kept} pass={kept.pass} onAgain={() => setAgain(true)} />
  if (kept.trip.cargo === '99') {
    return (
      <div className="welcome">
        <ScreenTitle>{words.notNeeded}</ScreenTitle>
        <p>{words.notNeededLine}</p>
      </div>
    )
  }
  const onPending = (answer: PassPending) => {
    setPending(answer)
    setAgain(false)
  }
  return <Application kept={kept} onPending={onPending} onPass={() => setAgain(false)} />
}

type Held = { kept: KeptTrip; pass: PassView; onAgain: () => void }

function HeldPass({ kept, pass, onAgain }: Held) {
  const { pass: words } = useDriverWords()
  const now = useNow()
  return (
    <PassFace pass={pass} crew={kept.trip.crew.map(({ name }) => name)}>
      <PassPdfButton kept={kept} number={pass.number} />
      {pass.byCompany && <p className="quiet">{words.byCompany}</p>}
      {passSaid(pass, now).mayApplyAgain && (
        <Button wide onClick={onAgain}>
          {words.applyAgain}
        </Button>
      )}
    </PassFace>
  )
}

type Applying = { kept: KeptTrip; onPending: (pending: PassPending) => void; onPass: () => void }

function Application({ kept, onPending, onPass }: Applying) {
  const { pass: words, cargos } = useDriverWords()
  const { change } = useDriver()
  const say = useToast()
  const [ticked, setTicked] = useState(false)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()
  const apply = async () => {
    setTried(true)
    if (!ticked) return
    setBusy(true)
    const { id } = kept.trip
    const answer = await call(applyForPass, { params: { id }, body: { commitment: true }, auth: driverAuth(kept.key) })
    setBusy(false)
    if (!answer.ok) return setProblem(answer.problem)
    if (!isPass(answer.value)) return onPending(answer.value)
    keepPass(change, id, answer.value)
    onPass()
    say(words.issued)
  }
  return (
    <div className="stack">
      <ScreenTitle>{words.offer}</ScreenTitle>
      <p>{words.offerLine}</p>
      <p className="card">
        {words.cargo}：<strong>{cargos[kept.trip.cargo]}</strong>
      </p>
      <Check
        label={<strong>{words.commitment}</strong>}
        checked={ticked}
        onChange={setTicked}
        error={tried && !ticked ? words.needed : undefined}
      />
      {problem && <ErrorNote problem={problem} />}
      <Button kind="primary" wide busy={busy} onClick={() => void apply()}>
        {words.apply}
      </Button>
      <a className="text-link" href="/apply/">
        {words.forCompanies}
      </a>
    </div>
  )
}
