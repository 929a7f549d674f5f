import { describe, expect, it } from 'vitest'
import { unpackSnapshot } from '../../../shared/credential/status-snapshot.ts'
import { bundleBy } from '../../kit/bundle.ts'
import { lookUpNumber } from '../../../schema/api/passes.ts'
import { passView } from '../../../schema/api/trips.ts'
import { importKeys } from '../../../shared/credential/keys.ts'
import { openCredential } from '../../../shared/credential/open.ts'
import { sql } from '../../../server/store/db.ts'
import { setStatus } from '../../../server/store/passes.ts'
import { parseInstant } from '../../../shared/instant.ts'
import { driving, escorting, fine, li, wang } from '../../kit/people.ts'
import { fromOutside, world } from '../../kit/world.ts'

const open = async (road: Awaited<ReturnType<typeof world>>, text: string | null) =>
  openCredential(text ?? '', { keys: await importKeys(await road.deps.keyring.publicKeys()), now: road.clock.now() })

const stateIn = async (road: Awaited<ReturnType<typeof world>>, text: string | null | undefined) => {
  const opened = await open(road, text ?? null)
  return opened.ok ? opened.state : opened.reason
}

const intake = async (road: Awaited<ReturnType<typeof world>>, ...items: object[]) => {
  const epidemic = await road.staff('epidemic')
  const lines = items.map((item) => ({ document: 'id-card', number: li.number, result: 'negative', ...item }))
  return epidemic.send('POST', '/api/results', { source: 'test', items: lines })
}

