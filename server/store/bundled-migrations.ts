import mainJob from '../../schema/migrations/0001-main-job.sql'
import ledger from '../../schema/migrations/0002-ledger.sql'
import audit from '../../schema/migrations/0003-audit.sql'
import roles from '../../schema/migrations/0004-roles.sql'
import codeLedger from '../../schema/migrations/0005-code-ledger.sql'
import tracking from '../../schema/migrations/0006-tracking.sql'
import whiteLists from '../../schema/migrations/0007-white-lists.sql'
import appeals from '../../schema/migrations/0008-appeals.sql'
import editions from '../../schema/migrations/0009-editions.sql'
import auditSearch from '../../schema/migrations/0010-audit-search.sql'
import inspectionMarks from '../../schema/migrations/0011-inspection-marks.sql'
import correctionGuards from '../../schema/migrations/0012-correction-guards.sql'
import arrivals from '../../schema/migrations/0013-arrivals.sql'
import earlierReleases from '../../schema/migrations/0014-earlier-releases.sql'
import nothingIsLost from '../../schema/migrations/0015-nothing-is-lost.sql'
import credentials from '../../schema/migrations/0016-credentials.sql'
import shifts from '../../schema/migrations/0017-shifts.sql'
import expectedTrucks from '../../schema/migrations/0018-expected-trucks.sql'
import congestion from '../../schema/migrations/0019-congestion.sql'
import notices from '../../schema/migrations/0020-notices.sql'
import cases from '../../schema/migrations/0021-cases.sql'
import forecast from '../../schema/migrations/0022-forecast.sql'
import sites from '../../schema/migrations/0023-sites.sql'
import regions from '../../schema/migrations/0024-regions.sql'
import numbersAndRegister from '../../schema/migrations/0026-numbers-and-register.sql'
import begun from '../../schema/migrations/0027-begun.sql'
import type { MigrationFile } from './migrate.ts'

/** A Worker has no folder to read: each migration is named here, and a test holds this list against schema/migrations. */
export const bundledMigrations: readonly MigrationFile[] = [
  { name: '0001-main-job.sql', text: mainJob },
  { name: '0002-ledger.sql', text: ledger },
  { name: '0003-audit.sql', text: audit },
  { name: '0004-roles.sql', text: roles },
  { name: '0005-code-ledger.sql', text: codeLedger },
  { name: '0006-tracking.sql', text: tracking },
  { name: '0007-white-lists.sql', text: whiteLists },
  { name: '0008-appeals.sql', text: appeals },
  { name: '0009-editions.sql', text: editions },
  { name: '0010-audit-search.sql', text: auditSearch },
  { name: '0011-inspection-marks.sql', text: inspectionMarks },
  { name: '0012-correction-guards.sql', text: correctionGuards },
  { name: '0013-arrivals.sql', text: arrivals },
  { name: '0014-earlier-releases.sql', text: earlierReleases },
  { name: '0015-nothing-is-lost.sql', text: nothingIsLost },
  { name: '0016-credentials.sql', text: credentials },
  { name: '0017-shifts.sql', text: shifts },
  { name: '0018-expected-trucks.sql', text: expectedTrucks },
  { name: '0019-congestion.sql', text: congestion },
  { name: '0020-notices.sql', text: notices },
  { name: '0021-cases.sql', text: cases },
  { name: '0022-forecast.sql', text: forecast },
  { name: '0023-sites.sql', text: sites },
  { name: '0024-regions.sql', text: regions },
  { name: '0026-numbers-and-register.sql', text: numbersAndRegister },
  { name: '0027-begun.sql', text: begun },
]
