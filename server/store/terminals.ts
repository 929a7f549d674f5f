import type { CompiledQuery } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import type { Instant } from '../../shared/instant.ts'
import { among } from './among.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'

export type TerminalRow = Tables['terminal']
export type TerminalAndPlace = TerminalRow & { staff_name: string; checkpoint_name: string; county: string }

const terminals = () =>
  sql
    .selectFrom('terminal')
    .innerJoin('staff', 'staff.id', 'terminal.staff_id')
    .innerJoin('checkpoint', 'checkpoint.id', 'terminal.checkpoint_id')
    .selectAll('terminal')
    .select(['staff.name as staff_name', 'checkpoint.name as checkpoint_name', 'checkpoint.county as county'])

export const terminalById = (id: string): CompiledQuery<TerminalAndPlace> =>
  terminals().where('terminal.id', '=', id).compile()

/** Those of the ids that were bound once and are released now. */
export const releasedTerminals = (ids: readonly string[]): CompiledQuery<TerminalRow> =>
  sql.selectFrom('terminal').selectAll().where('id', 'in', among(ids)).where('released_at', 'is not', null).compile()

/** The one that stands in the way: bound now, to this inspector or with this key or segment. */
export const terminalInTheWay = (
  staff: string,
  thumbprint: string,
  segment: string | null,
): CompiledQuery<TerminalAndPlace> =>
  terminals()
    .where('released_at', 'is', null)
    .where((row) =>
      row.or([row('staff_id', '=', staff), row('thumbprint', '=', thumbprint), row('segment', '=', segment ?? '')]),
    )
    .limit(1)
    .compile()

/** Bound ones first, then the last thousand of those released. */
export const terminalsOf = (checkpoint: string | null): CompiledQuery<TerminalAndPlace> => {
  const all = terminals()
    .orderBy('released_at', (order) => order.desc().nullsFirst())
    .orderBy('bound_at', 'desc')
    .limit(1000)
  return (checkpoint === null ? all : all.where('terminal.checkpoint_id', '=', checkpoint)).compile()
}

export const addTerminal = (row: TerminalRow): Write => sql.insertInto('terminal').values(row).compile()

export const releaseTerminalRow = (id: string, release: { at: Instant; by: string; reason: string }): Write =>
  sql
    .updateTable('terminal')
    .set({ released_at: release.at, released_by: release.by, release_reason: release.reason })
    .where('released_at', 'is', null)
    .where('id', '=', id)
    .compile()
