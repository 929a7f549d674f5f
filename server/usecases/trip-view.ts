import type * as z from 'zod/mini'
import type { tripView } from '../../schema/api/trips.ts'
import { maskId } from '../../shared/identity/id-card.ts'
import { maskName } from '../../shared/identity/name.ts'
import { maskPhone } from '../../shared/identity/phone.ts'
import { beijingIso, hour, instant } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import type { TripRow } from '../store/trips.ts'
import type { Member } from './crew.ts'
import { showTripNumber } from './trip-number.ts'

export type TripView = z.infer<typeof tripView>

/** The trip as its driver sees it: masked, though it is his own, because a phone is shown around. */
export function viewOfTrip(trip: TripRow, crew: readonly Member[], deps: Pick<Deps, 'now' | 'law'>): TripView {
  const now = deps.now()
  const lead = deps.law.numbersAt(instant(trip.registered_at)).registrationLead * hour
  return {
    id: trip.id,
    number: showTripNumber(trip.number),
    version: trip.version,
    state: stateOf(trip, now),
    scope: trip.scope,
    plate: trip.plate,
    trailer: trip.trailer,
    from: trip.from_region,
    via: regionsOf(trip.via).map((region) => ({ region })),
    to: trip.to_region,
    checkpoint: trip.checkpoint_id,
    eta: beijingIso(instant(trip.eta)),
    cargo: trip.cargo,
    cargoName: trip.cargo_name,
    consignee: trip.consignee,
    riskStay: trip.risk_stay === null ? null : trip.risk_stay === 1,
    plan: trip.plan,
    lodging: trip.lodging,
    throughTrain: trip.through_train === 1,
    crew: crew.map(masked),
    registeredAt: beijingIso(instant(trip.registered_at)),
    endsAt: beijingIso(instant(trip.ends_at)),
    early: trip.eta - trip.registered_at >= lead,
  }
}

const masked = (member: Member): TripView['crew'][number] => ({
  seat: member.seat,
  role: member.role,
  name: maskName(member.name),
  document: member.document,
  number: maskId(member.number),
  phone: member.phone === null ? null : maskPhone(member.phone),
})

function regionsOf(via: string): string[] {
  const regions: string[] = JSON.parse(via)
  return regions
}

export const hasEnded = (trip: TripRow, now: Instant): boolean => trip.cancelled_at !== null || trip.ends_at <= now

function stateOf(trip: TripRow, now: Instant): TripView['state'] {
  if (trip.cancelled_at !== null) return 'cancelled'
  return hasEnded(trip, now) ? 'ended' : 'registered'
}
