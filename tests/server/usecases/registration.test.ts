import { describe, expect, it } from 'vitest'
import { sql as raw } from 'kysely'
import { registerTrip } from '../../../schema/api/trips.ts'
import { sql } from '../../../server/store/db.ts'
import { beijingIso, hour, plus } from '../../../shared/instant.ts'
import { driving, escorting, li, wang, zhang } from '../../kit/people.ts'
import { refusal, statuses } from '../../kit/refusal.ts'
import { world } from '../../kit/world.ts'

describe('registering a trip', () => {
  it('gives a number of twelve digits, a key, and masks what it shows', async () => {
    const road = await world()
    const { trip, code } = await road.driver('沪D·X0001').registers({ crew: [driving(li), escorting(wang)] })
    expect(trip.number).toMatch(/^\d{4} \d{4} \d{4}$/)
    expect(trip).toMatchObject({
      state: 'registered',
      scope: 'cross-province',
      plate: '沪DX0001',
      version: 1,
      early: false,
    })
    expect(trip.crew[0]).toEqual({
      seat: 0,
      role: 'driver',
      name: '李*例',
      document: 'id-card',
      number: '3199**********0031',
      phone: '130****0002',
    })
    expect(trip.endsAt).toBe('2022-05-19T11:00:00+08:00')
    expect(code).toMatchObject({ state: 'grey', why: 'no-test', healthData: 'fresh' })
  })

  it.each([
    ['in-province', '410702', [], '410811'],
    ['cross-province', '410702', [{ region: '310115' }], '410811'],
    ['cross-province', '310115', [], '410811'],
    ['in-province', '419001', [], '410871'],
  ])('%s when it goes from %s by %j to %s, whatever the plate', async (scope, from, via, to) => {
    const road = await world()
    expect((await road.driver('沪DX0001').registers({ from, via, to })).trip.scope).toBe(scope)
    expect((await road.driver('豫HX0001').registers({ from, via, to })).trip.scope).toBe(scope)
  })

  it.each([
    ['an hour ahead', 1, false],
    ['23 h 59 ahead', 24 - 1 / 60, false],
    ['24 h ahead', 24, true],
  ])('%s is taken; early only counts', async (_title, hours, early) => {
    const road = await world()
    const eta = beijingIso(plus(road.clock.now(), hours * hour))
    expect((await road.driver('沪DX0001').registers({ eta })).trip.early).toBe(early)
  })

  it.each([
    ['an arrival 61 minutes back', { eta: '2022-05-16T08:59:00+08:00' }, '400 TR-05 eta'],
    ['an arrival 31 days ahead', { eta: '2022-06-16T10:00:00+08:00' }, '400 TR-06 eta'],
    ['30 February', { eta: '2022-02-30T10:00:00+08:00' }, '400 IN-01 eta'],
    ['a region that is none', { from: '419999' }, '400 TR-07 from'],
    ['a stop that is none', { via: [{ region: '310115' }, { region: '999999' }] }, '400 TR-07 via.1.region'],
    ['a checkpoint that is none', { checkpoint: 'JZ-X99' }, '400 TR-08 checkpoint'],
    ['a plate of stars', { plate: '****' }, '400 I-03 plate'],
    [
      'an ID with a wrong check',
      { crew: [driving({ ...li, number: '319999198001010032' })] },
      '400 I-16 crew.0.number',
    ],
    [
      'a second person with a bad phone',
      { crew: [driving(li), escorting({ ...wang, phone: '1234567' })] },
      '400 I-42 crew.1.phone',
    ],
    ['the same person twice', { crew: [driving(li), escorting(li)] }, '400 TR-11 crew.1.number'],
    ['no commitment', { commitment: false }, '400 IN-01 commitment'],
    ['an empty crew', { crew: [] }, '400 IN-01 crew'],
  ])('%s is refused with its place, and nothing is kept', async (_title, more, answer) => {
    const road = await world()
    const before = await road.rows()
    expect(refusal(await road.anyone('POST', '/api/trips', road.driver('沪DX0001').form(more)))).toBe(answer)
    expect(await road.rows()).toEqual(before)
  })

  it('an unknown form of plate warns and goes on', async () => {
    const road = await world()
    const { warnings, trip } = await road.driver('WJ0112345').registers()
    expect([trip.plate, warnings.map(({ code, path }) => `${code} ${path}`)]).toEqual(['WJ0112345', ['I-04 plate']])
  })

  it('the same form again is the same trip; another form under that id is refused', async () => {
    const road = await world()
    const form = road.driver('沪DX0001').form()
    const send = (body: object) => road.anyone('POST', '/api/trips', body)
    const both = await Promise.all([send(form), send({ ...form })])
    const [first, second] = both.map((answer) => answer.as(registerTrip.answer).trip.number)
    expect([both.map(({ status }) => status), second]).toEqual([[201, 201], first])
    expect((await road.rows())['trip']).toBe(1)
    road.forward(24 * 60)
    expect((await send(form)).status).toBe(201)
    expect(refusal(await send({ ...form, cargo: '01' }))).toBe('409 TR-03 id')
  })

  it('on site: an arrival long past is no slip, and the terminal and its checkpoint are kept', async () => {
    const road = await world()
    const inspector = await road.inspector('JZ-G02')
    const form = road.driver('沪DX0001').form({ eta: '2022-05-16T05:00:00+08:00' })
    expect((await inspector.call('POST', '/api/trips', form)).status).toBe(201)
    const rows = await road.db.all(sql.selectFrom('trip').select(['terminal_id', 'checkpoint_id']).compile())
    expect(rows).toEqual([{ terminal_id: inspector.bound.terminal, checkpoint_id: 'JZ-G02' }])
  })

  it.each([
    ['+31 days', '2022-06-16T10:00:00+08:00', '400 TR-06 eta'],
    ['year 9999', '9999-12-31T15:59:59Z', '400 TR-06 eta'],
    ['a year no calendar here writes', '9999-12-31T16:00:00Z', '400 TR-12 eta'],
    ['so long past that the trip would have ended', '2022-05-13T10:00:00+08:00', '400 TR-05 eta'],
  ])('on site too an arrival must be possible: %s', async (_title, eta, answer) => {
    const road = await world()
    const inspector = await road.inspector('JZ-G02')
    expect(refusal(await inspector.call('POST', '/api/trips', road.driver('沪DX0001').form({ eta })))).toBe(answer)
    expect((await road.rows())['trip']).toBe(0)
  })

  it('what pasting brings along unseen is left out, and the rest kept as it was typed', async () => {
    const road = await world()
    const typed = { cargoName: ' 钢\u0000材\ud800\n（卷） ', consignee: '\u202e怀川\u2066公司' }
    const { trip } = await road.driver('沪DX0001').registers(typed)
    expect([trip.cargoName, trip.consignee]).toEqual(['钢 材 （卷）', '怀川公司'])
  })

  it('keeps no name, number or phone in the clear, and logs none', async () => {
    const road = await world()
    const { own } = await road.driver('沪DX0001').registers({ crew: [driving(zhang)] })
    await own('', 'PUT', { ...withoutId(road.driver('沪DX0002').form()), version: 1 })
    const kept = await road.db.all(raw<object>`select * from trip_crew, trip_history`.compile(sql))
    const all = JSON.stringify(kept) + road.logged.join()
    for (const secret of [zhang, li].flatMap(({ name, number, phone }) => [name, number, phone]))
      expect(all).not.toContain(secret)
    expect(kept).not.toEqual([])
  })
})

