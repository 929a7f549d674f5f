import type { CompiledQuery } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import type { Instant } from '../../shared/instant.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'
import { happenOnce } from './once.ts'

export type OverlayRow = Tables['overlay']
export type ListedOverlay = OverlayRow & { accepter: string; ender: string | null }

const listed = () =>
  sql
    .selectFrom('overlay')
    .innerJoin('staff as accepter', 'accepter.id', 'overlay.accepted_by')
    .leftJoin('staff as ender', 'ender.id', 'overlay.ended_by')
    .selectAll('overlay')
    .select(['accepter.name as accepter', 'ender.name as ender'])

/** Newest first. */
export const overlayPage = (limit: number): CompiledQuery<ListedOverlay> =>
  listed().orderBy('overlay.id', 'desc').limit(limit).compile()

export const overlayById = (id: string): CompiledQuery<ListedOverlay> => listed().where('overlay.id', '=', id).compile()

export const overlaysInForce = (): CompiledQuery<OverlayRow> =>
  sql.selectFrom('overlay').selectAll().where('state', '=', 'in-force').orderBy('id').compile()

/** One in force for each place: the second fails with `Taken`. */
export const addOverlay = (row: OverlayRow): Write => sql.insertInto('overlay').values(row).compile()

export type Ending = Pick<OverlayRow, 'ended_at' | 'ended_by' | 'end_reason'>

/** Of two who end it at once the second fails with `Taken`. */
export const endOverlayOnce = (id: string, ending: Ending & { ended_at: Instant }): readonly Write[] => [
  happenOnce(`overlay-ended/${id}`, ending.ended_at),
  sql
    .updateTable('overlay')
    .set({ ...ending, state: 'ended' })
    .where('id', '=', id)
    .compile(),
]
