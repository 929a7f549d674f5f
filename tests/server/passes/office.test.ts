import { describe, expect, it } from 'vitest'
import {
  listForeignPasses,
  listPasses,
  passSheet,
  readPassApplication,
  samplePasses,
} from '../../../schema/api/passes.ts'
import { getPass } from '../../../schema/api/trips.ts'
import { tellLatePasses } from '../../../server/usecases/passes-late.ts'
import { refusal, statuses } from '../../kit/refusal.ts'
import { inProvince } from '../../kit/world.ts'
import { flagged, numberOf, passOffice } from './kit.ts'

describe('the pass officer decides what a check has flagged', () => {
  it('issues it: the company has its pass, and the log tells who', async () => {
    const office = await passOffice()
    const applied = await office.applies(flagged)
    const sheet = (await office.decides(applied.application.id, { decision: 'issue' })).as(passSheet)
    const after = await office.follows(applied)
    expect(after).toMatchObject({ application: { state: 'issued' }, pass: { state: 'valid' } })
    expect(sheet.pass?.number).toBe(numberOf(after))
    expect(sheet.history.map(({ deed, by }) => [deed, by])).toEqual([
      ['applied', null],
      ['issued', 'pass-officer 示例'],
    ])
    expect(await office.logged(numberOf(after))).toEqual(['pass-issued'])
  })

  it('declines it: the applicant reads why, and what to do now', async () => {
    const office = await passOffice()
    const applied = await office.applies(flagged)
    const decline = { decision: 'decline', reason: 'route-wrong', note: '卸货地请填武陟县' }
    expect((await office.decides(applied.application.id, decline)).status).toBe(200)
    expect(await office.follows(applied)).toMatchObject({
      pass: null,
      application: {
        state: 'declined',
        declined: {
          zh: '起讫地与运输任务不符',
          next: { zh: expect.stringContaining('重新申请') },
          note: '卸货地请填武陟县',
        },
      },
    })
    expect(await office.logged(applied.application.id)).toEqual(['pass-declined'])
  })

  it('of two officers at once the second is told, and the log tells of one deed', async () => {
    const office = await passOffice()
    const second = await office.staff('pass-officer')
    const { application } = await office.applies(flagged)
    const decline = { decision: 'decline', reason: 'vehicle-wrong' }
    const both = await Promise.all([
      office.decides(application.id, { decision: 'issue' }),
      office.decides(application.id, decline, second.send),
    ])
    expect(statuses(both)).toEqual([200, 409])
    expect(refusal(await office.decides(application.id, decline))).toBe('409 PA-08')
    const { pass } = await office.rows()
    expect([0, 1]).toContain(pass)
  })

  it('goods people live on come first, then the longest waiting, page by page', async () => {
    const office = await passOffice()
    const apply = async (plate: string, cargo: string) => {
      await office.applies({ ...flagged, plate, cargo })
      office.forward(1)
    }
    await apply('浙FX0001', '09')
    await apply('浙FX0002', '08')
    await apply('浙FX0003', '02')
    await apply('浙FX0004', '02')
    const first = await office.waiting('?limit=3')
    const second = await office.waiting(`?limit=3&before=${first.next}`)
    const plates = [...first.items, ...second.items].map(({ plate }) => plate)
    expect(plates).toEqual(['浙FX0003', '浙FX0004', '浙FX0001', '浙FX0002'])
    expect([first.counts, second.next]).toEqual([{ waiting: 4, late: 0 }, null])
  })

  it('after half an hour it is on top and the command hears of it, once', async () => {
    const office = await passOffice()
    await office.applies(flagged)
    office.forward(29)
    await tellLatePasses(office.deps)
    expect([await office.told('pass-late'), (await office.waiting('?show=late')).items]).toEqual([[], []])
    office.forward(1)
    await tellLatePasses(office.deps)
    await tellLatePasses(office.deps)
    expect(await office.told('pass-late')).toEqual(['command', 'pass-officer'])
    expect(await office.waiting('?show=late')).toMatchObject({ items: [{ plate: '浙FX0001' }], counts: { late: 1 } })
  })

  it('sees people masked, and in full for a purpose that stands in the log', async () => {
    const office = await passOffice()
    const { application } = await office.applies()
    const path = `/api/passes/applications/${application.id}`
    expect((await office.officer.send('GET', path)).as(passSheet).application).toMatchObject({
      contact: '赵*',
      phone: '138****0099',
      crew: [{ name: '李*例', idTail: '0031' }],
    })
    const whole = await office.officer.send('POST', `${path}/readings`, { purpose: 'contact' })
    expect(whole.as(readPassApplication.answer)).toEqual({
      contact: '赵例',
      phone: '13800000099',
      crew: [{ name: '李示例', idTail: '0031' }],
    })
    expect(await office.logged(application.id)).toEqual(['pass-read'])
  })
})

