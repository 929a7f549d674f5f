import { day, plus } from '../../shared/instant.ts'
import { forgetHourForecasts, forgetHours, forgetPeaks } from '../store/forecast.ts'
import { keptHours } from '../usecases/forecast-make.ts'
import { lookAhead } from '../usecases/forecast-tick.ts'
import type { Timer } from './index.ts'

/** What each hour was, what the next will be, and who is told of a peak two hours before it (R117). */
export const forecast: Timer = { name: 'forecast', everySeconds: 15, run: lookAhead }

/** Half a year of hours; what was said of them for as long as its error is shown, and a while. */
export const oldHours: Timer = {
  name: 'old-hours',
  everySeconds: 6 * 3600,
  run: ({ db, now }) =>
    db.commit([
      forgetHours(keptHours(now())),
      forgetHourForecasts(plus(now(), -60 * day)),
      forgetPeaks(plus(now(), -60 * day)),
    ]),
}
