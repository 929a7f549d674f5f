import type { AnswerOf } from '../../../schema/api/endpoint.ts'
import type { getInspection } from '../../../schema/api/inspections.ts'
import type { Inspection } from '../../../shared/facts.ts'
import type { Edition } from '../../../shared/policy/edition.ts'
import { settlementWords } from '../../../shared/wording/settlements.ts'
import { Plate } from '../../ui/plate.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { CopyButton } from '../copy-button.tsx'
import { Facts } from '../ledger/facts.tsx'
import { useChosenLanguage, useFactWords, useOfficeWords } from '../words.ts'
import { personInWords, vehicleInWords } from './facts-in-words.ts'
import { RecordFacts } from './inspection-sheet.tsx'
import { Marks } from './marks.tsx'
import { VerdictCard } from './verdict-card.tsx'
import { articlesOf, editionThen, factsOf, linesOf, rowOf } from './verdict-in-words.ts'

type Answer = AnswerOf<typeof getInspection>
type Judged = Inspection & { readonly edition: Edition }

function judgedIn({ inspection, facts, county, law }: Answer): Judged | undefined {
  const judged = factsOf(facts, inspection.id, inspection.madeAt)
  const edition = judged && editionThen({ county, law, checkpoint: inspection.checkpoint }, judged.now)
  return judged && edition && { ...judged, edition }
}

function Verdicts({ answer, judged }: { answer: Answer; judged: Judged | undefined }) {
  const { detail: words } = useOfficeWords()
  const language = useChosenLanguage()
  const { inspection, verdict, deviceVerdict } = answer
  const [server, device] = [verdict, deviceVerdict].map((said) => ({
    row: rowOf(said),
    outcome: rowOf(said, 'outcome'),
    edition: rowOf(said, 'edition') || inspection.edition,
  }))
  const linesFor = (said: typeof server) => judged && said && linesOf(judged, said, language)
  if (!server || !device) return null
  const lines = linesFor(server)
  return (
    <>
      <StateMark
        tone={inspection.agrees ? 'go' : 'care'}
        word={inspection.agrees ? words.same : words.differs}
        size="small"
      />
      {!inspection.agrees && <VerdictCard title={words.device} {...device} lines={linesFor(device)} />}
      <VerdictCard title={words.server} {...server} lines={lines}>
        {!lines && <p className="quiet small">{words.notAgain}</p>}
        {answer.settled && (
          <p>
            {words.settled}：{settlementWords[answer.settled][language]}
          </p>
        )}
      </VerdictCard>
      <section className="stack-tight" aria-label={words.basis}>
        <h3>{words.basis}</h3>
        <ul className="articles">
          {articlesOf(verdict, language).map(({ ref, name, summary }) => (
            <li key={ref}>
              <strong>{name}</strong> {summary}
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

function FoundFacts({ judged }: { judged: Judged }) {
  const { detail: words } = useOfficeWords()
  const facts = useFactWords()
  const { now, edition } = judged
  const at = { now, numbers: edition.numbersAt(now), numbersThen: edition.numbersAt }
  return (
    <>
      <section className="stack-tight" aria-label={words.vehicle}>
        <h3>{words.vehicle}</h3>
        <Facts facts={vehicleInWords(judged.facts, facts)} />
      </section>
      {judged.facts.crew.map((person, place) => {
        const title = words.person(place + 1, person.role === 'escort' ? words.escort : words.driver)
        return (
          <section key={title} className="stack-tight" aria-label={title}>
            <h3>{title}</h3>
            <Facts facts={personInWords(person, at, facts)} />
          </section>
        )
      })}
    </>
  )
}

function Envelope({ text }: { text: string }) {
  const { detail: words } = useOfficeWords()
  return (
    <details className="envelope">
      <summary>{words.envelope}</summary>
      <div className="stack-tight">
        <p className="quiet small">{words.envelopeLead}</p>
        <p className="code envelope-text">{text}</p>
        <CopyButton label={words.copy} text={text} />
      </div>
    </details>
  )
}

/** One inspection whole: verdicts, facts in plain words, record, signed original. */
export function InspectionWhole({ answer }: { answer: Answer }) {
  const { inspection, envelope } = answer
  const judged = judgedIn(answer)
  return (
    <>
      <p className="sheet-plate">
        <Plate plate={inspection.plate} />
        <Marks row={inspection} agreementSaid />
      </p>
      <Verdicts answer={answer} judged={judged} />
      {judged && <FoundFacts judged={judged} />}
      <RecordFacts row={inspection} />
      <Envelope text={envelope} />
    </>
  )
}