const withoutId = (form: object) => Object.fromEntries(Object.entries(form).filter(([key]) => key !== 'id'))

describe('finding a trip on another phone', () => {
  it('by number and phone tail, however the number is written', async () => {
    const road = await world()
    const { trip, key } = await road.driver('沪DX0001').registers({ crew: [driving(li), escorting(wang)] })
    for (const [number, phoneTail] of [
      [trip.number, '0002'],
      [trip.number.replaceAll(' ', ''), '0003'],
      [trip.number.replaceAll(' ', '-'), '0002'],
    ])
      expect((await road.anyone('POST', '/api/trips/find', { number, phoneTail })).body).toMatchObject({ key })
  })

  it('by plate, phone and tail of the ID of one and the same person', async () => {
    const road = await world()
    const { key } = await road
      .driver('沪DX0001')
      .registers({ crew: [driving(li), escorting({ ...wang, number: '32999919800101005X' })] })
    const find = (phone: string, idTail: string) =>
      road.anyone('POST', '/api/trips/find', { plate: '沪D·X0001', phone, idTail })
    expect((await find('+86 130 0000 0002', '0031')).body).toMatchObject({ key })
    expect((await find('13000000003', '005x')).body).toMatchObject({ key })
    expect(refusal(await find('13000000002', '005x'))).toBe('404 TR-02')
  })

  it('tells a wrong number and a wrong tail alike, and stops guessing', async () => {
    const road = await world()
    const { trip } = await road.driver('沪DX0001').registers()
    const find = (number: string, phoneTail: string) => road.anyone('POST', '/api/trips/find', { number, phoneTail })
    const wrong = [await find('1234 5678 9012', '0002'), await find(trip.number, '9999')]
    expect(wrong[0]?.body).toEqual(wrong[1]?.body)
    const codes: string[] = []
    for (let guess = 0; guess < 10; guess += 1) codes.push(refusal(await find(trip.number, String(5000 + guess))))
    expect(codes.slice(-1)).toEqual(['429 LI-01'])
  })
})

