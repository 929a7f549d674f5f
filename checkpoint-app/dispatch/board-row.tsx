import { memo } from 'react'
import { standingOf } from '../../shared/congestion/urgency.ts'
import type { Row } from './board-state.ts'
import { Spark } from './spark.tsx'
import { trendOf } from './spark.ts'
import { StandingShape } from './standing-mark.tsx'
import { standingWord } from './step-words.ts'
import { VerdictMix } from './verdict-mix.tsx'
import { useDispatchWords, type DispatchWords } from './words.ts'

/** 10:21 of an ISO moment of Beijing. */
export const clock = (iso: string | null): string => iso?.slice(11, 16) ?? ''
const arrows = { up: '↗', down: '↘', flat: '→' } as const

/** What stands under the name: how it stands, and what somebody should do something about. */
export function notesOf(row: Row, words: DispatchWords): string[] {
  const { incident, lostSince, greenLane } = row
  const standing = standingOf(row)
  return [
    standing === 'lost' && lostSince !== null ? words.lostSince(clock(lostSince)) : standingWord(standing, row, words),
    ...(standing !== 'LM' && incident?.watched === true ? [words.watched] : []),
    ...(incident !== null && incident.unanswered > 0 ? [words.unanswered(incident.unanswered)] : []),
    ...(incident !== null && incident.candidateUntil !== null
      ? [words.candidateUntil(clock(incident.candidateUntil))]
      : []),
    ...(greenLane === 'blocked' ? [words.greenBlocked] : []),
    ...(standing !== 'lost' && lostSince !== null ? [words.lostSince(clock(lostSince))] : []),
  ]
}

/** Read out before a number that stands in its place on the screen. */
const Aloud = ({ word }: { word: string }) => <span className="only-read">{word} </span>

type Given = { row: Row; open: boolean; place: number; count: number; top: number }

/** One checkpoint. What is not known is a dash, never a nought. */
export const BoardRow = memo(function BoardRow({ row, open, place, count, top }: Given) {
  const words = useDispatchWords()
  const standing = standingOf(row)
  const [first = '', ...more] = notesOf(row, words)
  const trend = trendOf(row.spark.waits)
  // Of a queue nobody hears of, what was reckoned last is no wait of now.
  const known = row.waitMinutes !== null && standing !== 'lost'
  return (
    <li
      className={`board-row of-${standing} ${open ? 'is-open' : ''} ${row.lostSince === null ? '' : 'is-old'}`}
      aria-setsize={count}
      aria-posinset={place + 1}
      style={{ transform: `translateY(${top}px)` }}
    >
      <a href={`#/${row.id}`} data-id={row.id} aria-current={open ? 'true' : undefined}>
        <StandingShape of={standing} size={28} />
        <span className="row-name">
          <strong>{row.name}</strong>
          <span className="row-notes">
            <em>{first}</em>
            {more.map((note) => (
              <b key={note}>{note}</b>
            ))}
            {row.forecast !== null && (
              <span className="row-ahead">{words.ahead(clock(row.forecast.from), row.forecast.lanes)}</span>
            )}
            <span className="row-road">{row.road}</span>
          </span>
        </span>
        <span className="row-wait">
          <span className="row-big">
            <Aloud word={words.head.wait} />
            {known ? Math.round(row.waitMinutes ?? 0) : '—'}
            {known && <small>{words.unit}</small>}
            {known && trend !== undefined && (
              <i>
                <span aria-hidden="true">{arrows[trend]}</span>
                <Aloud word={words.trend[trend]} />
              </i>
            )}
          </span>
          <span className="quiet small">
            {known && row.lowMinutes !== null && row.highMinutes !== null
              ? words.between(Math.round(row.lowMinutes), Math.round(row.highMinutes))
              : ''}
          </span>
        </span>
        <span className="row-virtual">
          <Aloud word={words.head.virtual} />
          {known && row.virtualMinutes !== null ? words.minutes(Math.round(row.virtualMinutes)) : '—'}
          <span className="quiet small">{known && row.queueMetres !== null ? words.metres(row.queueMetres) : '—'}</span>
        </span>
        <Spark waits={row.spark.waits} limits={row.limits} />
        <span className="row-lanes">
          {words.lanes(row.lanes.open, row.lanes.total)}
          <br />
          <span className="quiet small">{words.staff(row.onDuty)}</span>
        </span>
        <span className="row-mix">
          <Aloud word={words.head.verdicts} />
          <VerdictMix verdicts={row.verdicts} />
          <span className="quiet small">
            {row.lastEventAt === null ? words.never : words.lastAt(clock(row.lastEventAt))}
          </span>
        </span>
      </a>
    </li>
  )
})
