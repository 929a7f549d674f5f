import { describe, expect, it } from 'vitest'
import { addHourForecast } from '../../../server/store/forecast.ts'
import { beijingIso, hour, instant, minute, plus } from '../../../shared/instant.ts'
import { inProvince } from '../../kit/world.ts'
import { beijingTime, usualDay, weeks } from '../../congestion/kit/weeks.ts'
import { foreseenRoad } from './forecast-kit.ts'

const clock = (at: number) => beijingIso(instant(at)).slice(11, 16)

describe('the evening rush is told two hours before', { timeout: 30_000 }, () => {
  it('at 14:59 nobody, at 15:00 the head, the shift and the county, with how many lanes and people', async () => {
    const road = await foreseenRoad()
    await road.look()
    await road.goTo('14:59')
    expect(road.toldOf()).toEqual([])
    expect((await road.row()).forecast).toBeNull()

    await road.goTo('15:00')
    const told = road.toldOf()
    expect(told.map(({ to, channel }) => `${to.kind} ${channel}`).toSorted()).toEqual([
      'group robot',
      'person sms',
      // Two heads, and the one on shift.
      'staff push',
      'staff push',
      'staff push',
    ])
    expect(
      told.every(({ step, article, incident }) => step === 'L0' && article === 'jiaozuo-20#19' && incident === null),
    ).toBe(true)
    expect(told[0]!.text).toMatch(
      /^【预判】JZ-G01 站预计17:00–22:00高峰：每小时约1[34]\d辆，现2道每小时只能查90辆，等候可达\d+分钟。请开4道（增2道）、上岗8人，人员前置，保持应急绿色通道畅通$/,
    )
    // Once the peak has begun the measured wait speaks.
    expect(clock(told[0]!.notAfter!)).toBe('17:00')
    expect((await road.onScreens()).map(({ audience, ref }) => [audience, ref])).toEqual(
      expect.arrayContaining([
        ['checkpoint', 'JZ-G01'],
        ['dispatcher', null],
      ]),
    )
    expect((await road.row()).forecast).toMatchObject({ lanes: 4, staff: 8, from: '2022-05-16T17:00:00+08:00' })
  })

  it('once: not again as the hours go on and the peak moves, and the next evening once more', async () => {
    const road = await foreseenRoad()
    await road.goTo('15:00')
    const first = road.toldOf().length
    await road.goTo('23:50')
    expect(road.toldOf()).toHaveLength(first)
    await road.goTo('15:00', '2022-05-17')
    // Nobody is on shift any more.
    expect(road.toldOf()).toHaveLength(2 * first - 1)
    expect((await road.peaks()).filter((row) => row.told_at !== null).map((row) => clock(row.from_at))).toEqual([
      '17:00',
      '17:00',
    ])
  })

  it('a new server on the same database says nothing again, and two at the same time say it once', async () => {
    const road = await foreseenRoad()
    await road.goTo('14:45')
    road.newServers(2)
    road.forward(15)
    await road.together()
    const first = road.toldOf().length
    expect(first).toBe(5)
    expect(await road.onScreens()).toHaveLength(2)
    road.newServers(1)
    await road.goTo('16:30')
    expect(road.toldOf()).toHaveLength(first)
    expect(await road.onScreens()).toHaveLength(2)
  })

  it('a server that stood still tells it late but before it begins, and not after', async () => {
    const late = await foreseenRoad()
    await late.goTo('14:00')
    late.standStill()
    late.forward(120)
    late.newServers(1)
    await late.look()
    expect(late.toldOf()).not.toEqual([])

    const missed = await foreseenRoad()
    await missed.goTo('14:00')
    missed.standStill()
    missed.forward(200)
    missed.newServers(1)
    await missed.look()
    expect(missed.toldOf()).toEqual([])
  })

  it('where the lanes have been opened by then nothing is told', async () => {
    const road = await foreseenRoad()
    await road.goTo('14:50')
    for (const lane of [3, 4]) await road.shift.lane('lane-open', lane)
    await road.goTo('16:30')
    expect(road.toldOf()).toEqual([])
    expect((await road.forecast()).peaks.map(({ from }) => from.slice(0, 10))).not.toContain('2022-05-16')
  })

  it('lanes that close make a peak of a quiet noon', async () => {
    const road = await foreseenRoad({
      history: weeks('2022-04-25T00:00', '2022-05-16T09:00', () => ({ arrivals: 60, lanes: 2 })),
    })
    await road.look()
    expect((await road.forecast()).peaks).toEqual([])
    road.forward(1)
    await road.shift.lane('lane-closed', 2)
    const { peaks } = await road.forecast()
    expect(peaks[0]).toMatchObject({ lanes: 1, advice: { lanes: 2, staff: 4 }, toldAt: null })
  })

  it('a closed checkpoint is left alone', async () => {
    const road = await foreseenRoad()
    await road.goTo('14:50')
    await (
      await road.staff('admin')
    ).send('PUT', '/api/checkpoints/JZ-G01', {
      name: 'JZ-G01 站',
      road: 'G5512',
      county: '410822',
      lanes: 4,
      active: false,
    })
    await road.goTo('15:30')
    expect(road.toldOf()).toEqual([])
  })
})

