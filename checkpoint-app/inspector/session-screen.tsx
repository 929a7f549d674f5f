import { useEffect } from 'react'
import { shortTime } from '../../shared/instant.ts'
import type { Scope } from '../../shared/facts.ts'
import { wordings } from '../../shared/wording/verdict-lines.ts'
import { listenForGun } from '../device/wedge.ts'
import { Busy } from '../ui/busy.tsx'
import { Button } from '../ui/button.tsx'
import { useLanguage } from '../ui/language.tsx'
import { Ask } from './ask.tsx'
import { AskDocuments } from './ask-documents.tsx'
import { AskListed } from './ask-listed.tsx'
import { AskTemperature } from './ask-temperature.tsx'
import { CameraView } from './camera-view.tsx'
import { CrewMarks } from './crew-marks.tsx'
import { ForeignPassButton } from './foreign-pass.tsx'
import { useBooth, useDesk } from './desk-context.tsx'
import type { Step } from './next-step.ts'
import { NumberButton } from './number-entry.tsx'
import { PassCards } from './pass-card.tsx'
import { personName } from './person-name.ts'
import { ScanNotice } from './scan-notice.tsx'
import { useScanner } from './scan-screen.tsx'
import { markPainted } from './timings.ts'
import { TruckHead } from './truck-head.tsx'
import type { Session } from './truck-session.ts'
import { useInspectorWords } from './use-words.ts'

type Judged = Extract<Step, { judgement: unknown }>

/** Above what is known, below the one thing still needed. */
export function SessionScreen({ session, step }: { session: Session; step: Step }) {
  const words = useInspectorWords()
  const { desk } = useBooth()
  const { notice } = useDesk()
  const judgement = 'judgement' in step ? step.judgement : undefined
  // With a pass that counts there is none to be recorded.
  const lane = judgement?.facts.pass?.state === 'valid'
  useEffect(() => {
    if (step.ask !== 'wait') markPainted('question')
  }, [step.ask])
  return (
    <main className="screen session">
      <h1 className="only-read">{words.stillNeeded}</h1>
      <div className="session-known">
        <TruckHead plate={session.plate?.text ?? ''} code={session.known.freight} judgement={judgement} />
        {judgement && <PassCards session={session} now={judgement.now} />}
        {judgement && <CrewMarks session={session} judgement={judgement} editable />}
        <div className={lane ? 'session-edit' : 'session-edit session-edit-3'}>
          <Button kind="ghost" onClick={() => desk.send({ type: 'person-added' })}>
            {words.addPerson}
          </Button>
          <Button kind="ghost" onClick={() => desk.send({ type: 'forgotten', what: 'plate' })}>
            {words.changePlate}
          </Button>
          <Button kind="ghost" onClick={() => desk.send({ type: 'not-freight' })}>
            {words.notFreight}
          </Button>
          <Button kind="ghost" onClick={desk.next}>
            {words.setAside}
          </Button>
          {!lane && <ForeignPassButton label="open" kind="ghost" />}
        </div>
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
