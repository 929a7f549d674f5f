import type { AnswerOf } from '../../schema/api/endpoint.ts'
import type { checkpointForecast as contract } from '../../schema/api/forecast.ts'
import { dayOf, startOfDay, type Day } from '../../shared/congestion/forecast/days.ts'
import { errorsOf } from '../../shared/congestion/forecast/errors.ts'
import { withLanes } from '../../shared/congestion/forecast/forecast.ts'
import { enoughMinutes } from '../../shared/congestion/forecast/profile.ts'
import { isSamePeak, type Peak } from '../../shared/congestion/forecast/peaks.ts'
import { Fault } from '../../shared/fault.ts'
import { beijingIso, day, hour, instant, plus, type Instant } from '../../shared/instant.ts'
import type { Bilingual } from '../../shared/policy/documents.ts'
import { dayWords, peakWords, restsOnWords, yearUnknownWords } from '../../shared/wording/forecast.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { checkpointById } from '../store/checkpoints.ts'
import { hourForecastsSince, peaksSince } from '../store/forecast.ts'
import type { HourForecastRow, PeakRow } from '../store/forecast.ts'
import { ladderNumbersAt } from './congestion-law.ts'
import { makeForecast, spanOf, type Made } from './forecast-make.ts'
import { permitIn } from './may.ts'

type Answer = AnswerOf<typeof contract>
/** Days of which the error is shown. */
const errorDays = 14

/** @throws Fault not-found CG-10 */
export async function checkpointForecast(deps: Deps, asker: Asker, id: string): Promise<Answer> {
  const [place] = await deps.db.all(checkpointById(id))
  if (place === undefined) throw new Fault('not-found', 'CG-10', 'there is no such checkpoint', { path: 'path.id' })
  permitIn(asker, 'see the board', place)
  const now = deps.now()
  const since = plus(now, -errorDays * day)
  const [made, foretold, peaks] = await Promise.all([
    makeForecast(deps, place, now),
    deps.db.all(hourForecastsSince(id, since)),
    deps.db.all(peaksSince(id, since)),
  ])
  const { given, forecast } = made
  const told = peaks.filter((row) => row.told_at !== null)
  const midnight = startOfDay(now)
  return {
    at: beijingIso(now),
    today: dayView(forecast.today),
    tomorrow: dayView(forecast.tomorrow),
    perLane: tenth(forecast.perLane),
    pace: Math.round(forecast.pace * 100) / 100,
    lanes: given.lanes,
    tellAheadMinutes: ladderNumbersAt(deps, now).congestionForecastAhead,
    notes: notesOf(made),
    hours: forecast.hours.length === 0 ? [] : hoursOf(made, foretold, midnight),
    peaks: peaksOf(made, told, { name: place.name, now }),
    choices: choicesOf(made),
    error: errorOf(made, foretold, told, since),
  }
}

const dayView = (one: Day): Answer['today'] => ({ date: one.date, kind: one.kind, ...dayWords(one) })

/** Little data is said, and a year whose holidays nobody has recorded. */
function notesOf({ forecast: { today, tomorrow, days, hours } }: Made): Bilingual[] {
  const kinds = new Set([today.kind, tomorrow.kind])
  const rests = hours.length === 0 ? [] : Array.from(kinds, (kind) => restsOnWords(kind, days[kind]))
  const years = new Set([today, tomorrow].filter(({ known }) => !known).map(yearOf))
  return [...rests.flatMap((one) => one ?? []), ...Array.from(years, yearUnknownWords)]
}
/** Of the last days of December it is the next year's notice that is missing. */
const yearOf = ({ date }: Day): string =>
  date.slice(5) >= '12-29' && dayOf(instant(Date.parse(`${date.slice(0, 4)}-07-01T00:00:00+08:00`))).known
    ? String(Number(date.slice(0, 4)) + 1)
    : date.slice(0, 4)

function hoursOf({ given, forecast }: Made, foretold: readonly HourForecastRow[], midnight: Instant): Answer['hours'] {
  const came = new Map(given.history.map((one) => [one.at, one]))
  const said = new Map(foretold.map((row) => [row.hour, row]))
  const ahead = new Map(forecast.hours.map((one) => [one.at, one]))
  return Array.from({ length: 48 }, (_, nth) => {
    const at = plus(midnight, nth * hour)
    const [next, before, seen] = [ahead.get(at), said.get(at), came.get(at)]
    const known = seen !== undefined && seen.minutes >= enoughMinutes
    return {
      at: beijingIso(at),
      expected: next === undefined ? (before === undefined ? null : expectedOf(before)) : expectedOf(next),
      ahead:
        next === undefined
          ? null
          : {
              capacity: tenth(next.capacity),
              waitLow: tenth(next.waitLow),
              waitHigh: tenth(next.waitHigh),
              over: next.over,
            },
      came: known
        ? { arrivals: Math.round((seen.arrivals * 60) / seen.minutes), lanes: seen.lanes, waitMinutes: seen.wait }
        : null,
    }
  })
}

