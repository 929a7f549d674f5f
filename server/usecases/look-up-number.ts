import type { AnswerOf } from '../../schema/api/endpoint.ts'
import type { lookUpNumber as contract } from '../../schema/api/passes.ts'
import { Fault } from '../../shared/fault.ts'
import { beijingIso, instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { passByNumber } from '../store/passes.ts'
import type { PassRow } from '../store/passes.ts'
import { tripByNumber } from '../store/trips.ts'
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
 * @throws Fault not-found PA-11
 */
export async function lookUpNumber(deps: Deps, asker: Asker, typed: string): Promise<Answer> {
  needTerminal(asker)
  const number = typed.normalize('NFKC').replace(/[\s-]/g, '')
  const [[pass], freight] = await Promise.all([deps.db.all(passByNumber(number)), freightOf(deps, number)])
  if (pass === undefined && freight === null)
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

async function freightOf(deps: Deps, number: string): Promise<Answer['freight']> {
  const [trip] = await deps.db.all(tripByNumber(readTripNumber(number) ?? ''))
  if (trip === undefined || hasEnded(trip, deps.now())) return null
  const { crew } = await withCrew(deps, trip)
  const { token } = await issueFreightCode(deps, trip, crew)
  return token === null ? null : { token, plate: trip.plate }
}
