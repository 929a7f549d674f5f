import type { StepLimits } from '../../shared/wording/congestion-steps.ts'
import { linesOf, pieces, topOf } from './spark.ts'

const box = { width: 120, height: 36 }

/** The wait of the last hour, a point a minute, against the minutes of the steps; what is not known is left open. */
export function Spark({ waits, limits }: { waits: readonly (number | null)[]; limits: StepLimits }) {
  const most = topOf(waits)
  return (
    <svg
      viewBox={`0 -2 ${box.width} ${box.height + 4}`}
      className="spark"
      aria-hidden="true"
      preserveAspectRatio="none"
    >
      {linesOf(limits).map(([step, line]) =>
        line < most ? (
          <path
            key={step}
            className={`spark-line at-${step}`}
            d={`M0 ${box.height - (line / most) * box.height}H${box.width}`}
          />
        ) : null,
      )}
      {pieces(waits, { ...box, most }).map((d) => (
        <path key={d} className="spark-curve" d={d} />
      ))}
    </svg>
  )
}
