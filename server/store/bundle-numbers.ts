import { sql as raw } from 'kysely'
import type { CompiledQuery } from 'kysely'
import type { Instant } from '../../shared/instant.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'

/** The next number for this phone: the time, or one more than the last where the clock says less. */
export const countBundle = (terminal: string, at: Instant): Write =>
  sql
    .insertInto('bundle_made')
    .values({ terminal_id: terminal, seq: at, at })
    .onConflict((conflict) =>
      conflict
        .column('terminal_id')
        .doUpdateSet({ seq: raw<number>`max(bundle_made.seq + 1, excluded.seq)`, at: raw<number>`excluded.at` }),
    )
    .compile()

export const bundleNumber = (terminal: string): CompiledQuery<{ seq: number }> =>
  sql.selectFrom('bundle_made').select('seq').where('terminal_id', '=', terminal).compile()
