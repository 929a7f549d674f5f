import { instant, parseInstant, shortTime } from '../../shared/instant.ts'
import { Button } from '../ui/button.tsx'
import { serverNow } from '../ui/server-clock.ts'
import { Shape } from '../ui/state-mark.tsx'
import { arrivalShown } from './arrival.ts'
import { useDriver } from './driver-state.tsx'
import { withArrival, type KeptTrip } from './stored.ts'
import { useDriverWords } from './use-words.ts'

/** 「已到收货企业」: while a company awaits the truck; kept on the phone until it could be sent. */
export function ArrivedButton({ kept }: { kept: KeptTrip }) {
  const { arriving: words } = useDriverWords()
  const { state, change } = useDriver()
  const shown = arrivalShown(kept, state.arrivals)
  if (shown === 'nothing') return null
  if (shown === 'offer') {
    const press = () => change((now) => withArrival(now, { trip: kept.trip.id, pressedAt: serverNow() }))
    return (
      <div className="on-screen">
        <Button wide onClick={press}>
          {words.button}
        </Button>
      </div>
    )
  }
  const said = 'said' in shown
  return (
    <p className="card on-screen arrival-said" role="status">
      <Shape tone={said ? 'go' : 'act'} size={18} />
      <span>
        {said ? words.said(shortTime(parseInstant(shown.said)!)) : words.waiting(shortTime(instant(shown.waiting)))}
      </span>
    </p>
  )
}
