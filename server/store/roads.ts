import type { CompiledQuery } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import type { Instant } from '../../shared/instant.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'

export type BlockRow = Tables['road_block']

export const addBlock = (row: BlockRow): Write => sql.insertInto('road_block').values(row).compile()

type Changing = 'kind' | 'road' | 'place' | 'county' | 'source' | 'started_at' | 'owner' | 'contact_sealed' | 'detour'
/** Nothing of what is resolved is changed. */
export const changeBlock = (id: string, change: Pick<BlockRow, Changing>): Write =>
  sql.updateTable('road_block').set(change).where('id', '=', id).where('resolved_at', 'is', null).compile()

/** The first to say so stands. */
export const resolveBlockRow = (id: string, at: Instant, resolution: string): Write =>
  sql
    .updateTable('road_block')
    .set({ resolved_at: at, resolution })
    .where('id', '=', id)
    .where('resolved_at', 'is', null)
    .compile()

/** Of two servers the second finds another level there. */
export const raiseBlock = (
  { id, level: from }: Pick<BlockRow, 'id' | 'level'>,
  level: BlockRow['level'],
  at: Instant,
): Write =>
  sql
    .updateTable('road_block')
    .set({ level, level_since: at })
    .where('id', '=', id)
    .where('level', '=', from)
    .where('resolved_at', 'is', null)
    .compile()

export const blockById = (id: string): CompiledQuery<BlockRow> =>
  sql.selectFrom('road_block').selectAll().where('id', '=', id).compile()

/** Those that go on; the oldest first. */
export const openBlocks = (): CompiledQuery<BlockRow> =>
  sql.selectFrom('road_block').selectAll().where('resolved_at', 'is', null).orderBy('started_at').limit(500).compile()

/** Those cleared since; the newest first. */
export const clearedBlocks = (since: Instant): CompiledQuery<BlockRow> =>
  sql
    .selectFrom('road_block')
    .selectAll()
    .where('resolved_at', '>=', since)
    .orderBy('resolved_at', 'desc')
    .limit(100)
    .compile()
