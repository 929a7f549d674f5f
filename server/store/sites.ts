import { sql as raw } from 'kysely'
import type { CompiledQuery } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'

export type SiteRow = Tables['checkpoint_site']

/** The newest of each checkpoint that has one. */
export const everySite = (): CompiledQuery<SiteRow> =>
  raw<SiteRow>`
    select s.* from checkpoint_site s
      join (select checkpoint_id, max(version) as version from checkpoint_site group by checkpoint_id) newest
        on newest.checkpoint_id = s.checkpoint_id and newest.version = s.version
      order by s.checkpoint_id`.compile(sql)

export const siteOfCheckpoint = (checkpoint: string): CompiledQuery<SiteRow> =>
  sql
    .selectFrom('checkpoint_site')
    .selectAll()
    .where('checkpoint_id', '=', checkpoint)
    .orderBy('version', 'desc')
    .limit(1)
    .compile()

export type NamedSiteRow = SiteRow & { changer: string }
/** The same with who changed it. */
export const namedSite = (checkpoint: string): CompiledQuery<NamedSiteRow> =>
  sql
    .selectFrom('checkpoint_site')
    .innerJoin('staff', 'staff.id', 'checkpoint_site.changed_by')
    .selectAll('checkpoint_site')
    .select('staff.name as changer')
    .where('checkpoint_site.checkpoint_id', '=', checkpoint)
    .orderBy('version', 'desc')
    .limit(1)
    .compile()

/** The second to write the same version fails with Taken('checkpoint_site.…'). */
export const addSite = (row: SiteRow): Write => sql.insertInto('checkpoint_site').values(row).compile()
