import type { AnswerOf } from '../../schema/api/endpoint.ts'
import type { checkpointForecast } from '../../schema/api/forecast.ts'

export type Forecast = AnswerOf<typeof checkpointForecast>
export type Hour = Forecast['hours'][number]
export type Peak = Forecast['peaks'][number]
export type Which = 'today' | 'tomorrow'

/** The 24 hours of today or tomorrow. */
export const hoursOf = ({ hours, today }: Pick<Forecast, 'hours' | 'today'>, which: Which): Hour[] =>
  hours.filter(({ at }) => at.startsWith(today.date) === (which === 'today'))

/** 17:00–19:00, the end of the day as 24:00. */
export function spanOf({ from, to }: Pick<Peak, 'from' | 'to'>): string {
  const end = to.slice(11, 16)
  return `${from.slice(11, 16)}–${end === '00:00' ? '24:00' : end}`
}

export const whichOf = ({ from }: Pick<Peak, 'from'>, { today, tomorrow }: Forecast): Which | 'other' =>
  from.startsWith(today.date) ? 'today' : from.startsWith(tomorrow.date) ? 'tomorrow' : 'other'

/** The wait of each hour shown if so many lanes stay open; null where it is past. */
export function waitsWith({ hours, choices }: Forecast, lanes: number | undefined, shown: readonly Hour[]) {
  const choice = choices.find((one) => one.lanes === lanes)
  if (choice === undefined) return undefined
  const ahead = hours.filter((one) => one.ahead !== null)
  return shown.map((one) => {
    const place = ahead.indexOf(one)
    return place < 0 ? null : (choice.waits[place] ?? null)
  })
}

/** A round number above everything, so that the axis has whole numbers on it. */
export function topOf(values: readonly number[], least: number): number {
  const most = Math.max(least, ...values)
  const step = most > 400 ? 200 : most > 150 ? 100 : most > 60 ? 50 : 20
  return Math.ceil(most / step) * step
}

export type Box = { readonly width: number; readonly height: number }
export type Bar = {
  x: number
  width: number
  y: number
  height: number
  low: number
  high: number
  over: boolean
  past: boolean
}

/** Where each hour's bar, range, dot and step stand in a box; x of an hour is its middle. */
export function barsOf(hours: readonly Hour[], top: number, { width, height }: Box) {
  const each = width / 24
  const y = (n: number) => round(height - (Math.min(n, top) / top) * height)
  const bars: (Bar | null)[] = hours.map(({ expected, ahead }, nth) =>
    expected === null
      ? null
      : {
          x: round(nth * each + each * 0.15),
          width: round(each * 0.7),
          y: y(expected.arrivals),
          height: round(height - y(expected.arrivals)),
          low: y(expected.low),
          high: y(expected.high),
          over: ahead?.over === true,
          past: ahead === null,
        },
  )
  const dots = hours.flatMap(({ came }, nth) =>
    came === null ? [] : [{ x: round((nth + 0.5) * each), y: y(came.arrivals) }],
  )
  // One step a run of hours, each in its own height.
  let steps = ''
  hours.forEach(({ ahead }, nth) => {
    if (ahead === null) return
    const at = y(ahead.capacity)
    const before = hours[nth - 1]?.ahead
    steps += before == null ? `M${round(nth * each)} ${at}` : `V${at}`
    steps += `H${round((nth + 1) * each)}`
  })
  return { bars, dots, steps }
}

/** The wait as a line through the middles of the hours; what is not known parts it. */
export function lineOf(values: readonly (number | null)[], top: number, { width, height }: Box): string {
  const each = width / 24
  let path = ''
  values.forEach((value, nth) => {
    if (value === null) return
    const point = `${round((nth + 0.5) * each)} ${round(height - (Math.min(value, top) / top) * height)}`
    path += `${nth === 0 || values[nth - 1] === null ? 'M' : 'L'}${point}`
  })
  return path
}

/** Between the wait if few come and if many come. */
export function bandOf(hours: readonly Hour[], top: number, { width, height }: Box): string {
  const each = width / 24
  const known = hours.flatMap(({ ahead }, nth) => (ahead === null ? [] : [{ ahead, x: round((nth + 0.5) * each) }]))
  if (known.length < 2) return ''
  const y = (n: number) => round(height - (Math.min(n, top) / top) * height)
  const there = known.map(({ ahead, x }) => `${x} ${y(ahead.waitHigh)}`)
  const back = known.toReversed().map(({ ahead, x }) => `${x} ${y(ahead.waitLow)}`)
  return `M${[...there, ...back].join('L')}Z`
}

const round = (value: number) => Math.round(value * 10) / 10
