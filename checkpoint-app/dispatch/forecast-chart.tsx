import { useForecastWords } from './forecast-words.ts'
import { bandOf, barsOf, lineOf, topOf, type Hour } from './forecast-hours.ts'

/** Drawn in pixels of a desk or of a phone, so that its numbers stay as large as the text around. */
const widths = { wide: 600, narrow: 320 }
const trucks = 150
const waits = 90
const between = 44

type Given = {
  hours: readonly Hour[]
  day: string
  would: readonly (number | null)[] | undefined
  now: number | undefined
}

/** Two charts over the same hours: trucks with their range against what the lanes take, and the wait that comes of it. */
export function ForecastChart({ hours, day, would, now }: Given) {
  const words = useForecastWords()
  const narrow = matchMedia('(max-width: 699px)').matches
  const width = narrow ? widths.narrow : widths.wide
  const box = { width, height: trucks }
  const below = { width, height: waits }
  const most = topOf(
    hours.flatMap(({ expected, ahead, came }) => [expected?.high ?? 0, ahead?.capacity ?? 0, came?.arrivals ?? 0]),
    60,
  )
  const longest = topOf(
    hours.flatMap(({ expected, ahead }) => [expected?.waitMinutes ?? 0, Math.min(ahead?.waitHigh ?? 0, 180)]),
    20,
  )
  const { bars, dots, steps } = barsOf(hours, most, box)
  const wait = hours.map(({ expected, ahead }) => (ahead === null ? null : (expected?.waitMinutes ?? null)))
  const was = hours.map(({ came }) => came?.waitMinutes ?? null)
  const top = trucks + between
  return (
    <svg
      viewBox={`-38 -28 ${width + 44} ${top + waits + 52}`}
      className="forecast-chart"
      role="img"
      aria-label={words.chart(day)}
    >
      <text x="-34" y="-14" className="forecast-unit">
        {words.unit}
      </text>
      {[0, most / 2, most].map((n) => (
        <g key={n} className="forecast-grid">
          <path d={`M0 ${trucks - (n / most) * trucks}H${width}`} />
          <text x="-6" y={trucks - (n / most) * trucks + 5} textAnchor="end">
            {n}
          </text>
        </g>
      ))}
      {bars.map(
        (bar, nth) =>
          bar !== null && (
            <g
              key={hours[nth]!.at}
              className={`forecast-bar ${bar.over ? 'is-over' : ''} ${bar.past ? 'is-past' : ''}`}
            >
              <rect x={bar.x} y={bar.y} width={bar.width} height={bar.height} />
              <path d={`M${bar.x + bar.width / 2} ${bar.high}V${bar.low}`} />
            </g>
          ),
      )}
      {steps !== '' && <path className="forecast-capacity" d={steps} />}
      {dots.map(({ x, y }) => (
        <circle key={x} className="forecast-came" cx={x} cy={y} r="3.5" />
      ))}
      <g transform={`translate(0 ${top})`}>
        <text x="-34" y="-14" className="forecast-unit">
          {words.minutes}
        </text>
        {[0, longest / 2, longest].map((n) => (
          <g key={n} className="forecast-grid">
            <path d={`M0 ${waits - (n / longest) * waits}H${width}`} />
            <text x="-6" y={waits - (n / longest) * waits + 5} textAnchor="end">
              {n}
            </text>
          </g>
        ))}
        <path className="forecast-band" d={bandOf(hours, longest, below)} />
        <path className="forecast-was" d={lineOf(was, longest, below)} />
        <path className="forecast-wait" d={lineOf(wait, longest, below)} />
        {would !== undefined && <path className="forecast-would" d={lineOf(would, longest, below)} />}
        {[0, 6, 12, 18, 24].map((h) => (
          <text
            key={h}
            className="forecast-hour"
            x={(h / 24) * width}
            y={waits + 20}
            textAnchor={h === 24 ? 'end' : 'middle'}
          >
            {String(h).padStart(2, '0')}:00
          </text>
        ))}
      </g>
      {now !== undefined && <path className="forecast-now" d={`M${(now / 24) * width} 0V${top + waits}`} />}
    </svg>
  )
}
