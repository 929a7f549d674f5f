import { isDecided } from '../../shared/appeals/kinds.ts'
import { Busy } from '../ui/busy.tsx'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { ScreenTitle } from '../ui/screen-title.tsx'
import { useNow } from '../ui/use-now.ts'
import { AppealOpening } from './appeal-opening.tsx'
import { AppealOutside } from './appeal-outside.tsx'
import { keptPlace } from './appeal-place.ts'
import { AppealStanding } from './appeal-state.tsx'
import { AppealVerdicts } from './appeal-verdicts.tsx'
import { shownState } from './code-state.ts'
import { useDriver } from './driver-state.tsx'
import type { KeptTrip } from './stored.ts'
import { useAppeals, type Appeals, type TripAppeals } from './use-appeals.ts'
import { useAppealWords } from './use-appeal-words.ts'
import { useFreshCode } from './use-fresh-code.ts'
import { useDriverWords } from './use-words.ts'
import { useRoute } from './use-route.ts'
import './appeal.css'

type Reasons = { kept: KeptTrip; appeals: TripAppeals; opening: string | null; send: Appeals['send'] }

function Openings({ kept, appeals, opening: asked, send }: Reasons) {
  const { refresh } = useFreshCode(kept)
  const all = appeals.people.flatMap((person) => person.openings.map((opening) => ({ person, opening })))
  if (all.length === 0) return <NothingOpen kept={kept} />
  return all.map(({ person, opening }) => (
    <AppealOpening
      key={opening.opening}
      person={person}
      opening={opening}
      named={appeals.people.length > 1}
      asked={opening.opening === asked}
      running={appeals.appeals.find((one) => one.opening === opening.opening && !isDecided(one.state))}
      send={send}
      onCleared={() => void refresh()}
    />
  ))
}

/** Grey is no colour that somebody gave: what to do about it stands with the code. */
function NothingOpen({ kept: { code, trip } }: { kept: KeptTrip }) {
  const words = useAppealWords()
  const { states } = useDriverWords()
  const sentence = states[shownState(code, trip, useNow()).says]
  if (code.state !== 'grey')
    return (
      <Empty title={words.nothing}>
        <p>{words.nothingLine}</p>
      </Empty>
    )
  return (
    <Empty title={words.grey}>
      <p>{words.greyLine}</p>
      <p>
        <strong>{sentence.line}</strong>
      </p>
      {sentence.todo && <p>{sentence.todo}</p>}
    </Empty>
  )
}

/** What came of them; and those that wait while their reason is open no more. */
function Mine({ appeals: { appeals, people, inspections } }: { appeals: TripAppeals }) {
  const words = useAppealWords()
  const shown = new Set([
    ...people.flatMap(({ openings }) => openings.map(({ opening }) => opening)),
    ...inspections.map(({ id }) => id),
  ])
  const decided = appeals.filter(
    ({ state, opening, inspection }) => isDecided(state) || !shown.has(opening ?? inspection ?? ''),
  )
  if (decided.length === 0) return null
  return (
    <section className="stack" aria-label={words.mine}>
      <h2>{words.mine}</h2>
      <ul className="plain-list stack">
        {decided.map((appeal) => (
          <li key={appeal.id} className="appeal-card stack-tight">
            <p className="quiet">{words.said[appeal.said]}</p>
            <AppealStanding appeal={appeal} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function OfTrip({ kept, opening }: { kept: KeptTrip; opening: string | null }) {
  const words = useAppealWords()
  const { appeals, problem, load, send } = useAppeals(kept)
  return (
    <>
      <p>{words.line(appeals?.numbers.appealTarget)}</p>
      {appeals?.people.some(({ openings }) => openings.length > 0) && (
        <p className="quiet small">{words.gap(appeals.numbers.twoTestsMinGap, appeals.numbers.twoTestsMaxGap)}</p>
      )}
      {problem && <ErrorNote problem={problem} onRetry={() => void load()} />}
      {!appeals && !problem && <Busy />}
      {appeals && (
        <>
          {appeals.healthData === 'down' && <p role="status">◇ {words.feedDown}</p>}
          <Openings kept={kept} appeals={appeals} opening={opening} send={send} />
          <Mine appeals={appeals} />
          <AppealVerdicts appeals={appeals} trip={kept.trip.id} send={send} />
          <AppealOutside seat={0} from={kept.trip.from} send={send} />
        </>
      )}
    </>
  )
}

function NoTrip() {
  const words = useAppealWords()
  const [, go] = useRoute()
  return (
    <>
      <Empty title={words.noTrip}>
        <p>{words.noTripLine}</p>
      </Empty>
      <Button kind="primary" wide onClick={() => go({ screen: 'find' })}>
        {words.openTrip}
      </Button>
      <Button wide onClick={() => go({ screen: 'register', page: 0 })}>
        {words.register}
      </Button>
    </>
  )
}

/** 健康码申诉绿色通道: from the code, or from a poster with the place kept. */
export function AppealScreen({ opening }: { opening: string | null }) {
  const words = useAppealWords()
  const { state } = useDriver()
  const [, go] = useRoute()
  const place = keptPlace()
  const kept =
    state.trips.find(({ code }) => code.crew.some(({ reasons }) => reasons.some((one) => one.opening === opening))) ??
    state.trips[0]
  return (
    <div className="stack on-screen appeal-screen">
      <ScreenTitle>{words.title}</ScreenTitle>
      {place && <p className="quiet">{words.at(`${words.places[place.kind]} ${place.name}`)}</p>}
      {!kept && <p>{words.line(undefined)}</p>}
      {kept ? <OfTrip key={kept.trip.id} kept={kept} opening={opening} /> : <NoTrip />}
      <p className="quiet small">{words.article}</p>
      {kept && (
        <Button kind="ghost" wide onClick={() => go({ screen: 'code', id: kept.trip.id })}>
          {words.toCode}
        </Button>
      )}
    </div>
  )
}
