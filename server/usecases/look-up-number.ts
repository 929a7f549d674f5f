import type { AnswerOf } from '../../schema/api/endpoint.ts'
import type { lookUpNumber as contract } from '../../schema/api/passes.ts'
import { Fault } from '../../shared/fault.ts'
import { beijingIso, instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { passByNumber } from '../store/passes.ts'
import type { PassRow } from '../store/passes.ts'
import { tripByNumber } from '../store/trips.ts'
import type { TripRow } from '../store/trips.ts'
import { issueFreightCode } from './freight-code.ts'
import { withCrew } from './load-trip.ts'
import { needTerminal } from './may.ts'
import { stateOfPass } from './passes-view.ts'
import { readTripNumber } from './trip-number.ts'
import { hasEnded } from './trip-view.ts'
import { wellSealed } from './reseal-passes.ts'

type Answer = AnswerOf<typeof contract>

/**
 * Typing the number is scanning the code (R61): the same token, to be opened by the phone like a scanned one. A pass's digits may
 * be a trip's too; both are answered then.
 * @throws Fault not-found PA-11, gone PA-18 (a trip that has no code now)
 */
export async function lookUpNumber(deps: Deps, asker: Asker, typed: string): Promise<Answer> {
  needTerminal(asker)
  const number = typed.normalize('NFKC').replace(/[\s-]/g, '')
  const [[pass], [trip]] = await Promise.all([
    deps.db.all(passByNumber(number)),
    deps.db.all(tripByNumber(readTripNumber(number) ?? '')),
  ])
  const freight = trip === undefined ? null : await freightOf(deps, trip)
  if (pass === undefined && trip !== undefined && freight === null)
    throw new Fault('gone', 'PA-18', 'this trip has no code now', { path: 'path.number' })
  if (pass === undefined && trip === undefined)
    throw new Fault('not-found', 'PA-11', 'no pass and no trip has this number', { path: 'path.number' })
  return { number, pass: pass === undefined ? null : faceOf(deps, await wellSealed(deps, pass)), freight }
}

const faceOf = (deps: Deps, pass: PassRow): NonNullable<Answer['pass']> => ({
  token: pass.token,
  state: stateOfPass(pass, deps.now()),
  plate: pass.plate,
  from: pass.from_region,
  to: pass.to_region,
  cargo: pass.cargo,
  validFrom: beijingIso(instant(pass.valid_from)),
  validTo: beijingIso(instant(pass.valid_to)),
  issuer: pass.issuer,
})

async function freightOf(deps: Deps, trip: TripRow): Promise<Answer['freight']> {
  if (hasEnded(trip, deps.now())) return null
  const { crew } = await withCrew(deps, trip)
  const { token } = await issueFreightCode(deps, trip, crew)
  return token === null ? null : { token, plate: trip.plate }
}
