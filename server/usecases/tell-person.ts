import type { Due } from '../../shared/codes/timers.ts'
import { minute, plus } from '../../shared/instant.ts'
import type { Bilingual } from '../../shared/policy/documents.ts'
import {
  clearedForDriver,
  overstayForDriver,
  overstayForHosts,
  testEndsSoon,
} from '../../shared/wording/messages-timers.ts'
import type { Deps } from '../deps.ts'
import type { Write } from '../store/db.ts'
import { tripOfPerson } from '../store/trips.ts'
import type { TripRow } from '../store/trips.ts'
import { ledgersOf } from './code-ledger.ts'
import { inThisCity } from './let-go.ts'
import { tell } from './tell.ts'
import type { Ear } from './tell.ts'

/** Tells a person, and whom the law names beside him, what has come due for his code. Nobody is told of a test that simply lapsed. */
export async function tellPerson(deps: Deps, due: Due): Promise<readonly Write[]> {
  const [trip] = await deps.db.all(tripOfPerson(due.subject, deps.now()))
  if (trip === undefined) return []
  const say = (ears: readonly Ear[], words: Bilingual) =>
    tell(deps, { kind: due.action, about: due.id, words, urgent: false, article: due.article }, ears)
  const hours = deps.law.numbersAt(due.dueAt).testValidity
  switch (due.action) {
    case 'remind-test':
      return say(driverOf(trip), testEndsSoon(trip.plate, plus(due.until ?? due.dueAt, -minute), hours))
    case 'open-overstay':
      return [
        ...say(driverOf(trip), overstayForDriver(hours)),
        ...say(hosts(trip), overstayForHosts(trip.plate, hours)),
      ]
    case 'tell-cleared':
      return say(driverOf(trip), clearedForDriver(await stillColoured(deps, due.subject)))
    default:
      return []
  }
}

async function stillColoured(deps: Deps, person: string): Promise<'yellow' | 'red' | null> {
  const colour = (await ledgersOf(deps, [person])).get(person)?.colour
  return colour === 'yellow' || colour === 'red' ? colour : null
}

export const driverOf = ({ id }: TripRow): readonly Ear[] => [
  { audience: 'driver', ref: id, channel: 'screen' },
  { audience: 'driver', ref: id, channel: 'sms' },
]

/** The company that awaits the truck, and the community it goes to. */
export const hosts = ({ id, consignee, to_region: to }: TripRow): readonly Ear[] => [
  ...(consignee === null ? [] : [{ audience: 'company', ref: id, channel: 'sms' } as const]),
  ...(inThisCity(to) ? [{ audience: 'community', ref: to, channel: 'screen' } as const] : []),
]
