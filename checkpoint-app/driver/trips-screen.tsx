import { useState } from 'react'
import { parseInstant, shortTime } from '../../shared/instant.ts'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { Plate } from '../ui/plate.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { useToast } from '../ui/toast.tsx'
import { shortRegion, useRegions } from '../ui/use-regions.ts'
import { ScreenTitle } from '../ui/screen-title.tsx'
import { useDriver } from './driver-state.tsx'
import { LastUsedCard } from './last-used-card.tsx'
import { withoutTrip, type KeptTrip } from './stored.ts'
import { showNumber } from './trip-facts.tsx'
import { hashOf } from './route.ts'
import { useCaseWords } from './use-case-words.ts'
import { useRoute } from './use-route.ts'
import { useDriverWords } from './use-words.ts'

function TripRow({ kept: { trip }, onForget }: { kept: KeptTrip; onForget: () => void }) {
  const { trips } = useDriverWords()
  const cases = useCaseWords()
  const regions = useRegions()
  const [, go] = useRoute()
  return (
    <li className="card trip-row">
      <p className="trip-row-head">
        <Plate plate={trip.plate} size="small" />
        <span className="quiet">{trips.states[trip.state]}</span>
      </p>
      <p>
        {shortRegion(regions, trip.from)} → {shortRegion(regions, trip.to)}
      </p>
      <p className="quiet small">
        {shortTime(parseInstant(trip.eta)!)} · {showNumber(trip.number)}
      </p>
      <p>
        <a className="text-link" href={hashOf({ screen: 'cases', trip: trip.id, inspection: null })}>
          {cases.fromVerdict}
        </a>
      </p>
      <div className="side-by-side">
        <Button onClick={() => go({ screen: 'code', id: trip.id })}>{trips.open}</Button>
        <Button kind="ghost" onClick={onForget}>
          {trips.forget}
        </Button>
      </div>
    </li>
  )
}

/** This phone's trips, newest first, and the ways to another one. */
export function TripsScreen() {
  const words = useDriverWords()
  const { state, change } = useDriver()
  const [, go] = useRoute()
  const say = useToast()
  const [leaving, setLeaving] = useState<string>()
  const forget = () => {
    if (leaving) change((now) => withoutTrip(now, leaving))
    setLeaving(undefined)
    say(words.trips.forgotten)
  }
  return (
    <div className="stack on-screen">
      <ScreenTitle>{words.trips.title}</ScreenTitle>
      <Button kind="primary" wide onClick={() => go({ screen: 'register', page: 0 })}>
        {words.trips.new}
      </Button>
      <Button wide onClick={() => go({ screen: 'find' })}>
        {words.home.find}
      </Button>
      {state.trips.length === 0 && <Empty title={words.home.none} />}
      <ul className="stack">
        {state.trips.map((kept) => (
          <TripRow key={kept.trip.id} kept={kept} onForget={() => setLeaving(kept.trip.id)} />
        ))}
      </ul>
      <h2>{words.trips.last}</h2>
      {state.last ? <LastUsedCard last={state.last} /> : <p className="quiet">{words.trips.lastNone}</p>}
      <Sheet
        open={leaving !== undefined}
        title={words.trips.forget}
        onClose={() => setLeaving(undefined)}
        actions={
          <Button kind="danger" onClick={forget}>
            {words.trips.forget}
          </Button>
        }
      >
        <p>{words.trips.forgetAsk}</p>
      </Sheet>
    </div>
  )
}
