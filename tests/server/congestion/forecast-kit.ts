import { board } from '../../../schema/api/dispatch.ts'
import { checkpointForecast } from '../../../schema/api/forecast.ts'
import type { Deps } from '../../../server/deps.ts'
import { addHour } from '../../../server/store/forecast.ts'
import { sql } from '../../../server/store/db.ts'
import { lookAhead } from '../../../server/usecases/forecast-tick.ts'
import type { HourSeen } from '../../../shared/congestion/forecast/hours.ts'
import { minute } from '../../../shared/instant.ts'
import { shiftOf } from '../../kit/shifts.ts'
import { beijingTime, usualDay, weeks } from '../../congestion/kit/weeks.ts'
import { watchedRoad } from './kit.ts'

export const hourRow = (checkpoint: string) => (one: HourSeen) =>
  addHour({
    checkpoint_id: checkpoint,
    hour: one.at,
    minutes: one.minutes,
    trucks: one.trucks,
    arrivals: one.arrivals,
    wait: one.wait,
    worst: one.worst,
    lanes: one.lanes,
    busy_trucks: one.busyTrucks,
    busy_minutes: one.busyMinutes,
  })

/** Monday, ten in the morning, after three weeks with a rush from five to seven each working evening; two of four lanes are open. */
export async function foreseenRoad({ history = weeks('2022-04-25T00:00', '2022-05-16T09:00', usualDay) } = {}) {
  const road = await watchedRoad()
  await road.db.commit(history.map(hourRow('JZ-G01')))
  const inspector = await road.onShift()
  const shift = shiftOf(road, inspector)
  for (const lane of [1, 2]) await shift.lane('lane-open', lane)
  let servers: Deps[] = [road.deps]
  const look = async () => {
    for (const deps of servers) await lookAhead(deps)
  }
  const day = '2022-05-16'
  return {
    ...road,
    inspector,
    shift,
    look,
    /** The clock is moved to that time of the day, and it is looked at on the way each quarter of an hour. */
    async goTo(time: string, on = day) {
      for (;;) {
        const left = (beijingTime(`${on}T${time}`) - road.clock.now()) / minute
        if (left <= 0) break
        road.forward(Math.min(left, 15))
        await look()
      }
    },
    newServers(count: number) {
      servers = Array.from({ length: count }, () => ({ ...road.deps }))
    },
    together: () => Promise.all(servers.map((deps) => lookAhead(deps))),
    standStill: () => void (servers = []),
    peaks: () => road.db.all(sql.selectFrom('expected_peak').selectAll().orderBy('from_at').compile()),
    hours: () => road.db.all(sql.selectFrom('queue_hour').selectAll().orderBy('hour').compile()),
    toldOf: () => road.sent.filter(({ dedupe }) => dedupe.startsWith('forecast/')),
    onScreens: () => road.messages('congestion-forecast'),
    forecast: async (who = road.dispatcher) =>
      (await who.send('GET', '/api/dispatch/checkpoints/JZ-G01/forecast')).as(checkpointForecast.answer),
    row: async () => {
      const { items } = (await road.dispatcher.send('GET', '/api/dispatch/board')).as(board.answer)
      return items.find(({ id }) => id === 'JZ-G01')!
    },
  }
}
