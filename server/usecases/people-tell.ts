import type { ClosedReason, Ledger, OpenReason } from '../../shared/codes/ledger.ts'
import { rulesOf } from '../../shared/codes/reasons.ts'
import { reasonEnded, redConfirmed } from '../../shared/wording/messages-decisions.ts'
import type { Deps } from '../deps.ts'
import type { Write } from '../store/db.ts'
import { newestCrewRow } from '../store/people-known.ts'
import { tell } from './tell.ts'
import type { Ear, News } from './tell.ts'

/** To the driver of his newest registration, on the screen and by text message; who never registered is called by hand. */
async function tellDriver(deps: Deps, person: string, news: Omit<News, 'urgent'>): Promise<readonly Write[]> {
  const [seat] = await deps.db.all(newestCrewRow(person))
  if (seat === undefined) return []
  const ear = (channel: Ear['channel']): Ear => ({ audience: 'driver', ref: seat.trip_id, channel })
  return tell(deps, { ...news, urgent: true }, [ear('screen'), ear('sms')])
}

export const confirmedNews = (deps: Deps, person: string, reason: OpenReason): Promise<readonly Write[]> =>
  tellDriver(deps, person, {
    kind: 'red-confirmed',
    about: reason.opening,
    words: redConfirmed(reason, deps.law.numbersAt(deps.now())),
    article: rulesOf(reason.reason).clauses[0],
  })

export const endedNews = (
  deps: Deps,
  person: string,
  reason: ClosedReason,
  colour: Ledger['colour'],
): Promise<readonly Write[]> =>
  tellDriver(deps, person, {
    kind: 'reason-ended',
    about: reason.opening,
    words: reasonEnded(reason, colour),
    article: rulesOf(reason.reason).clauses[0],
  })
