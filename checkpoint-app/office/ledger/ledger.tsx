import type { KeyboardEvent, MouseEvent, ReactNode } from 'react'
import { useOfficeWords } from '../words.ts'

export type Column<Row> = {
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  /** Left out on a phone (`mid`), on a tablet too (true); the side sheet has it. */
  readonly wide?: boolean | 'mid'
  readonly number?: boolean
}

type Given<Row> = {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Opens a row; `openLabel` says what to a screen reader. The button stands in the first column. */
  onOpen?: (row: Row) => void
  openLabel?: (row: Row) => string
  muted?: (row: Row) => boolean
  /** Without a column of serial numbers, where the rows have numbers of their own. */
  unnumbered?: boolean
}

const classOf = <Row,>({ wide, number }: Column<Row>) =>
  [wide === 'mid' ? 'mid-only' : wide && 'wide-only', number && 'number'].filter(Boolean).join(' ')

/** A press on a link or button inside the row is meant for that. */
const onControl = (event: MouseEvent | KeyboardEvent) =>
  event.target instanceof Element && event.target.closest('a, button, input, select') !== null

/** A table like a paper ledger: numbered lines, a head that stays, each line opened as a whole. */
export function Ledger<Row>({ caption, columns, rows, rowKey, onOpen, openLabel, muted, unnumbered }: Given<Row>) {
  const words = useOfficeWords()
  const first = (row: Row, content: ReactNode) =>
    onOpen ? (
      <button type="button" className="row-open" aria-label={openLabel?.(row)} onClick={() => onOpen(row)}>
        {content}
      </button>
    ) : (
      content
    )
  return (
    <div className="ledger-place">
      <table className="ledger">
        <caption className="only-read">{caption}</caption>
        <thead>
          <tr>
            {!unnumbered && (
              <th scope="col" className="number wide-only">
                {words.serial}
              </th>
            )}
            {columns.map((column) => (
              <th key={column.title} scope="col" className={classOf(column)}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            <tr
              key={rowKey(row)}
              className={[onOpen && 'can-open', muted?.(row) && 'muted'].filter(Boolean).join(' ')}
              onClick={(event) => (onControl(event) ? undefined : onOpen?.(row))}
            >
              {!unnumbered && <td className="number wide-only quiet">{place + 1}</td>}
              {columns.map((column, at) => (
                <td key={column.title} className={classOf(column)}>
                  {at === 0 ? first(row, column.cell(row)) : column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
