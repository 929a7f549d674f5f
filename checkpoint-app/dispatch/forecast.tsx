import { useCallback, useState } from 'react'
import { checkpointForecast } from '../../schema/api/forecast.ts'
import { roundTrucks } from '../../shared/wording/forecast.ts'
import { useSession } from '../office/session.tsx'
import { useLoad } from '../office/use-load.ts'
import { Busy } from '../ui/busy.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import type { Row } from './board-state.ts'
import { ForecastChart } from './forecast-chart.tsx'
import { ForecastError } from './forecast-error.tsx'
import { hoursOf, spanOf, waitsWith, whichOf, type Forecast, type Peak, type Which } from './forecast-hours.ts'
import { useForecastWords } from './forecast-words.ts'
import { useSaid } from './incident-words.ts'
import { useReload } from './use-reload.ts'
import './forecast.css'

const whole = Math.round

function PeakCard({ peak, forecast }: { peak: Peak; forecast: Forecast }) {
  const words = useForecastWords()
  const { advice } = peak
  return (
    <li className={`peak ${peak.gone ? 'is-gone' : ''}`}>
      <h4>
        {words.when[whichOf(peak, forecast)]} {words.peak(spanOf(peak))}
      </h4>
      <p>
        {words.comes(roundTrucks(peak.arrivals), peak.lanes, roundTrucks(peak.capacity))}
        {'\u00a0· '}
        <b className="peak-wait">{words.waits(whole(peak.waitMinutes))}</b>
      </p>
      {peak.gone ? (
        <p className="quiet">{words.gone}</p>
      ) : (
        <p>
          <strong>{words.advice(advice.lanes, advice.staff)}</strong> · {words.after(whole(advice.waitMinutes))}
          {advice.short && <b> · {words.short}</b>}
        </p>
      )}
      <p className="quiet small">
        {peak.toldAt !== null
          ? words.told(peak.toldAt.slice(11, 16))
          : peak.from <= forecast.at
            ? words.begun
            : words.willTell(forecast.tellAheadMinutes)}
      </p>
    </li>
  )
}

function Legend() {
  const words = useForecastWords()
  return (
    <ul className="forecast-legend small quiet">
      {(['expected', 'interval', 'capacity', 'came'] as const).map((what) => (
        <li key={what}>
          <i className={`key-${what}`} aria-hidden="true" /> {words[what]}
        </li>
      ))}
    </ul>
  )
}

type Choosing = { forecast: Forecast; chosen: number | undefined; choose: (lanes: number | undefined) => void }

function Choices({ forecast, chosen, choose }: Choosing) {
  const words = useForecastWords()
  return (
    <div className="forecast-choices" role="group" aria-label={words.ifLanes}>
      <span className="quiet">{words.ifLanes}</span>
      {forecast.choices.map(({ lanes, worstMinutes }) => (
        <button
          key={lanes}
          type="button"
          className="filter-chip"
          aria-pressed={chosen === lanes}
          onClick={() => choose(chosen === lanes ? undefined : lanes)}
        >
          {words.lanes(lanes)} <span className="small">{words.worst(whole(worstMinutes))}</span>
        </button>
      ))}
    </div>
  )
}

function Hours({ forecast, which }: { forecast: Forecast; which: Which }) {
  const words = useForecastWords()
  const number = (n: number | undefined) => (n === undefined ? '—' : whole(n))
  return (
    <details className="forecast-table">
      <summary>{words.table}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.hour}</th>
            <th scope="col">{words.expected}</th>
            <th scope="col">{words.capacity}</th>
            <th scope="col">{words.minutes}</th>
            <th scope="col">{words.came}</th>
          </tr>
        </thead>
        <tbody>
          {hoursOf(forecast, which).map(({ at, expected, ahead, came }) => (
            <tr key={at} className={ahead?.over === true ? 'is-over' : ''}>
              <th scope="row">
                {at.slice(11, 16)} {ahead?.over === true && <b>{words.over}</b>}
              </th>
              <td>
                {expected === null
                  ? '—'
                  : `${whole(expected.arrivals)} (${whole(expected.low)}–${whole(expected.high)})`}
              </td>
              <td>{number(ahead?.capacity)}</td>
              <td>{number(expected?.waitMinutes)}</td>
              <td>{number(came?.arrivals)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

function Shown({ forecast }: { forecast: Forecast }) {
  const words = useForecastWords()
  const said = useSaid()
  const [which, setWhich] = useState<Which>('today')
  const [chosen, choose] = useState<number>()
  const hours = hoursOf(forecast, which)
  const pace = whole((forecast.pace - 1) * 100)
  const now = which === 'today' ? Number(forecast.at.slice(11, 13)) + Number(forecast.at.slice(14, 16)) / 60 : undefined
  return (
    <>
      {forecast.peaks.length === 0 && <p>{words.noPeak}</p>}
      <ul className="peaks">
        {forecast.peaks.map((peak) => (
          <PeakCard key={peak.from} peak={peak} forecast={forecast} />
        ))}
      </ul>
      <div className="part-head">
        <div className="chips">
          {(['today', 'tomorrow'] as const).map((one) => (
            <button
              key={one}
              type="button"
              className="filter-chip"
              aria-pressed={which === one}
              onClick={() => setWhich(one)}
            >
              {words[one]} · {said(forecast[one])}
            </button>
          ))}
        </div>
        <span className="quiet small">
          {words.perLane(whole(forecast.perLane))}
          {Math.abs(pace) >= 10 && which === 'today' && ` · ${words.pace(pace)}`}
        </span>
      </div>
      <figure>
        <ForecastChart hours={hours} day={words[which]} would={waitsWith(forecast, chosen, hours)} now={now} />
        <figcaption>
          <Legend />
        </figcaption>
      </figure>
      <Choices forecast={forecast} chosen={chosen} choose={choose} />
      <Hours forecast={forecast} which={which} />
      <ForecastError error={forecast.error} ahead={forecast.tellAheadMinutes} />
    </>
  )
}

/** What today and tomorrow will bring at a checkpoint, and how far it was off until now. */
export function ForecastPart({ id, row }: { id: string; row: Row | undefined }) {
  const words = useForecastWords()
  const said = useSaid()
  const { ask } = useSession()
  const load = useCallback(() => ask(checkpointForecast, { params: { id } }), [ask, id])
  const { value, problem, reload } = useLoad(load)
  useReload(row?.lanes.open, reload)
  return (
    <section className="side-part forecast" aria-label={words.title}>
      <div className="part-head">
        <h3>{words.title}</h3>
        <span className="quiet small">{words.lead}</span>
      </div>
      {problem && <ErrorNote problem={problem} onRetry={() => void reload()} />}
      {value === undefined && !problem && <Busy />}
      {value?.notes.map((note) => (
        <p key={note.zh} className="banner small">
          {said(note)}
        </p>
      ))}
      {value !== undefined && value.hours.length === 0 && <p className="quiet">{words.none}</p>}
      {value !== undefined && value.hours.length > 0 && <Shown forecast={value} />}
    </section>
  )
}
