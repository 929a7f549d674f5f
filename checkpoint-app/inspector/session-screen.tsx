import { useEffect, useState } from 'react'
import { shortTime } from '../../shared/instant.ts'
import type { Scope } from '../../shared/facts.ts'
import { wordings } from '../../shared/wording/verdict-lines.ts'
import type { Judgement } from '../device/judge-here.ts'
import { listenForGun } from '../device/wedge.ts'
import { Busy } from '../ui/busy.tsx'
import { Button } from '../ui/button.tsx'
import { useLanguage } from '../ui/language.tsx'
import { Shape } from '../ui/state-mark.tsx'
import { Ask } from './ask.tsx'
import { AskDocuments } from './ask-documents.tsx'
import { AskListed } from './ask-listed.tsx'
import { AskTemperature } from './ask-temperature.tsx'
import { CameraView } from './camera-view.tsx'
import { useBoardWords } from './board-words.ts'
import { CrewBoard } from './crew-board.tsx'
import { crewNeeds, stepPicked, type Pick } from './crew-needs.ts'
import { useBooth, useDesk } from './desk-context.tsx'
import type { Step } from './next-step.ts'
import { ModifierChips } from './modifier-chips.tsx'
import { NumberButton } from './number-entry.tsx'
import { PassCards } from './pass-card.tsx'
import { personName } from './person-name.ts'
import { RunningHeadline } from './running-headline.tsx'
import { SessionTools } from './session-tools.tsx'
import { ScanNotice } from './scan-notice.tsx'
import { useScanner } from './scan-screen.tsx'
import { markPainted } from './timings.ts'
import { TruckHead } from './truck-head.tsx'
import { secondReadingOf } from './truck-timers.ts'
import type { Session } from './truck-session.ts'
import { useInspectorWords } from './use-words.ts'

type Judged = Extract<Step, { judgement: unknown }>

/** The whole truck on one screen: the verdict as it stands, what is known, what is missing, and the one thing asked now. */
export function SessionScreen({ session, step: next }: { session: Session; step: Step }) {
  const words = useInspectorWords()
  const { desk } = useBooth()
  const { notice } = useDesk()
  const [pick, setPick] = useState<Pick>()
  const judgement = 'judgement' in next ? next.judgement : undefined
  const step = judgement === undefined ? next : stepPicked(next, crewNeeds(session, judgement), pick)
  useEffect(() => {
    if (step.ask !== 'wait') markPainted('question')
  }, [step.ask])
  return (
    <main className="screen session">
      <h1 className="only-read">{words.stillNeeded}</h1>
      <div className="session-known">
        {judgement && <RunningHeadline session={session} judgement={judgement} />}
        <TruckHead plate={session.plate?.text ?? ''} code={session.known.freight} judgement={judgement} />
        {judgement && <SessionNotes session={session} judgement={judgement} />}
        {judgement && (
          <CrewBoard session={session} judgement={judgement} asked={askedOf(session, step)} onPick={setPick} />
        )}
        <SessionTools session={session} judgement={judgement} />
      </div>
      <div className="thumb session-ask">
        {notice !== undefined ? (
          <ScanNotice notice={notice} onTypePlate={() => desk.send({ type: 'forgotten', what: 'plate' })} />
        ) : 'judgement' in step ? (
          <Question session={session} step={step} />
        ) : (
          <Busy label={words.waiting} />
        )}
      </div>
    </main>
  )
}

/** Whom the question on screen is about. */
function askedOf({ known }: Session, step: Step): Pick | undefined {
  if (step.ask !== 'documents' && step.ask !== 'temperature') return undefined
  const person = known.crew[step.person]
  return person && { key: person.key, what: step.ask }
}

/** What was released before, what the passes say, and what changes how this truck is treated. */
function SessionNotes({ session, judgement }: { session: Session; judgement: Judgement }) {
  const board = useBoardWords()
  const { prior } = session.known
  return (
    <>
      {prior && (
        <p className="session-prior">
          <Shape tone="go" size={16} /> {board.prior(shortTime(prior.at), prior.checkpointName)}
        </p>
      )}
      <PassCards session={session} now={judgement.now} />
      <ModifierChips session={session} judgement={judgement} />
    </>
  )
}

function Question({ session, step }: { session: Session; step: Judged }) {
  const words = useInspectorWords()
  const person = 'person' in step ? session.known.crew[step.person] : undefined
  if (step.ask === 'temperature' && person) {
    const { facts, verdict } = step.judgement
    const first = step.again ? facts.crew[step.person]?.temperatures?.at(-1) : undefined
    const who = personName(person, step.person, words)
    return (
      <AskTemperature
        key={`${step.person} ${first}`}
        person={step.person}
        who={who}
        first={first}
        second={secondReadingOf(session.timers ?? [], person.key)}
        numbers={verdict.numbers}
      />
    )
  }
  if (step.ask === 'listed' && person)
    return <AskListed person={step.person} listed={step.listed} who={personName(person, step.person, words)} />
  if (step.ask === 'documents' && person)
    return (
      <AskDocuments
        key={step.person}
        person={step.person}
        here={person}
        who={personName(person, step.person, words)}
        missing={step.missing}
        declaredStay={declaredStay(session)}
        now={step.judgement.now}
        numbers={step.judgement.verdict.numbers}
      />
    )
  return <TripQuestion session={session} step={step} />
}

const declaredStay = ({ known }: Session) => known.onSite?.riskStay ?? known.online?.trip?.riskStayDeclared

function TripQuestion({ session, step }: { session: Session; step: Judged }) {
  const words = useInspectorWords()
  const { language } = useLanguage()
  const { desk } = useBooth()
  const { answer, ask } = wordings[language]
  const scope = (said: Scope) => ({
    label: said === 'unknown' ? words.scopeUnknown : answer.scope[said],
    pick: () => desk.send({ type: 'scope-said', scope: said }),
  })
  const registered = (said: boolean) => ({
    label: said ? words.isRegistered : words.isNotRegistered,
    pick: () => desk.send({ type: 'registered-said', registered: said }),
  })
  const same = (said: boolean) => ({
    label: said ? words.sameCrewYes : words.sameCrewNo,
    pick: () => desk.send({ type: 'same-crew-said', same: said }),
  })
  if (step.ask === 'scope')
    return (
      <Ask
        title={words.scopeQuestion}
        hint={words.scopeHint}
        columns={2}
        options={[scope('in-province'), scope('cross-province'), scope('unknown')]}
      />
    )
  if (step.ask === 'registered')
    return (
      <Ask
        title={ask['trip.registered'].question(step.judgement.verdict.numbers)}
        hint={words.registeredHint}
        columns={2}
        options={[registered(true), registered(false)]}
      />
    )
  if (step.ask === 'same-crew') {
    const { prior } = session.known
    const hint = prior && words.sameCrewHint(shortTime(prior.at), prior.checkpointName)
    return <Ask title={words.sameCrewQuestion} hint={hint} columns={2} options={[same(true), same(false)]} />
  }
  return step.ask === 'freight-code' ? <AskCode /> : <Busy />
}

/** The camera again, for the freight code of a truck whose plate is known. */
function AskCode() {
  const words = useInspectorWords()
  const { desk } = useBooth()
  const scan = useScanner()
  useEffect(() => listenForGun(scan))
  return (
    <section className="ask" aria-label={words.askCode}>
      <h2>{words.askCode}</h2>
      <CameraView found={scan} small>
        <Button onClick={() => desk.send({ type: 'no-freight-code' })}>{words.hasNoCode}</Button>
      </CameraView>
      <NumberButton wide />
    </section>
  )
}
