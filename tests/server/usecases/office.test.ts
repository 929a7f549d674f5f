import { describe, expect, it } from 'vitest'
import { scrypt } from '@noble/hashes/scrypt.js'
import { listInspections } from '../../../schema/api/inspections.ts'
import { takeInResults } from '../../../schema/api/office.ts'
import { setUpLink } from '../../../server/cli/set-up-link.ts'
import { changeStaffRow } from '../../../server/store/staff.ts'
import { changeStaff } from '../../../server/usecases/staff.ts'
import { refusal, statuses } from '../../kit/refusal.ts'
import { inProvince, world } from '../../kit/world.ts'

const password = 'correct horse battery'

async function withAdministrator() {
  const road = await world()
  const token = (await setUpLink(road.deps))?.split('#setup=')[1]
  const first = { token, login: 'admin', name: '管理示例', password }
  return { road, first, answer: await road.anyone('POST', '/api/setup', first) }
}

describe('setting up and signing in', () => {
  it('the printed link makes one administrator, signs him in, and is gone', async () => {
    const { road, first, answer } = await withAdministrator()
    expect(answer.status).toBe(201)
    expect(answer.headers.get('set-cookie')).toMatch(/^cx=\w{64}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/)
    expect(refusal(await road.anyone('POST', '/api/setup', { ...first, login: 'second' }))).toBe('410 ST-02 token')
    expect(await setUpLink(road.deps)).toBeUndefined()
    expect((await road.rows())['staff']).toBe(1)
  })

  it('two who use the link at once: one administrator', async () => {
    const road = await world()
    const token = (await setUpLink(road.deps))?.split('#setup=')[1]
    const both = await Promise.all(
      ['one', 'two'].map((login) => road.anyone('POST', '/api/setup', { token, login, name: '示例', password })),
    )
    expect(statuses(both)).toEqual([201, 410])
    expect((await road.rows())['staff']).toBe(1)
  })

  it('signs in for twelve hours, and out', async () => {
    const { road } = await withAdministrator()
    const signed = await road.anyone('POST', '/api/sessions', { login: 'Admin ', password })
    expect(signed.body).toMatchObject({
      staff: { login: 'admin', role: 'admin' },
      expiresAt: '2022-05-16T22:00:00+08:00',
    })
    const cookie = (signed.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    const me = road.sender(() => ({ cookie, 'x-changxing': '1' }))
    expect((await me('GET', '/api/sessions/current')).body).toMatchObject({ staff: { login: 'admin' } })
    road.forward(12 * 60)
    expect(refusal(await me('GET', '/api/sessions/current'))).toBe('401 AU-01')
    road.forward(-60)
    expect((await me('DELETE', '/api/sessions/current')).body).toEqual({ ok: true })
    expect(refusal(await me('GET', '/api/sessions/current'))).toBe('401 AU-01')
  })

  it('tells an unknown login and a wrong password alike, and locks after ten', async () => {
    const road = await world()
    const admin = await road.staff('admin')
    await road.db.commit([changeStaffRow(admin.id, { password_hash: cheapHash(password) })])
    const sign = (login: string, tried: string) => road.anyone('POST', '/api/sessions', { login, password: tried })
    const wrong = [await sign('nobody', password), await sign(admin.login, 'wrong')]
    expect(wrong.map(refusal)).toEqual(['401 ST-01', '401 ST-01'])
    expect(wrong[0]?.body).toEqual(wrong[1]?.body)
    for (let more = 0; more < 9; more += 1) await sign(admin.login, 'wrong')
    const locked = await sign(admin.login, password)
    expect([refusal(locked), locked.headers.get('retry-after')]).toEqual(['429 LI-01', '900'])
    road.forward(15)
    expect((await sign(admin.login, password)).status).toBe(201)
  })

  it('many guesses at once are ten, whoever is in time', async () => {
    const road = await world()
    const admin = await road.staff('admin')
    await road.db.commit([changeStaffRow(admin.id, { password_hash: cheapHash(password) })])
    const guess = () => road.anyone('POST', '/api/sessions', { login: admin.login, password: 'wrong' })
    const told = statuses(await Promise.all(Array.from({ length: 25 }, guess)))
    expect([told.filter((status) => status === 401).length, told.at(-1)]).toEqual([10, 429])
  })
})

/** The server's own hash takes a fifth of a second on purpose; it checks one that is quickly made as well. */
function cheapHash(text: string): string {
  const salt = new Uint8Array(16)
  const hash = scrypt(text, salt, { N: 16, r: 8, p: 1, dkLen: 32 })
  return `scrypt$16$8$1$${Buffer.from(salt).toString('base64url')}$${Buffer.from(hash).toString('base64url')}`
}

describe('staff', () => {
  it('an administrator adds people; a login is taken once; heads and inspectors belong somewhere', async () => {
    const road = await world()
    const admin = await road.staff('admin')
    const add = (more: object) =>
      admin.send('POST', '/api/staff', {
        login: 'lishili',
        name: '李示例',
        role: 'inspector',
        checkpoint: 'JZ-G01',
        password,
        ...more,
      })
    expect((await add({})).body).toMatchObject({
      login: 'lishili',
      role: 'inspector',
      checkpoint: 'JZ-G01',
      terminal: null,
      disabled: false,
    })
    expect(refusal(await add({}))).toBe('409 ST-03 login')
    expect(refusal(await add({ checkpoint: undefined }))).toBe('400 ST-05 checkpoint')
    expect(refusal(await add({ checkpoint: 'JZ-X99' }))).toBe('400 TR-08 checkpoint')
    expect((await admin.send('GET', '/api/staff')).body).toMatchObject({ items: [{}, { login: 'lishili' }] })
  })

  it('the last administrator stays, even when two disable each other at once', async () => {
    const road = await world()
    const [one, two] = [await road.staff('admin'), await road.staff('admin')]
    const asAdmin = { kind: 'staff', role: 'admin', checkpoint: null, session: '' } as const
    const both = await Promise.allSettled([
      changeStaff(road.deps, { ...asAdmin, staff: one.id }, { id: two.id, disabled: true }),
      changeStaff(road.deps, { ...asAdmin, staff: two.id }, { id: one.id, disabled: true }),
    ])
    expect(both).toMatchObject([{ status: 'fulfilled' }, { status: 'rejected', reason: { code: 'ST-04' } }])
    expect(refusal(await one.send('PUT', `/api/staff/${one.id}`, { disabled: true }))).toBe('409 ST-04 disabled')
    expect((await one.send('GET', '/api/staff')).body).toMatchObject({
      items: [
        { id: one.id, disabled: false },
        { id: two.id, disabled: true },
      ],
    })
  })

  it('disabling ends the session and stops the phone; enabling brings the phone back', async () => {
    const road = await world()
    const admin = await road.staff('admin')
    const inspector = await road.inspector('JZ-G01')
    await admin.send('PUT', `/api/staff/${inspector.id}`, { disabled: true })
    expect(refusal(await inspector.send('GET', '/api/sessions/current'))).toBe('401 AU-01')
    expect(refusal(await inspector.call('POST', '/api/bundle', { have: [] }))).toBe('401 AU-07')
    await admin.send('PUT', `/api/staff/${inspector.id}`, { disabled: false })
    expect((await inspector.call('POST', '/api/bundle', { have: [] })).status).toBe(200)
  })

  it('nobody is moved while his phone is bound', async () => {
    const road = await world()
    const admin = await road.staff('admin')
    const inspector = await road.inspector('JZ-G01')
    const move = (checkpoint: string | null) => admin.send('PUT', `/api/staff/${inspector.id}`, { checkpoint })
    expect(refusal(await move('JZ-G02'))).toBe('409 ST-07 checkpoint')
    expect(refusal(await move(null))).toBe('400 ST-05 checkpoint')
    await admin.send('POST', `/api/terminals/${inspector.bound.terminal}/release`, { reason: '调岗' })
    expect((await move('JZ-G02')).body).toMatchObject({ checkpoint: 'JZ-G02', terminal: null })
    expect(refusal(await admin.send('PUT', `/api/staff/${crypto.randomUUID()}`, { name: 'x' }))).toBe(
      '404 ST-06 path.id',
    )
  })
})

it('checkpoints: anybody sees them, an administrator adds and changes', async () => {
  const road = await world()
  const admin = await road.staff('admin')
  const body = { name: '柏香站', road: 'G3511', county: '410882', lanes: 2, active: true }
  expect((await admin.send('POST', '/api/checkpoints', { id: 'JZ-G04', ...body })).body).toMatchObject({
    id: 'JZ-G04',
    fictional: false,
    place: null,
  })
  expect(refusal(await admin.send('POST', '/api/checkpoints', { id: 'JZ-G04', ...body }))).toBe('409 CP-02 id')
  expect(refusal(await admin.send('PUT', '/api/checkpoints/JZ-G04', { ...body, county: '419999' }))).toBe(
    '400 CP-03 county',
  )
  expect(refusal(await admin.send('PUT', '/api/checkpoints/JZ-X99', body))).toBe('404 CP-01 path.id')
  expect((await admin.send('PUT', '/api/checkpoints/JZ-G04', { ...body, active: false })).body).toMatchObject({
    active: false,
  })
  expect((await road.anyone('GET', '/api/checkpoints')).body).toMatchObject({
    items: [{}, {}, { id: 'JZ-G04', active: false }],
  })
})

describe('results 核酸结果', () => {
  const number = '319999198001010031'
  it('answers each line; the same again is harmless', async () => {
    const road = await world()
    const epidemic = await road.staff('epidemic')
    const line = { document: 'id-card', number, result: 'negative', reportedAt: '2022-05-16T08:00:00+08:00' }
    const items = [
      line,
      line,
      { ...line, number: '319999198001010032' },
      { ...line, sampledAt: '2022-05-16T09:00:00+08:00' },
      { ...line, reportedAt: '2022-05-16T10:03:00+08:00' },
      { document: 'id-card', number, result: 'negative' },
      { document: 'id-card', number, result: 'pending', sampledAt: '2022-05-16T09:00:00+08:00' },
      { document: 'passport', number: 'E12345678', result: 'positive' },
    ]
    const send = async () => {
      const answer = await epidemic.send('POST', '/api/results', { source: '示例医院', items })
      const { results } = answer.as(takeInResults.answer)
      return results.map(({ status, error }) => (error === null ? status : `${error.code} ${error.path}`))
    }
    const refused = [
      'I-16 items.2.number',
      'RE-01 items.3.reportedAt',
      'RE-02 items.4.reportedAt',
      'RE-03 items.5.reportedAt',
    ]
    expect(await send()).toEqual(['recorded', 'already', ...refused, 'recorded', 'recorded'])
    expect(await send()).toEqual(['already', 'already', ...refused, 'already', 'already'])
    const rows = await road.rows()
    expect([rows['health_result'], rows['listed_person']]).toEqual([3, 1])
  })
})

describe('the ledger 台账', () => {
  const page = async (send: Awaited<ReturnType<Awaited<ReturnType<typeof world>>['staff']>>['send'], query: string) => {
    return (await send('GET', `/api/inspections?${query}`)).as(listInspections.answer)
  }

  it('pages newest first without a gap or a double, also within one millisecond', async () => {
    const road = await world()
    const inspector = await road.inspector('JZ-G01')
    for (let n = 0; n < 3; n += 1) {
      await inspector.uploads(...Array.from({ length: 5 }, (_, i) => ({ facts: inProvince(`豫H${n}000${i}`) })))
      road.forward(1)
    }
    const { send } = await road.staff('dispatcher')
    const seen: string[] = []
    let next: string | null = ''
    while (next !== null) {
      const got = await page(send, `limit=4${next === '' ? '' : `&before=${next}`}`)
      seen.push(...got.items.map(({ plate }) => plate))
      next = got.next
    }
    expect([seen.length, new Set(seen).size, seen[0]?.slice(0, 3), seen.at(-1)?.slice(0, 3)]).toEqual([
      15,
      15,
      '豫H2',
      '豫H0',
    ])
  })

  it('filters by checkpoint, part of a plate, row and Beijing day', async () => {
    const road = await world()
    const [here, there] = [await road.inspector('JZ-G01'), await road.inspector('JZ-G02')]
    await here.uploads({ facts: inProvince('豫HX0001') }, { facts: { ...inProvince('豫HX0002'), freightCode: 'grey' } })
    await there.uploads({ facts: inProvince('沪DX0001'), madeAt: '2022-05-15T23:59:00+08:00' })
    const { send } = await road.staff('supervisor')
    const plates = async (query: string) => (await page(send, query)).items.map(({ plate }) => plate).sort()
    expect(await plates('')).toEqual(['沪DX0001', '豫HX0001', '豫HX0002'])
    expect(await plates('checkpoint=JZ-G02')).toEqual(['沪DX0001'])
    expect(await plates('plate=x·00')).toEqual(['沪DX0001', '豫HX0001', '豫HX0002'])
    expect(await plates(`plate=${encodeURIComponent('豫h·x')}`)).toEqual(['豫HX0001', '豫HX0002'])
    expect(await plates('row=V6')).toEqual(['豫HX0002'])
    expect(await plates('day=2022-05-15')).toEqual(['沪DX0001'])
    expect(await plates('day=2022-05-16')).toEqual(['豫HX0001', '豫HX0002'])
    expect(refusal(await send('GET', '/api/inspections?before=yesterday'))).toBe('400 RC-13 query.before')
  })

  it('filters by its two marks: judged without a network, judged otherwise than here', async () => {
    const road = await world()
    const here = await road.inspector('JZ-G01')
    const verdict = { row: 'V1', outcome: 'hold-medical', edition: 'of the phone' }
    await here.uploads(
      { facts: inProvince('豫HX0001') },
      { facts: inProvince('豫HX0002'), offline: true },
      { facts: inProvince('豫HX0003'), verdict },
      { facts: inProvince('豫HX0004'), verdict, offline: true },
    )
    const { send } = await road.staff('supervisor')
    const plates = async (query: string) =>
      (await page(send, query)).items.map(({ plate }) => Number(plate.at(-1))).sort((a, b) => a - b)
    expect(await plates('offline=true')).toEqual([2, 4])
    expect(await plates('offline=false')).toEqual([1, 3])
    expect(await plates('agrees=false')).toEqual([3, 4])
    expect(await plates('agrees=false&offline=true&checkpoint=JZ-G01&day=2022-05-16')).toEqual([4])
    expect(refusal(await send('GET', '/api/inspections?offline=yes'))).toBe('400 IN-01 query.offline')
  })

  it('a head sees his own checkpoint only', async () => {
    const road = await world()
    const [here, there] = [await road.inspector('JZ-G01'), await road.inspector('JZ-G02')]
    const [mine] = await here.uploads({})
    const [other] = await there.uploads({})
    expect((await page(here.head.send, '')).items.map(({ checkpoint }) => checkpoint)).toEqual(['JZ-G01'])
    expect(refusal(await here.head.send('GET', '/api/inspections?checkpoint=JZ-G02'))).toBe('403 MA-01')
    expect((await here.head.send('GET', `/api/inspections/${mine?.id}`)).status).toBe(200)
    expect(refusal(await here.head.send('GET', `/api/inspections/${other?.id}`))).toBe('403 MA-01')
    expect(refusal(await here.head.send('GET', `/api/inspections/${crypto.randomUUID()}`))).toBe('404 RC-12 path.id')
  })
})
