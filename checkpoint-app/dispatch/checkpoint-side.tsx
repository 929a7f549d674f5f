import { useCallback, useEffect, useRef, useState } from 'react'
import { checkpointOnBoard } from '../../schema/api/dispatch.ts'
import type { AnswerOf } from '../../schema/api/endpoint.ts'
import { standingOf } from '../../shared/congestion/urgency.ts'
import { useSession } from '../office/session.tsx'
import { useLoad } from '../office/use-load.ts'
import { Busy } from '../ui/busy.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Icon } from '../ui/icon.tsx'
import { backIcon, closeIcon } from '../ui/icons.ts'
import type { Row } from './board-state.ts'
import { clock, notesOf } from './board-row.tsx'
import { Curve } from './curve.tsx'
import { ForecastPart } from './forecast.tsx'
import { IncidentPanel } from './incident-panel.tsx'
import { useIncidentWords } from './incident-words.ts'
import { QueueTold } from './queue-told.tsx'
import { StandingMark } from './standing-mark.tsx'
import { standingWord } from './step-words.ts'
import { useReload } from './use-reload.ts'
import { useDispatchWords } from './words.ts'

type One = AnswerOf<typeof checkpointOnBoard>

/** What is not heard of any more is no nought: while nothing runs there, nothing is said of it. */
const asHeard = (row: Row): Row =>
  row.lostSince === null || row.incident !== null
    ? row
    : {
        ...row,
        waitMinutes: null,
        lowMinutes: null,
        highMinutes: null,
        virtualMinutes: null,
        queueMetres: null,
        vehicles: null,
        confidence: null,
      }

function Numbers({ row: given }: { row: Row }) {
  const row = asHeard(given)
  const words = useIncidentWords()
  const board = useDispatchWords()
  const number = (value: number | null) => (value === null ? '—' : board.minutes(Math.round(value)))
  const { incident } = row
  return (
    <dl className="numbers">
      <div>
        <dt title={words.waitHint}>{words.wait}</dt>
        <dd>{number(row.waitMinutes)}</dd>
        <dd className="quiet small">
          {row.lowMinutes !== null && row.highMinutes !== null
            ? board.between(Math.round(row.lowMinutes), Math.round(row.highMinutes))
            : words.waitHint}
        </dd>
      </div>
      <div>
        <dt title={words.lastedHint}>{words.lasted}</dt>
        <dd>{incident?.lastedMinutes == null ? '—' : board.minutes(incident.lastedMinutes)}</dd>
        <dd className="quiet small">
          {incident?.startedAt == null ? '' : words.incidentSince(clock(incident.startedAt))}
        </dd>
      </div>
      <div>
        <dt title={words.virtualHint}>{words.virtual}</dt>
        <dd>{number(row.virtualMinutes)}</dd>
        <dd className="quiet small">{row.confidence === null ? '' : words.confidence[row.confidence]}</dd>
      </div>
      <div>
        <dt>{words.queue}</dt>
        <dd>{row.queueMetres === null ? '—' : board.metres(row.queueMetres)}</dd>
        <dd className="quiet small">{row.vehicles === null ? '' : words.vehicles(row.vehicles)}</dd>
      </div>
    </dl>
  )
}

