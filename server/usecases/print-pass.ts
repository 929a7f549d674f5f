import { cargoNames } from '../../shared/wording/cargo.ts'
import { encodeQr, encodeQrUrl } from '../../shared/credential/qr.ts'
import { Fault } from '../../shared/fault.ts'
import { maskName } from '../../shared/identity/name.ts'
import { regionName } from '../../shared/identity/region.ts'
import { instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { checkpointById } from '../store/checkpoints.ts'
import type { PassPaper } from '../ports/paper.ts'
import { applicationById } from '../store/pass-applications.ts'
import type { ApplicationRow } from '../store/pass-applications.ts'
import { passByNumber } from '../store/passes.ts'
import type { PassRow } from '../store/passes.ts'
import { loadTrip } from './load-trip.ts'
import type { LoadedTrip } from './load-trip.ts'
import { permit } from './may.ts'
import { followApplication } from './pass-applications.ts'
import { getPass } from './passes.ts'
import { crewOfApplication } from './passes-crew.ts'
import { needPaper, passOffice, phonesOnPaper, passSupervisor, regionInShort } from './print.ts'
import type { Printed } from './print.ts'
import { wellSealed } from './reseal-passes.ts'

/** What only the printed face says of a pass; none of it is in the code. */
type Face = { crew: readonly string[]; via: readonly string[]; consignor: string; consignee: string }

/** The pass that the driver of a trip is shown, on A4. @throws Fault PP-01, not-found PA-01 */
export async function printPassOfTrip(deps: Deps, asker: Asker, id: string): Promise<Printed> {
  needPaper(deps)
  const shown = await getPass(deps, asker, id)
  if (!('number' in shown)) throw new Fault('not-found', 'PA-01', 'the pass is not issued yet')
  return printPass(deps, shown.number)
}

/** For the company that applied; its key is the proof. @throws Fault PP-01, not-found PA-01 PA-04 */
export async function printPassOfApplication(deps: Deps, by: { id: string; key: string }): Promise<Printed> {
  needPaper(deps)
  const { pass } = await followApplication(deps, by)
  if (pass === null) throw new Fault('not-found', 'PA-01', 'the pass is not issued yet')
  return printPass(deps, pass.number)
}

/** Any pass for the office: the same face as its holder's. @throws Fault PP-01, not-found PA-01 */
export async function printPassOfNumber(deps: Deps, asker: Asker, number: string): Promise<Printed> {
  permit(asker, 'see passes')
  return printPass(deps, number)
}

async function printPass(deps: Deps, number: string): Promise<Printed> {
  const paper = needPaper(deps)
  const [row] = await deps.db.all(passByNumber(number))
  if (row === undefined) throw new Fault('not-found', 'PA-01', 'there is no such pass', { path: 'path.number' })
  const pass = await wellSealed(deps, row)
  const bytes = await paper.pass({ ...paperOf(deps, pass, await faceOf(deps, pass)), phone: await phonesOnPaper(deps) })
  return { bytes, name: `通行证-${pass.number}.pdf`, plainName: `pass-${pass.number}.pdf` }
}

/** A driver's pass says what his trip says, a company's what it wrote in its application. */
async function faceOf(deps: Deps, pass: PassRow): Promise<Face> {
  if (pass.trip_id !== null) return faceOfTrip(deps, await loadTrip(deps, pass.trip_id))
  const [application] = pass.application_id === null ? [] : await deps.db.all(applicationById(pass.application_id))
  return application === undefined ? noFace : faceOfApplication(deps, application)
}

const noFace: Face = { crew: [], via: [], consignor: '', consignee: '' }

async function faceOfApplication(deps: Deps, application: ApplicationRow): Promise<Face> {
  const company = application.company ?? ''
  const crew = await crewOfApplication(deps, application)
  return {
    crew: crew.map(({ name }) => maskName(name)),
    via: [],
    consignor: application.applicant === 'shipper' ? company : '',
    consignee: application.applicant === 'consignee' ? company : '',
  }
}

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

function paperOf(
  deps: Deps,
  pass: PassRow,
  { crew: [driver = '', ...escorts], ...face }: Face,
): Omit<PassPaper, 'phone'> {
  return {
    number: pass.number,
    plate: pass.plate,
    driver,
    escorts,
    cargo: cargoNames[pass.cargo].zh,
    from: regionInShort(pass.from_region),
    to: regionInShort(pass.to_region),
    ...face,
    validFrom: instant(pass.valid_from),
    validTo: instant(pass.valid_to),
    issuedAt: instant(pass.issued_at),
    issuer: `${regionName(pass.issuer) ?? pass.issuer}${passOffice}`,
    supervisor: passSupervisor,
    code: encodeQr(pass.token),
    link: encodeQrUrl(pass.token, deps.origin),
  }
}
