import type { Deps } from '../deps.ts'
import { applicants } from './applicants.ts'
import { auditHeads } from './audit-heads.ts'
import { bundle } from './bundle.ts'
import { cases } from './cases.ts'
import { codes } from './codes.ts'
import { congestion, oldReadings, regions, rosterGaps } from './congestion.ts'
import { forecast, oldHours } from './forecast.ts'
import { keys } from './keys.ts'
import { latePasses } from './late-passes.ts'
import { law } from './law.ts'
import { leads } from './leads.ts'
import { mootAppeals } from './moot-appeals.ts'
import { noticePhones, notices } from './notices.ts'
import { overlays } from './overlays.ts'
import { roads } from './roads.ts'
import { statusChanges } from './status-changes.ts'

/** What the server does by itself. Each run makes up for those that were missed; one that fails is logged and comes again. */
export type Timer = { name: string; everySeconds: number; run: (deps: Deps) => Promise<void> }

export const timers: readonly Timer[] = [
  codes,
  auditHeads,
  law,
  keys,
  overlays,
  mootAppeals,
  latePasses,
  applicants,
  bundle,
  leads,
  statusChanges,
  notices,
  noticePhones,
  congestion,
  regions,
  roads,
  oldReadings,
  rosterGaps,
  forecast,
  oldHours,
  cases,
]
