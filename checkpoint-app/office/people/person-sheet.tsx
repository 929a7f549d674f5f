import { useCallback } from 'react'
import { getPerson } from '../../../schema/api/codes.ts'
import { Plate } from '../../ui/plate.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useLive } from '../inspections/use-live.ts'
import { Facts } from '../ledger/facts.tsx'
import { WhenLoaded } from '../ledger/when-loaded.tsx'
import { useSession } from '../session.tsx'
import { shortIso } from '../times.ts'
import { useLoad } from '../use-load.ts'
import { ColourMark } from './people-table.tsx'
import { shortTag, whoIs, type PersonAnswer, type ReasonView } from './person.ts'
import { ProposeRed } from './propose-red.tsx'
import { ReasonCard } from './reason-card.tsx'
import { RemoveFromList } from './remove-from-list.tsx'
import { Reveal } from './reveal.tsx'
import { Coming, Messages, Story } from './story.tsx'
import { ExportTrace } from './trace.tsx'
import { usePeopleWords } from './words.ts'

export type Inside = { answer: PersonAnswer; onChanged: () => void }

function Who({ answer: { row } }: Inside) {
  const words = usePeopleWords()
  const { sheet } = words
  const facts = [
    { label: sheet.current, value: <ColourMark colour={row.colour} /> },
    { label: words.place, value: row.insideSince ? words.inside : words.outside },
    ...(row.insideSince ? [{ label: sheet.insideSince, value: shortIso(row.insideSince) }] : []),
    { label: sheet.test, value: row.testLapsesAt ? shortIso(row.testLapsesAt) : sheet.noTest },
    {
      label: sheet.code,
      value: (
        <span className="code" title={sheet.codeHint}>
          {shortTag(row.person)}
        </span>
      ),
    },
  ]
  return (
    <section className="stack-tight" aria-label={whoIs(row, words)}>
      <p className="sheet-plate">
        {row.plates.map((plate) => (
          <Plate key={plate} plate={plate} />
        ))}
        <strong className="person-name">{whoIs(row, words)}</strong>
      </p>
      <Facts facts={facts} />
    </section>
  )
}

type Part = Inside & { title: string; reasons: readonly ReasonView[]; empty?: string }

function Reasons({ title, reasons, empty, ...inside }: Part) {
  if (reasons.length === 0 && !empty) return null
  return (
    <section className="stack" aria-label={title}>
      <h3>{title}</h3>
      {reasons.length === 0 && <p className="quiet">{empty}</p>}
      {reasons.map((reason) => (
        <ReasonCard key={reason.opening} reason={reason} {...inside} />
      ))}
    </section>
  )
}

function Whole(inside: Inside) {
  const { answer } = inside
  const { sheet: words, risk } = usePeopleWords()
  const { reasons, row, may } = answer
  const inState = (state: ReasonView['state']) => reasons.filter((one) => one.state === state)
  const acts = may.propose || may.reveal || may.trace || reasons.some((one) => one.may.ways.length > 0)
  return (
    <>
      <Who {...inside} />
      {!acts && <p className="quiet">{words.readOnly}</p>}
      {may.reveal && <Reveal person={row.person} />}
      {row.listed && (
        <div className="note care-note">
          <span aria-hidden="true">▲</span>
          <div className="stack-tight">
            <p>{risk.still(risk.kinds[row.listed])}</p>
            {may.propose && <RemoveFromList who={row} kind={row.listed} onDone={inside.onChanged} />}
          </div>
        </div>
      )}
      <Reasons title={words.proposed} reasons={inState('proposed')} {...inside} />
      <Reasons title={words.openReasons} reasons={inState('open')} empty={words.noOpen} {...inside} />
      <Coming coming={answer.coming} />
      <Reasons title={words.closed} reasons={inState('closed')} {...inside} />
      {may.propose && <ProposeRed {...inside} />}
      {may.trace && <ExportTrace row={row} />}
      <Story answer={answer} />
      <Messages messages={answer.messages} />
    </>
  )
}

function Loading({ person, onChanged }: { person: string; onChanged: () => void }) {
  const { ask } = useSession()
  const loaded = useLoad(useCallback(() => ask(getPerson, { params: { person } }), [ask, person]))
  const { reload } = loaded
  useLive(true, reload)
  const changed = () => {
    void reload()
    onChanged()
  }
  return <WhenLoaded loaded={loaded}>{(answer) => <Whole answer={answer} onChanged={changed} />}</WhenLoaded>
}

type Given = { person: string | undefined; onClose: () => void; onChanged: () => void }

/** One person beside the queue: where he stands, why, what may be done, what happened. */
export function PersonSheet({ person, onClose, onChanged }: Given) {
  const { sheet: words } = usePeopleWords()
  return (
    <Sheet open={person !== undefined} title={words.title} onClose={onClose} side>
      {person !== undefined && <Loading key={person} person={person} onChanged={onChanged} />}
    </Sheet>
  )
}