describe('what is shown of it', { timeout: 30_000 }, () => {
  it('today and tomorrow by the hour with the interval, the peaks, and what a third lane changes', async () => {
    const road = await foreseenRoad()
    await road.look()
    const seen = await road.forecast()
    expect(seen).toMatchObject({
      today: { date: '2022-05-16', kind: 'weekday', zh: '工作日' },
      tomorrow: { date: '2022-05-17' },
      lanes: { open: 2, total: 4 },
      notes: [],
    })
    expect(seen.hours).toHaveLength(48)
    expect(seen.hours[8]).toMatchObject({ ahead: null, came: { arrivals: 50 } })
    const five = seen.hours[17]!
    expect(five.ahead!.over).toBe(true)
    expect(five.expected!.low).toBeLessThan(five.expected!.arrivals)
    expect(five.expected!.high).toBeGreaterThan(five.expected!.arrivals)
    expect(five.ahead!.waitLow).toBeLessThanOrEqual(five.expected!.waitMinutes)
    const [, two, three, four] = seen.choices
    expect(three!.worstMinutes).toBeLessThan(two!.worstMinutes)
    expect(four!.worstMinutes).toBeLessThan(10)
  })

  it('says where it rests on little: a weekend that was never seen, a year whose holidays nobody recorded', async () => {
    const road = await foreseenRoad({ history: weeks('2022-05-16T00:00', '2022-05-16T09:00', usualDay) })
    expect((await road.forecast()).notes.map(({ zh }) => zh)).toEqual(['只见过1个工作日，预判仅供参考'])
    road.forward(5 * 24 * 60)
    const again = await road.staff('dispatcher')
    expect((await road.forecast(again)).notes.map(({ zh }) => zh)).toEqual(['还没有周末日的数据，暂按其他日子推算'])
  })

  it('a peak told after one such day says that it rests on one', async () => {
    const road = await foreseenRoad({ history: weeks('2022-05-13T00:00', '2022-05-14T00:00', usualDay) })
    await road.goTo('15:00')
    expect(road.toldOf()[0]!.text).toMatch(/保持应急绿色通道畅通（只见过1个工作日，预判仅供参考）$/)
  })

  it('where nothing was ever seen it says nothing', async () => {
    const road = await foreseenRoad({ history: [] })
    expect(await road.forecast()).toMatchObject({ hours: [], peaks: [], choices: [], error: null, notes: [] })
  })

  it('a head sees his own checkpoint and no other, an unknown one is not found', async () => {
    const road = await foreseenRoad()
    expect((await road.forecast(road.head)).hours).toHaveLength(48)
    expect((await road.head.send('GET', '/api/dispatch/checkpoints/JZ-G02/forecast')).status).toBe(403)
    expect((await road.dispatcher.send('GET', '/api/dispatch/checkpoints/JZ-99/forecast')).status).toBe(404)
  })
})

describe('what was said is held against what came', { timeout: 30_000 }, () => {
  it('what is foretold of an hour is kept at least two hours before, and never changed', async () => {
    const road = await foreseenRoad()
    await road.goTo('14:30')
    const { hours } = await road.forecast()
    const kept = hours.filter(({ ahead, expected }) => ahead === null && expected !== null)
    // The first look was at ten past ten.
    expect(kept.map(({ at }) => at.slice(11, 16))).toEqual(['13:00'])
  })

  it('off by how many trucks and minutes, and which peaks came', async () => {
    const history = weeks('2022-04-25T00:00', '2022-05-16T09:00', (at) => {
      const usual = usualDay(at)
      return { ...usual, wait: usual.arrivals > 130 ? 24 : 2 }
    })
    const road = await foreseenRoad({ history })
    const monday = beijingTime('2022-05-09T00:00')
    await road.db.commit(
      history
        .filter(({ at }) => at >= monday)
        .map(({ at, arrivals, wait }) =>
          addHourForecast({
            checkpoint_id: 'JZ-G01',
            hour: at,
            made_at: plus(at, -2 * hour - 10 * minute),
            arrivals: arrivals + 8,
            low: arrivals - 10,
            high: arrivals + 20,
            wait: wait + 3,
            lanes: 2,
          }),
        ),
    )
    const { error } = await road.forecast()
    // Five working evenings and two Sunday mornings at once too long; nobody was told of any.
    expect(error).toMatchObject({ days: 14, hours: 177, arrivalsOff: 8, waitOff: 3, within: 1, came: 0, missed: 7 })
  })
})

describe('what an hour was', { timeout: 60_000 }, () => {
  it('is made of inspections, lanes and readings, ten minutes after it is over, and once', async () => {
    const road = await foreseenRoad({ history: [] })
    await road.goTo('10:59')
    const plates = Array.from({ length: 30 }, (_, nth) => `豫HX${String(2000 + nth)}`)
    for (const plate of plates) {
      road.forward(2)
      await road.inspector.uploads({ facts: inProvince(plate) })
      await road.tick()
    }
    expect(await road.hours()).toEqual([])
    await road.goTo('12:09')
    const before = await road.hours()
    expect(before.map((row) => clock(row.hour))).not.toContain('11:00')
    await road.goTo('12:10')
    await road.look()
    road.newServers(2)
    await road.together()
    const rows = (await road.hours()).filter((row) => clock(row.hour) === '11:00')
    expect(rows).toMatchObject([{ checkpoint_id: 'JZ-G01', trucks: 30, lanes: 2 }])
    expect(rows[0]!.minutes).toBeGreaterThan(25)
    expect(rows[0]!.arrivals).toBeGreaterThan(25)
  })

  it('a server that stood still makes up for the hours it can still read', async () => {
    const road = await foreseenRoad()
    await road.goOn(70, { waitMinutes: 6 })
    road.forward(4 * 60)
    await road.look()
    const rows = (await road.hours()).filter(({ hour: at }) => at >= beijingTime('2022-05-16T09:00'))
    expect(rows.map((row) => [clock(row.hour), row.minutes > 30])).toEqual([
      ['09:00', false],
      ['10:00', true],
      ['11:00', false],
      ['12:00', false],
      ['13:00', false],
      ['14:00', false],
    ])
  })
})
