import { useState } from 'react'
import { beijingIso } from '../../shared/instant.ts'
import {
  endOfDay,
  foreignPassFact,
  issuerWords,
  otherProvinces,
  type ForeignPass,
} from '../../shared/passes/foreign.ts'
import { oldStyleCounts } from '../../shared/passes/old-style.ts'
import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { useBooth } from './desk-context.tsx'
import { usePassWords } from './pass-words.ts'
import './pass.css'

type Given = {
  label: 'open' | 'register'
  first?: ForeignPass['shown']
  /** As typed already. */
  number?: string
  kind?: 'secondary' | 'ghost'
  wide?: boolean
}

/** 登记外省通行证: what the driver showed, in two presses; the same lane as a pass of ours (R60). */
export function ForeignPassButton({ label, first = 'photo', number = '', kind = 'secondary', wide }: Given) {
  const { foreign: words } = usePassWords()
  const { desk } = useBooth()
  const [open, setOpen] = useState(false)
  const record = (pass: ForeignPass) => {
    setOpen(false)
    desk.foreignPass(pass)
  }
  return (
    <>
      <Button kind={kind} {...(wide && { wide })} onClick={() => setOpen(true)}>
        {words[label]}
      </Button>
      <Sheet tall open={open} title={words.title} onClose={() => setOpen(false)}>
        <ForeignPassForm first={first} typed={number} onRecord={record} />
      </Sheet>
    </>
  )
}

type Issuer = Pick<ForeignPass, 'issuer' | 'oldStyle'>
const oldStyle: Issuer = { issuer: '41', oldStyle: true }

const ways = ['photo', 'qr', 'number'] as const

type Form = { first: ForeignPass['shown']; typed: string; onRecord: (pass: ForeignPass) => void }

function ForeignPassForm({ first, typed: typedBefore, onRecord }: Form) {
  const { foreign: words } = usePassWords()
  const { phone } = useBooth()
  const now = phone.clock.now()
  const [issuer, setIssuer] = useState<Issuer>()
  const [shown, setShown] = useState(first)
  const [number, setNumber] = useState(typedBefore)
  const [until, setUntil] = useState('')
  if (issuer === undefined) return <Issuers onChoose={setIssuer} />
  const validTo = endOfDay(until)
  const typed = number.trim()
  const pass: ForeignPass = {
    ...issuer,
    shown,
    ...(typed === '' ? {} : { number: typed }),
    ...(validTo === undefined ? {} : { validTo }),
  }
  const old = issuer.oldStyle === true && !oldStyleCounts(now)
  const past = !old && foreignPassFact(pass, now)?.state === 'expired'
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        onRecord(pass)
      }}
    >
      <ChosenIssuer issuer={issuer} note={old ? words.old : undefined} onAgain={() => setIssuer(undefined)} />
      <Choice
        legend={words.shown}
        options={ways.map((value) => ({ value, label: words.ways[value] }))}
        value={shown}
        onChange={setShown}
        columns={3}
      />
      <Field
        label={words.number}
        optional
        maxLength={40}
        value={number}
        onChange={(event) => setNumber(event.currentTarget.value)}
        autoCapitalize="characters"
      />
      <Field
        label={words.until}
        optional
        type="date"
        min="2020-01-01"
        max={`${Number(beijingIso(now).slice(0, 4)) + 5}-12-31`}
        value={until}
        onChange={(event) => setUntil(event.currentTarget.value)}
        warning={past ? words.past : undefined}
      />
      <Button type="submit" kind="primary" wide>
        {words.done}
      </Button>
    </form>
  )
}

type Chosen = { issuer: Issuer; note: string | undefined; onAgain: () => void }

function ChosenIssuer({ issuer, note, onAgain }: Chosen) {
  const { foreign: words } = usePassWords()
  const { language } = useLanguage()
  return (
    <div className="stack-tight">
      <p className="issuer-chosen">
        <strong>{issuerWords(issuer)[language]}</strong>
        <Button onClick={onAgain}>{words.chosen}</Button>
      </p>
      {note && <p role="status">▲ {note}</p>}
    </div>
  )
}

/** One press: neighbours first, the old style last. */
function Issuers({ onChoose }: { onChoose: (issuer: Issuer) => void }) {
  const { foreign: words } = usePassWords()
  const { language } = useLanguage()
  return (
    <section className="stack-tight" aria-label={words.issuer}>
      <p className="quiet">{words.same}</p>
      <div className="issuers">
        {otherProvinces.map((province) => (
          <Button key={province.code} onClick={() => onChoose({ issuer: province.code })}>
            {province[language]}
          </Button>
        ))}
        <Button className="issuer-old" onClick={() => onChoose(oldStyle)}>
          {issuerWords(oldStyle)[language]}
        </Button>
      </div>
    </section>
  )
}
