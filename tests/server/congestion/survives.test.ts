import { describe, expect, it } from 'vitest'
import { beijingIso, minute, plus } from '../../../shared/instant.ts'
import { inProvince } from '../../kit/world.ts'
import { watchedRoad } from './kit.ts'

const twice = (keys: readonly string[]) => keys.filter((key, place) => keys.indexOf(key) !== place)

describe('nothing is lost and nothing is said twice', () => {
  it('a new server on the same database goes on where the old one stopped', async () => {
    const road = await watchedRoad()
    await road.says({ waitMinutes: 22 })
    await road.goOn(3, { waitMinutes: 22 })
    road.newServer()
    await road.goOn(4, { waitMinutes: 22 })
    const keys = (await road.calls()).map(({ incident_id: id, key }) => `${id} ${key}`)
    expect(twice(keys)).toEqual([])
    expect(keys.filter((key) => key.includes('L1/deputy'))).toHaveLength(1)
  })

  it('two servers that look at the same time do no harm', async () => {
    const road = await watchedRoad()
    road.newServer(2)
    await road.says({ waitMinutes: 22 })
    await road.goOn(7, { waitMinutes: 22 })
    const keys = (await road.calls()).map(({ incident_id: id, key }) => `${id} ${key}`)
    expect(twice(keys)).toEqual([])
    expect(twice(road.sent.map(({ dedupe }) => dedupe))).toEqual([])
  })

  it('a server that stood still for an hour calls late, once, and marks it 补发; an estimate nobody made raises nothing', async () => {
    const road = await watchedRoad()
    await road.goOn(3, { waitMinutes: 12 })
    road.standStill()
    road.forward(60)
    road.newServer()
    await road.tick()
    expect(await road.calls('L1/')).toEqual([])
    await road.says({ waitMinutes: 45 })
    const first = await road.calls('L1/summons')
    expect(first).toHaveLength(1)
    expect(first[0]!.late).toBe(1)
    expect(first[0]!.zh).toMatch(/^【补发】【拥堵·超20分钟】/)
    expect((await road.calls('L2/inform')).every(({ late }) => late === 1)).toBe(true)
  })

  it('the same estimate after a restart', async () => {
    const road = await watchedRoad()
    const inspector = await road.onShift()
    for (let truck = 0; truck < 20; truck++) {
      road.forward(1)
      const plate = `豫HX${String(1000 + truck)}`
      const check = { id: crypto.randomUUID(), checkpoint: 'JZ-G01', plate, source: 'qr', metres: 300 }
      const at = beijingIso(plus(road.clock.now(), -12 * minute))
      await road.anyone('POST', '/api/queue/check-ins', { ...check, at })
      await inspector.uploads({ facts: inProvince(plate) })
      await road.tick()
    }
    road.forward(0.5)
    await road.tick()
    const before = (await road.board()).items.find(({ id }) => id === 'JZ-G01')!
    road.newServer()
    road.forward(0.5)
    await road.tick()
    const fresh = (await road.board()).items.find(({ id }) => id === 'JZ-G01')!
    expect(before.waitMinutes).toBeGreaterThan(6)
    expect(Math.abs(fresh.waitMinutes! - before.waitMinutes!)).toBeLessThan(1.5)
  })
})

describe('many at once', () => {
  it('two checkpoints, two incidents, each with its own people', async () => {
    const road = await watchedRoad()
    const [one, two] = [await road.says({ waitMinutes: 22 }), await road.says({ waitMinutes: 33 }, 'JZ-G02')]
    expect(one.incident).not.toBe(two.incident)
    const calls = await road.calls('L1/summons')
    expect(new Set(calls.map(({ person_id: person }) => person)).size).toBe(2)
    expect((await road.board()).items.map(({ id, incident }) => [id, incident?.step])).toEqual([
      ['JZ-G02', 'L2'],
      ['JZ-G01', 'L1'],
    ])
  })

  it('thirty checkpoints in trouble: each leader is called exactly once', { timeout: 60_000 }, async () => {
    const road = await watchedRoad({ roster: false })
    const ids = Array.from({ length: 30 }, (_, nth) => `JZ-X${String(nth + 10)}`)
    for (const id of ids) {
      await road.checkpoint(id)
      await road.fill(id)
    }
    for (const id of ids) await road.says({ waitMinutes: 25 }, id)
    await road.goOn(3)
    const summoned = (await road.calls('L1/summons')).map(({ checkpoint_id: id }) => id)
    expect(summoned.toSorted()).toEqual(ids)
    expect(twice(road.sent.map(({ dedupe }) => dedupe))).toEqual([])
  })
})

describe('lost data', () => {
  it('is said so with its own alarm, and neither ends nor raises', async () => {
    const road = await watchedRoad()
    const inspector = await road.onShift()
    for (let truck = 0; truck < 12; truck++) {
      road.forward(1)
      await inspector.uploads({ facts: inProvince(`豫HX${String(2000 + truck)}`) })
      await road.tick()
    }
    await road.says({ waitMinutes: 22 })
    await road.goOn(15)
    const row = (await road.board()).items.find(({ id }) => id === 'JZ-G01')!
    expect(row.lostSince).not.toBeNull()
    expect(row.incident).toMatchObject({ step: 'L1' })
    expect(await road.messages('congestion-lost')).toHaveLength(1)
    expect(await road.calls('L2/')).toEqual([])
  })
})
