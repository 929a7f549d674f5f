import { describe, expect, it } from 'vitest'
import { withLanes } from '../../shared/congestion/forecast/forecast.ts'
import { isDue, isSamePeak } from '../../shared/congestion/forecast/peaks.ts'
import { profileOf } from '../../shared/congestion/forecast/profile.ts'
import { beijingIso, hour, minute, plus } from '../../shared/instant.ts'
import { peakWords, restsOnWords } from '../../shared/wording/forecast.ts'
import { beijingTime, foretold, given, usualDay, weeks } from './kit/weeks.ts'

// Three weeks before a Thursday.
const history = weeks('2022-05-22T00:00', '2022-06-17T00:00')
const at = (text: string) => beijingTime(`2022-06-${text}`)
const spans = (peaks: readonly { from: number; to: number }[]) =>
  peaks.map(({ from, to }) => [beijingIso(from as never).slice(8, 16), beijingIso(to as never).slice(8, 16)].join('–'))

describe('what an hour of such a day usually brings', () => {
  it('by kind of day: the rush of a working evening is none on a Sunday, and that of a Sunday morning none on a Tuesday', () => {
    const profile = profileOf(history, at('16T12:00'))
    expect(profile.usualAt(at('16T17:00'))!.arrivals).toBeGreaterThan(125)
    expect(profile.usualAt(at('19T17:00'))!.arrivals).toBeLessThan(90)
    expect(profile.usualAt(at('19T10:00'))!.arrivals).toBeGreaterThan(110)
    expect(profile.usualAt(at('21T10:00'))!.arrivals).toBeLessThan(70)
    expect(profile.perLane).toBeCloseTo(45, 0)
  })

  it('a Sunday that is worked is a working day in what is learned and in what is said', () => {
    const april = weeks('2022-04-04T00:00', '2022-04-24T00:00')
    const profile = profileOf(april, beijingTime('2022-04-24T08:00'))
    expect(profile.usualAt(beijingTime('2022-04-24T17:00'))!.arrivals).toBeGreaterThan(120)
    // The Sunday before is a day off.
    expect(profile.usualAt(beijingTime('2022-04-17T17:00'))!.arrivals).toBeLessThan(100)
  })

  it('one wild day does not carry the rest with it', () => {
    const wild = weeks('2022-05-22T00:00', '2022-06-16T00:00', (when) =>
      beijingIso(when).startsWith('2022-06-09') ? { arrivals: 400, lanes: 2 } : usualDay(when),
    )
    expect(profileOf(wild, at('16T12:00')).usualAt(at('16T14:00'))!.arrivals).toBeLessThan(60)
  })

  it('older weeks fade: a road that has doubled is believed after three weeks, not after three days', () => {
    const grown = weeks('2022-03-01T00:00', '2022-06-16T00:00', (when) => ({
      arrivals: when < beijingTime('2022-05-23T00:00') ? 40 : 80,
      lanes: 2,
    }))
    const now = profileOf(grown, at('16T12:00')).usualAt(at('16T14:00'))!
    const then = profileOf(grown, beijingTime('2022-05-25T12:00')).usualAt(beijingTime('2022-05-25T14:00'))!
    expect(then.arrivals).toBeLessThan(45)
    expect(now.arrivals).toBeGreaterThan(75)
  })

  it('with little data it says so, leans on other days, and keeps a wide interval', () => {
    const few = weeks('2022-06-13T00:00', '2022-06-16T00:00')
    const sunday = profileOf(few, at('16T12:00')).usualAt(at('19T14:00'))!
    expect(sunday.days).toBe(0)
    expect(sunday.arrivals).toBeCloseTo(50, 0)
    const [narrow, wide] = [profileOf(history, at('16T12:00')), profileOf(few, at('16T12:00'))].map((profile) => {
      const { low, high } = profile.usualAt(at('16T14:00'))!
      return high - low
    })
    expect(wide!).toBeGreaterThan(narrow!)
    expect(restsOnWords('weekend', 2)!.zh).toBe('只见过2个周末日，预判仅供参考')
    expect(restsOnWords('weekend', 0)!.zh).toBe('还没有周末日的数据，暂按其他日子推算')
    expect(restsOnWords('weekday', 15)).toBeNull()
  })

  it('nothing seen, nothing said', () => {
    expect(foretold('2022-06-16T12:00', [])).toMatchObject({ hours: [], peaks: [] })
    const lost = history.map((one) => ({ ...one, minutes: 10 }))
    expect(foretold('2022-06-16T12:00', lost).hours).toEqual([])
  })
})

