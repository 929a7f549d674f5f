import { useMemo } from 'react'
import { standingOf, type Standing } from '../../shared/congestion/urgency.ts'
import { goTo } from '../office/use-address.ts'
import type { Row } from './board-state.ts'
import { sketchOf } from './roads.ts'
import { useDispatchWords } from './words.ts'

const calm: readonly Standing[] = ['calm', 'unknown']
/** More names than this hide one another. */
const mostNames = 24

/** The roads as a sketch, without a map of anybody's; what is not calm is large and named. */
export function RoadMap({ rows }: { rows: readonly Row[] }) {
  const words = useDispatchWords()
  const sketch = useMemo(() => sketchOf(rows), [rows])
  const byId = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows])
  if (sketch === undefined) return <p className="quiet map-none">{words.mapNone}</p>
  const named = rows.length <= mostNames
  return (
    <figure className="road-map">
      <svg viewBox={`0 0 ${sketch.width} ${sketch.height}`} role="img" aria-label={words.map}>
        {sketch.roads.map(({ name, d }) => (
          <path key={name} d={d} className="road">
            <title>{name}</title>
          </path>
        ))}
        {sketch.spots.map(({ id, x, y, down }) => {
          const row = byId.get(id)
          if (row === undefined) return null
          const standing = standingOf(row)
          const quiet = calm.includes(standing)
          const flip = x > sketch.width - 110
          return (
            // The list beside it has a link for each: this is for whoever points at the picture.
            <g key={id} className={`spot of-${standing}`} onClick={() => goTo(id)}>
              <circle cx={x} cy={y} r="16" className="spot-hit" />
              {standing === 'L3' ? (
                <rect x={x - 10} y={y - 10} width="20" height="20" className="spot-mark" />
              ) : standing === 'L2' || standing === 'L1' ? (
                <path d={`M${x} ${y - 12}L${x + 12} ${y + 10}H${x - 12}Z`} className="spot-mark" />
              ) : (
                <circle
                  cx={x}
                  cy={y}
                  r={quiet ? 6 : 10}
                  className={standing === 'unknown' || standing === 'lost' ? 'spot-ring' : 'spot-mark'}
                />
              )}
              {(named || !quiet) && (
                <text x={flip ? x - 18 : x + 18} y={y + 5 + down} textAnchor={flip ? 'end' : 'start'}>
                  {row.name}
                  {!quiet &&
                    standing !== 'lost' &&
                    row.waitMinutes !== null &&
                    ` ${words.minutes(Math.round(row.waitMinutes))}`}
                </text>
              )}
            </g>
          )
        })}
      </svg>
      <figcaption className="quiet small">{words.mapHint}</figcaption>
    </figure>
  )
}
