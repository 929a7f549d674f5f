import type * as z from 'zod/mini'
import type { passView } from '../../schema/api/trips.ts'
import type { PassClaims } from '../../shared/credential/claims.ts'
import { encodeQr } from '../../shared/credential/qr.ts'
import { sealPass } from '../../shared/credential/seal.ts'
import { Fault } from '../../shared/fault.ts'
import { beijingIso, day, instant } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { Taken } from '../store/db.ts'
import { addPass, passOfTrip } from '../store/passes.ts'
import { countOnList } from '../store/status-lists.ts'
import type { PassRow } from '../store/passes.ts'
import type { TripRow } from '../store/trips.ts'
import { loadTrip } from './load-trip.ts'
import { needDriver } from './may.ts'
import { newJti, randomDigits } from './new-id.ts'
import { issuer } from './parameters.ts'
import { placeOnList, statusUri } from './status-index.ts'
import { hasEnded } from './trip-view.ts'

type PassView = z.infer<typeof passView>

/** Key goods 重点物资 are 01–09; everything else travels without a pass, and nothing is held for lack of one (R5). */
const needsNoPass = '99'

/**
 * The key-goods pass 通行证, issued at once on the commitment 即接即办 (henan-16#8, jiaozuo-20#8). Asked again it is the same pass;
 * after a change of plate, route or goods, or when it has run out, a new one takes its place. One revoked for cause stays so.
 */
export async function applyForPass(deps: Deps, asker: Asker, id: string): Promise<PassView> {
  needDriver(asker, id)
  const { trip } = await loadTrip(deps, id)
  if (hasEnded(trip, deps.now())) throw new Fault('conflict', 'TR-09', 'this trip has ended; register a new one')
  if (trip.cargo === needsNoPass)
    throw new Fault('conflict', 'PA-02', 'these goods need no pass; nothing is held for lack of one')
  const [present] = await deps.db.all(passOfTrip(id))
  if (present !== undefined && !mayBeReplaced(present, deps.now())) return viewOfPass(present, deps.now())
  return issue(deps, trip, present)
}

/** Why a pass was revoked when its trip changed; any other reason stands until somebody lifts it. */
export const tripChanged = 'trip-changed'

function mayBeReplaced(pass: PassRow, now: Instant): boolean {
  const state = standing(pass, now)
  return state === 'expired' || (state === 'revoked' && pass.status_reason === tripChanged)
}

/** @throws Fault not-found PA-01 */
export async function getPass(deps: Deps, asker: Asker, id: string): Promise<PassView> {
  needDriver(asker, id)
  await loadTrip(deps, id)
  const [pass] = await deps.db.all(passOfTrip(id))
  if (pass === undefined) throw new Fault('not-found', 'PA-01', 'no pass was applied for')
  return viewOfPass(pass, deps.now())
}

/** Whoever is second in a race gets the pass of the first; a serial that meets by chance costs another try. */
async function issue(deps: Deps, trip: TripRow, old: PassRow | undefined): Promise<PassView> {
  for (;;) {
    const row = await newPass(deps, trip, old)
    try {
      await deps.db.commit([addPass(row), countOnList(row.list, instant(row.valid_to))])
      return viewOfPass(row, deps.now())
    } catch (cause) {
      if (!(cause instanceof Taken)) throw cause
      if (cause.on === 'pass.number' || cause.on.startsWith('pass.list')) continue
      const [first] = await deps.db.all(passOfTrip(trip.id))
      if (first === undefined) throw cause
      return viewOfPass(first, deps.now())
    }
  }
}

async function newPass(deps: Deps, trip: TripRow, old: PassRow | undefined): Promise<PassRow> {
  const now = deps.now()
  const row = {
    number: issuer + randomDigits(deps, 6),
    trip_id: trip.id,
    replaces: old?.number ?? null,
    jti: newJti(deps),
    plate: trip.plate,
    from_region: trip.from_region,
    to_region: trip.to_region,
    cargo: trip.cargo,
    issuer,
    valid_from: now,
    valid_to: instant(now + deps.law.numbersAt(now).passLife * day),
    issued_at: now,
    application_id: null,
    ...(await placeOnList(deps)),
    status: 'valid' as const,
    status_at: null,
    status_by: null,
    status_reason: null,
    status_note: null,
  }
  return { ...row, token: await sealPass(claimsOf(deps, row), await deps.keyring.signer('pass')) }
}

const claimsOf = ({ origin }: Deps, row: Omit<PassRow, 'token'>): PassClaims => ({
  kind: 'pass',
  issuer,
  id: row.jti,
  issuedAt: instant(row.issued_at),
  validFrom: instant(row.valid_from),
  expiresAt: instant(row.valid_to),
  plate: row.plate,
  number: row.number,
  origin: row.from_region,
  destination: row.to_region,
  cargo: row.cargo,
  issuedBy: issuer,
  status: { index: row.idx, uri: statusUri(origin, row.list) },
})

/** A suspended pass gives no lane while it is suspended, so it is told as revoked. */
export function standing(pass: PassRow, now: Instant): PassView['state'] {
  if (pass.status !== 'valid') return 'revoked'
  return pass.valid_to <= now ? 'expired' : 'valid'
}

const viewOfPass = (pass: PassRow, now: Instant): PassView => ({
  number: pass.number,
  state: standing(pass, now),
  plate: pass.plate,
  from: pass.from_region,
  to: pass.to_region,
  cargo: pass.cargo,
  validFrom: beijingIso(instant(pass.valid_from)),
  validTo: beijingIso(instant(pass.valid_to)),
  issuer: pass.issuer,
  token: pass.token,
  qr: encodeQr(pass.token),
})
