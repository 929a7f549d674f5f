import type * as z from 'zod/mini'
import type { AnswerOf } from '../../schema/api/endpoint.ts'
import type { board, boardChange, boardRow } from '../../schema/api/dispatch.ts'

export type Row = z.infer<typeof boardRow>
export type Whole = AnswerOf<typeof board>
export type Change = z.infer<typeof boardChange>

/** The board as this page knows it. A row that did not change is the same object, so that nothing of it is drawn again. */
export type Board = {
  readonly rows: ReadonlyMap<string, Row>
  readonly area: string | null
  /** By the server's clock, of the newest that was heard. */
  readonly at: string
}

export const boardOf = ({ items, area, at }: Whole, before?: Board): Board => ({
  area,
  at,
  rows: new Map(
    items.map((row) => {
      const known = before?.rows.get(row.id)
      return [row.id, known !== undefined && JSON.stringify(known) === JSON.stringify(row) ? known : row]
    }),
  ),
})

/** A row that is new to this reach comes whole, and only such a one names its checkpoint. */
const isWhole = (patch: Change['rows'][number]): patch is Row => patch.name !== undefined

/** Undefined where a change speaks of a row that was never sent whole: the board has to be asked for anew. */
export function changed(board: Board, { at, rows, gone }: Change): Board | undefined {
  const next = new Map(board.rows)
  for (const id of gone) next.delete(id)
  for (const patch of rows) {
    const row = { ...next.get(patch.id), ...patch }
    if (!isWhole(row)) return undefined
    next.set(patch.id, row)
  }
  return { ...board, at, rows: next }
}
