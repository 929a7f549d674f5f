import { describe, expect, it } from 'vitest'
import {
  bandOf,
  barsOf,
  hoursOf,
  lineOf,
  spanOf,
  topOf,
  waitsWith,
  whichOf,
  type Forecast,
  type Hour,
} from '../../checkpoint-app/dispatch/forecast-hours.ts'

const at = (nth: number) => `2022-05-${nth < 24 ? 16 : 17}T${String(nth % 24).padStart(2, '0')}:00:00+08:00`

/** Ten in the morning: ten hours were, the eleventh runs. Two lanes, from five on three. */
const hours: Hour[] = Array.from({ length: 48 }, (_, nth) => ({
  at: at(nth),
  expected: nth < 3 ? null : { arrivals: 60, low: 40, high: 80, lanes: 2, waitMinutes: 5 },
  ahead: nth < 10 ? null : { capacity: nth < 17 ? 90 : 135, waitLow: 1, waitHigh: 9, over: nth === 17 },
  came: nth < 10 ? { arrivals: 50, lanes: 2, waitMinutes: 4 } : null,
}))
const forecast: Pick<Forecast, 'hours' | 'today' | 'tomorrow' | 'choices'> = {
  hours,
  today: { date: '2022-05-16', kind: 'weekday', zh: '工作日', en: 'working day' },
  tomorrow: { date: '2022-05-17', kind: 'weekday', zh: '工作日', en: 'working day' },
  choices: [{ lanes: 3, worstMinutes: 4, waits: hours.slice(10).map((_, nth) => nth) }],
}
const whole = {
  ...forecast,
  at: at(10),
  perLane: 45,
  pace: 1,
  lanes: { open: 2, total: 4 },
  notes: [],
  tellAheadMinutes: 120,
  peaks: [],
  error: null,
}
const box = { width: 240, height: 100 }

describe('the hours of a forecast on the screen', () => {
  it('today and tomorrow have 24 each', () => {
    expect(hoursOf(forecast, 'today').map((one) => one.at)).toEqual(hours.slice(0, 24).map((one) => one.at))
    expect(hoursOf(forecast, 'tomorrow')).toHaveLength(24)
  })
  it('a peak that ends at midnight ends at 24:00', () => {
    expect(spanOf({ from: at(21), to: at(24) })).toBe('21:00–24:00')
    expect(spanOf({ from: at(17), to: at(19) })).toBe('17:00–19:00')
    expect([at(23), at(24), '2022-05-15T23:00:00+08:00'].map((from) => whichOf({ from }, whole))).toEqual([
      'today',
      'tomorrow',
      'other',
    ])
  })
  it('the waits with another number of lanes stand at their hours, and nowhere in the past', () => {
    const today = hoursOf(forecast, 'today')
    const waits = waitsWith(whole, 3, today)!
    expect(waits.slice(9, 12)).toEqual([null, 0, 1])
    expect(waitsWith(whole, 3, hoursOf(forecast, 'tomorrow'))!.slice(0, 2)).toEqual([14, 15])
    expect(waitsWith(whole, undefined, today)).toBeUndefined()
  })
  it('bars, ranges, dots of what came, and steps of what the lanes take', () => {
    const { bars, dots, steps } = barsOf(hoursOf(forecast, 'today'), 150, box)
    expect(bars.slice(0, 3)).toEqual([null, null, null])
    expect(bars[4]).toMatchObject({ past: true, over: false, y: 60, height: 40 })
    expect(bars[17]).toMatchObject({ past: false, over: true })
    expect(bars[4]!.high).toBeLessThan(bars[4]!.y)
    expect(bars[4]!.low).toBeGreaterThan(bars[4]!.y)
    expect(dots).toHaveLength(10)
    expect(steps.startsWith('M100 40H110V40')).toBe(true)
    expect(steps).toContain('V10H180')
  })
  it('what is not known parts the line; the band is only ahead', () => {
    expect(lineOf([1, null, 2, 3], 10, box)).toBe('M5 90M25 80L35 70')
    expect(bandOf(hoursOf(forecast, 'today'), 10, box)).toMatch(/^M105 10L.*Z$/)
    expect(bandOf(hours.slice(0, 9), 10, box)).toBe('')
  })
  it('the axis ends at a round number above everything', () =>
    expect([topOf([], 20), topOf([47], 20), topOf([61], 20), topOf([158], 60), topOf([401], 60)]).toEqual([
      20, 60, 100, 200, 600,
    ]))
})
