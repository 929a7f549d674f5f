import { useState } from 'react'
import { Busy } from '../ui/busy.tsx'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { ScreenTitle } from '../ui/screen-title.tsx'
import { CaseCard } from './case-card.tsx'
import { CaseForm } from './case-form.tsx'
import { useDriver } from './driver-state.tsx'
import type { KeptTrip } from './stored.ts'
import { useCases } from './use-cases.ts'
import { useCaseWords } from './use-case-words.ts'
import { useRoute } from './use-route.ts'
import './appeal.css'
import './case.css'

/** Always there, with a network or without. */
function CallButton({ first }: { first: boolean }) {
  const words = useCaseWords()
  return (
    <a className={`button button-${first ? 'primary' : 'secondary'} button-wide`} href="tel:12328">
      {words.call}
    </a>
  )
}

function OfTrip({ kept, inspection }: { kept: KeptTrip; inspection: string | null }) {
  const words = useCaseWords()
  const { cases, problem, load, report, tell } = useCases(kept)
  const [writing, setWriting] = useState(inspection !== null)
  const some = cases !== undefined && cases.cases.length > 0
  return (
    <>
      <p>{words.line(cases?.replyWithin)}</p>
      <CallButton first={false} />
      {problem && <ErrorNote problem={problem} onRetry={() => void load()} />}
      {!cases && !problem && <Busy />}
      {writing || (cases !== undefined && !some) ? (
        <CaseForm
          kept={kept}
          inspection={inspection}
          report={report}
          onDone={() => setWriting(false)}
          onCancel={some ? () => setWriting(false) : undefined}
        />
      ) : (
        <Button wide onClick={() => setWriting(true)}>
          {words.new}
        </Button>
      )}
      {some && (
        <section className="stack" aria-label={words.mine}>
          <h2>{words.mine}</h2>
          <ul className="plain-list stack">
            {cases.cases.map((one) => (
              <CaseCard key={one.id} one={one} tell={tell} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function NoTrip() {
  const words = useCaseWords()
  const [, go] = useRoute()
  return (
    <>
      <Empty title={words.noTrip}>
        <p>{words.noTripLine}</p>
      </Empty>
      <CallButton first />
      <Button wide onClick={() => go({ screen: 'find' })}>
        {words.openTrip}
      </Button>
    </>
  )
}

/** 12328: the number to call, what to report in writing, and what came of it. */
export function CasesScreen({ trip, inspection }: { trip: string | null; inspection: string | null }) {
  const words = useCaseWords()
  const { state } = useDriver()
  const [, go] = useRoute()
  const kept = state.trips.find((one) => one.trip.id === trip) ?? state.trips[0]
  return (
    <div className="stack on-screen appeal-screen">
      <ScreenTitle>{words.title}</ScreenTitle>
      {kept ? <OfTrip key={kept.trip.id} kept={kept} inspection={inspection} /> : <NoTrip />}
      {kept && (
        <Button kind="ghost" wide onClick={() => go({ screen: 'code', id: kept.trip.id })}>
          {words.toCode}
        </Button>
      )}
    </div>
  )
}