describe('revoked for good, suspended for a while (R59, R63)', () => {
  it('suspended, restored, revoked: the sheet tells the story, and the applicant reads where it stands', async () => {
    const office = await passOffice()
    const applied = await office.applies()
    const number = numberOf(applied)
    const deed = async (body: object) => {
      office.forward(1)
      return (await office.stands(number, body)).as(passSheet)
    }
    await deed({ deed: 'suspend', was: 'valid', reason: 'being-checked', note: '电话核实' })
    expect(await office.follows(applied)).toMatchObject({
      pass: { state: 'revoked' },
      standing: { state: 'suspended', zh: '正在核查' },
    })
    await deed({ deed: 'restore', was: 'suspended', reason: 'checked' })
    expect(await office.follows(applied)).toMatchObject({ pass: { state: 'valid' }, standing: null })
    const sheet = await deed({ deed: 'revoke', was: 'valid', reason: 'false-data' })
    expect(sheet.history.map(({ deed: what, reason }) => [what, reason?.zh ?? null])).toEqual([
      ['applied', null],
      ['issued', null],
      ['suspended', '正在核查'],
      ['restored', '核查无误'],
      ['revoked', '申请信息与实际不符'],
    ])
    expect(sheet.may.deeds).toEqual([])
    expect(await office.logged(number)).toEqual(['pass-suspended', 'pass-restored', 'pass-revoked'])
  })

  it.each<[string, object, string]>([
    ['a reason of another deed', { deed: 'restore', was: 'suspended', reason: 'lost' }, '400 PA-12 reason'],
    ['restored though it is valid', { deed: 'restore', was: 'suspended', reason: 'checked' }, '409 PA-13'],
    [
      'revoked as a suspended one though it is valid',
      { deed: 'revoke', was: 'suspended', reason: 'lost' },
      '409 PA-13',
    ],
    ['a reason of the system', { deed: 'revoke', was: 'valid', reason: 'replaced' }, '400 IN-01 reason'],
  ])('%s is refused', async (_, body, expected) => {
    const office = await passOffice()
    expect(refusal(await office.stands(numberOf(await office.applies()), body))).toBe(expected)
  })

  it('revoked is for good, and of two who suspend at once one is told', async () => {
    const office = await passOffice()
    const number = numberOf(await office.applies())
    const suspend = { deed: 'suspend', was: 'valid', reason: 'being-checked' }
    const command = await office.staff('command')
    const both = await Promise.all([office.stands(number, suspend), office.stands(number, suspend, command.send)])
    expect(statuses(both)).toEqual([200, 409])
    await office.stands(number, { deed: 'revoke', was: 'suspended', reason: 'court-or-police' })
    expect(refusal(await office.stands(number, { deed: 'restore', was: 'suspended', reason: 'checked' }))).toBe(
      '409 PA-13',
    )
    expect(await office.logged(number)).toEqual(['pass-suspended', 'pass-revoked'])
  })

  it('at the booth a suspended one gives no lane at once, a restored one does', async () => {
    const office = await passOffice()
    const inspector = await office.inspector('JZ-G01')
    const number = numberOf(await office.applies())
    const seen = async () => (await inspector.lookUp('浙FX0001')).pass?.state
    expect(await seen()).toBe('valid')
    await office.stands(number, { deed: 'suspend', was: 'valid', reason: 'being-checked' })
    expect(await seen()).toBe('revoked')
    await office.stands(number, { deed: 'restore', was: 'suspended', reason: 'checked' })
    expect(await seen()).toBe('valid')
  })
})

const sorted = (...numbers: (string | undefined)[]) => numbers.map(String).toSorted()

