import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dayOf } from '../../shared/congestion/forecast/days.ts'
import { flowOver } from '../../shared/congestion/forecast/fluid.ts'
import { hourOf, type HourSeen } from '../../shared/congestion/forecast/hours.ts'
import { profileOf } from '../../shared/congestion/forecast/profile.ts'
import { day, hour, instant, parseInstant, plus, type Instant } from '../../shared/instant.ts'

/** The folder with the sample days: `QUEUE_DATA`, else beside the checkout, as `npm run bench` takes it. */
const data = join(resolve(process.env['QUEUE_DATA'] ?? join('..', 'shared', 'queue')), 'dev')
const names = existsSync(data)
  ? readdirSync(data).flatMap((file) => (file.endsWith('.truth.csv') ? [file.replace('.truth.csv', '')] : []))
  : []

type Event = { kind: string; plate?: string; lane: number; occurred_at: string; completed_at?: string }
const when = (text: string): Instant => parseInstant(text) ?? instant(Number.NaN)

/** The whole hours of a sample day: inspections and lanes as they were uploaded, the queue as it was. */
function hoursOf(name: string): HourSeen[] {
  const [head = '', ...lines] = readFileSync(join(data, `${name}.truth.csv`), 'utf8')
    .trim()
    .split('\n')
  const column = (of: string) => head.split(',').indexOf(of)
  const [at, vehicles, wait] = [column('at'), column('queue_n'), column('congestion_min')]
  const readings = lines.flatMap((line) => {
    const cells = line.split(',')
    const moment = when(cells[at] ?? '')
    return moment % 60_000 === 0
      ? [{ at: moment, vehicles: Number(cells[vehicles]), wait: Number(cells[wait]), seen: true }]
      : []
  })
  const events = readFileSync(join(data, `${name}.events.ndjson`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Event)
  const inspected = events.flatMap(({ kind, plate, lane, completed_at: end }) =>
    kind === 'inspected' && plate !== undefined && end !== undefined ? [{ at: when(end), plate, lane }] : [],
  )
  const lanes = events.flatMap((event) => {
    if (event.kind !== 'lane_open') return []
    const from = when(event.occurred_at)
    const closed = events.find(
      (one) => one.kind === 'lane_closed' && one.lane === event.lane && when(one.occurred_at) > from,
    )
    return [{ lane: event.lane, from, to: closed === undefined ? null : when(closed.occurred_at) }]
  })
  const first = Math.ceil((readings[0]?.at ?? 0) / hour) * hour
  const last = readings.at(-1)?.at ?? 0
  const count = Math.floor((last - first) / hour)
  return Array.from({ length: count }, (_, nth) => {
    const start = instant(first + nth * hour)
    const inside = readings.filter((one) => one.at >= start && one.at <= start + hour)
    return hourOf(start, { readings: inside, inspected, lanes })
  })
}

const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length

describe.skipIf(names.length === 0)('sample days', () => {
  it('with who came and what lanes take, the wait of an hour is off by minutes, jammed days included', () => {
    const off = names.map((name) => {
      const hours = hoursOf(name)
      const [first] = hours
      const { perLane } = profileOf(hours, plus(hours.at(-1)!.at, day))
      const waits = flowOver(
        hours.map(({ at, arrivals, lanes }) => ({ at, arrivals, lanes, capacity: lanes * perLane })),
        first!.at,
        { vehicles: 0, wait: 0 },
      )
      return mean(hours.map((one, nth) => Math.abs(one.wait - waits[nth]!.wait)))
    })
    console.log('the wait of an hour off by, minutes:', off.map((one) => one.toFixed(1)).join(' '))
    expect(Math.max(...off)).toBeLessThan(9)
    expect(mean(off)).toBeLessThan(4)
  })

  it('a working day, a Saturday and the last day of Labour Day make three profiles', () => {
    const kinds = ['dev01_weekday', 'dev02_weekend_peak', 'dev03_holiday_surge'].map((name) => {
      const hours = hoursOf(name)
      const full = hours.reduce((most, one) => (one.arrivals > most.arrivals ? one : most))
      return { ...dayOf(hours[0]!.at), full }
    })
    expect(kinds.map(({ kind, edge }) => [kind, edge])).toEqual([
      ['weekday', null],
      ['weekend', null],
      ['holiday', 'last'],
    ])
    const history = [...hoursOf('dev01_weekday'), ...hoursOf('dev02_weekend_peak')]
    const profile = profileOf(history, when('2022-05-20T12:00:00+08:00'))
    expect(profile.days).toMatchObject({ weekday: 1, weekend: 1, holiday: 0 })
    const [weekday, weekend] = ['2022-05-20', '2022-05-21'].map((date) => {
      const at = plus(when(`${date}T00:00:00+08:00`), (kinds[1]!.full.at + 8 * hour) % day)
      return profile.usualAt(at)!.arrivals
    })
    expect(weekend!).toBeGreaterThan(1.1 * weekday!)
  })
})
