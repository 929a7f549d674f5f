import type { AnswerOf } from '../../schema/api/endpoint.ts'
import type { getPass as contract } from '../../schema/api/trips.ts'
import { Fault } from '../../shared/fault.ts'
import { instant } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import { comesFirst, departmentFor, isKeyGoods } from '../../shared/passes/departments.ts'
import type { KeyGoods } from '../../shared/passes/departments.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { Taken } from '../store/db.ts'
import { addApplication, decideApplication, lastOfTrip } from '../store/pass-applications.ts'
import type { ApplicationRow } from '../store/pass-applications.ts'
import { companyPassFor } from '../store/pass-lists.ts'
import { passOfTrip } from '../store/passes.ts'
import type { PassRow } from '../store/passes.ts'
import type { TripRow } from '../store/trips.ts'
import { loadTrip } from './load-trip.ts'
import { needDriver } from './may.ts'
import { newId } from './new-id.ts'
import { checkApplication } from './passes-check.ts'
import { issuePass } from './passes-issue.ts'
import { tellWaitingPass } from './passes-tell.ts'
import { wellSealed } from './reseal-passes.ts'
import { pendingView, viewOfPass } from './passes-view.ts'
import { hasEnded } from './trip-view.ts'

type Answer = AnswerOf<typeof contract>
type KeyTrip = TripRow & { cargo: KeyGoods }

/** Why a pass was revoked when its trip changed, and an application dropped. */
export const tripChanged = 'trip-changed'

/**
 * The key-goods pass 通行证, issued at once on the commitment 即接即办 (henan-16#8, jiaozuo-20#8), or looked at by a person where a
 * check asks for it. Asked again it is the same pass; after a change of plate, route or goods, or when it has run out, a new one
 * takes its place. One revoked stays so, and another can be applied for: where it was revoked for cause a person looks first.
 * Whoever is second in a race gets what the first got.
 */
export async function applyForPass(deps: Deps, asker: Asker, id: string): Promise<Answer> {
  needDriver(asker, id)
  const { trip } = await loadTrip(deps, id)
  if (hasEnded(trip, deps.now())) throw new Fault('conflict', 'TR-09', 'this trip has ended; register a new one')
  if (!isKeyGoods(trip.cargo))
    throw new Fault('conflict', 'PA-02', 'these goods need no pass; nothing is held for lack of one')
  const known = await knownOf(deps, trip)
  const held = heldNow(known, deps.now())
  if (held !== undefined) return held
  try {
    return await apply(deps, { ...trip, cargo: trip.cargo }, known)
  } catch (cause) {
    if (!(cause instanceof Taken)) throw cause
    const first = shown(await knownOf(deps, trip), deps.now())
    if (first === undefined) throw cause
    return first
  }
}

/** @throws Fault not-found PA-01 */
export async function getPass(deps: Deps, asker: Asker, id: string): Promise<Answer> {
  needDriver(asker, id)
  const { trip } = await loadTrip(deps, id)
  const answer = shown(await knownOf(deps, trip), deps.now())
  if (answer === undefined) throw new Fault('not-found', 'PA-01', 'no pass was applied for')
  return answer
}

/** `present`: the trip's own; `company`: what its company applied for; `last`: the newest application by its driver. */
type Known = {
  trip: TripRow
  present: PassRow | undefined
  company: PassRow | undefined
  last: ApplicationRow | undefined
}

async function knownOf(deps: Deps, trip: TripRow): Promise<Known> {
  const route = { plate: trip.plate, from: trip.from_region, to: trip.to_region }
  const [[held], [hisCompanys], [last]] = await Promise.all([
    deps.db.all(passOfTrip(trip.id)),
    deps.db.all(companyPassFor(route, deps.now())),
    deps.db.all(lastOfTrip(trip.id)),
  ])
  const [present, company] = [await sealedWell(deps, held), await sealedWell(deps, hisCompanys)]
  return { trip, present, company, last }
}

const sealedWell = async (deps: Deps, pass: PassRow | undefined): Promise<PassRow | undefined> =>
  pass && wellSealed(deps, pass)

