import type { Judgement } from '../device/judge-here.ts'
import { useLanguage } from '../ui/language.tsx'
import { Shape } from '../ui/state-mark.tsx'
import { useNow } from '../ui/use-now.ts'
import { useBoardWords } from './board-words.ts'
import { crewNeeds, type Pick, type SeatNeeds } from './crew-needs.ts'
import { lapseInCode } from './crew-marks.tsx'
import { cardMark, healthMark, leftMark, nucleicMark, type MarkReading, type Said } from './mark-reading.ts'
import { personName } from './person-name.ts'
import { clockText, secondReadingOf } from './truck-timers.ts'
import type { Session } from './truck-session.ts'
import { useInspectorWords } from './use-words.ts'

type Given = { session: Session; judgement: Judgement; asked: Pick | undefined; onPick: (pick: Pick) => void }

/** One line a person: what is known, and what is missing as something to press, in whatever order. */
export function CrewBoard({ session, judgement, asked, onPick }: Given) {
  const words = useInspectorWords()
  const needs = crewNeeds(session, judgement)
  return (
    <ul className="crew-board" aria-label={words.crew(session.known.crew.length)}>
      {needs.map((seat) => (
        <Seat
          key={seat.key}
          session={session}
          judgement={judgement}
          seat={seat}
          asked={asked?.key === seat.key ? asked.what : undefined}
          onPick={(what) => onPick({ key: seat.key, what })}
        />
      ))}
    </ul>
  )
}

type OfSeat = {
  session: Session
  judgement: Judgement
  seat: SeatNeeds
  asked: Pick['what'] | undefined
  onPick: (what: Pick['what']) => void
}

function Seat(given: OfSeat) {
  const words = useInspectorWords()
  const { session, seat } = given
  const person = session.known.crew[seat.place]
  if (person === undefined) return null
  const name = personName(person, seat.place, words)
  return (
    <li className="seat">
      <span className="seat-name">{name}</span>
      <Papers {...given} name={name} />
      <Temperature {...given} name={name} />
    </li>
  )
}

/** The three of a person; the pass belongs to the truck. */
function usePapers({ session, judgement, seat }: OfSeat): readonly (MarkReading & { label: string })[] {
  const words = useInspectorWords()
  const { language } = useLanguage()
  const { facts, now, verdict } = judgement
  const member = facts.crew[seat.place] ?? {}
  const unasked = facts.freightCode === 'green' ? 'by-code' : 'open'
  const said: Said = { words, language, now, unasked }
  const lapses = unasked === 'by-code' ? lapseInCode(session) : undefined
  const numbers = verdict.testNumbers[seat.place] ?? verdict.numbers
  const inCode = member.nucleicAcid === undefined && lapses !== undefined
  return [
    {
      label: words.marks.nucleic,
      ...(inCode ? leftMark(lapses, said) : nucleicMark(member.nucleicAcid, said, numbers)),
    },
    { label: words.marks.health, ...healthMark(member.healthCode, said) },
    { label: words.marks.card, ...cardMark(member.travelCard, said) },
  ]
}

function Papers(given: OfSeat & { name: string }) {
  const board = useBoardWords()
  const { seat, asked, onPick, name } = given
  const papers = usePapers(given)
  const marks = papers.map(({ label, tone, word }) => (
    <span key={label} className={`seat-mark mark-${tone}`} title={word}>
      <Shape tone={tone} size={16} /> {label}
      <span className="only-read"> {word}</span>
    </span>
  ))
  if (seat.documents.length === 0) return <span className="seat-papers">{marks}</span>
  return (
    <button
      type="button"
      className="seat-papers seat-press"
      aria-pressed={asked === 'documents'}
      onClick={() => onPick('documents')}
    >
      <span className="only-read">{board.papersOf(name)}</span>
      {marks}
    </button>
  )
}

function Temperature({ session, judgement, seat, asked, onPick, name }: OfSeat & { name: string }) {
  const board = useBoardWords()
  const reading = judgement.facts.crew[seat.place]?.temperatures?.at(-1)
  const said = reading === undefined ? undefined : board.measured(reading.toFixed(1))
  if (seat.temperature === 'none')
    return (
      <span className="seat-heat">
        {said !== undefined && (
          <>
            <Shape tone="go" size={16} /> {said}
          </>
        )}
      </span>
    )
  return (
    <button
      type="button"
      className="seat-heat seat-press"
      aria-pressed={asked === 'temperature'}
      onClick={() => onPick('temperature')}
    >
      <span className="only-read">{board.measureOf(name)}</span>
      {seat.temperature === 'first' ? board.measure : <Again session={session} seat={seat} />}
    </button>
  )
}

function Again({ session, seat }: OfSecond) {
  const board = useBoardWords()
  const now = useNow(1000)
  const timer = secondReadingOf(session.timers ?? [], seat.key)
  const left = timer && clockText(timer, now)
  return (
    <>
      {board.measureAgain}
      {typeof left === 'string' && <small>{left}</small>}
    </>
  )
}

type OfSecond = { session: Session; seat: SeatNeeds }
