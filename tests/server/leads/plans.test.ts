import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, describe, expect, it } from 'vitest'
import type { CompiledQuery } from 'kysely'
import { forgetEvidence, photosOfLead } from '../../../server/store/evidence.ts'
import { addReusedNumber, addTwoPlaces, forgetSeen, withdrawLeads } from '../../../server/store/leads-made.ts'
import { closeComparison, leadCounts, leadPage, witnessesOf } from '../../../server/store/leads.ts'
import type { LeadPage } from '../../../server/store/leads.ts'
import { openMigrated } from '../../../server/store/open-sqlite.ts'

const folder = mkdtempSync(join(tmpdir(), 'plans-'))
const db = await openMigrated(join(folder, 'plans.db'))
const file = new Database(join(folder, 'plans.db'))
afterAll(() => {
  file.close()
  db.close()
  rmSync(folder, { recursive: true })
})

/** Beside the port, which lets no write be asked about. */
function planOf({ sql, parameters }: CompiledQuery): string[] {
  const steps = file.prepare<unknown[], { detail: string }>(`explain query plan ${sql}`).all(...parameters)
  return steps.map(({ detail }) => detail)
}
const scans = (plan: readonly string[]) =>
  plan.filter(
    (step) => /^SCAN (?!far|counted|json_each)/.test(step) && !step.includes('USING') && !step.includes('SUBQUERY'),
  )

const [state, kind, checkpoint, before] = ['open', 'forged', 'JZ-G01', { foundAt: 1, id: 'x' }] as const

describe('a page of leads is read along an index', () => {
  it.each<[Omit<LeadPage, 'limit'>, RegExp]>([
    [{}, /lead_by_time/],
    [{ before }, /lead_by_time/],
    [{ kind }, /lead_by_time/],
    [{ state }, /lead_by_state/],
    [{ state, kind, before }, /lead_by_state/],
    [{ checkpoint, state }, /lead_by_checkpoint/],
  ])('%j', (asked, index) => {
    const plan = planOf(leadPage({ limit: 50, ...asked }))
    expect(plan.filter((step) => index.test(step))).not.toEqual([])
    expect(scans(plan)).toEqual([])
    expect(plan).toContain('SEARCH evidence USING COVERING INDEX evidence_by_inspection (inspection_id=?)')
  })
  it.each([undefined, checkpoint])('counted at %s', (where) => {
    expect(scans(planOf(leadCounts(where, 1000)))).toEqual([])
  })
})

const seen = {
  credential: 'x',
  at: 1,
  inspection_id: 'i',
  checkpoint_id: checkpoint,
  plate: 'p',
  clock_known: 1 as const,
}
const found = { id: 'l', dedupe: 'd', foundAt: 1 }

it.each([
  ['two places', addTwoPlaces(seen, [{ checkpoint: 'JZ-G02', km: 80, within: 60_000 }], found)],
  ['one number', addReusedNumber(seen, found)],
])('%s: only the sightings of that credential are read', (_, write) => {
  const plan = planOf(write)
  expect(plan.filter((step) => /\bseen\b/.test(step))).toEqual([
    expect.stringMatching(/^SEARCH seen USING PRIMARY KEY \(credential=\?/),
  ])
})

it.each([
  ['sightings that are over', [forgetSeen(1)]],
  ['photographs that are over', [forgetEvidence(1)]],
  ['what an undo takes back', withdrawLeads('i')],
  ['what was judged', closeComparison({ id: 'l', dedupe: 'd', credential: 'x' }, 1)],
  ['the checks of a lead', [witnessesOf(['i'])]],
  ['the photographs of a lead', [photosOfLead({ inspection_id: 'i', other_inspection_id: null })]],
])('%s are found by an index', (_, queries) => {
  for (const query of queries) expect(scans(planOf(query))).toEqual([])
})
