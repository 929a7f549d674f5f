import { shortIso } from '../times.ts'
import type { Sheet } from './case-page.tsx'
import { useCaseNames } from './case-state.tsx'
import { useCaseWords } from './words.ts'

type Event = Sheet['events'][number]

/** What was done, by whom and when; the newest first. */
export function Timeline({ events }: { events: readonly Event[] }) {
  const words = useCaseWords()
  return (
    <section className="stack-tight" aria-label={words.story}>
      <h2>{words.story}</h2>
      <ol className="case-story">
        {events.toReversed().map((event) => (
          <Line key={event.n} event={event} />
        ))}
      </ol>
    </section>
  )
}

function Line({ event: { move, at, role, by, to, result, why, category, words: said } }: { event: Event }) {
  const words = useCaseWords()
  const names = useCaseNames()
  const more = [
    to,
    result && words.opinions[result],
    why && words.whys[why],
    move === 'recategorise' && category && names.category(category),
  ].filter(Boolean)
  return (
    <li className={move === 'reply' ? 'is-reply' : undefined}>
      <p>
        <span className="time">{shortIso(at)}</span> <strong>{words.happened[move]}</strong> {more.join(' · ')}
      </p>
      {said !== null && <p className="case-said">{said}</p>}
      <p className="quiet">{[words.roles[role], by].filter(Boolean).join(' · ')}</p>
    </li>
  )
}
