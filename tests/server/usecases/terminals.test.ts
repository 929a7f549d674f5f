import { describe, expect, it } from 'vitest'
import { enrol, listTerminals } from '../../../schema/api/terminals.ts'
import { crewTag, importTagKey, plateTag } from '../../../shared/sync/crew-tag.ts'
import { bundleBy } from '../../kit/bundle.ts'
import { newPhone } from '../../kit/phone.ts'
import { driving, escorting, fine, li, wang } from '../../kit/people.ts'
import { refusal, statuses } from '../../kit/refusal.ts'
import { fromOutside, world } from '../../kit/world.ts'

describe('one card, one phone, one inspector 一卡一机一查验员', () => {
  it('a link binds once; its second use is 410', async () => {
    const road = await world()
    const { bound, secret } = await road.inspector('JZ-G01', 3)
    expect(bound).toMatchObject({
      lane: 3,
      checkpoint: { id: 'JZ-G01', county: '410822' },
      serverTime: '2022-05-16T10:00:00+08:00',
    })
    const again = { secret, key: (await newPhone()).publicKey, device: 'another' }
    expect(refusal(await road.anyone('POST', '/api/terminals', again))).toBe('410 TE-06 secret')
  })

  it('two phones at once: one is bound', async () => {
    const road = await world()
    const head = await road.staff('head', 'JZ-G01')
    const inspector = await road.staff('inspector', 'JZ-G01')
    const place = { staff: inspector.id, checkpoint: 'JZ-G01', lane: 1 }
    const links = await Promise.all(
      [0, 1].map(async () => (await head.send('POST', '/api/enrolments', place)).as(enrol.answer)),
    )
    const bind = async (link: string) =>
      road.anyone('POST', '/api/terminals', {
        secret: link.split('=')[1],
        key: (await newPhone()).publicKey,
        device: 'x',
      })
    const same = await Promise.all([bind(links[0]!.link), bind(links[0]!.link)])
    expect(statuses(same)).toEqual([201, 410])
    const other = await bind(links[1]!.link)
    expect(refusal(other)).toBe('409 TE-09')
    expect(JSON.stringify(other.body)).toContain('该查验员已绑定终端「x」')
    expect((await road.rows())['terminal']).toBe(1)
  })

  it('the number named with the link 专用号段 is the phone’s; another phone is not bound with it', async () => {
    const road = await world()
    const head = await road.staff('head', 'JZ-G01')
    const bind = async (segment: string) => {
      const { id: staff } = await road.staff('inspector', 'JZ-G01')
      const form = { staff, checkpoint: 'JZ-G01', lane: 1, segment }
      const { link } = (await head.send('POST', '/api/enrolments', form)).as(enrol.answer)
      const key = (await newPhone()).publicKey
      return road.anyone('POST', '/api/terminals', { secret: link.split('=')[1], key, device: 'x' })
    }
    expect((await bind('19800000001')).body).toMatchObject({ segment: '19800000001' })
    expect(refusal(await bind('19800000001'))).toBe('409 TE-12 segment')
    const { items } = (await head.send('GET', '/api/terminals')).as(listTerminals.answer)
    expect(items.map(({ segment }) => segment)).toEqual(['19800000001'])
  })

  it('after the head released the phone it is refused, and another can be bound', async () => {
    const road = await world()
    const first = await road.inspector('JZ-G01')
    expect((await first.call('POST', '/api/bundle', { have: [] })).status).toBe(200)
    const path = `/api/terminals/${first.bound.terminal}/release`
    expect((await first.head.send('POST', path, { reason: '手机损坏' })).status).toBe(200)
    expect(refusal(await first.head.send('POST', path, { reason: '手机损坏' }))).toBe('409 TE-14')
    expect(refusal(await first.call('POST', '/api/bundle', { have: [] }))).toBe('401 AU-07')
    const place = { staff: first.id, checkpoint: 'JZ-G01', lane: 1 }
    const { link } = (await first.head.send('POST', '/api/enrolments', place)).as(enrol.answer)
    const card = { secret: link.split('=')[1], key: first.phone.publicKey, device: 'new' }
    expect((await road.anyone('POST', '/api/terminals', card)).status).toBe(201)
    expect((await first.head.send('GET', '/api/terminals')).body).toMatchObject({
      items: [
        { device: 'new', releasedAt: null, releaseReason: null, segment: null },
        { device: 'Redmi 9', releaseReason: '手机损坏' },
      ],
    })
  })

  it('G49: an inspector at a second terminal is refused until the head releases the first, however long he waits', async () => {
    const road = await world()
    const first = await road.inspector('JZ-G01')
    const place = { staff: first.id, checkpoint: 'JZ-G01', lane: 2 }
    const second = async () => {
      const { link } = (await first.head.send('POST', '/api/enrolments', place)).as(enrol.answer)
      const card = { secret: link.split('=')[1], key: (await newPhone()).publicKey, device: 'second' }
      return road.anyone('POST', '/api/terminals', card)
    }
    expect(refusal(await second())).toBe('409 TE-09')
    road.forward(8 * 60)
    expect(refusal(await second())).toBe('409 TE-09')
    expect((await first.call('POST', '/api/bundle', { have: [] })).status).toBe(200)
    await first.head.send('POST', `/api/terminals/${first.bound.terminal}/release`, { reason: '换机' })
    expect((await second()).status).toBe(201)
    expect(refusal(await first.call('POST', '/api/bundle', { have: [] }))).toBe('401 AU-07')
  })

  it('a link expires after a quarter of an hour', async () => {
    const road = await world()
    const head = await road.staff('head', 'JZ-G01')
    const inspector = await road.staff('inspector', 'JZ-G01')
    const made = await head.send('POST', '/api/enrolments', { staff: inspector.id, checkpoint: 'JZ-G01', lane: 1 })
    const secret = made.as(enrol.answer).link.split('=')[1]
    road.forward(15)
    const card = { secret, key: (await newPhone()).publicKey, device: 'x' }
    expect(refusal(await road.anyone('POST', '/api/terminals', card))).toBe('410 TE-07 secret')
    const unknown = { ...card, secret: 'x'.repeat(43) }
    expect(refusal(await road.anyone('POST', '/api/terminals', unknown))).toBe('404 TE-05 secret')
    const noPoint = { ...card, key: { ...card.key, x: card.key.y, y: card.key.x } }
    expect((await road.anyone('POST', '/api/terminals', noPoint)).status).toBe(410)
  })

  it('a link for somebody disabled since binds nothing', async () => {
    const road = await world()
    const [admin, inspector] = [await road.staff('admin'), await road.staff('inspector', 'JZ-G01')]
    const made = await admin.send('POST', '/api/enrolments', { staff: inspector.id, checkpoint: 'JZ-G01', lane: 1 })
    await admin.send('PUT', `/api/staff/${inspector.id}`, { disabled: true })
    const secret = made.as(enrol.answer).link.split('=')[1]
    const card = { secret, key: (await newPhone()).publicKey, device: 'x' }
    expect(refusal(await road.anyone('POST', '/api/terminals', card))).toBe('410 TE-07 secret')
    expect((await road.rows())['terminal']).toBe(0)
  })

  it('a head enrols his own people at his own checkpoint only', async () => {
    const road = await world()
    const head = await road.staff('head', 'JZ-G01')
    const [mine, other, dispatcher] = [
      await road.staff('inspector', 'JZ-G01'),
      await road.staff('inspector', 'JZ-G02'),
      await road.staff('dispatcher'),
    ]
    const tryToEnrol = async (staff: string, checkpoint: string, lane = 1) =>
      refusalOrOk(await head.send('POST', '/api/enrolments', { staff, checkpoint, lane }))
    expect(await tryToEnrol(mine.id, 'JZ-G01')).toBe('201')
    expect(await tryToEnrol(mine.id, 'JZ-G02')).toBe('403 MA-01')
    expect(await tryToEnrol(other.id, 'JZ-G01')).toBe('403 MA-01')
    expect(await tryToEnrol(mine.id, 'JZ-G01', 5)).toBe('400 TE-04 lane')
    expect(await tryToEnrol(dispatcher.id, 'JZ-G01')).toBe('400 TE-02 staff')
    expect(await tryToEnrol(crypto.randomUUID(), 'JZ-G01')).toBe('400 TE-01 staff')
  })

  it("a head sees and releases his own checkpoint's phones only", async () => {
    const road = await world()
    const here = await road.inspector('JZ-G01')
    const there = await road.inspector('JZ-G02')
    const list = (await here.head.send('GET', '/api/terminals')).as(listTerminals.answer)
    expect(list.items.map(({ id }) => id)).toEqual([here.bound.terminal])
    const path = `/api/terminals/${there.bound.terminal}/release`
    expect(refusal(await here.head.send('POST', path, { reason: 'not mine' }))).toBe('403 MA-01')
  })
})

