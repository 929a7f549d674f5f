import { expect, it } from 'vitest'
import { addDemoForecast } from '../../../server/demo/forecast.ts'
import { demoCheckpoints } from '../../../server/demo/places.ts'
import { addCheckpointRow } from '../../../server/store/checkpoints.ts'
import { sql } from '../../../server/store/db.ts'
import { checkpointForecast } from '../../../server/usecases/forecast-view.ts'
import { fakeClock } from '../../kit/clock.ts'
import { fakeFeed, testDeps } from '../../kit/deps.ts'

it.each(['2022-06-15T09:13:00+08:00', '2022-06-18T22:50:00+08:00', '2026-12-01T03:40:00+08:00'])(
  'the demonstration started at %s has a peak within two hours that is told, and an error that was reckoned',
  async (start) => {
    const clock = fakeClock(start)
    const { deps, db } = await testDeps(clock.now, fakeFeed().port, { demo: true })
    await db.commit(demoCheckpoints.map(addCheckpointRow))
    await addDemoForecast(deps)
    const asker = { kind: 'staff', staff: 'x', role: 'dispatcher', checkpoint: null, session: 'x' } as const
    const seen = await checkpointForecast(deps, asker, 'JZ-G06')
    const [peak] = seen.peaks
    expect(peak!.toldAt).not.toBeNull()
    expect(Date.parse(peak!.from) - clock.now()).toBeGreaterThan(0)
    expect(Date.parse(peak!.from) - clock.now()).toBeLessThanOrEqual(2 * 3_600_000)
    expect(peak!.advice.more).toBeGreaterThan(0)
    expect(seen.error!.hours).toBeGreaterThan(100)
    expect(seen.error!.came).toBeGreaterThan(0)
    expect(seen.error!.handled).toBeGreaterThan(0)
    const told = await db.all(sql.selectFrom('message').selectAll().where('kind', '=', 'congestion-forecast').compile())
    expect(new Set(told.map(({ ref }) => ref))).toEqual(new Set(['JZ-G06', null]))
    // Started again on the same database nothing is added.
    const count = async () => (await db.all(sql.selectFrom('queue_hour').select('hour').compile())).length
    const before = await count()
    await addDemoForecast(deps)
    expect(await count()).toBe(before)
  },
)
