import { cargoNames } from '../../shared/wording/cargo.ts'
import { encodeQr, encodeQrUrl } from '../../shared/credential/qr.ts'
import { Fault } from '../../shared/fault.ts'
import { maskName } from '../../shared/identity/name.ts'
import { regionName } from '../../shared/identity/region.ts'
import { instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { checkpointById } from '../store/checkpoints.ts'
import { passByNumber, passOfTrip } from '../store/passes.ts'
import type { PassRow } from '../store/passes.ts'
import { loadTrip } from './load-trip.ts'
import type { LoadedTrip } from './load-trip.ts'
import { needDriver, permit } from './may.ts'
import { hotline, needPaper, passOffice, passSupervisor, regionInShort } from './print.ts'
import type { Printed } from './print.ts'

/** What only the printed face says of a pass; none of it is in the code. */
type Face = { crew: readonly string[]; via: readonly string[]; consignor: string; consignee: string }

/** The trip's pass on A4 for whoever holds the trip's key. @throws Fault PP-01, not-found PA-01 */
export async function printPassOfTrip(deps: Deps, asker: Asker, id: string): Promise<Printed> {
  needDriver(asker, id)
  needPaper(deps)
  const loaded = await loadTrip(deps, id)
  const [pass] = await deps.db.all(passOfTrip(id))
  if (pass === undefined) throw new Fault('not-found', 'PA-01', 'no pass was applied for')
  return print(deps, pass, await faceOfTrip(deps, loaded))
}

/** Any pass for the office: the same face as its holder's. @throws Fault PP-01, not-found PA-01 */
export async function printPassOfNumber(deps: Deps, asker: Asker, number: string): Promise<Printed> {
  permit(asker, 'see passes')
  needPaper(deps)
  const [pass] = await deps.db.all(passByNumber(number))
  if (pass === undefined) throw new Fault('not-found', 'PA-01', 'there is no such pass', { path: 'path.number' })
  return print(deps, pass, await faceOf(deps, pass))
}

async function faceOf(deps: Deps, pass: PassRow): Promise<Face> {
  return pass.trip_id === null ? noFace : faceOfTrip(deps, await loadTrip(deps, pass.trip_id))
}

const noFace: Face = { crew: [], via: [], consignor: '', consignee: '' }

async function faceOfTrip(deps: Deps, { trip, crew }: LoadedTrip): Promise<Face> {
  const [checkpoint] = trip.checkpoint_id === null ? [] : await deps.db.all(checkpointById(trip.checkpoint_id))
  const places: string[] = JSON.parse(trip.via)
  return {
    // The driver first, whatever the seat.
    crew: crew.toSorted((a, b) => rank(a.role) - rank(b.role) || a.seat - b.seat).map(({ name }) => maskName(name)),
    via: [...places.map(regionInShort), ...(checkpoint === undefined ? [] : [checkpoint.name])],
    consignor: '',
    consignee: trip.consignee ?? '',
  }
}

const rank = (role: 'driver' | 'escort') => (role === 'driver' ? 0 : 1)

async function print(deps: Deps, pass: PassRow, face: Face): Promise<Printed> {
  const [driver = '', ...escorts] = face.crew
  const bytes = await needPaper(deps).pass({
    number: pass.number,
    plate: pass.plate,
    driver,
    escorts,
    cargo: cargoNames[pass.cargo].zh,
    from: regionInShort(pass.from_region),
    to: regionInShort(pass.to_region),
    via: face.via,
    consignor: face.consignor,
    consignee: face.consignee,
    validFrom: instant(pass.valid_from),
    validTo: instant(pass.valid_to),
    issuedAt: instant(pass.issued_at),
    issuer: `${regionName(pass.issuer) ?? pass.issuer}${passOffice}`,
    supervisor: passSupervisor,
    phone: hotline,
    code: encodeQr(pass.token),
    link: encodeQrUrl(pass.token, deps.origin),
  })
  return { bytes, name: `通行证-${pass.number}.pdf`, plainName: `pass-${pass.number}.pdf` }
}
