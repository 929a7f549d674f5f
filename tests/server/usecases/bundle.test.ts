import { base64url } from 'jose'
import { describe, expect, it } from 'vitest'
import { bundleKeeper } from '../../../checkpoint-app/device/bundle-keeper.ts'
import { askLists } from '../../../checkpoint-app/device/lists-here.ts'
import { seeText } from '../../../checkpoint-app/device/open-here.ts'
import { applyForPass } from '../../../schema/api/trips.ts'
import { setStatus } from '../../../server/store/passes.ts'
import { sql } from '../../../server/store/db.ts'
import { tryBundle } from '../../../server/usecases/fetch-bundle.ts'
import { beijingIso, instant, plus } from '../../../shared/instant.ts'
import { crewTag, importTagKey } from '../../../shared/sync/crew-tag.ts'
import { bundleServer } from '../../device/bundle-kit.ts'
import { memoryStore } from '../../device/memory-store.ts'
import { bundleBy } from '../../kit/bundle.ts'
import { li } from '../../kit/people.ts'
import { refusal } from '../../kit/refusal.ts'
import { world } from '../../kit/world.ts'

type Road = Awaited<ReturnType<typeof world>>
type Inspector = Awaited<ReturnType<Road['inspector']>>

/** A phone that asks this server for its bundle and for nothing else. */
async function phoneOf(road: Road, inspector: Inspector) {
  const store = memoryStore()
  const sizes: number[] = []
  const { server } = bundleServer()
  const bundle: typeof server.bundle = async (have) => {
    const { answer } = await bundleBy(inspector.call, have)
    sizes.push(JSON.stringify(answer).length)
    return { ok: true, value: answer }
  }
  const publicKeys: typeof server.publicKeys = async () => ({ ok: true, value: await road.deps.keyring.publicKeys() })
  const start = () => bundleKeeper(store, { ...server, bundle, publicKeys }, inspector.bound.terminal)
  return { keeper: await start(), start, sizes }
}
const taken = { ok: true, unsaved: false }

const positive = {
  document: 'id-card',
  number: li.number,
  result: 'positive',
  reportedAt: '2022-05-16T08:00:00+08:00',
}