describe('a peak ahead', () => {
  // Until ten: what two hours leave standing takes three more to be taken.
  it('says when, how many come, how many the lanes take, and the fewest lanes and people that keep it', () => {
    const { peaks } = foretold('2022-06-16T14:00', history)
    expect(spans(peaks)).toEqual(['16T17:00–16T22:00', '17T17:00–17T22:00'])
    const [today] = peaks
    expect(today).toMatchObject({ lanes: 2, advice: { lanes: 4, more: 2, staff: 8, short: false } })
    expect(today!.arrivals).toBeGreaterThan(130)
    expect(today!.capacity).toBeCloseTo(90, -1)
    expect(today!.wait).toBeGreaterThan(40)
    expect(today!.advice.wait).toBeLessThan(10)
    expect(peakWords('柏香站', today!, true).zh).toMatch(
      /^【预判】柏香站预计17:00–22:00高峰：每小时约1[34]\d辆，现2道每小时只能查90辆，等候可达\d+分钟。请开4道（增2道）、上岗8人，人员前置，保持应急绿色通道畅通$/,
    )
    expect(peakWords('Baixiang', today!, true).en).toContain('Open 4 lanes (2 more) with 8 people beforehand')
  })

  it('a third lane changes the answer', () => {
    const asked = given('2022-06-16T14:00', history)
    const forecast = foretold('2022-06-16T14:00', history)
    const worst = (n: number) => Math.max(...withLanes(forecast, n, asked).map((one) => one.worst))
    expect(worst(2)).toBeGreaterThan(worst(3) + 20)
    expect(worst(4)).toBeLessThan(10)
  })

  it('where the fourth lane is usually open at that hour there is none', () => {
    const opened = weeks('2022-05-22T00:00', '2022-06-17T00:00', (when) => {
      const usual = usualDay(when)
      return usual.arrivals > 90 ? { ...usual, lanes: 4 } : usual
    })
    expect(foretold('2022-06-16T12:00', opened).peaks).toEqual([])
  })

  it('lanes that are closed now are missed in the next hours: a quiet afternoon becomes a peak', () => {
    const quiet = weeks('2022-05-22T00:00', '2022-06-17T00:00', () => ({ arrivals: 60, lanes: 2 }))
    expect(foretold('2022-06-16T12:00', quiet).peaks).toEqual([])
    const [peak] = foretold('2022-06-16T12:00', quiet, { lanes: { open: 1, total: 4 } }).peaks
    expect(peak).toMatchObject({ lanes: 1, advice: { lanes: 2, staff: 4 } })
    // All of them closed: nobody is taken, and that is a peak as well.
    expect(foretold('2022-06-16T12:00', quiet, { lanes: { open: 0, total: 4 } }).peaks[0]!.wait).toBeGreaterThan(60)
  })

  it('where not even all lanes are enough, it says so', () => {
    const [peak] = foretold('2022-06-16T14:00', history, { lanes: { open: 2, total: 2 } }).peaks
    expect(peak!.advice).toMatchObject({ lanes: 2, more: 0, staff: 4, short: true })
    expect(peakWords('柏香站', peak!, true).zh).toContain('2道已是全部车道：请上岗4人、人员前置，并报县调度提前增援')
  })

  it('who stands there now waits too', () => {
    const quiet = weeks('2022-05-22T00:00', '2022-06-17T00:00', () => ({ arrivals: 60, lanes: 2 }))
    const [empty] = foretold('2022-06-16T12:00', quiet).hours
    const [full] = foretold('2022-06-16T12:00', quiet, { standing: { vehicles: 45, wait: 25 } }).hours
    expect(empty!.wait).toBeLessThan(3)
    expect(full!.wait).toBeGreaterThan(8)
  })

  it('a day that runs fuller than usual is foretold fuller, for a few hours', () => {
    const fuller = weeks('2022-05-22T00:00', '2022-06-17T00:00', (when) => {
      const usual = usualDay(when)
      return when >= at('16T00:00') ? { ...usual, arrivals: usual.arrivals * 1.6 } : usual
    })
    const usual = foretold('2022-06-16T14:00', history)
    const today = foretold('2022-06-16T14:00', fuller)
    expect(today.pace).toBeGreaterThan(1.3)
    const comes = (of: typeof today, when: string) => of.hours.find((one) => one.at === at(when))!.arrivals
    expect(comes(today, '16T15:00') / comes(usual, '16T15:00')).toBeGreaterThan(1.25)
    expect(comes(today, '17T15:00') / comes(usual, '17T15:00')).toBeLessThan(1.1)
  })

  it('a holiday of which little was seen leans on the weekend, its last day on the holiday', () => {
    const april = weeks('2022-04-01T00:00', '2022-05-04T00:00', (when) => {
      const usual = usualDay(when)
      return when >= beijingTime('2022-04-30T00:00') ? { arrivals: usual.arrivals * 1.5, lanes: 2 } : usual
    })
    const last = profileOf(april, beijingTime('2022-05-04T06:00')).usualAt(beijingTime('2022-05-04T10:00'))!
    expect(last.arrivals).toBeGreaterThan(150)
    expect(last.arrivals).toBeLessThan(230)
  })
})

describe('when it is told', () => {
  const peak = { from: at('16T17:00'), to: at('16T19:00') }
  it.each([
    ['14:59', false, 'two hours and a minute before'],
    ['15:00', true, 'two hours before'],
    ['16:59', true, 'late, but still before'],
    ['17:00', false, 'it has begun; now the measured wait speaks'],
  ])('at %s: %s (%s)', (time, due) => expect(isDue(peak, at(`16T${time}`), 120)).toBe(due))

  it('a peak that has moved a little is the same, one in the next evening is not', () => {
    expect(isSamePeak(peak, { from: plus(peak.from, hour), to: plus(peak.to, hour) })).toBe(true)
    expect(isSamePeak(peak, { from: plus(peak.to, 80 * minute), to: plus(peak.to, 3 * hour) })).toBe(true)
    expect(isSamePeak(peak, { from: plus(peak.from, 24 * hour), to: plus(peak.to, 24 * hour) })).toBe(false)
    expect(isSamePeak(peak, { from: plus(peak.to, 2 * hour), to: plus(peak.to, 3 * hour) })).toBe(false)
  })
})