describe('the freight code 货畅码', () => {
  it('is green when the authority vouches for everybody, lapses with the earliest test, and opens with our keys', async () => {
    const road = await world()
    road.feed.says(li.number, fine(road.clock.now(), 10))
    road.feed.says(wang.number, fine(road.clock.now(), 40))
    const { code } = await road.driver('沪DX0001').registers({ crew: [driving(li), escorting(wang)] })
    expect(code).toMatchObject({
      state: 'green',
      why: null,
      testUntil: '2022-05-16T18:01:00+08:00',
      expiresAt: '2022-05-17T10:00:00+08:00',
    })
    const opened = await open(road, code.qr)
    expect(opened).toMatchObject({
      ok: true,
      state: 'green',
      claims: {
        plate: '沪DX0001',
        testLapsesAt: parseInstant('2022-05-16T18:01:00+08:00'),
        crew: [{ surname: '李', idTail: '0031' }, { surname: '王' }],
      },
    })
    road.forward(8 * 60 + 1)
    expect(await open(road, code.qr)).toMatchObject({ ok: true, state: 'grey' })
  })

  it('R56: green at 10:00 with a test that ends at 10:30; at 10:31 not green, online or offline, scanned or typed', async () => {
    const road = await world()
    road.feed.says(li.number, fine(road.clock.now(), 47.5))
    const { code, trip } = await road.driver('沪DX0001').registers()
    expect(code.state).toBe('green')
    const inspector = await road.inspector('JZ-G01')
    const colours = async () => [
      (await inspector.lookUp('沪DX0001')).trip?.code.state,
      await stateIn(road, code.qr),
      await stateIn(
        road,
        (await inspector.call('GET', `/api/numbers/${encodeURIComponent(trip.number)}`)).as(lookUpNumber.answer).freight
          ?.token,
      ),
    ]
    road.forward(30)
    expect(await colours()).toEqual(['green', 'green', 'green'])
    road.forward(1)
    expect(await colours()).toEqual(['grey', 'grey', 'grey'])
  })

  it('is signed anew each time and never outlives the trip', async () => {
    const road = await world()
    const trip = await road.driver('沪DX0001').registers()
    expect((await trip.currentCode()).token).not.toBe((await trip.currentCode()).token)
    road.forward(60 * 60)
    expect((await trip.currentCode()).expiresAt).toBe('2022-05-19T11:00:00+08:00')
    road.forward(13 * 60)
    expect(await trip.currentCode()).toMatchObject({ state: 'grey', why: 'ended', token: null, qr: null })
  })

  it('what the driver declares never counts', async () => {
    const road = await world()
    const { code } = await road.driver('沪DX0001').registers({ riskStay: false })
    expect([code.state, code.why]).toEqual(['grey', 'no-test'])
  })

  it.each([
    ['no test', { nucleicAcid: null }, 'no-test'],
    ['a test of 48 h 1 min', { hoursAgo: 48 + 1 / 60 }, 'test-lapsed'],
    ['a yellow health code', { healthCode: 'yellow' }, 'code-not-green'],
    ['a yellow travel card', { travelCard: 'yellow' }, 'card-not-green'],
    ['an unknown health code', { healthCode: null }, 'facts-unknown'],
  ] as const)('%s makes it grey, never yellow', async (_title, facts, why) => {
    const road = await world()
    const { hoursAgo, ...said } = { hoursAgo: 10, ...facts }
    road.feed.says(li.number, { ...fine(road.clock.now(), hoursAgo), ...said })
    expect((await road.driver('沪DX0001').registers()).code).toMatchObject({ state: 'grey', why })
  })

  it('with the feed down the results taken in still count, and it says so', async () => {
    const road = await world()
    road.feed.is('down')
    const trip = await road.driver('沪DX0001').registers()
    expect(trip.code).toMatchObject({ state: 'grey', why: 'no-test', healthData: 'down' })
    await intake(road, { reportedAt: '2022-05-16T08:00:00+08:00' })
    expect(await trip.currentCode()).toMatchObject({
      why: 'facts-unknown',
      crew: [{ nucleicAcid: { result: 'negative', reportedAt: '2022-05-16T08:00:00+08:00' } }],
    })
  })

  it('the newest valid result speaks: a sample on its way takes nothing away, a positive one takes all', async () => {
    const road = await world()
    road.feed.says(li.number, { ...fine(road.clock.now(), 60) })
    const trip = await road.driver('沪DX0001').registers()
    expect(trip.code.why).toBe('test-lapsed')
    await intake(
      road,
      { reportedAt: '2022-05-16T07:00:00+08:00' },
      { result: 'pending', sampledAt: '2022-05-16T09:00:00+08:00' },
    )
    expect((await trip.currentCode()).state).toBe('green')
    await intake(road, { result: 'positive', reportedAt: '2022-05-16T09:30:00+08:00' })
    expect(await trip.currentCode()).toMatchObject({ state: 'grey', why: 'no-test' })
  })

  it('turns yellow for the person on whom a checkpoint opened Y1, on any of his trips', async () => {
    const road = await world()
    road.feed.says(li.number, fine(road.clock.now(), 10))
    const trip = await road.driver('沪DX0001').registers()
    expect(trip.code.state).toBe('green')
    const inspector = await road.inspector('JZ-G01')
    const yellow = {
      healthCode: 'yellow',
      nucleicAcid: { result: 'negative', reportedAt: '2022-05-15T10:00:00+08:00' },
    }
    const [result] = await inspector.uploads({
      facts: fromOutside('沪DX0001', yellow),
      trip: trip.trip.id,
      crew: [{ surname: '李', idTail: '0031' }],
    })
    expect(result).toMatchObject({ status: 'recorded', row: 'V13', agrees: true })
    expect(await trip.currentCode()).toMatchObject({ state: 'yellow', why: 'yellow-reason' })
    const next = await road.driver('沪DX0009').registers({ crew: [driving(wang), escorting(li)] })
    expect(next.code).toMatchObject({ state: 'yellow', why: 'yellow-reason' })
  })

  it('in the province it is green with nothing known at all', async () => {
    const road = await world()
    road.feed.is('none')
    const { code } = await road.driver('豫HX0001').registers({ from: '410702' })
    expect(code).toMatchObject({ state: 'green', healthData: 'none', testUntil: null })
  })
})

