import { describe, expect, it } from 'vitest'
import { sql as raw } from 'kysely'
import { checkAudit, exportAudit, listAuditActors, searchAudit } from '../../../schema/api/audit.ts'
import type { AuditEntry } from '../../../shared/audit/entry.ts'
import { sql } from '../../../server/store/db.ts'
import { searchAudit as search } from '../../../server/usecases/audit-log.ts'
import { refusal } from '../../kit/refusal.ts'
import { world } from '../../kit/world.ts'

const run = (text: string) => raw.raw<object>(text).compile(sql)
const head = { id: 'somebody', role: 'head', device: null }
const released = (n: number, more: Partial<AuditEntry> = {}): AuditEntry => ({
  by: head,
  action: 'terminal-released',
  subject: `terminal-${n}`,
  reason: `换班 ${n}`,
  ...more,
})

/** A supervisor, and a log of `count` releases, a minute apart. */
async function city(count: number, entry: (n: number) => Partial<AuditEntry> = () => ({})) {
  const road = await world()
  const supervisor = await road.staff('supervisor')
  for (let n = 1; n <= count; n++) {
    await road.deps.audit.commit([], [released(n, entry(n))])
    road.forward(1)
  }
  const asks = async (query: Record<string, string> = {}) =>
    (await supervisor.send('GET', `/api/audit?${new URLSearchParams(query)}`)).as(searchAudit.answer)
  const seqs = async (query: Record<string, string>) => (await asks(query)).items.map(({ seq }) => seq)
  return { road, supervisor, asks, seqs }
}

describe('the log searched', () => {
  it('newest first, page by page, none twice and none left out', async () => {
    const { asks } = await city(7)
    const seen: number[] = []
    let before: string | null | undefined
    do {
      const page = await asks({ limit: '3', ...(before == null ? {} : { before }) })
      seen.push(...page.items.map(({ seq }) => seq))
      before = page.next
    } while (before !== null)
    expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1])
  })

  it.each<[Record<string, string>, number[]]>([
    [{ actor: 'other' }, [6, 4, 2]],
    [{ role: 'admin' }, [6, 4, 2]],
    [{ action: 'staff-changed' }, [6, 3]],
    [{ kind: 'terminal' }, [5, 4, 2, 1]],
    [{ subject: 'terminal-5' }, [5]],
    [{ words: '换班' }, [5, 4, 2, 1]],
    [{ words: 'LOST' }, [6, 3]],
    [{ from: '2022-05-16T10:02:00+08:00', until: '2022-05-16T10:04:00+08:00' }, [4, 3]],
    [{ actor: 'other', action: 'staff-changed', words: 'lost' }, [6]],
    [{ actor: 'other', subject: 'terminal-5' }, []],
  ])('%j', async (query, found) => {
    const { seqs } = await city(6, (n) => ({
      ...(n % 2 === 0 ? { by: { id: 'other', role: 'admin', device: null } } : {}),
      ...(n % 3 === 0 ? { action: 'staff-changed', reason: 'Lost phone' } : {}),
    }))
    expect(await seqs(query)).toEqual(found)
  })

  it('a number of a person that is asked for is found by its last four, as it is kept', async () => {
    const { seqs } = await city(3, (n) => (n === 2 ? { reason: '司机 319999198001010031 来电' } : {}))
    expect(await seqs({ words: '319999198001010031' })).toEqual([2])
    expect(await seqs({ words: '319999198001010' })).toEqual([])
  })

  it('names staff and checkpoints, and says what a part of the system did', async () => {
    const { road, supervisor, asks } = await city(0)
    const admin = await road.staff('admin')
    await road.deps.audit.commit(
      [],
      [
        { by: { id: admin.id, role: 'admin', device: null }, action: 'staff-changed', subject: supervisor.id },
        {
          by: { id: 'command-line', role: 'system', device: null },
          action: 'checkpoint-changed',
          subject: 'JZ-G01',
          detail: { lanes: 3 },
        },
      ],
    )
    const { items } = await asks()
    expect(items.map(({ actor, role, subject, detail }) => [actor.name, role, subject.name, detail])).toEqual([
      [null, 'system', 'JZ-G01 站', { lanes: 3 }],
      ['admin 示例', 'admin', 'supervisor 示例', {}],
    ])
    const actors = (await supervisor.send('GET', '/api/audit/actors')).as(listAuditActors.answer).items
    expect(actors).toEqual([
      { id: 'command-line', name: null, role: null },
      { id: admin.id, name: 'admin 示例', role: 'admin' },
    ])
  })

  it('looks at no more than so many entries a page, and goes on from there', async () => {
    const { road, supervisor } = await city(0)
    const many = `with recursive n(i) as (select 1 union all select i + 1 from n where i < 20050)
      insert into audit select i, 1652666400000, 'x', 'head', null, 'terminal-released', 'terminal', 'y',
      iif(i = 11, '遗失', '换班'), '{}', '', '' from n`
    await road.db.commit([run('drop trigger audit_follows'), run(many)])
    const asker = { kind: 'staff', staff: supervisor.id, role: 'supervisor', checkpoint: null, session: '' } as const
    const near = await search(road.deps, asker, { words: '遗失' })
    expect([near.items.length, near.next]).toEqual([0, expect.stringMatching(/_51$/)])
    const far = await search(road.deps, asker, { words: '遗失', before: near.next! })
    expect([far.items.map(({ seq }) => seq), far.next]).toEqual([[11], null])
  })

  it('refuses a place that is none', async () => {
    const { supervisor } = await city(1)
    expect(refusal(await supervisor.send('GET', '/api/audit?before=x'))).toBe('400 AL-01 query.before')
    expect(refusal(await supervisor.send('GET', '/api/audit?action=invented'))).toBe('400 IN-01 query.action')
  })

  it('is read without a trace', async () => {
    const { road, asks } = await city(2)
    const before = await road.rows()
    await asks({ words: '换班' })
    expect(await road.rows()).toEqual(before)
  })
})

