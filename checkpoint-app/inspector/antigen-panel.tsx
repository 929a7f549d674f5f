import { useEffect, useState } from 'react'
import { minute } from '../../shared/instant.ts'
import { wordings } from '../../shared/wording/verdict-lines.ts'
import { Button } from '../ui/button.tsx'
import { useLanguage } from '../ui/language.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { useBooth } from './desk-context.tsx'
import type { Shown } from './desk.ts'
import { personName } from './person-name.ts'
import { RefuseButton } from './refuse-button.tsx'
import type { Session } from './truck-session.ts'
import { useInspectorWords } from './use-words.ts'

/** Minutes until an antigen kit may be read. */
const kitMinutes = 15

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
  const since = session.antigenSince
  if (since === undefined)
    return (
      <Button wide onClick={() => desk.note({ type: 'antigen-started', at: phone.clock.now() })}>
        {words.antigenStart}
      </Button>
    )
  const left = since + kitMinutes * minute - phone.clock.now()
  const seconds = Math.max(0, Math.ceil(left / 1000))
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  return (
    <p className="kit-timer" role="timer">
      {left > 0 ? words.antigenLeft(clock) : `✔ ${words.antigenReady}`}
    </p>
  )
}
