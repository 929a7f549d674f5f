import type { Forecast } from './forecast-hours.ts'
import { useForecastWords } from './forecast-words.ts'

const whole = Math.round

/** How far it was off stands beside the forecast, so that nobody trusts it more than it has earned. */
export function ForecastError({ error, ahead }: Pick<Forecast, 'error'> & { ahead: number }) {
  const words = useForecastWords()
  return (
    <div className="forecast-error">
      <h4>{words.error}</h4>
      {error === null ? (
        <p className="quiet">{words.errorNone}</p>
      ) : (
        <>
          <p className="quiet small">{words.errorOf(error.days, error.hours, ahead)}</p>
          <ul className="forecast-off">
            <li>{words.errorTrucks(whole(error.arrivalsOff), whole(error.arrivals))}</li>
            <li>{words.errorWait(Math.round(error.waitOff * 10) / 10)}</li>
            <li>{words.errorWithin(whole(error.within * 100))}</li>
          </ul>
          <dl className="forecast-outcomes">
            {(['came', 'handled', 'false', 'missed'] as const).map((what) => (
              <div key={what}>
                <dt>{words.outcomes[what]}</dt>
                <dd>{error[what]}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </div>
  )
}
