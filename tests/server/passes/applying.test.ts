import { describe, expect, it } from 'vitest'
import { foodCompany } from '../../kit/specimens-passes.ts'
import { refusal, statuses } from '../../kit/refusal.ts'
import { flagged, numberOf, passOffice } from './kit.ts'

const valuesIn = (json: unknown): string[] =>
  typeof json === 'object' && json !== null ? Object.values(json).flatMap(valuesIn) : [String(json)]

describe('a company applies for a pass 通行证 (R58, R59)', () => {
  it('has it at once: twelve digits, ten days, its route, and the same when it asks again', async () => {
    const office = await passOffice()
    const form = office.form()
    const first = await office.applies(form)
    expect(first).toMatchObject({
      application: { state: 'issued', flags: [], declined: null, department: { id: 'agriculture' } },
      pass: { state: 'valid', plate: '浙FX0001', from: '330402', to: '410823', validTo: '2022-05-26T10:00:00+08:00' },
      standing: null,
    })
    expect(numberOf(first)).toMatch(/^410800\d{6}$/)
    expect(await office.applies(form)).toEqual(first)
    expect(await office.follows(first)).toEqual({ application: first.application, pass: first.pass, standing: null })
    expect((await office.rows())['pass']).toBe(1)
  })

  it('twice at once is once', async () => {
    const office = await passOffice()
    const form = office.form()
    const [one, two] = await Promise.all([office.applies(form), office.applies(form)])
    expect([two, (await office.rows())['pass']]).toEqual([one, 1])
  })

  it.each<[string, object, string]>([
    ['without the commitment', { commitment: false }, '422 PA-17 commitment'],
    ['where nothing is said of one', { commitment: undefined }, '422 PA-17 commitment'],
    ['a company code that does not add up', { companyCode: '91410800MAXXXX0151' }, '400 I-34 companyCode'],
    ['a telephone number too short', { phone: '1380000' }, '400 I-42 phone'],
    ['goods that need no pass', { cargo: '99' }, '400 IN-01 cargo'],
    ['a county that does not exist', { to: '419999' }, '400 TR-07 to'],
    ['nobody on board', { crew: [] }, '400 IN-01 crew'],
    [
      'in place of a pass whose key is another',
      { replaces: { application: crypto.randomUUID(), key: 'x'.repeat(43) } },
      '400 PA-05 replaces.key',
    ],
  ])('%s it is refused, naming the field', async (_, more, expected) => {
    const office = await passOffice()
    expect(refusal(await office.tries(more))).toBe(expected)
    expect((await office.rows())['pass_application']).toBe(0)
  })

  it('another form under the same id is not taken for it', async () => {
    const office = await passOffice()
    const { application } = await office.applies()
    expect(refusal(await office.tries({ id: application.id, plate: '浙FX0009' }))).toBe('409 PA-03 id')
  })

  it('a wrong key and an application that is not there are told alike, and a trip is not opened by either', async () => {
    const office = await passOffice()
    const { application, key } = await office.applies()
    const trip = await office.driver('沪DX0001').registers({ cargo: '09' })
    await trip.own('/pass', 'POST', { commitment: true })
    const asks = (id: string, with_: string) =>
      office.anyone('POST', `/api/passes/applications/${id}/outcome`, { key: with_ })
    const answers = [
      await asks(application.id, trip.key),
      await asks(crypto.randomUUID(), key),
      await asks(trip.trip.id, trip.key),
    ]
    expect(answers.map(refusal)).toEqual(Array(3).fill('404 PA-04'))
    // The id is the applicant's to choose: that of a trip gives no key to it.
    const taken = await office.applies({ id: trip.trip.id })
    expect(taken.key).not.toBe(trip.key)
  })

  it('there is no quota: the fortieth truck of a company has its pass as the first', async () => {
    const office = await passOffice()
    for (let truck = 0; truck < 40; truck++) {
      const plate = `浙FX${String(1000 + truck)}`
      expect((await office.applies({ plate })).application.state).toBe('issued')
    }
  })

  it('only who speaks for it is told: nothing of the company or its people stands in the code', async () => {
    const office = await passOffice()
    const { pass } = await office.applies()
    const claims = Buffer.from(pass?.token.split('.')[1] ?? '', 'base64url').toString()
    for (const secret of [foodCompany.company, foodCompany.companyCode, '赵例', '李示例', '13800000099'])
      expect(claims).not.toContain(secret)
    // Four digits may stand by chance in a number that was drawn; as a value of their own they may not.
    expect(valuesIn(JSON.parse(claims))).not.toContain('0031')
    const kept = JSON.stringify(
      await office.db.all({ sql: 'select * from pass_application', parameters: [], query: {} } as never),
    )
    for (const sealed of ['赵例', '李示例', '13800000099']) expect(kept).not.toContain(sealed)
  })
})

