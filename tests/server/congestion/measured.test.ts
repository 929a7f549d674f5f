import { describe, expect, it } from 'vitest'
import { addCheckpointRow } from '../../../server/store/checkpoints.ts'
import { lastReadings } from '../../../server/store/queue.ts'
import { settle } from '../../../server/usecases/congestion-settle.ts'
import { beijingIso, instant, minute, plus } from '../../../shared/instant.ts'
import { inProvince } from '../../kit/world.ts'
import { watchedRoad } from './kit.ts'

const place = {
  id: 'JZ-G01',
  name: '焦作西站',
  road: 'G5512',
  county: '410822',
  lanes: 4,
  active: 1,
  fictional: 1,
} as const

describe('what the estimator measures calls people as a word does', () => {
  it('a wait of 24.37 minutes: it was over 20 a fraction of a second ago that no table takes, and the leader is called', async () => {
    const road = await watchedRoad()
    const at = road.deps.now()
    const measured = { wait: 'busy', queue: 'busy', waitMinutes: 24.373_817_33, metres: 310.7, level: 1 }
    await settle(road.deps, place, {
      events: [
        {
          kind: 'measured',
          at: instant(at),
          detail: { ...measured, overKilometre: false, lostSince: null },
          by: { by_kind: 'measured', by_id: null },
        },
      ],
    })
    const [call] = await road.calls('L1/summons')
    expect(call).toBeDefined()
    expect(Number.isInteger(call!.due_at)).toBe(true)
    expect(at - call!.due_at).toBe(Math.round(4.373_817_33 * minute))
  })

  it('where each truck takes a minute and a half, lanes that work without a pause are not taken for idle ones: the leader is called', async () => {
    const road = await watchedRoad()
    await road.db.commit([addCheckpointRow({ ...place, id: 'JZ-G09', lanes: 1 })])
    await road.fill('JZ-G09')
    const inspector = await road.inspector('JZ-G09')
    const send = (body: object) => road.dispatcher.send('POST', '/api/queue/check-ins', body)
    for (let nth = 0; nth < 50; nth++) {
      // Each has waited longer than the one before, and two of three have said when they joined.
      const at = beijingIso(plus(road.deps.now(), -(2 + 0.6 * nth) * minute))
      const joined = { id: crypto.randomUUID(), checkpoint: 'JZ-G09', plate: `豫HX9${100 + nth}`, at, source: 'qr' }
      if (nth % 3 < 2) await send({ ...joined, metres: 20 + nth * 9 })
      await road.goOn(1.5)
      await inspector.uploads({ madeAt: beijingIso(road.deps.now()), facts: inProvince(joined.plate) })
    }
    expect((await road.calls('L1/summons')).map((call) => call.checkpoint_id)).toEqual(['JZ-G09'])
  })

  it('a step that goes up a little before its time says the time it is named for, not 19 minutes', async () => {
    const road = await watchedRoad()
    const measured = { wait: 'busy', queue: 'busy', waitMinutes: 19.2, metres: 310, level: 1 }
    const detail = { ...measured, overKilometre: false, lostSince: null }
    const by = { by_kind: 'measured', by_id: null } as const
    await settle(road.deps, place, { events: [{ kind: 'measured', at: road.deps.now(), detail, by }] })
    const [call] = await road.calls('L1/summons')
    expect(call?.zh).toContain('已拥堵20分钟')
  })

  it('nothing comes for a while from a booth that was busy: each look is kept, and the loss is dated', async () => {
    const road = await watchedRoad()
    await road.db.commit([addCheckpointRow({ ...place, id: 'JZ-G09', lanes: 1 })])
    const inspector = await road.inspector('JZ-G09')
    for (let nth = 0; nth < 20; nth++) {
      const made = { madeAt: beijingIso(plus(road.deps.now(), -1000)), facts: inProvince(`豫HX9${100 + nth}`) }
      await inspector.uploads(made)
      road.forward(0.7)
    }
    await road.goOn(12)
    const reading = (await road.db.all(lastReadings())).find((row) => row.checkpoint_id === 'JZ-G09')
    expect(reading?.lost_since).not.toBeNull()
    expect(Number.isInteger(reading?.lost_since)).toBe(true)
    expect(road.logged.join('')).not.toContain('congestion-failed')
  })
})