describe('correcting a trip', () => {
  it('keeps people by their seat, adds others, and keeps the version before', async () => {
    const road = await world()
    const { own } = await road.driver('沪DX0001').registers({ crew: [driving(li)] })
    const change = { ...withoutId(road.driver('沪DX0009').form()), version: 1, crew: [escorting(zhang), { seat: 0 }] }
    const answer = await own('', 'PUT', change)
    expect(answer.body).toMatchObject({
      trip: {
        version: 2,
        plate: '沪DX0009',
        crew: [
          { seat: 0, name: '张*试' },
          { seat: 1, name: '李*例', phone: '130****0002' },
        ],
      },
    })
    expect((await own('')).body).toMatchObject({ trip: { version: 2 } })
    expect((await road.rows())['trip_history']).toBe(1)
  })

  it('of two corrections at once one wins and one is told', async () => {
    const road = await world()
    const { own } = await road.driver('沪DX0001').registers()
    const change = { ...withoutId(road.driver('沪DX0001').form()), version: 1, crew: [{ seat: 0 }] }
    const both = await Promise.all([
      own('', 'PUT', { ...change, cargo: '01' }),
      own('', 'PUT', { ...change, cargo: '02' }),
    ])
    expect(statuses(both)).toEqual([200, 409])
    expect(refusal(both.find(({ status }) => status === 409)!)).toBe('409 TR-04 version')
    expect((await road.rows())['trip_crew']).toBe(1)
  })

  it.each([
    ['an old version', { version: 7 }, '409 TR-04 version'],
    ['a seat nobody sits in', { crew: [{ seat: 3 }] }, '400 TR-10 crew.0.seat'],
    ['one person in two seats', { crew: [{ seat: 0 }, { seat: 0 }] }, '400 TR-11 crew.1.number'],
  ])('%s is refused', async (_title, more, answer) => {
    const road = await world()
    const { own } = await road.driver('沪DX0001').registers()
    const change = { ...withoutId(road.driver('沪DX0001').form()), version: 1, ...more }
    expect(refusal(await own('', 'PUT', change))).toBe(answer)
  })

  it('an unchanged arrival may lie far back; an ended trip is over', async () => {
    const road = await world()
    const { own, trip } = await road.driver('沪DX0001').registers()
    const change = { ...withoutId(road.driver('沪DX0001').form()), version: 1, eta: trip.eta }
    road.forward(20 * 60)
    expect((await own('', 'PUT', change)).status).toBe(200)
    road.forward(60 * 60)
    expect(refusal(await own('', 'PUT', { ...change, version: 2 }))).toBe('409 TR-09')
    expect((await own('')).body).toMatchObject({ trip: { state: 'ended' } })
  })

  it("another trip's key opens nothing", async () => {
    const road = await world()
    const mine = await road.driver('沪DX0001').registers()
    const other = await road.driver('沪DX0002').registers()
    const send = road.sender(() => ({ authorization: `Bearer ${other.key}` }))
    for (const path of ['', '/code', '/pass'])
      expect(refusal(await send('GET', `/api/trips/${mine.trip.id}${path}`))).toBe('401 AU-02')
  })
})
