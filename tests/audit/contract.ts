import { describe, expect, it } from 'vitest'
import { addToAudit } from '../../server/store/audit.ts'
import { auditActors, auditEdge, auditPage } from '../../server/store/audit-search.ts'
import { check, fill, flawIn, rowsOf, run } from './kit.ts'
import type { logOn } from './kit.ts'

const tampering = [
  'update audit set reason = reason',
  'update or replace audit set seq = 9',
  'delete from audit where seq = 2',
  'delete from audit_head',
  'update audit_head set at = 0',
  "insert or replace into audit select 1, at, actor, role, device, action, kind, subject, 'other', detail, prev, mac from audit where seq = 1",
  'insert into audit select 4, at, actor, role, device, action, kind, subject, reason, detail, prev, mac from audit where seq = 2',
  "insert into audit_head values (1, 0, 'x', 'x')",
  "insert into audit_head values (3, 0, 'not the mac of entry 3', 'x')",
]

/** What the log may rely on, whatever the database. `open` gives an empty one with every migration applied. */
export function auditContract(home: string, open: () => Promise<ReturnType<typeof logOn>>): void {
  describe(`the log on ${home}`, () => {
    it('can neither be changed nor shortened nor written between, whoever asks', async () => {
      const log = await open()
      await fill(log, 2)
      await log.audit.signHead()
      await fill(log, 1)
      const before = await rowsOf(log)
      for (const text of tampering) {
        const [outcome] = await Promise.allSettled([log.db.commit([run(text)])])
        expect([text, outcome?.status]).toEqual([text, 'rejected'])
      }
      expect(await rowsOf(log)).toEqual(before)
      expect(await check(log)).toMatchObject({ entries: 3, signedTo: 2, flaw: undefined })
    })

    it('names its end as taken to a writer who was overtaken', async () => {
      const log = await open()
      await fill(log, 1)
      const [row] = await rowsOf(log)
      for (const wrong of [row!, { ...row!, seq: 3 }, { ...row!, seq: 2, prev: 'genesis' }])
        await expect(log.db.commit([addToAudit(wrong)])).rejects.toMatchObject({ name: 'Taken', on: 'audit.seq' })
    })

    it('is shared by writers who know nothing of each other', async () => {
      const log = await open()
      await Promise.all([fill(log, 40), fill({ audit: log.alone }, 5)])
      expect([(await rowsOf(log)).length, flawIn(await check(log))]).toEqual([45, 'whole'])
    })

    it('is searched newest first, tells who stands in it, and is checked part by part', async () => {
      const log = await open()
      await fill(log, 5)
      await log.audit.signHead()
      const page = { words: '换班', limit: 2, reach: 4 }
      expect((await log.db.all(auditPage(page))).map(({ seq }) => seq)).toEqual([5, 4, 2])
      expect((await log.db.all(auditEdge(page))).map(({ seq }) => seq)).toEqual([2])
      expect(await log.db.all(auditActors())).toEqual([{ id: 'staff-1', name: null, role: null }])
      const parts = [await log.audit.check({ after: 0, most: 3 }), await log.audit.check({ after: 3, most: 3 })]
      expect(parts.map(({ from, to, flaw, end, head }) => [from, to, flaw, end?.seq, head?.seq])).toEqual([
        [1, 3, undefined, 5, 5],
        [4, 5, undefined, 5, 5],
      ])
    })
  })
}
