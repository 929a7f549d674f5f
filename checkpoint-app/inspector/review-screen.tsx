import { Button } from '../ui/button.tsx'
import { Plate } from '../ui/plate.tsx'
import { useNow } from '../ui/use-now.ts'
import { useBooth } from './desk-context.tsx'
import { useHeadWords } from './head-words.ts'
import { isCorrection } from './make-envelope.ts'
import { personName } from './person-name.ts'
import { useResultWords } from './result-words.ts'
import type { Session } from './truck-session.ts'
import { useInspectorWords } from './use-words.ts'

/** After 撤销: what was entered by mistake is asked again, and the new verdict corrects the old. */
export function ReviewScreen({ session }: { session: Session }) {
  const words = useInspectorWords()
  const head = useHeadWords()
  const result = useResultWords()
  const { desk } = useBooth()
  useNow(1000)
  const inTime = isCorrection(session, { now: desk.undoTime() })
  const forget = (what: 'plate' | 'trip' | 'code') => () => desk.send({ type: 'forgotten', what })
  return (
    <main className="screen review">
      <h1>{words.review}</h1>
      <Plate plate={session.plate?.text ?? ''} />
      <p className={inTime ? 'quiet' : undefined} role="status">
        {inTime ? words.reviewText : `▲ ${result.willBeApart}`}
      </p>
      <div className="thumb">
        <Button wide onClick={forget('plate')}>
          {words.reviewPlate}
        </Button>
        <Button wide onClick={forget('trip')}>
          {words.reviewTrip}
        </Button>
        <Button wide onClick={forget('code')}>
          {words.reviewCode}
        </Button>
        {session.known.crew.map((person, index) => (
          <Button key={person.key} wide onClick={() => desk.send({ type: 'person-forgotten', person: index })}>
            {words.reviewPerson(personName(person, index, words))}
          </Button>
        ))}
        {session.settled !== undefined && (
          <Button wide onClick={() => desk.send({ type: 'settled', settled: undefined })}>
            {head.unsettle}
          </Button>
        )}
        <Button kind="primary" wide onClick={desk.stopReviewing}>
          {words.reviewKeep}
        </Button>
      </div>
    </main>
  )
}
