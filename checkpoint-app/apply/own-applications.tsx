import { useState } from 'react'
import type { Instant } from '../../shared/instant.ts'
import { passSaid } from '../driver/pass-said.ts'
import { Button } from '../ui/button.tsx'
import { Plate } from '../ui/plate.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { StateMark, type Tone } from '../ui/state-mark.tsx'
import { useToast } from '../ui/toast.tsx'
import { useNow } from '../ui/use-now.ts'
import { useApply } from './apply-state.tsx'
import { shortId } from './route.ts'
import { withoutApplication, type Kept } from './stored.ts'
import { useApplyWords } from './use-words.ts'

const tones = { issued: 'go', waiting: 'care', declined: 'void', lapsed: 'void' } as const satisfies Record<
  string,
  Tone
>

function stateOf({ outcome }: Kept, now: Instant): keyof typeof tones {
  if (outcome?.pass) return passSaid(outcome.pass, now).state === 'valid' ? 'issued' : 'lapsed'
  return outcome?.application.state ?? 'waiting'
}

/** What was applied for on this device, the newest first. */
export function OwnApplications() {
  const { own } = useApplyWords()
  const { state } = useApply()
  if (state.applications.length === 0) return null
  return (
    <section className="stack-tight">
      <h2>{own.title}</h2>
      <ul className="stack-tight own-list">
        {state.applications.map((one) => (
          <Row key={one.id} one={one} />
        ))}
      </ul>
    </section>
  )
}

function Row({ one }: { one: Kept }) {
  const { own } = useApplyWords()
  const { id, plate, outcome } = one
  const known = outcome?.pass?.plate ?? plate
  const state = stateOf(one, useNow())
  return (
    <li className="card own-row">
      {known === '' ? <span /> : <Plate plate={known} size="small" />}
      <StateMark tone={tones[state]} word={own.states[state]} size="small" />
      <span className="quiet small">{outcome?.pass?.number ?? `${own.number} ${shortId(id)}`}</span>
      <a className="own-open" href={`#/a/${id}`}>
        {own.open}
        <span className="only-read"> {known}</span>
      </a>
    </li>
  )
}

/** The pass stays; this device no longer shows it. */
export function ForgetButton({ id }: { id: string }) {
  const { own } = useApplyWords()
  const { change } = useApply()
  const say = useToast()
  const [open, setOpen] = useState(false)
  const forget = () => {
    setOpen(false)
    location.hash = '#/'
    change((state) => withoutApplication(state, id))
    say(own.forgotten)
  }
  return (
    <>
      <Button kind="ghost" wide onClick={() => setOpen(true)}>
        {own.forget}
      </Button>
      <Sheet
        open={open}
        title={own.forget}
        onClose={() => setOpen(false)}
        actions={
          <Button kind="danger" onClick={forget}>
            {own.forget}
          </Button>
        }
      >
        <p>{own.forgetAsk}</p>
      </Sheet>
    </>
  )
}
