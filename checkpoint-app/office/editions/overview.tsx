import { Empty } from '../../ui/empty.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { addressOf } from '../address.ts'
import { PageHead } from '../ledger/page-head.tsx'
import { useStaff } from '../session.tsx'
import { shortIso } from '../times.ts'
import { useOfficeWords } from '../words.ts'
import { NumbersTable } from './numbers-table.tsx'
import { OverlaysTable } from './overlays-table.tsx'
import { inOrder, toneOf, type AmendmentLine, type Editions } from './standing.ts'
import { useEditionWords } from './words.ts'
import { PrintButton } from '../print-button.tsx'

function Line({ line }: { line: AmendmentLine }) {
  const words = useEditionWords()
  const { language } = useLanguage()
  const { standing, from, endedAt, draftedBy, draftedAt } = line
  const span = endedAt === null ? words.from(shortIso(from)) : words.fromTo(shortIso(from), shortIso(endedAt))
  return (
    <li className={`timeline-item is-${standing}`}>
      <a href={addressOf('editions', line.id)} className="timeline-link">
        <StateMark tone={toneOf[standing]} word={words.standing[standing]} size="small" />
        <strong>{line.name[language]}</strong>
        <span className="tag">{words.classes[line.class]}</span>
        <span className="quiet small timeline-when">
          {standing === 'draft' || standing === 'dropped' ? words.draftedBy(draftedBy.name, shortIso(draftedAt)) : span}
        </span>
      </a>
    </li>
  )
}

/** What is coming, what holds, and what is over, down to the rules of the program. */
function Timeline({ editions }: { editions: Editions }) {
  const words = useEditionWords()
  const { amendments, program } = editions
  return (
    <section className="stack-tight" aria-label={words.timeline}>
      <h2>{words.timeline}</h2>
      {amendments.length === 0 && <p className="quiet">{words.noAmendments}</p>}
      <ol className="timeline">
        {inOrder(amendments).map((line) => (
          <Line key={line.id} line={line} />
        ))}
        <li className="timeline-item is-program">
          <p className="timeline-link">
            <StateMark tone="go" word={words.program} size="small" />
            <span className="code">{program.id}</span>
            <span className="quiet small timeline-when">{words.from(program.from.slice(0, 10))}</span>
          </p>
        </li>
      </ol>
    </section>
  )
}

export function Overview({ editions }: { editions: Editions }) {
  const words = useEditionWords()
  const { pages } = useOfficeWords()
  const { role } = useStaff()
  return (
    <>
      <PageHead title={pages.editions} lead={words.lead}>
        {role === 'command' && (
          <a className="button button-primary button-compact" href={addressOf('editions', 'new')}>
            {words.draft}
          </a>
        )}
        <a className="button button-secondary button-compact" href={addressOf('editions', 'overlay')}>
          {words.checkOverlay}
        </a>
        <PrintButton />
      </PageHead>
      <p className="edition-now">
        <StateMark tone="go" word={words.now} /> <span className="code">{editions.edition}</span>{' '}
        <a className="row-link screen-only" href="/rules/">
          {words.rulebook}
        </a>
      </p>
      <div className="two-columns">
        <Timeline editions={editions} />
        <NumbersTable numbers={editions.numbers} />
      </div>
      <section className="stack-tight" aria-label={words.overlays}>
        <h2>{words.overlays}</h2>
        <p className="quiet">{words.overlaysLead}</p>
        {editions.overlays.length === 0 ? (
          <Empty title={words.noOverlays} />
        ) : (
          <OverlaysTable overlays={editions.overlays} />
        )}
      </section>
    </>
  )
}
