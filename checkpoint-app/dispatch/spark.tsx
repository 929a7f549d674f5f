import { lines, pieces, topOf } from './spark.ts'

const box = { width: 120, height: 36 }

/** The wait of the last hour, a point a minute, against 20, 30 and 60 minutes; what is not known is left open. */
export function Spark({ waits }: { waits: readonly (number | null)[] }) {
  const most = topOf(waits)
  return (
    <svg
      viewBox={`0 -2 ${box.width} ${box.height + 4}`}
      className="spark"
      aria-hidden="true"
      preserveAspectRatio="none"
    >
      {lines.map((line) =>
        line < most ? (
          <path
            key={line}
            className={`spark-line at-${line}`}
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
