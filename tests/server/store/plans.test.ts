import { afterAll, describe, expect, it } from 'vitest'
import { auditActors, auditEdge, auditPage } from '../../../server/store/audit-search.ts'
import type { AuditPage } from '../../../server/store/audit-search.ts'
import { inspectionPage, releases } from '../../../server/store/inspections.ts'
import type { Page } from '../../../server/store/inspections.ts'
import { inspectionsToTry } from '../../../server/store/stored-verdicts.ts'
import { openMigrated } from '../../../server/store/open-sqlite.ts'
import { instant } from '../../../shared/instant.ts'
import { planOf } from '../../kit/plan.ts'

const db = await openMigrated(':memory:')
afterAll(() => db.close())

const [plate, row, checkpoint, from, until] = ['X0001', 'V1', 'JZ-G01', instant(1), instant(2)]
const before = { madeAt: 1, id: 'x' }

describe('a page of the ledger is chosen in an index, however rare what is asked for', () => {
  it.each<Omit<Page, 'limit'>>([
    {},
    { plate },
    { row },
    { checkpoint },
    { from, until },
    { plate, checkpoint },
    { row, checkpoint },
    { plate, row, from, until },
    { plate, row, checkpoint, from, until, before },
    { before },
    { offline: true },
    { agrees: false },
    { agrees: false, checkpoint, from, until },
  ])('%j', async (asked) => {
    const plan = await planOf(db, inspectionPage({ limit: 50, ...asked }))
    expect(plan.filter((step) => /^(SCAN|SEARCH) seen/.test(step))).toEqual([
      expect.stringMatching(/USING COVERING INDEX inspection_(by_time|by_checkpoint|disagrees)/),
    ])
    expect(plan).toContain('SEARCH inspection USING PRIMARY KEY (id=?)')
  })
})

it('prior releases are found by plate, or by time for all', async () => {
  const asked = { since: from, notAt: checkpoint, rows: ['V5'], limit: 1 }
  expect(await planOf(db, releases({ ...asked, plate }))).toContain(
    'SEARCH inspection USING INDEX inspection_by_plate (plate=? AND made_at>?)',
  )
  expect(await planOf(db, releases(asked))).toContain('SEARCH inspection USING INDEX inspection_by_time (made_at>?)')
})

describe('a page of the log is chosen in an index, in its order', () => {
  const [actor, action, subject, words] = ['x', 'staff-added', 'y', '换班'] as const
  it.each<[Partial<AuditPage>, string]>([
    [{}, 'time'],
    [{ words }, 'time'],
    [{ role: 'head', kind: 'terminal', from, until }, 'time'],
    [{ actor, words }, 'actor'],
    [{ action, from }, 'action'],
    [{ subject, until, before: { at: 1, seq: 1 } }, 'subject'],
  ])('%j by %s', async (asked, index) => {
    const page = { limit: 50, reach: 20_000, ...asked }
    for (const query of [auditPage(page), auditEdge(page)]) {
      const plan = await planOf(db, query)
      expect(plan.filter((step) => / seen /.test(`${step} `))).toEqual([
        expect.stringMatching(`USING (COVERING )?INDEX audit_by_${index}`),
      ])
    }
    expect(await planOf(db, auditPage(page))).toContain('SEARCH audit USING PRIMARY KEY (seq=?)')
  })
  it('those who stand in it are found by hops', async () => {
    const plan = await planOf(db, auditActors())
    expect(plan.filter((step) => /\baudit\b/.test(step))).toEqual([
      expect.stringMatching('SEARCH audit USING COVERING INDEX audit_by_actor'),
      expect.stringMatching(/SEARCH audit USING COVERING INDEX audit_by_actor \(actor>\?\)/),
    ])
  })
})

it('a draft is tried out page by page along the time of the records, however many lie before them', async () => {
  const after = { id: 'x', made_at: 1 }
  for (const more of [{}, { after }]) {
    const plan = await planOf(db, inspectionsToTry({ from, until, limit: 500, ...more }))
    expect(plan.filter((step) => /^(SCAN|SEARCH) inspection/.test(step))).toEqual([
      expect.stringMatching(/USING INDEX inspection_by_time/),
    ])
    expect(plan.filter((step) => /TEMP B-TREE|SCAN later/.test(step))).toEqual([])
  }
})
