import { phonePoint } from '../../shared/credential/live.ts'
import { Fault } from '../../shared/fault.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { issueFreightCode } from './freight-code.ts'
import type { CodeView } from './freight-code.ts'
import { loadTrip } from './load-trip.ts'
import { needDriver } from './may.ts'
import { hasEnded, viewOfTrip } from './trip-view.ts'
import type { TripView } from './trip-view.ts'

/** The trip as its driver registered it. */
export async function getTrip(deps: Deps, asker: Asker, id: string): Promise<{ trip: TripView }> {
  needDriver(asker, id)
  const { trip, crew } = await loadTrip(deps, id)
  return { trip: viewOfTrip(trip, crew, deps) }
}

/** The freight code as of now. */
export async function currentCode(deps: Deps, asker: Asker, id: string): Promise<CodeView> {
  needDriver(asker, id)
  const { trip, crew } = await loadTrip(deps, id)
  return signedOne(await issueFreightCode(deps, trip, crew), hasEnded(trip, deps.now()))
}

/** The same, with a second code for the screen of the phone whose key is given. */
export async function liveCode(deps: Deps, asker: Asker, id: string, shownBy: string): Promise<CodeView> {
  needDriver(asker, id)
  if (phonePoint(shownBy) === undefined)
    throw new Fault('bad-input', 'LV-01', 'this is no P-256 point in its compressed form', { path: 'shownBy' })
  const { trip, crew } = await loadTrip(deps, id)
  return signedOne(await issueFreightCode(deps, trip, crew, shownBy), hasEnded(trip, deps.now()))
}

/** Whoever renews his code has one in hand, and keeps it while no new one can be signed. */
function signedOne(code: CodeView, ended: boolean): CodeView {
  if (code.token === null && !ended) throw new Fault('unavailable', 'KE-05', 'no key is at hand to sign a new code')
  return code
}
