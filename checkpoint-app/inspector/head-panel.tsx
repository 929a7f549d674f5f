import { useState } from 'react'
import { boothTimes } from '../../shared/policy/booth-times.ts'
import { at as valueAt } from '../../shared/policy/numbers.ts'
import { settlements } from '../../shared/sync/settlement.ts'
import { settlementWords } from '../../shared/wording/settlements.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { keep, kept } from '../ui/kept.ts'
import { useLanguage } from '../ui/language.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { useNow } from '../ui/use-now.ts'
import { useBooth } from './desk-context.tsx'
import { useHeadWords } from './head-words.ts'
import { clockText, headTimerOf } from './truck-timers.ts'
import type { Session } from './truck-session.ts'

/** 点长现场处置 (V15): call the head, wait for him with the clock in sight, then he agrees with the crew or settles it himself. */
export function HeadPanel({ session }: { session: Session }) {
  const words = useHeadWords()
  const { language } = useLanguage()
  const { desk, phone } = useBooth()
  const [open, setOpen] = useState<'call' | 'settle'>()
  const close = () => setOpen(undefined)
  if (session.settled !== undefined)
    return <p className="head-settled">✔ {words.settled(settlementWords[session.settled][language])}</p>
  return (
    <>
      <Button kind="primary" wide onClick={() => setOpen('call')}>
        {words.call}
        <HeadClock session={session} />
      </Button>
      <div className="side-by-side">
        <Button onClick={() => desk.send({ type: 'agreed', at: desk.undoTime() })}>{words.agreed}</Button>
        <Button onClick={() => setOpen('settle')}>{words.settle}</Button>
      </div>
      <Sheet open={open === 'call'} title={words.callTitle} onClose={close}>
        <p>{words.callText(valueAt(boothTimes.headDecidesWithin, phone.clock.now()))}</p>
        <HeadPhone />
        <a className="button button-secondary button-wide" href="tel:12328">
          {words.hotline}
        </a>
      </Sheet>
      <Sheet open={open === 'settle'} title={words.settleTitle} onClose={close}>
        <p>{words.settleText}</p>
        {settlements.map((settled) => (
          <Button key={settled} wide onClick={() => desk.send({ type: 'settled', settled })}>
            {settlementWords[settled][language]}
          </Button>
        ))}
      </Sheet>
    </>
  )
}

function HeadClock({ session }: { session: Session }) {
  const words = useHeadWords()
  const now = useNow(1000)
  const timer = headTimerOf(session.timers ?? [])
  if (timer === undefined) return null
  const left = clockText(timer, now)
  return (
    <span className="head-clock" role="timer">
      {left === null ? `▲ ${words.late}` : words.left(left)}
    </span>
  )
}

const dialled = (text: string) => text.replace(/[\s-]/g, '')
const isPhone = (text: string) => /^\+?\d{3,15}$/.test(dialled(text))

/** No list of the city knows the head's own phone: typed once, it stays on this one. */
function HeadPhone() {
  const words = useHeadWords()
  const before = kept('head-phone')
  const [phone, setPhone] = useState(typeof before === 'string' ? before : '')
  const type = (text: string) => {
    setPhone(text)
    if (text === '' || isPhone(text)) keep('head-phone', text === '' ? undefined : dialled(text))
  }
  return (
    <>
      {isPhone(phone) && (
        <a className="button button-primary button-wide" href={`tel:${dialled(phone)}`}>
          {words.dial(phone)}
        </a>
      )}
      <Field
        label={words.phone}
        inputMode="tel"
        value={phone}
        onChange={(event) => type(event.currentTarget.value)}
        hint={words.phoneHint}
        error={phone !== '' && !isPhone(phone) ? words.phoneWrong : undefined}
      />
    </>
  )
}
