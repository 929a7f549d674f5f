import { describe, expect, it } from 'vitest'
import { auditActions } from '../../shared/audit/actions.ts'
import type { AuditAction } from '../../shared/audit/actions.ts'
import { setUpLink } from '../../server/cli/set-up-link.ts'
import { changeStaff } from '../../server/usecases/staff.ts'
import { refusal, statuses } from '../kit/refusal.ts'
import { world } from '../kit/world.ts'
import type { World } from '../kit/world.ts'
import { check, flawIn, rowsOf, run, unlock } from './kit.ts'

/** What the log tells, without when: who, in which role, did what to what, why, and the rest. */
async function told(road: World, ...actions: AuditAction[]) {
  const rows = await rowsOf(road.deps)
  expect(flawIn(await check(road.deps))).toBe('whole')
  return rows
    .filter(({ action }) => actions.length === 0 || actions.includes(action))
    .map(({ actor, role, device, action, subject, reason, detail }) => {
      const rest: unknown = JSON.parse(detail)
      return { by: [actor, role, device], action, subject, reason, rest }
    })
}

const password = 'correct horse battery'

describe('the log tells', () => {
  it('who set the house up', async () => {
    const road = await world()
    const token = (await setUpLink(road.deps))?.split('#setup=')[1]
    const body = { token, login: 'admin', name: '管理示例', password }
    const both = await Promise.all([road.anyone('POST', '/api/setup', body), road.anyone('POST', '/api/setup', body)])
    expect(statuses(both)).toEqual([201, 410])
    const [staff] = await told(road)
    expect(await told(road)).toEqual([
      { by: [staff!.subject, 'link', null], action: 'set-up', subject: staff!.subject, reason: null, rest: {} },
    ])
  })

  it('how a phone came to an inspector, and why it was taken away', async () => {
    const road = await world()
    const { id, head, bound } = await road.inspector('JZ-G01')
    await head.send('POST', `/api/terminals/${bound.terminal}/release`, { reason: '手机损坏,换 13000000001' })
    expect(await told(road)).toEqual([
      {
        by: [head.id, 'head', null],
        action: 'enrolment-made',
        subject: id,
        reason: null,
        rest: { checkpoint: 'JZ-G01', lane: 1 },
      },
      {
        by: [id, 'link', bound.terminal],
        action: 'terminal-bound',
        subject: bound.terminal,
        reason: null,
        rest: { staff: id, checkpoint: 'JZ-G01', lane: 1, segment: null },
      },
      {
        by: [head.id, 'head', null],
        action: 'terminal-released',
        subject: bound.terminal,
        reason: '手机损坏,换 ***0001',
        rest: { staff: id, checkpoint: 'JZ-G01', lane: 1 },
      },
    ])
  })

  it('who was added and changed, without names and passwords', async () => {
    const road = await world()
    const admin = await road.staff('admin')
    const form = { login: 'lishili', name: '李示例', role: 'inspector', checkpoint: 'JZ-G01', password }
    await admin.send('POST', '/api/staff', form)
    expect(refusal(await admin.send('POST', '/api/staff', form))).toBe('409 ST-03 login')
    const [added] = await told(road)
    const { subject } = added!
    await admin.send('PUT', `/api/staff/${subject}`, { name: '李改名', checkpoint: 'JZ-G02', disabled: true })
    const by = [admin.id, 'admin', null]
    expect(await told(road)).toEqual([
      { by, action: 'staff-added', subject, reason: null, rest: { role: 'inspector', checkpoint: 'JZ-G01' } },
      {
        by,
        action: 'staff-changed',
        subject,
        reason: null,
        rest: { name: 'changed', checkpoint: 'JZ-G02', before: 'JZ-G01', disabled: true },
      },
    ])
    expect(JSON.stringify(await rowsOf(road.deps))).not.toMatch(/李|lishili|horse/)
  })

  it('that the last administrator stayed after all', async () => {
    const road = await world()
    const [one, two] = [await road.staff('admin'), await road.staff('admin')]
    const admin = { kind: 'staff', role: 'admin', checkpoint: null, session: '' } as const
    await Promise.allSettled([
      changeStaff(road.deps, { ...admin, staff: one.id }, { id: two.id, disabled: true }),
      changeStaff(road.deps, { ...admin, staff: two.id }, { id: one.id, disabled: true }),
    ])
    expect((await told(road)).map(({ action, subject }) => [action, subject])).toEqual([
      ['staff-changed', two.id],
      ['staff-changed', one.id],
      ['staff-kept', one.id],
    ])
  })

  it('what a checkpoint was and is', async () => {
    const road = await world()
    const admin = await road.staff('admin')
    const body = { name: '柏香站', road: 'G3511', county: '410882', lanes: 2, active: true }
    await admin.send('POST', '/api/checkpoints', { id: 'JZ-G04', ...body })
    await admin.send('PUT', '/api/checkpoints/JZ-G04', { ...body, lanes: 3, active: false })
    const entries = await told(road)
    expect(entries.map(({ action, subject, rest }) => [action, subject, rest])).toEqual([
      ['checkpoint-added', 'JZ-G04', { id: 'JZ-G04', ...body, active: 1, fictional: 0 }],
      ['checkpoint-changed', 'JZ-G04', { lanes: ['2', '3'], active: ['1', '0'] }],
    ])
  })

  it('how many results came in, and nothing of whom', async () => {
    const road = await world()
    const epidemic = await road.staff('epidemic')
    const line = { document: 'id-card', number: '319999198001010031', reportedAt: '2022-05-16T08:00:00+08:00' }
    const items = [
      { ...line, result: 'negative' },
      { ...line, result: 'negative' },
      { ...line, result: 'positive', reportedAt: '2022-05-16T09:00:00+08:00' },
      { ...line, result: 'negative', number: '319999198001010032' },
    ]
    for (const _ of [1, 2]) await epidemic.send('POST', '/api/results', { source: '示例医院', items })
    expect(await told(road)).toEqual([
      {
        by: [epidemic.id, 'epidemic', null],
        action: 'results-taken-in',
        subject: expect.any(String),
        reason: null,
        rest: { source: '示例医院', lines: 4, recorded: 2, positive: 1 },
      },
    ])
    expect(JSON.stringify(await rowsOf(road.deps))).not.toContain('3199991980')
  })

  it('who read an inspection whole; a refused look is none', async () => {
    const road = await world()
    const [here, there] = [await road.inspector('JZ-G01'), await road.inspector('JZ-G02')]
    const [record] = await here.uploads({})
    const supervisor = await road.staff('supervisor')
    await supervisor.send('GET', `/api/inspections/${record?.id}`)
    expect(refusal(await there.head.send('GET', `/api/inspections/${record?.id}`))).toBe('403 MA-01')
    expect(await told(road, 'inspection-read')).toEqual([
      {
        by: [supervisor.id, 'supervisor', null],
        action: 'inspection-read',
        subject: record?.id,
        reason: null,
        rest: { checkpoint: 'JZ-G01' },
      },
    ])
  })

  it('that somebody guesses passwords, each lock once', async () => {
    const road = await world()
    const admin = await road.staff('admin')
    const wrong = (login: string) => road.anyone('POST', '/api/sessions', { login, password: 'wrong' })
    for (let n = 0; n < 12; n += 1) await Promise.all([wrong(admin.login), wrong('13000000001')])
    const entries = await told(road)
    expect(entries.map(({ by, action }) => [by, action])).toEqual(
      [1, 2].map(() => [['anyone', 'anyone', null], 'login-locked']),
    )
    expect(entries.map(({ subject }) => subject)).toContain(admin.id)
    expect(JSON.stringify(entries)).not.toContain('13000000001')
    expect(auditActions['login-locked'].on).toBe('login')
  }, 60_000)
})

it('nothing is done, and nothing read, where the log cannot be written', async () => {
  const road = await world()
  const inspector = await road.inspector('JZ-G01')
  const [record] = await inspector.uploads({})
  await unlock(road.deps)
  await road.db.commit([run("create trigger full before insert on audit begin select raise(abort, 'full'); end")])
  const [admin, before] = [await road.staff('admin'), await road.rows()]
  const release = `/api/terminals/${inspector.bound.terminal}/release`
  for (const [method, path, body] of [
    ['POST', release, { reason: '调岗' }],
    ['GET', `/api/inspections/${record?.id}`, undefined],
  ] as const)
    expect((await admin.send(method, path, body)).status).toBe(500)
  expect(await road.rows()).toEqual(before)
})
