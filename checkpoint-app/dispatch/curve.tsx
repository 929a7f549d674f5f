import { parseInstant } from '../../shared/instant.ts'
import type { StepLimits } from '../../shared/wording/congestion-steps.ts'
import { curveOf, type CurvePoint } from './curve.ts'
import { useIncidentWords } from './incident-words.ts'
import { linesOf } from './spark.ts'

/** Drawn in pixels of a desk or of a phone, so that its numbers stay as large as the text around. */
const boxes = { wide: { width: 600, height: 200 }, narrow: { width: 320, height: 200 } }

type Given = {
  limits: StepLimits
  points: readonly CurvePoint[]
  at: string
  hours: number
  wouldBe: number | undefined
}

/** One axis, minutes: the wait with what it may be, the steps as lines, gaps left open; `wouldBe`: with more hands. */
export function Curve({ limits, points, at, hours, wouldBe }: Given) {
  const words = useIncidentWords()
  const narrow = matchMedia('(max-width: 699px)').matches
  const box = narrow ? boxes.narrow : boxes.wide
  const to = parseInstant(at) ?? 0
  const from = to - hours * 3_600_000
  const { most, line, band, ticks, highest } = curveOf(points, { from, to, ...box })
  const y = (minutes: number) => box.height - (minutes / most) * box.height
  const every = (hours > 12 ? 6 : 1) * (narrow && hours > 3 ? 2 : 1)
  if (line.length === 0) return <p className="quiet curve-none">{words.curveNone}</p>
  const clock = (ms: number) => new Date(ms + 8 * 3_600_000).toISOString().slice(11, 16)
  return (
    <figure>
      <svg
        viewBox={`-34 -12 ${box.width + 44} ${box.height + 36}`}
        className="curve"
        role="img"
        aria-label={words.curveSays(clock(from), clock(to))}
      >
        {band.map((d) => (
          <path key={d} className="curve-band" d={d} />
        ))}
        {[['zero', 0] as const, ...linesOf(limits)].map(([step, minutes]) =>
          minutes <= most ? (
            <g key={step} className={`curve-limit at-${step}`}>
              <path d={`M0 ${y(minutes)}H${box.width}`} />
              <text x="-6" y={y(minutes) + 5} textAnchor="end">
                {minutes}
              </text>
            </g>
          ) : null,
        )}
        {ticks.map(({ x, label }, nth) =>
          nth % every === 0 && x < box.width - 8 ? (
            <g key={label + x} className="curve-tick">
              <path d={`M${x} ${box.height}v5`} />
              <text x={x} y={box.height + 20} textAnchor="middle">
                {label}
              </text>
            </g>
          ) : null,
        )}
        {line.map((d) => (
          <path key={d} className="curve-line" d={d} />
        ))}
        {wouldBe !== undefined && (
          <path className="curve-would" d={`M${box.width * 0.82} ${y(Math.min(wouldBe, most))}H${box.width}`} />
        )}
      </svg>
      {highest !== undefined && (
        <figcaption className="quiet small">{words.highest(highest.minutes, highest.at)}</figcaption>
      )}
    </figure>
  )
}
