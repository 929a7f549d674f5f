import type { AnswerOf, BodyOf } from '../../schema/api/endpoint.ts'
import type { voidFreightCodes as contract } from '../../schema/api/passes.ts'
import { Fault } from '../../shared/fault.ts'
import { beijingIso, hour, instant, plus } from '../../shared/instant.ts'
import { voidReasons } from '../../shared/passes/reasons.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { tripByNumber } from '../store/trips.ts'
import { withdrawCodes } from '../store/withdrawn-codes.ts'
import { byStaff } from './actor.ts'
import { permit } from './may.ts'
import { readTripNumber, showTripNumber } from './trip-number.ts'
import { hasEnded } from './trip-view.ts'

/**
 * Voids the freight codes of a trip issued so far 作废货畅码; those of this second too, so the driver's phone may need a second try.
 * @throws Fault not-found PA-15, conflict PA-16 (ended anyway)
 */
export async function voidFreightCodes(
  deps: Deps,
  asker: Asker,
  form: BodyOf<typeof contract>,
): Promise<AnswerOf<typeof contract>> {
  const permitted = permit(asker, 'revoke or suspend passes')
  const [trip] = await deps.db.all(tripByNumber(readTripNumber(form.trip) ?? ''))
  if (trip === undefined) throw new Fault('not-found', 'PA-15', 'there is no trip of this number', { path: 'trip' })
  const now = deps.now()
  if (hasEnded(trip, now)) throw new Fault('conflict', 'PA-16', 'this trip has ended')
  const before = instant((Math.floor(now / 1000) + 1) * 1000)
  const until = plus(now, deps.law.numbersAt(now).freightCodeLife * hour)
  const { reason } = form
  await deps.audit.commit(
    [withdrawCodes({ trip_number: trip.number, plate: trip.plate, before_at: before, until, reason })],
    [
      {
        by: byStaff(permitted),
        action: 'codes-voided',
        subject: trip.id,
        reason: voidReasons[reason].zh,
        detail: { reason, plate: trip.plate, trip: trip.number },
      },
    ],
  )
  return { trip: showTripNumber(trip.number), plate: trip.plate, before: beijingIso(before) }
}
