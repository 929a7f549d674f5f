import mainJob from '../../schema/migrations/0001-main-job.sql'
import ledger from '../../schema/migrations/0002-ledger.sql'
import audit from '../../schema/migrations/0003-audit.sql'
import type { MigrationFile } from './migrate.ts'

/** A Worker has no folder to read: each migration is named here, and a test holds this list against schema/migrations. */
export const bundledMigrations: readonly MigrationFile[] = [
  { name: '0001-main-job.sql', text: mainJob },
  { name: '0002-ledger.sql', text: ledger },
  { name: '0003-audit.sql', text: audit },
]