const refusalOrOk = (answer: { status: number; body: unknown }) =>
  answer.status < 300 ? String(answer.status) : refusal(answer)

describe('before the booth', () => {
  it('the look-up knows registration, colour, people, pass; what it does not know is null', async () => {
    const road = await world()
    road.feed.says(li.number, { ...fine(road.clock.now()), listed: 'tracking' })
    const trip = await road
      .driver('沪DX0001')
      .registers({ crew: [driving(li), escorting(wang)], riskStay: true, cargo: '09' })
    await trip.own('/pass', 'POST', { commitment: true })
    const inspector = await road.inspector('JZ-G01')
    const seen = await inspector.lookUp('沪D·X0001')
    expect(seen).toMatchObject({
      plate: '沪DX0001',
      trip: {
        id: trip.trip.id,
        number: trip.trip.number,
        scope: 'cross-province',
        riskStayDeclared: true,
        code: { state: 'grey', why: 'no-test' },
      },
      crew: [
        { role: 'driver', surname: '李', idTail: '0031', healthCode: 'green', listed: 'tracking' },
        { role: 'escort', surname: '王', nucleicAcid: null, healthCode: null, listed: null, driverWhitelist: null },
      ],
      pass: { state: 'valid' },
      priorRelease: null,
      healthData: 'fresh',
    })
    expect(await inspector.lookUp('豫Q99999')).toMatchObject({ trip: null, crew: [], pass: null, healthData: 'fresh' })
    road.feed.is('down')
    expect(await inspector.lookUp('沪DX0001')).toMatchObject({ healthData: 'down', crew: [{ healthCode: null }, {}] })
  })

  it('of two registrations it shows the one whose arrival is nearest, and none that ended', async () => {
    const road = await world()
    const today = await road.driver('沪DX0001').registers()
    await road.driver('沪DX0001').registers({ eta: '2022-05-20T10:00:00+08:00' })
    const inspector = await road.inspector('JZ-G01')
    expect((await inspector.lookUp('沪DX0001')).trip?.id).toBe(today.trip.id)
    road.forward(14 * 24 * 60)
    expect((await inspector.lookUp('沪DX0001')).trip).toBeNull()
  })

  it('knows the trucks registered for its checkpoint about now by their tags, and no other', async () => {
    const road = await world()
    const here = { checkpoint: 'JZ-G01' }
    await road.driver('沪DX0001').registers(here)
    await road.driver('沪DX0001').registers({ ...here, eta: '2022-05-16T20:00:00+08:00' })
    await road.driver('沪DX0002').registers({ ...here, eta: '2022-05-16T22:00:00+08:00' })
    await road.driver('沪DX0003').registers({ checkpoint: 'JZ-G02' })
    await road.driver('沪DX0004').registers({})
    const { part } = await bundleBy((await road.inspector('JZ-G01')).call)
    const key = await importTagKey(part('tag-key').key)
    expect(part('expected')).toBe(await plateTag(key, '沪DX0001'))
  })

  it('a release elsewhere spares the next checkpoint for 24 h; one corrected, one here and one by V4 do not', async () => {
    const road = await world()
    const [here, there] = [await road.inspector('JZ-G01'), await road.inspector('JZ-G02')]
    const crew = [{ surname: '李', idTail: '0031' }]
    const [first] = await here.uploads({ crew })
    expect(await here.lookUp('豫HX0001')).toMatchObject({ priorRelease: null })
    const { part } = await bundleBy(there.call)
    const key = await importTagKey(part('tag-key').key)
    const tag = await crewTag(key, '李', '0031')
    const prior = { at: '2022-05-16T10:00:00+08:00', checkpoint: 'JZ-G01', checkpointName: 'JZ-G01 站' }
    expect((await there.lookUp('豫HX0001')).priorRelease).toEqual({ ...prior, crew: [tag], day: '2022-05-16' })
    expect(part('prior-releases')).toEqual({
      checkpoints: { 'JZ-G01': 'JZ-G01 站' },
      releases: [[await plateTag(key, '豫HX0001'), Date.parse(prior.at) / 1000, 'JZ-G01', [tag]]],
    })
    road.forward(24 * 60)
    expect((await there.lookUp('豫HX0001')).priorRelease).not.toBeNull()
    road.forward(1)
    expect((await there.lookUp('豫HX0001')).priorRelease).toBeNull()
    const [second] = await here.uploads({})
    const held = fromOutside('豫HX0001', { nucleicAcid: null })
    await here.uploads({ facts: held, corrects: second!.id! })
    expect([first?.row, (await there.lookUp('豫HX0001')).priorRelease]).toEqual(['V5', null])
    const spared = {
      ...fromOutside('豫HX0002', {}),
      trip: { scope: 'in-province' },
      priorRelease: { at: '2022-05-17T10:00:00+08:00', sameCrew: true },
    }
    expect((await here.uploads({ facts: spared }))[0]?.row).toBe('V4')
    expect((await there.lookUp('豫HX0002')).priorRelease).toBeNull()
  })
})