/** What applying again does not change. */
function heldNow({ trip, present, company, last }: Known, now: Instant): Answer | undefined {
  if (present !== undefined && !mayBeReplaced(present, trip, now)) return viewOfPass(present, now)
  if (company !== undefined) return viewOfPass(company, now)
  return last?.state === 'waiting' && saysTheSame(last, trip) ? pendingView(last) : undefined
}

/** What the driver is shown: what he holds, else what became of his last application, else what he held. */
function shown(known: Known, now: Instant): Answer | undefined {
  const { present, last } = known
  const held = heldNow(known, now)
  if (held !== undefined) return held
  if (
    last?.state === 'declined' &&
    last.decision_reason !== tripChanged &&
    last.applied_at >= (present?.issued_at ?? 0)
  )
    return pendingView(last)
  return present && viewOfPass(present, now)
}

/** The trip was changed while its pass was suspended, or that is lifted since: it asks for another, and the checks see it. */
function mayBeReplaced(pass: PassRow, trip: TripRow, now: Instant): boolean {
  if (pass.status === 'revoked') return true
  return !saysTheSame(pass, trip) || (pass.status === 'valid' && pass.valid_to <= now)
}

type Said = Pick<TripRow, 'plate' | 'from_region' | 'to_region' | 'cargo'>

export const saysTheSame = (one: Said, other: Said): boolean =>
  one.plate === other.plate &&
  one.from_region === other.from_region &&
  one.to_region === other.to_region &&
  one.cargo === other.cargo

async function apply(deps: Deps, trip: KeyTrip, { present, last }: Known): Promise<Answer> {
  const flags = await checkApplication(deps, {
    applicant: 'driver',
    company: null,
    plate: trip.plate,
    from: trip.from_region,
    to: trip.to_region,
    replaces: present,
  })
  const application = applicationOf(deps, trip, { flags, replaces: present?.number ?? null })
  const outdated = last?.state === 'waiting' ? dropOutdated(last, deps.now()) : []
  if (application.state === 'waiting') {
    await deps.db.commit([...outdated, addApplication(application), ...tellWaitingPass(deps, application)])
    return pendingView(application)
  }
  const { plate, from_region, to_region, cargo, id: trip_id } = trip
  const row = await issuePass(deps, {
    pass: { trip_id, application_id: application.id, plate, from_region, to_region, cargo },
    replaces: present,
    writes: [...outdated, addApplication(application)],
    entries: () => [],
  })
  return viewOfPass(row, deps.now())
}

/** It asks for a trip that is another one now. */
const dropOutdated = ({ id }: ApplicationRow, at: Instant) =>
  decideApplication(id, { state: 'declined', at, by: null, reason: tripChanged, note: null })

/** The crew is the trip's. */
const noCompany = { company: null, company_code: null, contact_sealed: null, phone_sealed: null, crew_sealed: null }

function applicationOf(
  deps: Deps,
  trip: KeyTrip,
  { flags, replaces }: { flags: readonly string[]; replaces: string | null },
): ApplicationRow {
  const now = deps.now()
  const id = newId(deps)
  const { plate, from_region, to_region, cargo, cargo_name } = trip
  return {
    id,
    applicant: 'driver',
    trip_id: trip.id,
    ...noCompany,
    plate,
    from_region,
    to_region,
    cargo,
    cargo_name,
    replaces,
    department: departmentFor(cargo),
    committed_at: now,
    flags: JSON.stringify(flags),
    first: comesFirst(cargo) ? 1 : 0,
    applied_at: now,
    ...decidedAtOnce(flags, now),
    form_hash: '',
  }
}

/** Nobody of the staff decides what no check asks a person to look at. */
export const decidedAtOnce = (flags: readonly string[], now: Instant) => ({
  state: flags.length === 0 ? ('issued' as const) : ('waiting' as const),
  decided_at: flags.length === 0 ? instant(now) : null,
  decided_by: null,
  decision_reason: null,
  decision_note: null,
})
