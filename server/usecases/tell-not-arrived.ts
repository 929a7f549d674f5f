import type { Due } from '../../shared/codes/timers.ts'
import { hour, instant, plus } from '../../shared/instant.ts'
import { notArrivedForCommand, notArrivedForHosts } from '../../shared/wording/messages-timers.ts'
import type { Deps } from '../deps.ts'
import type { Write } from '../store/db.ts'
import type { TripRow } from '../store/trips.ts'
import { tell } from './tell.ts'
import { hosts } from './tell-person.ts'

/** T6: first the company and the community; some hours later the local command. `releasedAt` sets the law of that moment. Each is told once of a trip. */
export function tellNotArrived(deps: Deps, due: Due, trip: TripRow, releasedAt: number): readonly Write[] {
  const { arrivalReminderAfter, arrivalAlertAfter } = deps.law.numbersAt(instant(releasedAt))
  const first = due.action === 'remind-company'
  const hours = first ? arrivalReminderAfter : arrivalAlertAfter
  const awaited = { plate: trip.plate, expectedAt: plus(due.dueAt, -hours * hour), hours }
  const news = { kind: due.action, about: trip.id, urgent: !first, article: due.article }
  if (first) return tell(deps, { ...news, words: notArrivedForHosts(awaited) }, hosts(trip))
  return tell(deps, { ...news, words: notArrivedForCommand(awaited) }, [
    { audience: 'command', ref: null, channel: 'screen' },
    { audience: 'dispatcher', ref: null, channel: 'screen' },
  ])
}
