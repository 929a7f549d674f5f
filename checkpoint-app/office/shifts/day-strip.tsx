import type { Duty } from './duty.ts'
import { dayMinutes, stripOf, type Bar, type StripRow } from './strip.ts'
import { useDutyWords } from './words.ts'

const hours = [0, 3, 6, 9, 12, 15, 18, 21, 24]

/** One line for the checkpoint and one a lane: who was there is a bar, what was open an outline, a gap stays empty and is framed. */
export function DayStrip({ duty }: { duty: Duty }) {
  const words = useDutyWords()
  return (
    <figure className="day-strip" aria-label={words.strip}>
      {stripOf(duty).map((row) => (
        <Row key={row.lane ?? 0} row={row} />
      ))}
      <div className="strip-hours" aria-hidden="true">
        {hours.map((hour) => (
          <span key={hour}>{hour}</span>
        ))}
      </div>
      <figcaption className="strip-legend">
        <span className="strip-key is-duty">{words.legend.duty}</span>
        <span className="strip-key is-open">{words.legend.open}</span>
        <span className="strip-key is-gap">{words.legend.gap}</span>
      </figcaption>
    </figure>
  )
}

function Row({ row: { lane, duty, open, gaps } }: { row: StripRow }) {
  const words = useDutyWords()
  const name = lane === null ? words.whole : words.laneNumber(lane)
  const said = duty.length === 0 ? words.noDuty : duty.map(({ label }) => label).join('、')
  return (
    <div className="strip-row">
      <span className="strip-name">{name}</span>
      <svg
        role="img"
        aria-label={words.stripText(name, said)}
        viewBox={`0 0 ${dayMinutes} 24`}
        preserveAspectRatio="none"
        className="strip-bars"
      >
        {hours.map((hour) => (
          <line key={hour} x1={hour * 60} x2={hour * 60} y1="0" y2="24" className="strip-tick" />
        ))}
        <Bars bars={open} kind="open" />
        <Bars bars={gaps} kind="gap" />
        <Bars bars={duty} kind="duty" />
      </svg>
    </div>
  )
}

const shapes = { open: { y: 2, height: 20 }, gap: { y: 2, height: 20 }, duty: { y: 7, height: 10 } } as const

const Bars = ({ bars, kind }: { bars: readonly Bar[]; kind: keyof typeof shapes }) =>
  bars.map(({ from, to }) => (
    <rect
      key={`${from}-${to}`}
      x={from}
      width={Math.max(to - from, 2)}
      {...shapes[kind]}
      className={`strip-${kind}`}
      vectorEffect="non-scaling-stroke"
    />
  ))
