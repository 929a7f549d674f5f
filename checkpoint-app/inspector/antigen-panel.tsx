import { useEffect, useState } from 'react'
import { wordings } from '../../shared/wording/verdict-lines.ts'
import { Button } from '../ui/button.tsx'
import { useLanguage } from '../ui/language.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { useBooth } from './desk-context.tsx'
import type { Shown } from './desk.ts'
import { kitClock } from './kit-clock.ts'
import { personName } from './person-name.ts'
import { RefuseButton } from './refuse-button.tsx'
import type { Session } from './truck-session.ts'
import { useInspectorWords } from './use-words.ts'

/** 录抗原 for each person whose test is not valid, with the kit's quarter of an hour counted. */
export function AntigenPanel({ session, shown }: { session: Session; shown: Shown }) {
  const words = useInspectorWords()
  const [open, setOpen] = useState(false)
  const { verdict } = shown.judgement
  const persons = session.known.crew
    .map((person, index) => ({ person, index }))
    .filter(({ index }) => verdict.persons[index]?.row === 'V11')
  return (
    <>
      <Button kind="primary" wide onClick={() => setOpen(true)}>
        {words.antigen}
      </Button>
      <Sheet open={open} title={words.antigen} onClose={() => setOpen(false)}>
        <KitTimer session={session} />
        {persons.map(({ person, index }) => (
          <OneResult key={person.key} index={index} who={personName(person, index, words)} />
        ))}
      </Sheet>
    </>
  )
}

function OneResult({ index, who }: { index: number; who: string }) {
  const words = useInspectorWords()
  const { language } = useLanguage()
  const { desk } = useBooth()
  const [sure, setSure] = useState(false)
  const { antigen } = wordings[language].answer
  const enter = (result: 'negative' | 'positive' | 'invalid') =>
    desk.send({ type: 'answered', person: index, answers: { antigen: result } })
  return (
    <section className="ask" aria-label={words.antigenOf(who)}>
      <h3>{words.antigenOf(who)}</h3>
      <Button kind="primary" wide onClick={() => enter('negative')}>
        ✔ {antigen.negative}
      </Button>
      <div className="side-by-side">
        <Button onClick={() => enter('invalid')}>◇ {antigen.invalid}</Button>
        <Button kind="danger" onClick={() => (sure ? enter('positive') : setSure(true))}>
          ■ {sure ? words.antigenSure : antigen.positive}
        </Button>
      </div>
      <RefuseButton person={index} />
    </section>
  )
}

function KitTimer({ session }: { session: Session }) {
  const words = useInspectorWords()
  const { desk, phone } = useBooth()
  const [, tick] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), 1000)
    return () => clearInterval(timer)
  }, [])
  const clock = kitClock(session, phone.clock.now())
  if (clock === undefined)
    return (
      <Button wide onClick={() => desk.note({ type: 'antigen-started', at: phone.clock.now() })}>
        {words.antigenStart}
      </Button>
    )
  return (
    <p className="kit-timer" role="timer">
      {clock === null ? `✔ ${words.antigenReady}` : words.antigenLeft(clock)}
    </p>
  )
}
