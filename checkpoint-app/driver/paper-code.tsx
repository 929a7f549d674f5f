import { documentTime, parseInstant } from '../../shared/instant.ts'
import { Plate } from '../ui/plate.tsx'
import { QrCode } from '../ui/qr-code.tsx'
import type { KeptTrip } from './stored.ts'
import { showNumber } from './trip-facts.tsx'
import { useDriverWords } from './use-words.ts'

/** The freight code on one A4 sheet: twice, in case one gets dirty, with the number to type under each. */
export function PaperCode({ kept: { trip, code }, qr, title }: { kept: KeptTrip; qr: string; title: string }) {
  const { paper, home } = useDriverWords()
  return (
    <section className="on-paper paper-code" aria-hidden="true">
      {['first', 'second'].map((copy) => (
        <article key={copy} className="paper-half">
          <h2>{copy === 'first' ? paper.title : `${paper.title}（${paper.second}）`}</h2>
          <div className="paper-row">
            <figure>
              <QrCode text={qr} label={home.qr} />
              <figcaption>{showNumber(trip.number)}</figcaption>
            </figure>
            <dl>
              <dd>
                <Plate plate={trip.plate} size="large" />
              </dd>
              <dt>{paper.state}</dt>
              <dd>{title}</dd>
              <dt>{paper.issued}</dt>
              <dd>{documentTime(parseInstant(code.issuedAt)!)}</dd>
              <dt>{paper.until}</dt>
              <dd>{documentTime(parseInstant(code.expiresAt)!)}</dd>
            </dl>
          </div>
          <p>
            <strong>{paper.same}</strong>
          </p>
          <p>{paper.note}</p>
        </article>
      ))}
    </section>
  )
}