describe('the offline bundle', () => {
  it('names lists by tag only, and holds keys by their use', async () => {
    const road = await world()
    const epidemic = await road.staff('epidemic')
    await epidemic.send('POST', '/api/results', { source: 'test', items: [positive] })
    const inspector = await road.inspector('JZ-G01')
    expect((await bundleBy(inspector.call)).part('listed')).toEqual({ positive: '', red: '', tracking: '' })
    await road.driver('沪DX0001').registers()
    road.forward(1)
    const { answer, manifest, part } = await bundleBy(inspector.call)
    const tag = await crewTag(await importTagKey(part('tag-key').key), '李', '0031')
    expect(part('listed')).toEqual({ positive: tag, red: '', tracking: '' })
    expect(new Set(part('keys').keys.map((key) => key['cx_use']))).toEqual(new Set(['bundle', 'freight']))
    expect(part('settings')).toMatchObject({ checkpoint: { id: 'JZ-G01' }, lane: 1 })
    expect(manifest).toMatchObject({ expiresAt: '2022-05-17T10:01:00+08:00', terminal: inspector.bound.terminal })
    expect(JSON.stringify(answer)).not.toMatch(/李|0031|沪D/)
    expect((await inspector.lookUp('沪DX0001')).crew[0]?.listed).toBe('positive')
  })

  it('a minute without news costs the manifest alone, and a revoked pass a few bytes more', async () => {
    const road = await world()
    const { own } = await road.driver('沪DX0001').registers({ cargo: '09' })
    const pass = (await own('/pass', 'POST', { commitment: true })).as(applyForPass.answer)
    const inspector = await road.inspector('JZ-G01')
    const { keeper, sizes } = await phoneOf(road, inspector)
    expect(await keeper.refresh()).toEqual(taken)
    road.forward(1)
    expect(await keeper.refresh()).toEqual(taken)
    if (!('token' in pass)) throw new Error('a pass is given at once')
    const seen = async () => {
      const said = await seeText(pass.token, keeper.current(), road.clock.now())
      return said.what === 'credential' ? (said.opened.ok ? said.opened.state : said.opened.reason) : said.what
    }
    expect(await seen()).toBe('valid')
    const cause = { status: 'revoked', reason: 'false-commitment', note: null, by: null } as const
    await road.db.commit(setStatus({ number: pass.number, ...cause, at: road.clock.now() }))
    road.forward(1)
    expect(await keeper.refresh()).toEqual(taken)
    expect(await seen()).toBe('revoked')
    expect(sizes[1]).toBeLessThan(1_400)
    expect(sizes[2]! - sizes[1]!).toBeLessThan(120)
  })

  it('counts up for each phone, though the server’s clock is set back and it is started again', async () => {
    const road = await world()
    const inspector = await road.inspector('JZ-G01')
    const { keeper, start } = await phoneOf(road, inspector)
    const first = (await bundleBy(inspector.call)).manifest
    expect(first.seq).toBe(road.clock.now())
    expect(await keeper.refresh()).toEqual(taken)
    road.forward(-1)
    expect(await keeper.refresh()).toEqual(taken)
    expect(await (await start()).refresh()).toEqual(taken)
    expect((await bundleBy(inspector.call)).manifest.seq).toBe(first.seq + 4)
  })

  it('past midnight in Beijing all tags are others, and a phone goes on with the key and lists that it has', async () => {
    const road = await world()
    await road.driver('沪DX0001').registers()
    const epidemic = await road.staff('epidemic')
    await epidemic.send('POST', '/api/results', { source: 'test', items: [positive] })
    const inspector = await road.inspector('JZ-G01')
    const { keeper } = await phoneOf(road, inspector)
    await keeper.refresh()
    const today = (await bundleBy(inspector.call)).part('listed').positive
    road.forward(14 * 60)
    const people = [{ surname: '李', idTail: '0031' }]
    const asked = { plate: '沪DX0001', people, online: undefined, now: road.clock.now() }
    const listed = async () => (await askLists(keeper.current(), asked)).people[0]?.listed
    expect(await listed()).toBe('positive')
    const tomorrow = await bundleBy(inspector.call)
    expect(tomorrow.part('tag-key').day).toBe('2022-05-17')
    expect(tomorrow.part('listed').positive).not.toBe(today)
    await keeper.refresh()
    expect(await listed()).toBe('positive')
  })

  it('one that the server cannot open itself is not handed out, and its state says so', async () => {
    const road = await world()
    const inspector = await road.inspector('JZ-G01')
    const signer = await road.deps.keyring.signer('bundle')
    const sign = async () => new Uint8Array(64)
    road.deps.keyring.signer = async () => ({ ...signer, sign })
    expect(refusal(await inspector.call('POST', '/api/bundle', { have: [] }))).toBe('503 BU-01')
    const health = async () => (await road.anyone('GET', '/healthz')).body
    expect(await tryBundle(road.deps)).toBe('BU-01')
    expect(await health()).toMatchObject({ ok: true, bundle: 'BU-01' })
    road.deps.keyring.signer = async () => signer
    expect(await tryBundle(road.deps)).toBeUndefined()
    road.forward(1)
    expect(await health()).toMatchObject({ ok: true, bundle: 'ok' })
  })

  it('a page from before is told to load itself again', async () => {
    const road = await world()
    expect(refusal(await road.anyone('GET', '/api/bundle'))).toBe('410 BU-03')
  })

  it('what a phone asks with is read strictly', async () => {
    const road = await world()
    const inspector = await road.inspector('JZ-G01')
    const asks = async (body: unknown) => refusal(await inspector.call('POST', '/api/bundle', body))
    expect(await asks({})).toBe('400 IN-01 have')
    expect(await asks({ have: ['x'] })).toBe('400 IN-01 have.0')
    expect(await asks({ have: Array.from({ length: 21 }, () => 'A'.repeat(43)) })).toBe('400 IN-01 have')
    expect(await asks({ have: [], standing: -1 })).toBe('400 IN-01 standing')
    const far = await bundleBy(inspector.call, { have: [], standing: 1_000_000 })
    expect([far.answer.standing, far.sent.length]).toEqual([undefined, 11])
  })

  it('risk areas, and the trips whose codes were withdrawn', async () => {
    const road = await world()
    const area = { region: '310115', name: '示例镇', level: 'high' as const, from_at: road.clock.now() }
    const row = {
      ...area,
      id: 'a1',
      to_at: null,
      source: '示例',
      added_by: 'x',
      added_at: road.clock.now(),
      ended_by: null,
      ended_at: null,
      end_reason: null,
    }
    const before = instant(1_652_666_400_500)
    const withdrawn = {
      trip_number: 'T1',
      plate: '沪DX0001',
      before_at: before,
      until: plus(before, 3_600_000),
      reason: 'changed',
    }
    await road.db.commit([
      sql.insertInto('risk_area').values(row).compile(),
      sql.insertInto('code_withdrawn').values(withdrawn).compile(),
    ])
    const { part } = await bundleBy((await road.inspector('JZ-G01')).call)
    expect(part('risk-areas')).toEqual([
      { region: '310115', name: '示例镇', level: 'high', from: beijingIso(area.from_at) },
    ])
    expect(part('withdrawn')).toEqual([['T1', 1_652_666_401]])
    expect(base64url.decode(part('standing').snapshot).length).toBeGreaterThan(2)
  })
})