function Lanes({ throughput }: { throughput: One['throughput'] }) {
  const words = useIncidentWords()
  const most = Math.max(1, ...throughput.map(({ trucks }) => trucks))
  return (
    <section className="side-part">
      <h3>{words.throughput}</h3>
      <ul className="lanes">
        {throughput.map(({ lane, open, trucks }) => (
          <li key={lane} className={open ? '' : 'is-closed'}>
            <span>{words.lane(lane)}</span>
            <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
              <rect className="lane-all" width="100" height="10" />
              <rect className="lane-done" width={(trucks / most) * 100} height="10" />
            </svg>
            <span>
              {words.trucks(trucks)}
              {!open && <span className="quiet"> · {words.laneClosed}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

type Choice = One['whatIf'][number]
const isWorthIt = ({ savedMinutes }: Choice): boolean => Math.round(savedMinutes) >= 1
type Choosing = { choices: readonly Choice[]; chosen: string | undefined; choose: (what: string | undefined) => void }

function WhatIf({ choices, lanes: { open, total }, chosen, choose }: Choosing & Pick<Row, 'lanes'>) {
  const words = useIncidentWords()
  return (
    <section className="side-part">
      <h3>{words.whatIf}</h3>
      {choices.length === 0 && <p className="quiet">{open < total ? words.whatIfUnknown : words.whatIfNone}</p>}
      <div className="what-if">
        {choices.map(({ what, lanes, waitMinutes, savedMinutes }) => (
          <Button key={what} aria-pressed={chosen === what} onClick={() => choose(chosen === what ? undefined : what)}>
            <span>
              {what === 'one-more-lane' ? words.oneMore(lanes) : words.allStaff(lanes)}{' '}
              <strong>{words.saved(Math.round(savedMinutes))}</strong>
              {chosen === what && (
                <>
                  <br />
                  <span className="small">{words.wouldBe(Math.round(waitMinutes))}</span>
                </>
              )}
            </span>
          </Button>
        ))}
      </div>
    </section>
  )
}

function Hours({ hours, choose }: { hours: number; choose: (hours: number) => void }) {
  const words = useIncidentWords()
  return (
    <div className="chips">
      {[3, 6, 24].map((n) => (
        <button key={n} type="button" className="filter-chip" aria-pressed={n === hours} onClick={() => choose(n)}>
          {words.hours(n)}
        </button>
      ))}
    </div>
  )
}

/** One checkpoint beside the list; on a phone in its place. */
export function CheckpointSide({ id, row }: { id: string; row: Row | undefined }) {
  const words = useIncidentWords()
  const board = useDispatchWords()
  const { ask } = useSession()
  const [hours, setHours] = useState(3)
  const [chosen, setChosen] = useState<string>()
  const load = useCallback(() => ask(checkpointOnBoard, { params: { id }, query: { hours } }), [ask, id, hours])
  const { value, problem, reload } = useLoad(load)
  useReload(row, reload)
  const title = useRef<HTMLHeadingElement>(null)
  const focused = useRef<string>(undefined)
  useEffect(() => {
    if (focused.current === id) return
    focused.current = id
    title.current?.focus({ preventScroll: true })
  }, [id])
  const shown = row ?? value?.row
  if (shown === undefined)
    return (
      <div className="side-body">
        {problem ? <ErrorNote problem={problem} onRetry={() => void reload()} /> : <Busy />}
      </div>
    )
  const standing = standingOf(shown)
  const [, ...more] = notesOf(shown, board)
  const would = value?.whatIf.find(({ what }) => what === chosen)?.waitMinutes
  return (
    <>
      <header className={`side-head of-${standing}`}>
        <a href="#/" className="side-close" aria-label={board.close}>
          <span className="on-phone">
            <Icon of={backIcon} size={24} />
          </span>
          <span className="on-desk">
            <Icon of={closeIcon} size={24} />
          </span>
        </a>
        <div>
          <h2 ref={title} tabIndex={-1}>
            {shown.name}
          </h2>
          <p className="quiet small">
            {shown.road} · {shown.countyName} · {shown.id}
          </p>
        </div>
        <p className="side-standing">
          <StandingMark of={standing} word={standingWord(standing, shown, board)} />
          {more.map((note) => (
            <b key={note}>{note}</b>
          ))}
        </p>
      </header>
      <div className="side-body">
        <Numbers row={shown} />
        <QueueTold checkpoint={id} />
        {problem && <ErrorNote problem={problem} onRetry={() => void reload()} />}
        <section className="side-part">
          <div className="part-head">
            <h3>{words.curve}</h3>
            <Hours hours={hours} choose={setHours} />
          </div>
          {value ? (
            <Curve limits={shown.limits} points={value.curve} at={value.at} hours={hours} wouldBe={would} />
          ) : (
            <Busy />
          )}
        </section>
        {value && (
          <div className="side-pair">
            <Lanes throughput={value.throughput} />
            {row && (
              <WhatIf
                choices={asHeard(row).vehicles === null ? [] : value.whatIf.filter(isWorthIt)}
                lanes={row.lanes}
                chosen={chosen}
                choose={setChosen}
              />
            )}
          </div>
        )}
        <IncidentPanel row={shown} past={value?.incidents ?? []} />
        <ForecastPart id={id} row={row} />
      </div>
    </>
  )
}
