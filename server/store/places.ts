import type { CompiledQuery } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import type { Instant } from '../../shared/instant.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'

export type PlaceRow = Tables['place']

/** Whether it is open is left as it is. */
export const putPlaceRow = ({ id, closed_at, closing, due_told_at, ...said }: PlaceRow): Write =>
  sql
    .insertInto('place')
    .values({ id, closed_at, closing, due_told_at, ...said })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(said))
    .compile()

/** The first to say so stands. */
export const closePlaceRow = (id: string, at: Instant, closing: string): Write =>
  sql
    .updateTable('place')
    .set({ closed_at: at, closing, due_told_at: null, changed_at: at })
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .compile()

export const openPlaceRow = (id: string, at: Instant): Write =>
  sql
    .updateTable('place')
    .set({ closed_at: null, closing: null, due_told_at: null, changed_at: at })
    .where('id', '=', id)
    .compile()

export const toldPlaceDue = (id: string, at: Instant): Write =>
  sql.updateTable('place').set({ due_told_at: at }).where('id', '=', id).where('due_told_at', 'is', null).compile()

export const placeById = (id: string): CompiledQuery<PlaceRow> =>
  sql.selectFrom('place').selectAll().where('id', '=', id).compile()

export const everyServicePlace = (): CompiledQuery<PlaceRow> =>
  sql.selectFrom('place').selectAll().orderBy('kind').orderBy('name').orderBy('id').limit(2000).compile()
