import { useState } from 'react'
import { sayings } from '../../shared/appeals/kinds.ts'
import type { AppealAnswer, TripAppeals, Trouble } from '../device/server.ts'
import { Conditions } from '../driver/appeal-conditions.tsx'
import { AppealStanding } from '../driver/appeal-state.tsx'
import { useAppealWords } from '../driver/use-appeal-words.ts'
import { Busy } from '../ui/busy.tsx'
import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { useLanguage } from '../ui/language.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { useUiWords } from '../ui/use-ui-words.ts'
import { useBooth } from './desk-context.tsx'
import '../driver/appeal.css'

type Said = (typeof sayings.code)[number]
type Opening = TripAppeals['people'][number]['openings'][number] & { seat: number; name: string }

const openingsOf = ({ people }: TripAppeals): readonly Opening[] =>
  people.flatMap(({ seat, name, openings }) => openings.map((opening) => ({ ...opening, seat, name })))

function TroubleNote({ trouble }: { trouble: Trouble }) {
  const ui = useUiWords()
  return <p role="alert">■ {'message' in trouble ? `${trouble.code} ${trouble.message}` : ui.problemOffline}</p>
}

/** One reason, and the appeal filed against it for the driver who stands here. */
function File({ trip, opening }: { trip: string; opening: Opening }) {
  const words = useAppealWords()
  const { language } = useLanguage()
  const { phone } = useBooth()
  const [id] = useState(() => crypto.randomUUID())
  const [said, setSaid] = useState<Said>('papers-in-order')
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()
  const [made, setMade] = useState<AppealAnswer>()
  const file = async () => {
    setBusy(true)
    const { seat } = opening
    const reply = await phone.appeal(trip, { id, seat, kind: 'code', opening: opening.opening, said })
    setBusy(false)
    setTrouble(reply.ok ? undefined : reply.trouble)
    if (reply.ok) setMade(reply.value)
  }
  const told = opening.told[language]
  return (
    <section className="appeal-card" aria-label={told.title}>
      <h3>{told.title}</h3>
      <p>
        {opening.name}　{told.reason}
      </p>
      {made ? (
        <AppealStanding appeal={made} />
      ) : (
        <>
          <Conditions paths={opening.paths} />
          <Choice
            legend={words.what}
            value={said}
            onChange={setSaid}
            options={sayings.code.map((value) => ({ value, label: words.said[value] }))}
          />
          {trouble && <TroubleNote trouble={trouble} />}
          <Button kind="primary" wide busy={busy} onClick={() => void file()}>
            {words.send}
          </Button>
        </>
      )}
    </section>
  )
}

type Seen = { appeals?: TripAppeals; trouble?: Trouble }

/** 代办申诉: small, because it is rare; the verdict and the truck go on meanwhile. */
export function AppealButton({ trip }: { trip: string }) {
  const words = useAppealWords()
  const { phone } = useBooth()
  const [open, setOpen] = useState(false)
  const [{ appeals, trouble }, setSeen] = useState<Seen>({})
  const show = async () => {
    setOpen(true)
    setSeen({})
    const reply = await phone.appeals(trip)
    setSeen(reply.ok ? { appeals: reply.value } : { trouble: reply.trouble })
  }
  const openings = appeals && openingsOf(appeals)
  return (
    <>
      <Button kind="ghost" onClick={() => void show()}>
        {words.forHim}
      </Button>
      <Sheet open={open} title={words.title} onClose={() => setOpen(false)}>
        <p>{words.line(appeals?.numbers.appealTarget)}</p>
        {!appeals && !trouble && <Busy />}
        {trouble && <TroubleNote trouble={trouble} />}
        {openings?.length === 0 && <p>{words.nothing}</p>}
        {openings?.map((opening) => (
          <File key={opening.opening} trip={trip} opening={opening} />
        ))}
      </Sheet>
    </>
  )
}