describe('what a check finds is looked at by a person, and nobody is refused', () => {
  it.each<[string, object, string[]]>([
    ['a plate nobody knows', { plate: 'WJ豫12345' }, ['plate-unknown']],
    ['one county', flagged, ['same-county']],
  ])('%s', async (_, more, flags) => {
    const office = await passOffice()
    const answer = await office.applies(more)
    expect(answer.application).toMatchObject({ state: 'waiting', answerBy: '2022-05-16T10:30:00+08:00' })
    expect([answer.application.flags.map(({ id }) => id), answer.pass]).toEqual([flags, null])
    expect(await office.told('pass-waits')).toEqual(['pass-officer'])
  })

  it('one truck, one route: another company’s pass for another route asks for a person, for the same route not', async () => {
    const office = await passOffice()
    await office.applies()
    const other = { company: '沁河测试物流有限公司', companyCode: '91410800MAXXXX058D' }
    expect((await office.applies(other)).application.state).toBe('issued')
    const elsewhere = await office.applies({ ...other, to: '410822' })
    expect(elsewhere.application.flags.map(({ id }) => id)).toEqual(['another-route'])
  })

  it('a false commitment is remembered 180 days, of the truck and of the company', async () => {
    const office = await passOffice()
    const { pass } = await office.applies()
    await office.stands(pass?.number ?? '', { deed: 'revoke', was: 'valid', reason: 'false-commitment' })
    const flags = async (more: object) => (await office.applies(more)).application.flags.map(({ id }) => id)
    const other = { company: '沁河测试物流有限公司', companyCode: '91410800MAXXXX058D' }
    expect(await flags({ plate: '浙FX0002' })).toEqual(['commitment-broken'])
    expect(await flags(other)).toEqual(['commitment-broken'])
    expect(await flags({ ...other, plate: '浙FX0003' })).toEqual([])
    office.forward(180 * 24 * 60)
    expect(await flags({})).toEqual([])
  })
})

describe('another plate, crew or route: the pass is re-issued and linked 换发', () => {
  it('the old one is void, the new one stands in its place, and the old key shows it', async () => {
    const office = await passOffice()
    const old = await office.applies()
    const replaces = { application: old.application.id, key: old.key }
    const fresh = await office.applies({ to: '410822', replaces })
    expect(fresh).toMatchObject({ application: { state: 'issued' }, pass: { state: 'valid', to: '410822' } })
    expect((await office.follows(old)).pass).toEqual(fresh.pass)
    const { chain, history, pass } = await office.sheet(numberOf(old))
    expect(chain.map(({ number, state }) => [number, state])).toEqual([
      [numberOf(old), 'revoked'],
      [numberOf(fresh), 'valid'],
    ])
    expect(pass).toMatchObject({ replacedBy: numberOf(fresh), reason: { zh: '已换发新证' } })
    expect(history.map(({ deed }) => deed)).toEqual(['applied', 'issued', 'replaced'])
  })

  it('again and again, by the first key', async () => {
    const office = await passOffice()
    const first = await office.applies()
    const replaces = { application: first.application.id, key: first.key }
    await office.applies({ plate: '浙FX0002', replaces })
    const third = await office.applies({ plate: '浙FX0003', replaces })
    expect((await office.sheet(numberOf(third))).chain.map(({ plate }) => plate)).toEqual([
      '浙FX0001',
      '浙FX0002',
      '浙FX0003',
    ])
  })

  it('two at once replace it once', async () => {
    const office = await passOffice()
    const { application, key } = await office.applies()
    const replaces = { application: application.id, key }
    const both = await Promise.all([office.tries({ replaces, to: '410822' }), office.tries({ replaces, to: '410821' })])
    expect(statuses(both)).toEqual([201, 409])
  })

  it('a suspended one is not got round that way', async () => {
    const office = await passOffice()
    const old = await office.applies()
    await office.stands(numberOf(old), { deed: 'suspend', was: 'valid', reason: 'being-checked' })
    const replaces = { application: old.application.id, key: old.key }
    expect(refusal(await office.tries({ replaces }))).toBe('409 PA-07')
    expect((await office.applies()).application.flags.map(({ id }) => id)).toEqual(['pass-suspended'])
  })
})