type Expected = { arrivals: number; low: number; high: number; lanes: number; wait: number }
const expectedOf = ({ arrivals, low, high, lanes, wait }: Expected) => ({
  arrivals: tenth(arrivals),
  low: tenth(low),
  high: tenth(high),
  lanes,
  waitMinutes: tenth(wait),
})

type Where = { name: string; now: Instant }

/** Those expected, and those that were told and are not over, whether they are still expected or not. */
function peaksOf({ given, forecast }: Made, told: readonly PeakRow[], { name, now }: Where): Answer['peaks'] {
  const open = told.filter((row) => row.to_at > now)
  const gone = open.filter((row) => !forecast.peaks.some((peak) => isSamePeak(peak, spanOf(row))))
  const expected = forecast.peaks.map((peak) => ({
    peak,
    row: open.find((row) => isSamePeak(peak, spanOf(row))),
    gone: false,
  }))
  const all = [...expected, ...gone.map((row) => ({ peak: peakOf(row), row, gone: true }))]
  return all
    .toSorted((a, b) => a.peak.from - b.peak.from)
    .map(({ peak, row, gone: past }) => ({
      from: beijingIso(peak.from),
      to: beijingIso(peak.to),
      arrivals: tenth(peak.arrivals),
      capacity: tenth(peak.capacity),
      lanes: peak.lanes,
      waitMinutes: tenth(peak.wait),
      advice: { ...adviceView(peak), waitMinutes: tenth(peak.advice.wait) },
      toldAt: row?.told_at == null ? null : beijingIso(instant(row.told_at)),
      gone: past,
      ...peakWords(name, peak, given.lanes.open === peak.lanes),
    }))
}

const adviceView = ({ advice: { lanes, more, staff, short } }: Peak) => ({ lanes, more, staff, short })

const peakOf = (row: PeakRow): Peak => ({
  ...spanOf(row),
  arrivals: row.arrivals,
  capacity: row.capacity,
  lanes: row.lanes,
  wait: row.wait,
  advice: {
    lanes: row.advice_lanes,
    more: row.advice_lanes - row.lanes,
    staff: row.advice_staff,
    wait: row.advice_wait,
    short: row.advice_short === 1,
  },
})

/** From as many lanes as are open, or one, to all of them. */
function choicesOf({ given, forecast }: Made): Answer['choices'] {
  if (forecast.hours.length === 0) return []
  const { total } = given.lanes
  return Array.from({ length: total }, (_, nth) => nth + 1).map((lanes) => {
    const waits = withLanes(forecast, lanes, given)
    return {
      lanes,
      worstMinutes: tenth(Math.max(0, ...waits.map(({ worst }) => worst))),
      waits: waits.map(({ wait }) => tenth(wait)),
    }
  })
}

function errorOf(
  { given }: Made,
  foretold: readonly HourForecastRow[],
  told: readonly PeakRow[],
  since: Instant,
): Answer['error'] {
  const { now, startWait, history } = given
  const past = foretold.filter((row) => row.hour < now - hour)
  // What was missed can only be told from when something was foretold.
  const first = past[0]?.hour ?? now
  const errors = errorsOf({
    foretold: past.map((row) => ({ ...row, at: instant(row.hour) })),
    seen: history.filter(({ at }) => at >= Math.max(since, first)),
    told: told
      .filter((row) => row.to_at < now)
      .map((row) => ({ ...spanOf(row), lanes: row.lanes, adviceLanes: row.advice_lanes })),
    startWait,
  })
  if (errors.hours === 0) return null
  const { hours, within, came, handled, false: none, missed } = errors
  return {
    days: errorDays,
    hours,
    arrivalsOff: tenth(errors.arrivalsOff),
    arrivals: tenth(errors.arrivals),
    waitOff: tenth(errors.waitOff),
    wait: tenth(errors.wait),
    within: Math.round(within * 100) / 100,
    came,
    handled,
    false: none,
    missed,
  }
}

const tenth = (value: number): number => Math.round(value * 10) / 10
