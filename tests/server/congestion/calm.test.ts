import { describe, expect, it, vi } from 'vitest'
import { addCheckpointRow } from '../../../server/store/checkpoints.ts'
import { lastReadings } from '../../../server/store/queue.ts'
import { watchQueues } from '../../../server/usecases/congestion-tick.ts'
import { beijingIso, plus } from '../../../shared/instant.ts'
import { inProvince } from '../../kit/world.ts'
import { watchedRoad } from './kit.ts'

const place = { name: '示例站', road: 'G5512', county: '410822', lanes: 4, active: 1, fictional: 1 } as const

async function longRoad() {
  const road = await watchedRoad()
  await road.db.commit(
    Array.from({ length: 40 }, (_, nth) => addCheckpointRow({ ...place, id: `JZ-C${String(nth).padStart(2, '0')}` })),
  )
  return road
}
type Road = Awaited<ReturnType<typeof longRoad>>
const readings = async (road: Road) =>
  (await road.db.all(lastReadings()))
    .map((row) => ({ ...row }))
    .toSorted((a, b) => (a.checkpoint_id < b.checkpoint_id ? -1 : 1))

describe('where nothing is going on', () => {
  it('the readings of many checkpoints are kept in one commit', async () => {
    const road = await longRoad()
    await road.goOn(1)
    const commits = vi.spyOn(road.deps.db, 'commit')
    await road.goOn(0.5)
    expect(commits).toHaveBeenCalledTimes(1)
    expect(new Set((await readings(road)).map(({ at }) => at)).size).toBe(1)
  })

  it('one truck is inspected, a queue is told of: the next look has it, at that checkpoint and as a server that has just started has it', async () => {
    const [one, other] = [await longRoad(), await longRoad()]
    for (const road of [one, other]) {
      const inspector = await road.inspector('JZ-C07')
      for (let half = 0; half < 12; half++) {
        road.forward(0.5)
        const made = { madeAt: beijingIso(plus(road.deps.now(), -1000)), facts: inProvince(`豫HX9${100 + half}`) }
        if (half > 3) await inspector.uploads(made)
        if (half === 6) await road.says({ waitMinutes: 24 }, 'JZ-C08')
        if (road === other) road.newServer()
        await road.tick()
      }
    }
    expect(await readings(one)).toEqual(await readings(other))
    expect((await readings(one)).find(({ checkpoint_id: id }) => id === 'JZ-C08')?.wait).toBeGreaterThan(20)
    expect((await one.calls('L1/summons')).length).toBe((await other.calls('L1/summons')).length)
  })

  it('another server has the moment of some: those of the others are kept all the same', async () => {
    const road = await longRoad()
    await road.goOn(1)
    road.forward(0.5)
    const last = await road.db.all(lastReadings())
    const commit = road.deps.db.commit.bind(road.deps.db)
    // While this one reckons, the other is done with one checkpoint.
    vi.spyOn(road.deps.db, 'commit').mockImplementationOnce(async (writes) => {
      await commit(writes.slice(0, 1))
      await commit(writes)
    })
    await watchQueues(road.deps)
    const now = await road.db.all(lastReadings())
    expect(now).toHaveLength(last.length)
    expect(new Set(now.map(({ at }) => at)).size).toBe(1)
    expect(road.logged.join('')).not.toContain('congestion-failed')
  })

  it('one reading that no table takes leaves those of the others, and is logged', async () => {
    const road = await longRoad()
    await road.goOn(1)
    road.forward(0.5)
    const commit = road.deps.db.commit.bind(road.deps.db)
    vi.spyOn(road.deps.db, 'commit').mockImplementation(async (writes) => {
      if (writes.some(({ parameters }) => parameters.includes('JZ-C07'))) throw new TypeError('not kept')
      await commit(writes)
    })
    await watchQueues(road.deps)
    const rows = await road.db.all(lastReadings())
    const newest = Math.max(...rows.map(({ at }) => at))
    expect(rows.filter(({ at }) => at < newest).map((row) => row.checkpoint_id)).toEqual(['JZ-C07'])
    expect(road.logged.join('')).toContain('congestion-failed')
  })
})
