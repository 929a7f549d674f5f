import { describe, expect, it } from 'vitest'
import { sealedText } from '../../shared/audit/entry.ts'
import { createAudit } from '../../server/audit/create-audit.ts'
import { auditMac } from '../../server/audit/chain.ts'
import type { Deps } from '../../server/deps.ts'
import { addCheckpointRow } from '../../server/store/checkpoints.ts'
import { Taken } from '../../server/store/db.ts'
import { openMigrated } from '../../server/store/open-sqlite.ts'
import { auditContract } from './contract.ts'
import { check, emptyLog, fill, flawIn, released, rowsOf, run, logOn } from './kit.ts'

const checkpoint = (id: string) =>
  addCheckpointRow({ id, name: id, road: 'S49', county: '410822', lanes: 4, active: 1, fictional: 1 })
const checkpoints = async ({ db }: Deps) => (await db.all(run('select id from checkpoint'))).length

describe('appending', () => {
  it('chains entries by the text of each and the MAC before it', async () => {
    const { deps } = await emptyLog()
    await deps.audit.commit([checkpoint('A')], [released(1), released(2)])
    await deps.audit.commit([], [released(3)])
    const rows = await rowsOf(deps)
    expect(rows.map(({ seq, subject, reason }) => [seq, subject, reason])).toEqual([
      [1, 'terminal-1', '换班 1'],
      [2, 'terminal-2', '换班 2'],
      [3, 'terminal-3', '手机损坏 3'],
    ])
    expect(rows.map(({ prev }) => prev)).toEqual(['genesis', rows[0]!.mac, rows[1]!.mac])
    expect(rows[2]!.mac).toBe(await auditMac(deps.vault)(sealedText(rows[2]!)))
    expect(rows[0]).toMatchObject({ at: deps.now(), actor: 'staff-1', role: 'head', kind: 'terminal', device: null })
    expect([await checkpoints(deps), flawIn(await check(deps))]).toEqual([1, 'whole'])
  })

  it('keeps neither deed nor entry when the deed is refused, and goes on for the others', async () => {
    const { deps } = await emptyLog()
    await deps.db.commit([checkpoint('A')])
    const tried = Array.from({ length: 60 }, (_, n) =>
      deps.audit.commit([checkpoint(n % 4 === 0 ? 'A' : `C${n}`)], [released(n)]),
    )
    const outcomes = await Promise.allSettled(tried)
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []))
    expect(refused).toHaveLength(15)
    for (const cause of refused) expect(cause).toMatchObject({ name: 'Taken', on: 'checkpoint.id' })
    expect([await checkpoints(deps), (await rowsOf(deps)).length]).toEqual([46, 45])
    expect(flawIn(await check(deps))).toBe('whole')
  })

  it('serves whoever tries again in the step in which he was refused', async () => {
    const { deps } = await emptyLog()
    await deps.db.commit([checkpoint('A')])
    const again = async () => {
      try {
        return await deps.audit.commit([checkpoint('A')], [released(1)])
      } catch {
        return deps.audit.commit([checkpoint('B')], [released(2)])
      }
    }
    await again()
    expect([await checkpoints(deps), (await rowsOf(deps)).length]).toEqual([2, 1])
  })

  it('gives up politely when it is overtaken each time, having written nothing', async () => {
    const { deps } = await emptyLog()
    const db: Deps['db'] = { all: (query) => deps.db.all(query), commit: () => Promise.reject(new Taken('audit.seq')) }
    const overtaken = createAudit({ ...deps, db, random: () => new Uint8Array(1), outside: undefined, together: true })
    await expect(overtaken.commit([], [released(1)])).rejects.toMatchObject({ kind: 'unavailable', code: 'DB-01' })
    expect(await rowsOf(deps)).toEqual([])
  })

  it('tells every caller when the database is away', async () => {
    const { deps, db } = await emptyLog()
    db.close()
    const both = await Promise.allSettled([deps.audit.commit([], [released(1)]), deps.audit.commit([], [released(2)])])
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })

  it('takes a thousand concurrent deeds in a few turns of the loop', async () => {
    const { deps } = await emptyLog()
    let turns = 0
    let isCounted = false
    const commit: Deps['db']['commit'] = (writes) => {
      if (!isCounted) turns += 1
      isCounted = true
      setImmediate(() => (isCounted = false))
      return deps.db.commit(writes)
    }
    const db: Deps['db'] = { all: (query) => deps.db.all(query), commit }
    const audit = createAudit({ ...deps, db, outside: undefined, together: true })
    await fill({ ...deps, audit }, 1000)
    expect(turns).toBeLessThan(100)
    expect((await check(deps)).entries).toBe(1000)
  })
})

auditContract('SQLite', async () => logOn(await openMigrated(':memory:')))
