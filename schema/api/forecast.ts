import * as z from 'zod/mini'
import { checkpointId, moment } from './common.ts'
import { endpoint } from './endpoint.ts'

/** What today and tomorrow will bring at a checkpoint 应急预判 (jiaozuo-20#19), and how far it was off until now. */

const words = { zh: z.string(), en: z.string() }
const n = z.number()

/** A Beijing day as traffic takes it, named: 「劳动节前一天」. */
const dayView = z.strictObject({ date: z.iso.date(), kind: z.enum(['weekday', 'weekend', 'holiday']), ...words })

export const peakView = z.strictObject({
  from: moment,
  to: moment,
  /** Trucks an hour that come, and that the planned lanes take. */
  arrivals: n,
  capacity: n,
  lanes: z.int(),
  /** The longest if nothing is done. */
  waitMinutes: n,
  advice: z.strictObject({
    lanes: z.int(),
    more: z.int(),
    staff: z.int(),
    waitMinutes: n,
    /** Not even all lanes are enough. */
    short: z.boolean(),
  }),
  /** When the head and the county were told; null = not yet. */
  toldAt: z.nullable(moment),
  /** Told, and by now not expected any more. */
  gone: z.boolean(),
  ...words,
})

export const hourView = z.strictObject({
  at: moment,
  /** What is expected; of an hour that is past what had been two hours before it, null = nothing had been. */
  expected: z.nullable(z.strictObject({ arrivals: n, low: n, high: n, lanes: z.int(), waitMinutes: n })),
  /** Of hours ahead: what the lanes take, the wait if few or if many come, and whether it is a peak. */
  ahead: z.nullable(z.strictObject({ capacity: n, waitLow: n, waitHigh: n, over: z.boolean() })),
  /** What came; null = not yet, or too little was seen. */
  came: z.nullable(z.strictObject({ arrivals: n, lanes: n, waitMinutes: n })),
})

export const checkpointForecast = endpoint({
  name: 'checkpointForecast',
  method: 'GET',
  path: '/api/dispatch/checkpoints/:id/forecast',
  summary:
    'Today and tomorrow by the hour: trucks with their interval and the wait with the planned lanes, the peaks and what is advised, what more lanes would change, and how far the forecast was off in the last 14 days.',
  callers: ['admin', 'dispatcher', 'command', 'supervisor', 'head'],
  status: 200,
  params: z.strictObject({ id: checkpointId }),
  answer: z.strictObject({
    at: moment,
    today: dayView,
    tomorrow: dayView,
    /** Trucks that a lane takes an hour while somebody waits. */
    perLane: n,
    /** 1.3 = today a third more comes than on such days. */
    pace: n,
    lanes: z.strictObject({ open: z.nullable(z.int()), total: z.int() }),
    /** So long before a peak people are told of it. */
    tellAheadMinutes: z.int(),
    /** What it rests on, where that is little. */
    notes: z.array(z.strictObject(words)),
    /** From the midnight before to the one after tomorrow; empty = nothing was ever seen here. */
    hours: z.array(hourView),
    peaks: z.array(peakView),
    /** With so many lanes in every hour ahead: the wait of each, and the longest. */
    choices: z.array(z.strictObject({ lanes: z.int(), worstMinutes: n, waits: z.array(n) })),
    /** null = nothing to compare yet. */
    error: z.nullable(
      z.strictObject({
        days: z.int(),
        hours: z.int(),
        /** Off on the average, and what came on the average. */
        arrivalsOff: n,
        arrivals: n,
        waitOff: n,
        wait: n,
        /** The share of hours between low and high; four of five should be. */
        within: n,
        /** Peaks told of: that came, that came to nothing with the advised lanes open, that came to nothing; and those not told of. */
        came: z.int(),
        handled: z.int(),
        false: z.int(),
        missed: z.int(),
      }),
    ),
  }),
})

export const forecastApi = [checkpointForecast] as const
