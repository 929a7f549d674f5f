import { Ledger, type Column } from '../ledger/ledger.tsx'
import { useChosenLanguage } from '../words.ts'
import { headlineOf } from '../inspections/headline.ts'
import { todoOf, type Duty } from './duty.ts'
import { useDutyWords } from './words.ts'

type Count = Duty['counts'][number]

function useColumns(): readonly Column<Count>[] {
  const words = useDutyWords()
  const language = useChosenLanguage()
  const share = (part: number, whole: number) => (whole === 0 ? '0' : `${part} (${Math.round((100 * part) / whole)}%)`)
  const rowsIn = (rows: Count['rows']) =>
    Object.entries(rows)
      .toSorted((a, b) => b[1] - a[1])
      .map(([row, count]) => `${headlineOf(row, language)} ${count}`)
      .join('，')
  return [
    { title: words.inspector, cell: ({ inspector }) => <strong>{inspector}</strong> },
    { title: words.lane, cell: ({ lane }) => words.laneNumber(lane) },
    { title: words.checked, cell: ({ checked }) => checked, number: true },
    { title: words.fast, cell: ({ fast, checked }) => share(fast, checked), number: true },
    { title: words.todo, cell: ({ rows }) => todoOf(rows), number: true, wide: 'mid' },
    { title: words.offline, cell: ({ offline, checked }) => share(offline, checked), number: true, wide: 'mid' },
    { title: words.conflicts, cell: ({ conflicts }) => conflicts, number: true, wide: 'mid' },
    {
      title: words.median,
      cell: ({ medianSeconds: seconds }) => (seconds === null ? '—' : words.seconds(seconds)),
      number: true,
      wide: 'mid',
    },
    { title: words.rows, cell: ({ rows }) => rowsIn(rows), wide: true },
  ]
}

/** Trucks of the day by inspector and lane, each once. */
export function CountsTable({ duty: { counts } }: { duty: Duty }) {
  const words = useDutyWords()
  const columns = useColumns()
  return (
    <section className="stack-tight" aria-label={words.counts}>
      <h2>{words.counts}</h2>
      {counts.length === 0 ? (
        <p className="quiet">{words.countsNone}</p>
      ) : (
        <>
          <Ledger
            caption={words.counts}
            columns={columns}
            rows={counts}
            rowKey={({ inspector, lane }) => `${lane} ${inspector}`}
          />
          <p className="quiet small">
            {words.median}：{words.medianHint}
          </p>
        </>
      )}
    </section>
  )
}
