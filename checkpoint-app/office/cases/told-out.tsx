import { SentMark } from '../../ui/sent-mark.tsx'
import { shortIso } from '../times.ts'
import type { Sheet } from './case-page.tsx'
import { useCaseWords } from './words.ts'

/** What left over channels, to whom, and what became of it; the newest first. */
export function ToldOut({ told }: { told: Sheet['told'] }) {
  const words = useCaseWords()
  if (told.length === 0) return null
  return (
    <section className="stack-tight" aria-label={words.toldOut}>
      <h2>{words.toldOut}</h2>
      <ol className="case-story">
        {told.toReversed().map(({ at, to, area, zh, sent }, nth) => (
          <li key={`${at}${to}${nth}`}>
            <p>
              <span className="time">{shortIso(at)}</span> <strong>{words.toldTo[to]}</strong> {area}
            </p>
            <p className="case-said" lang="zh">
              {zh}
            </p>
            <p>{sent === null ? <span className="quiet">{words.toldByPhone}</span> : <SentMark sent={sent} />}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
