import { useCallback } from 'react'
import type * as z from 'zod/mini'
import { getPassApplication, getPassSheet, type passSheet } from '../../../schema/api/passes.ts'
import { Button } from '../../ui/button.tsx'
import { Plate } from '../../ui/plate.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Facts } from '../ledger/facts.tsx'
import { WhenLoaded } from '../ledger/when-loaded.tsx'
import { useSession } from '../session.tsx'
import { useLoad } from '../use-load.ts'
import { DecideForms } from './decide-forms.tsx'
import { isNumber } from './filters.ts'
import { useApplicationFacts, usePassFacts } from './pass-facts.ts'
import { PassPdf } from './pass-pdf.tsx'
import { PassStory } from './pass-story.tsx'
import { PassState } from './pass-state.tsx'
import { ReadWhole } from './read-whole.tsx'
import { StandingForms } from './standing-forms.tsx'
import { usePassWords } from './words.ts'

export type Whole = z.infer<typeof passSheet>

type Inner = {
  whole: Whole
  onOpen: (number: string) => void
  onVoid: (trip: string) => void
  onChanged: () => void
}

function Inside({ whole, onOpen, onVoid, onChanged }: Inner) {
  const words = usePassWords()
  const { pass, application } = whole
  const [passFacts, applicationFacts] = [usePassFacts(whole), useApplicationFacts(whole)]
  return (
    <div className="stack">
      <p className="sheet-plate">
        <Plate plate={pass?.plate ?? application?.plate ?? ''} />{' '}
        <PassState state={pass?.state ?? application?.state ?? 'waiting'} />
      </p>
      {pass && <Facts facts={passFacts} />}
      {pass && <PassPdf number={pass.number} />}
      {application && (
        <section className="stack-tight" aria-label={words.titleApplication}>
          {pass && <h3>{words.titleApplication}</h3>}
          <Facts facts={applicationFacts} />
          {whole.may.read && <ReadWhole key={application.id} id={application.id} />}
        </section>
      )}
      {whole.may.decide && application && <DecideForms id={application.id} onChanged={onChanged} />}
      {pass && <StandingForms key={pass.state} pass={pass} deeds={whole.may.deeds} onChanged={onChanged} />}
      {whole.trip !== null && whole.may.deeds.length > 0 && (
        <div className="form-actions">
          <Button compact onClick={() => onVoid(whole.trip ?? '')}>
            {words.voidCodes}
          </Button>
        </div>
      )}
      <PassStory whole={whole} onOpen={onOpen} />
    </div>
  )
}

function Loaded({ part, onChanged, ...rest }: { part: string } & Omit<Inner, 'whole'>) {
  const { ask } = useSession()
  const loaded = useLoad<Whole>(
    useCallback(
      () =>
        isNumber(part)
          ? ask(getPassSheet, { params: { number: part } })
          : ask(getPassApplication, { params: { id: part } }),
      [ask, part],
    ),
  )
  const changed = () => {
    void loaded.reload()
    onChanged()
  }
  return <WhenLoaded loaded={loaded}>{(whole) => <Inside whole={whole} onChanged={changed} {...rest} />}</WhenLoaded>
}

type Given = {
  part: string | undefined
  onOpen: (part: string) => void
  onVoid: (trip: string) => void
  onClose: () => void
  onChanged: () => void
}

/** One pass or application beside the list. */
export function PassSheet({ part, onClose, ...rest }: Given) {
  const words = usePassWords()
  const title = part !== undefined && !isNumber(part) ? words.titleApplication : words.titlePass
  return (
    <Sheet open={part !== undefined} title={title} onClose={onClose} side>
      {part !== undefined && <Loaded key={part} part={part} {...rest} />}
    </Sheet>
  )
}
