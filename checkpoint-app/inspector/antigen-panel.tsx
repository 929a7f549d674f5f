import { useState } from 'react'
import { boothTimes } from '../../shared/policy/booth-times.ts'
import { at as valueAt } from '../../shared/policy/numbers.ts'
import { wordings } from '../../shared/wording/verdict-lines.ts'
import { Button } from '../ui/button.tsx'
import { useLanguage } from '../ui/language.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { useNow } from '../ui/use-now.ts'
import { useBayWords } from './bay-words.ts'
import { useBooth } from './desk-context.tsx'
import type { Shown } from './desk-state.ts'
import { personName } from './person-name.ts'
import { RefuseButton } from './refuse-button.tsx'
import { antigenTimer, clockText, isDue, kitOf, type TruckTimer } from './truck-timers.ts'
import type { Session } from './truck-session.ts'
import { useInspectorWords } from './use-words.ts'

/** The kit of anybody on board can be read. */
function useKitDue({ timers = [] }: Session): boolean {
  const now = useNow(1000)
  return timers.some((timer) => timer.kind === 'antigen' && isDue(timer, now))
}

/** 录抗原 for each person whose test is not valid, with the kit's time counted; opens by itself once a kit can be read. */
export function AntigenPanel({ session, shown }: { session: Session; shown: Shown }) {
  const words = useInspectorWords()
  const due = useKitDue(session)
  const heard = session.timers?.some(({ kind, heard }) => kind === 'antigen' && heard) === true
  const [open, setOpen] = useState(due)
  const [wasHeard, setWasHeard] = useState(heard)
  if (heard !== wasHeard) {
    setWasHeard(heard)
    if (heard) setOpen(true)
  }
  const { verdict } = shown.judgement
  const persons = session.known.crew
    .map((person, index) => ({ person, index }))
    .filter(({ index }) => verdict.persons[index]?.row === 'V11')
  return (
    <>
      <Button kind="primary" wide onClick={() => setOpen(true)}>
        {words.antigen}
        <Left timer={persons[0] && kitOf(session.timers ?? [], persons[0].person.key)} />
      </Button>
      <Sheet open={open} title={words.antigen} onClose={() => setOpen(false)}>
        <StartAll session={session} />
        {persons.map(({ person, index }) => (
          <OneResult
            key={person.key}
            index={index}
            who={personName(person, index, words)}
            kit={kitOf(session.timers ?? [], person.key)}
            person={person.key}
            several={persons.length > 1}
          />
        ))}
      </Sheet>
    </>
  )
}

function Left({ timer }: { timer: TruckTimer | undefined }) {
  const bay = useBayWords()
  const now = useNow(1000)
  if (timer === undefined) return null
  return (
    <span className="kit-left" aria-hidden="true">
      {clockText(timer, now) ?? bay.ready}
    </span>
  )
}

/** The drops are given to everybody in one go: one timer for the truck. */
function StartAll({ session }: { session: Session }) {
  const bay = useBayWords()
  const { desk, phone } = useBooth()
  if (session.timers?.some(({ kind }) => kind === 'antigen')) return null
  const now = phone.clock.now()
  return (
    <Button wide onClick={() => desk.note({ type: 'timer-started', timer: antigenTimer(now) })}>
      {bay.startAll(valueAt(boothTimes.antigenReadAfter, now))}
    </Button>
  )
}

type Given = { index: number; who: string; person: number; kit: TruckTimer | undefined; several: boolean }

function OneResult({ index, who, person, kit, several }: Given) {
  const words = useInspectorWords()
  const bay = useBayWords()
  const { language } = useLanguage()
  const { desk, phone } = useBooth()
  const [sure, setSure] = useState(false)
  const { antigen } = wordings[language].answer
  const enter = (result: 'negative' | 'positive' | 'invalid') =>
    desk.send({ type: 'antigen-read', person: index, result, at: phone.clock.now() })
  const kitNow = () => antigenTimer(phone.clock.now(), person)
  const again = () => desk.note({ type: 'timer-started', timer: kitNow() })
  return (
    <section className="ask" aria-label={words.antigenOf(who)}>
      <h3>{words.antigenOf(who)}</h3>
      {kit && <KitTimer kit={kit} />}
      <Button kind="primary" wide onClick={() => enter('negative')}>
        ✔ {antigen.negative}
      </Button>
      <div className="side-by-side">
        <Button onClick={() => enter('invalid')}>◇ {bay.invalid}</Button>
        <Button kind="danger" onClick={() => (sure ? enter('positive') : setSure(true))}>
          ■ {sure ? words.antigenSure : antigen.positive}
        </Button>
      </div>
      <div className="side-by-side">
        <RefuseButton person={index} />
        {(several || kit !== undefined) && (
          <Button kind="ghost" onClick={again}>
            {several && kit?.person === undefined ? bay.startOne(kitNow().minutes) : bay.restart}
          </Button>
        )}
      </div>
    </section>
  )
}

function KitTimer({ kit }: { kit: TruckTimer }) {
  const bay = useBayWords()
  const left = clockText(kit, useNow(1000))
  return (
    <p className="kit-timer" role="timer">
      {left === null ? `✔ ${bay.ready}` : bay.left(left)}
    </p>
  )
}
