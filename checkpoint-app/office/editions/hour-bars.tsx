import type { ReactNode } from 'react'
import { useEditionWords } from './words.ts'

/** One hour: one bar, or two beside each other. */
type Series = {
  readonly label: string
  readonly tone: 'before' | 'after' | 'tests'
  readonly values: readonly number[]
}
type Given = { title: string; series: readonly Series[] }

const [wide, tall, foot] = [480, 120, 18]
const hours = Array.from({ length: 24 }, (_, hour) => hour)
const two = (n: number) => String(n).padStart(2, '0')

/** Down to the lowest value, so that fewer tests hang below the line. */
function scaleOf(series: readonly Series[]) {
  const all = series.flatMap(({ values }) => values)
  const [top, low] = [Math.max(1, ...all), Math.min(0, ...all)]
  const yOf = (value: number) => ((top - value) / (top - low)) * tall
  return { top, low, yOf }
}

function Bars({ series }: { series: readonly Series[] }) {
  const { yOf } = scaleOf(series)
  const [step, width] = [wide / 24, (wide / 24 - 4) / series.length]
  return series.flatMap(({ tone, values }, place) =>
    hours.map((hour) => {
      const value = values[hour] ?? 0
      const height = Math.abs(yOf(value) - yOf(0))
      const x = hour * step + 2 + place * width
      return (
        <rect
          key={`${tone}${hour}`}
          x={x}
          y={Math.min(yOf(value), yOf(0))}
          width={Math.max(1, width - 1)}
          height={height}
          className={`bar bar-${tone}`}
        />
      )
    }),
  )
}

function Numbers({ title, series }: Given) {
  const { hour: word } = useEditionWords()
  const told = hours.filter((hour) => series.some(({ values }) => (values[hour] ?? 0) !== 0))
  return (
    <table className="only-read">
      <caption>{title}</caption>
      <tbody>
        {told.map((hour) => (
          <tr key={hour}>
            <th scope="row">{`${two(hour)} ${word}`}</th>
            {series.map(({ label, values }) => (
              <td key={label}>{`${label} ${values[hour] ?? 0}`}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Legend = ({ series }: Pick<Given, 'series'>): ReactNode =>
  series.length > 1 && (
    <p className="bar-legend small">
      {series.map(({ label, tone }) => (
        <span key={tone}>
          <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
            <rect width="12" height="12" className={`bar bar-${tone}`} />
          </svg>{' '}
          {label}
        </span>
      ))}
    </p>
  )

/** Bars for the 24 hours of a day, on one axis; its highest value stands at the line. */
export function HourBars({ title, series }: Given) {
  const { noBars } = useEditionWords()
  const { top, low, yOf } = scaleOf(series)
  // Axes without a bar look like a picture that did not load.
  if (series.every(({ values }) => values.every((value) => value === 0)))
    return (
      <figure className="stack-tight">
        <figcaption>{title}</figcaption>
        <p className="quiet">{noBars}</p>
      </figure>
    )
  return (
    <figure className="stack-tight">
      <figcaption>{title}</figcaption>
      <Legend series={series} />
      <svg viewBox={`-48 -8 ${wide + 60} ${tall + foot + 12}`} className="hour-bars" aria-hidden="true">
        <text x={-6} y={4} textAnchor="end" className="axis">
          {top}
        </text>
        {low < 0 && (
          <text x={-6} y={tall + 4} textAnchor="end" className="axis">
            {low}
          </text>
        )}
        <line x1={0} x2={wide} y1={0} y2={0} className="axis-line is-faint" />
        <Bars series={series} />
        <line x1={0} x2={wide} y1={yOf(0)} y2={yOf(0)} className="axis-line" />
        {[0, 6, 12, 18, 24].map((hour) => (
          <text key={hour} x={(hour * wide) / 24} y={tall + foot} textAnchor="middle" className="axis">
            {two(hour)}
          </text>
        ))}
      </svg>
      <Numbers title={title} series={series} />
    </figure>
  )
}