describe('the log taken out of the house', () => {
  it('gives what fits, and keeps who took it, what and why', async () => {
    const { supervisor, asks } = await city(4)
    const wish = { words: '换班 ', until: '2022-05-16T10:02:00+08:00', reason: '市纪委调阅' }
    const answer = (await supervisor.send('POST', '/api/audit/exports', wish)).as(exportAudit.answer)
    expect([answer.items.map(({ seq }) => seq), answer.complete]).toEqual([[2, 1], true])
    const [told] = (await asks()).items
    expect(told).toMatchObject({
      action: 'log-exported',
      actor: { id: supervisor.id },
      reason: '市纪委调阅',
      detail: { words: '换班', entries: 2 },
    })
  })
  it('not without a reason', async () => {
    const { road, supervisor } = await city(1)
    const before = await road.rows()
    expect(refusal(await supervisor.send('POST', '/api/audit/exports', { reason: ' ' }))).toBe('400 IN-01 reason')
    expect(await road.rows()).toEqual(before)
  })
})

describe('the chain checked from the office', () => {
  const checks = async (of: Awaited<ReturnType<typeof city>>, query = '') =>
    (await of.supervisor.send('GET', `/api/audit/check${query}`)).as(checkAudit.answer)

  it('an empty log, a signed one, and one whose end is not signed yet', async () => {
    const of = await city(0)
    expect(await checks(of)).toEqual({ entries: 0, lastAt: null, head: null, checked: { from: 1, to: 0 }, flaw: null })
    await of.road.deps.audit.commit([], [released(1)])
    await of.road.deps.audit.signHead()
    await of.road.deps.audit.commit([], [released(2)])
    const { entries, head, checked, flaw } = await checks(of)
    const signer = await of.road.deps.keyring.signer('audit')
    expect([entries, head, checked, flaw]).toEqual([
      2,
      { seq: 1, at: '2022-05-16T10:00:00+08:00', key: signer.kid },
      { from: 1, to: 2 },
      null,
    ])
  })

  it('part after part makes the whole, and finds what is wrong where it is', async () => {
    const of = await city(6)
    await of.road.deps.audit.signHead()
    await of.road.db.commit([run('drop trigger audit_is_not_changed')])
    expect((await checks(of)).flaw).toMatchObject({ kind: 'unlocked' })
    await of.road.db.commit([run(`update audit set reason = '别的' where seq = 3`)])
    expect((await checks(of, '?after=0')).flaw).toMatchObject({
      kind: 'altered',
      seq: 3,
      at: '2022-05-16T10:02:00+08:00',
      zh: '第 3 条被改动',
      en: 'entry 3 was altered',
    })
    expect((await checks(of, '?after=3')).flaw).toMatchObject({ kind: 'unlocked' })
    expect((await checks(of, '?after=99')).flaw).toMatchObject({ kind: 'missing', seq: 99 })
  })

  it('a tail that was cut off, and a head that was forged', async () => {
    const of = await city(4)
    await of.road.deps.audit.signHead()
    for (const trigger of ['audit_is_not_deleted', 'audit_head_is_not_changed'])
      await of.road.db.commit([run(`drop trigger ${trigger}`)])
    await of.road.db.commit([run('delete from audit where seq > 2')])
    expect((await checks(of)).flaw).toMatchObject({ kind: 'cut', seq: 3 })
    await of.road.db.commit([run(`update audit_head set seq = 2`)])
    expect((await checks(of)).flaw?.kind).toBe('rewritten')
    await of.road.db.commit([run(`update audit_head set mac = (select mac from audit where seq = 2)`)])
    expect((await checks(of)).flaw).toMatchObject({ kind: 'bad-head', seq: 2 })
  })
})