describe('the pass 通行证', () => {
  it('is issued at once on the commitment, and again the same', async () => {
    const road = await world()
    const { own } = await road.driver('沪DX0001').registers({ cargo: '09' })
    expect((await own('/pass')).status).toBe(404)
    const both = await Promise.all([
      own('/pass', 'POST', { commitment: true }),
      own('/pass', 'POST', { commitment: true }),
    ])
    const [first, second] = both.map((answer) => answer.as(passView))
    expect(first).toMatchObject({ state: 'valid', plate: '沪DX0001', validTo: '2022-05-26T10:00:00+08:00' })
    expect(first?.number).toMatch(/^410800\d{6}$/)
    expect(second).toEqual(first)
    expect((await own('/pass')).body).toEqual(first)
    expect(await open(road, first?.qr ?? null)).toMatchObject({
      ok: true,
      kind: 'pass',
      claims: { cargo: '09', origin: '310115' },
    })
  })

  it('R59: without the commitment it is refused, naming the field', async () => {
    const road = await world()
    const { own } = await road.driver('沪DX0001').registers({ cargo: '09' })
    for (const body of [{ commitment: false }, {}]) {
      const answer = await own('/pass', 'POST', body)
      expect([answer.status, answer.body]).toMatchObject([422, { error: { code: 'PA-17', path: 'commitment' } }])
    }
  })

  it('other goods need none, and the refusal says that nothing is held', async () => {
    const road = await world()
    const { own } = await road.driver('沪DX0001').registers({ cargo: '99' })
    const { status, body } = await own('/pass', 'POST', { commitment: true })
    expect([status, body]).toEqual([
      409,
      { error: { code: 'PA-02', message: '所运货物不需要通行证，没有通行证也不影响通行。' } },
    ])
  })

  it('a changed route takes it away at once, offline too, and a new one takes its place', async () => {
    const road = await world()
    const { own } = await road.driver('沪DX0001').registers({ cargo: '09' })
    const old = (await own('/pass', 'POST', { commitment: true })).as(passView)
    const { id: _, ...form } = road.driver('沪DX0002').form({ cargo: '09', crew: [{ seat: 0 }] })
    await own('', 'PUT', { ...form, version: 1 })
    expect((await own('/pass')).body).toMatchObject({ number: old.number, state: 'revoked' })
    const inspector = await road.inspector('JZ-G01')
    const { snapshot } = (await bundleBy(inspector.call)).part('standing')
    const lists = unpackSnapshot(Buffer.from(snapshot, 'base64url'))?.lists
    expect([...(lists?.values() ?? [])].map(({ revoked }) => revoked.length)).toEqual([1])
    const fresh = (await own('/pass', 'POST', { commitment: true })).body
    expect(fresh).toMatchObject({ state: 'valid', plate: '沪DX0002' })
    expect((await own('/pass')).body).toEqual(fresh)
  })

  it('revoked for cause it stays revoked; another is not issued before a person has looked', async () => {
    const road = await world()
    const { own } = await road.driver('沪DX0001').registers({ cargo: '09' })
    await own('/pass', 'POST', { commitment: true })
    const [pass] = await road.db.all(sql.selectFrom('pass').selectAll().compile())
    const { number } = pass!
    const cause = { status: 'revoked', reason: 'false-commitment', note: null, by: null } as const
    await road.db.commit(setStatus({ number, ...cause, at: road.clock.now() }))
    expect((await own('/pass')).body).toMatchObject({ number, state: 'revoked' })
    road.forward(1)
    for (const _ of ['once', 'twice'])
      expect((await own('/pass', 'POST', { commitment: true })).body).toMatchObject({ state: 'waiting' })
    expect((await road.rows())['pass']).toBe(1)
  })

  it('the booth sees the one that holds, though a revoked one would run longer', async () => {
    const road = await world()
    const inspector = await road.inspector('JZ-G01')
    const holds = await road.driver('沪DX0001').registers({ cargo: '09' })
    const { number } = (await holds.own('/pass', 'POST', { commitment: true })).as(passView)
    road.forward(1)
    const later = await road.driver('沪DX0001').registers({ cargo: '09' })
    await later.own('/pass', 'POST', { commitment: true })
    const { id: _, ...form } = road.driver('沪DX0001').form({ cargo: '09', to: '410822' })
    await later.own('', 'PUT', { ...form, version: 1 })
    expect((await inspector.lookUp('沪DX0001')).pass).toMatchObject({ number, state: 'valid' })
  })

  it('runs out after ten days', async () => {
    const road = await world()
    const { own } = await road.driver('沪DX0001').registers({ cargo: '09', eta: '2022-06-01T10:00:00+08:00' })
    await own('/pass', 'POST', { commitment: true })
    road.forward(10 * 24 * 60)
    expect((await own('/pass')).body).toMatchObject({ state: 'expired' })
    expect((await own('/pass', 'POST', { commitment: true })).body).toMatchObject({ state: 'valid' })
  })
})
