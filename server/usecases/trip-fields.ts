import type { BodyOf } from '../../schema/api/endpoint.ts'
import type { registerTrip } from '../../schema/api/trips.ts'
import { Fault } from '../../shared/fault.ts'
import { parsePlate } from '../../shared/identity/plate.ts'
import { scopeOfTrip } from '../../shared/identity/region-code.ts'
import { regionOf } from '../../shared/identity/region.ts'
import { instant, parseInstant } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Db } from '../store/db.ts'
import { checkpointById } from '../store/checkpoints.ts'
import type { TripRow } from '../store/trips.ts'
import { etaMayBeAheadBy, etaMayBePastBy, tripEndsAfterEta } from './parameters.ts'
import { must } from './read-notes.ts'
import type { Warning } from './read-notes.ts'

type Form = Omit<BodyOf<typeof registerTrip>, 'id' | 'crew'>
/** The part of a trip's row that its form fills. */
export type TripFields = Omit<
  TripRow,
  'id' | 'number' | 'version' | 'registered_at' | 'terminal_id' | 'form_hash' | 'cancelled_at'
>

const flag = (value: boolean): 0 | 1 => (value ? 1 : 0)

/** Reads the form of a trip into columns; unknown plates warn, places that do not exist are refused with their path. */
export function readTripFields(form: Form, warnings: Warning[]): TripFields {
  const via = form.via.map((stop, index) => knownRegion(stop.region, `via.${index}.region`))
  const from = knownRegion(form.from, 'from')
  const to = knownRegion(form.to, 'to')
  const eta = momentOf(form.eta, 'eta')
  return {
    plate: must(parsePlate(form.plate), 'plate', warnings),
    trailer: form.trailer === undefined ? null : must(parsePlate(form.trailer), 'trailer', warnings),
    scope: scopeOfTrip({ from, via, to }),
    from_region: from,
    via: JSON.stringify(via),
    to_region: to,
    checkpoint_id: form.checkpoint ?? null,
    eta,
    cargo: form.cargo,
    cargo_name: form.cargoName ?? null,
    consignee: form.consignee ?? null,
    risk_stay: form.riskStay === null ? null : flag(form.riskStay),
    plan: form.plan,
    lodging: form.lodging ?? null,
    through_train: flag(form.throughTrain ?? false),
    ends_at: instant(eta + tripEndsAfterEta),
  }
}

export function knownRegion(code: string, path: string): string {
  if (regionOf(code) === undefined) throw new Fault('bad-input', 'TR-07', 'there is no such region', { path })
  return code
}

/** @throws Fault bad-input TR-12 for a day that does not exist */
export function momentOf(text: string, path: string): Instant {
  const at = parseInstant(text)
  if (at === undefined) throw new Fault('bad-input', 'TR-12', 'this moment does not exist', { path })
  return at
}

/**
 * Late is never a reason to refuse (R47); a stated arrival long past or far ahead is a slip of the finger. Who is registered on
 * site has arrived, however long ago he meant to, as long as his trip has not ended with that.
 */
export function refuseOddEta(eta: number, now: Instant, onSite = false): void {
  if (onSite ? eta + tripEndsAfterEta <= now : eta < now - etaMayBePastBy)
    throw new Fault('bad-input', 'TR-05', 'the arrival lies more than an hour back', { path: 'eta' })
  if (eta > now + etaMayBeAheadBy)
    throw new Fault('bad-input', 'TR-06', 'the arrival lies more than 30 days ahead', { path: 'eta' })
}

/** @throws Fault bad-input TR-08 */
export async function refuseUnknownCheckpoint(db: Db, id: string | null): Promise<void> {
  if (id === null) return
  const [checkpoint] = await db.all(checkpointById(id))
  if (checkpoint === undefined)
    throw new Fault('bad-input', 'TR-08', 'there is no such checkpoint', { path: 'checkpoint' })
}
