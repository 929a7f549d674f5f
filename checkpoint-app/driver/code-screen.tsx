import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { ScreenTitle } from '../ui/screen-title.tsx'
import { hashOf } from './route.ts'
import { useDriver } from './driver-state.tsx'
import { CodeCard } from './later-screens.tsx'
import { useRoute } from './use-route.ts'
import { useDriverWords } from './use-words.ts'
import { WaitingCards } from './waiting-card.tsx'

/** Home is the code of the newest trip (or the one chosen); without a trip, the way to one. */
export function CodeScreen({ id }: { id: string | null }) {
  const words = useDriverWords()
  const { state } = useDriver()
  const [, go] = useRoute()
  const kept = state.trips.find(({ trip }) => trip.id === id) ?? state.trips[0]
  if (kept) {
    return (
      <>
        <WaitingCards />
        <CodeCard key={kept.trip.id} kept={kept} />
        {state.trips.length > 1 && (
          <p className="on-screen centred">
            <a href={hashOf({ screen: 'trips' })} className="text-link">
              {words.home.others(state.trips.length - 1)}
            </a>
          </p>
        )}
      </>
    )
  }
  if (state.waiting.length > 0) return <WaitingCards heading />
  return (
    <div className="welcome">
      <Empty title={words.home.none}>
        <p>{words.home.noneLine}</p>
      </Empty>
      <ScreenTitle hidden>{words.tabs.code}</ScreenTitle>
      <Button kind="primary" wide onClick={() => go({ screen: 'register', page: 0 })}>
        {words.home.register}
      </Button>
      <Button wide onClick={() => go({ screen: 'find' })}>
        {words.home.find}
      </Button>
    </div>
  )
}
