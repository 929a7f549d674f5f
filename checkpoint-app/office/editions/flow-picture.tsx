import { useLanguage } from '../../ui/language.tsx'
import { Ledger } from '../ledger/ledger.tsx'
import { headlineOf } from '../inspections/headline.ts'
import { flowPicture, turnOf, type Flow, type Ribbon, type Stop } from './flow.ts'
import { useEditionWords, type EditionWords } from './words.ts'

const [wide, bar, edge] = [560, 14, 150]

/** What fits beside a bar; the whole name stands in the table. Chinese characters are twice as wide. */
function shortened(name: string): string {
  const fits = /\p{Script=Han}/u.test(name) ? 11 : 23
  return name.length > fits ? `${name.slice(0, fits - 1).trimEnd()}…` : name
}

function Bars({ stops, side }: { stops: readonly Stop[]; side: 'left' | 'right' }) {
  const { language } = useLanguage()
  const [x, label, anchor] =
    side === 'left' ? ([edge, edge - 8, 'end'] as const) : ([wide - edge - bar, wide - edge + 8, 'start'] as const)
  return stops.map(({ row, count, y, height }) => (
    <g key={row}>
      <rect x={x} y={y} width={bar} height={height} rx={3} className="flow-bar" />
      <text x={label} y={y + height / 2 - 3} textAnchor={anchor} className="flow-row">
        {row}・{count}
      </text>
      <text x={label} y={y + height / 2 + 14} textAnchor={anchor} className="flow-name">
        {shortened(headlineOf(row, language))}
      </text>
    </g>
  ))
}

function RibbonPath({ y1, y2, width, turn }: Ribbon) {
  const [x1, x2] = [edge + bar, wide - edge - bar]
  const middle = (x1 + x2) / 2
  return (
    <path
      d={`M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`}
      strokeWidth={width}
      className={`flow-ribbon flow-${turn}`}
    />
  )
}

const turnCell = (words: EditionWords) => (flow: Flow) => <span className="one-word">{words.turns[turnOf(flow)]}</span>

/** Rows before → after, drawn; the same as a table beside it. */
export function FlowPicture({ flows }: { flows: readonly Flow[] }) {
  const words = useEditionWords()
  const { language } = useLanguage()
  const moved = flows.filter(({ from, to }) => from !== to)
  const { height, left, right, ribbons } = flowPicture(flows)
  if (moved.length === 0) return null
  return (
    <section className="stack-tight" aria-label={words.flow}>
      <h3>{words.flow}</h3>
      <p className="quiet">{words.flowLead}</p>
      <div className="picture-and-table">
        <svg viewBox={`0 -4 ${wide} ${height + 8}`} className="flow-picture" role="img" aria-label={words.flow}>
          {ribbons
            .toSorted((a, b) => Number(b.turn === 'same') - Number(a.turn === 'same'))
            .map((ribbon) => (
              <RibbonPath key={`${ribbon.from}${ribbon.to}`} {...ribbon} />
            ))}
          <Bars stops={left} side="left" />
          <Bars stops={right} side="right" />
        </svg>
        <Ledger
          caption={words.flow}
          unnumbered
          columns={[
            { title: words.flowFrom, cell: ({ from }) => `${from} ${headlineOf(from, language)}` },
            { title: words.flowTo, cell: ({ to }) => `${to} ${headlineOf(to, language)}` },
            { title: words.count, cell: ({ count }) => count, number: true },
            { title: words.turn, cell: turnCell(words) },
          ]}
          rows={moved}
          rowKey={({ from, to }) => `${from}${to}`}
        />
      </div>
    </section>
  )
}