describe('what the office finds', () => {
  it('passes by state, number, plate and the beginning of a name', async () => {
    const office = await passOffice()
    const [one, two, three] = [
      await office.applies(),
      await office.applies({ plate: '浙FX0002' }),
      await office.applies({ plate: '浙FX0003', company: '沁河测试物流有限公司', companyCode: '91410800MAXXXX058D' }),
    ].map(numberOf)
    await office.stands(two!, { deed: 'suspend', was: 'valid', reason: 'lost' })
    await office.stands(three!, { deed: 'revoke', was: 'valid', reason: 'lost' })
    const found = async (query: string) => (await office.passes(query)).items.map(({ number }) => number).toSorted()
    expect(await found('show=valid')).toEqual([one])
    expect(await found('show=suspended')).toEqual([two])
    expect(await found('show=revoked')).toEqual([three])
    expect(await found('show=all')).toEqual(sorted(one, two, three))
    expect(await found(`find=${two}`)).toEqual([two])
    expect(await found(`find=${encodeURIComponent('浙F·X0003')}`)).toEqual([three])
    expect(await found(`find=${encodeURIComponent('焦作示例')}`)).toEqual(sorted(one, two))
    office.forward(10 * 24 * 60)
    const later = await office.staff('supervisor')
    const then = async (show: string) =>
      (await later.send('GET', `/api/passes?show=${show}`)).as(listPasses.answer).items.map(({ number }) => number)
    expect([await then('valid'), await then('suspended'), await then('expired')]).toEqual([[], [], [one]])
  })

  it('page by page', async () => {
    const office = await passOffice()
    for (let truck = 0; truck < 5; truck++) {
      await office.applies({ plate: `浙FX000${truck}` })
      office.forward(1)
    }
    const first = await office.passes('limit=3')
    const second = await office.passes(`limit=3&before=${first.next}`)
    expect([...first.items, ...second.items].map(({ plate }) => plate.at(-1))).toEqual(['4', '3', '2', '1', '0'])
    expect(refusal(await office.officer.send('GET', '/api/passes?before=x'))).toBe('400 PA-14 query.before')
  })

  it('some drawn by lot for the check after issue', async () => {
    const office = await passOffice()
    for (let truck = 0; truck < 6; truck++) await office.applies({ plate: `浙FX000${truck}` })
    const drawn = (await office.officer.send('GET', '/api/passes/sample?count=3')).as(samplePasses.answer)
    expect([drawn.issued, drawn.items.length, new Set(drawn.items.map(({ number }) => number)).size]).toEqual([6, 3, 3])
  })

  it('passes of other provinces as they were recorded at the booth 全国互认', async () => {
    const office = await passOffice()
    const inspector = await office.inspector('JZ-G01')
    const foreignPass = {
      issuer: '33',
      number: '330000123456',
      validTo: '2022-05-20T00:00:00+08:00',
      shown: 'number',
    } as const
    await inspector.uploads({ facts: inProvince('浙FX0001'), foreignPass })
    const list = async (query: string) =>
      (await office.officer.send('GET', `/api/foreign-passes${query}`)).as(listForeignPasses.answer).items
    expect(await list('')).toMatchObject([{ plate: '浙FX0001', issuer: '33', number: '330000123456', shown: 'number' }])
    expect(await list(`?plate=${encodeURIComponent('浙F·X0001')}`)).toHaveLength(1)
    expect(await list('?plate=X9999')).toEqual([])
    await inspector.uploads({
      facts: inProvince('浙FX0002'),
      foreignPass: { issuer: '41', shown: 'photo', oldStyle: true },
    })
    expect((await list('')).map(({ oldStyle }) => oldStyle)).toContain(true)
  })
})

describe('a driver who applied on his trip', () => {
  const onTrip = async (office: Awaited<ReturnType<typeof passOffice>>, more: object) => {
    const trip = await office.driver('沪DX0001').registers({ cargo: '09', from: '410823', to: '410823', ...more })
    const applies = async () => (await trip.own('/pass', 'POST', { commitment: true })).as(getPass.answer)
    const id = async () => (await office.waiting()).items[0]?.id ?? ''
    return { ...trip, applies, id }
  }

  it('waits where a check asks for it, is told, and has it when it is issued', async () => {
    const office = await passOffice()
    const trip = await onTrip(office, {})
    const waiting = await trip.applies()
    expect(waiting).toMatchObject({ state: 'waiting', flags: [{ zh: expect.stringContaining('同一县区') }] })
    expect([await trip.applies(), (await office.rows())['pass_application']]).toEqual([waiting, 1])
    await office.decides(await trip.id(), { decision: 'issue' })
    expect((await trip.own('/pass')).body).toMatchObject({ state: 'valid', plate: '沪DX0001' })
    expect(await office.told('pass-decided')).toEqual(['driver'])
  })

  it('declined he reads why, and may apply again', async () => {
    const office = await passOffice()
    const trip = await onTrip(office, {})
    await trip.applies()
    await office.decides(await trip.id(), { decision: 'decline', reason: 'route-wrong' })
    expect((await trip.own('/pass')).body).toMatchObject({
      state: 'declined',
      declined: { zh: '起讫地与运输任务不符' },
    })
    expect(await trip.applies()).toMatchObject({ state: 'waiting' })
  })

  it('after a change of the trip the old application is not issued, and a new one takes its place', async () => {
    const office = await passOffice()
    const trip = await onTrip(office, {})
    await trip.applies()
    const old = await trip.id()
    const { id: _, ...form } = office.driver('沪DX0001').form({ cargo: '09', crew: [{ seat: 0 }] })
    await trip.own('', 'PUT', { ...form, version: 1 })
    expect(refusal(await office.decides(old, { decision: 'issue' }))).toBe('409 PA-09')
    expect(await trip.applies()).toMatchObject({ state: 'valid', from: '310115' })
    expect((await office.waiting()).items).toEqual([])
  })

  it('finds the pass that his company applied for, for this truck and this route', async () => {
    const office = await passOffice()
    const company = await office.applies({ plate: '沪DX0001', from: '310115', to: '410811' })
    const trip = await office.driver('沪DX0001').registers({ cargo: '09' })
    expect((await trip.own('/pass')).body).toMatchObject({ number: numberOf(company), state: 'valid' })
    expect((await trip.own('/pass', 'POST', { commitment: true })).body).toMatchObject({ number: numberOf(company) })
    const other = await office.driver('沪DX0001').registers({ cargo: '09', to: '410822' })
    expect((await other.own('/pass')).status).toBe(404)
  })
})
