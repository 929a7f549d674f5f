import type { AnswerOf, BodyOf } from '../../schema/api/endpoint.ts'
import type { changeTrip as contract } from '../../schema/api/trips.ts'
import { Fault } from '../../shared/fault.ts'
import { day, plus } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { Taken } from '../store/db.ts'
import type { Write } from '../store/db.ts'
import { passOfTrip, setStatus } from '../store/passes.ts'
import { withdrawCodes } from '../store/withdrawn-codes.ts'
import { addCrew, changeTripRow, keepVersion, removeCrew } from '../store/trips.ts'
import type { CrewRow, TripRow } from '../store/trips.ts'
import { crewRow, readMember, refuseDoubles } from './crew.ts'
import { issueFreightCode } from './freight-code.ts'
import { loadTrip, withCrew } from './load-trip.ts'
import type { LoadedTrip } from './load-trip.ts'
import { needDriver } from './may.ts'
import type { Warning } from './read-notes.ts'
import { saysTheSame, tripChanged } from './passes.ts'
import { onTheTrip } from './trip-events.ts'
import { readTripFields, refuseOddEta, refuseUnknownCheckpoint } from './trip-fields.ts'
import { hasEnded, viewOfTrip } from './trip-view.ts'

type Form = BodyOf<typeof contract>

/** Corrects a running trip (R55). The version before is kept sealed; of two who correct at once the second is told (TR-04). */
export async function changeTrip(deps: Deps, asker: Asker, id: string, form: Form): Promise<AnswerOf<typeof contract>> {
  needDriver(asker, id)
  const before = await loadTrip(deps, id)
  refuseChange(deps, before.trip, form)
  const warnings: Warning[] = []
  const fields = readTripFields(form, warnings)
  if (fields.eta !== before.trip.eta) refuseOddEta(fields.eta, deps.now())
  if (fields.checkpoint_id !== before.trip.checkpoint_id) await refuseUnknownCheckpoint(deps.db, fields.checkpoint_id)
  const crew = await newCrew(deps, before, form, warnings)
  const trip: TripRow = { ...before.trip, ...fields, version: before.trip.version + 1 }
  await commitChange(deps, [
    ...(await keepOld(deps, before)),
    changeTripRow(trip),
    removeCrew(id),
    ...addCrew(crew),
    ...onTheTrip(trip, { endsAt: before.trip.ends_at, crew: before.rows }, crew, deps.now()),
    ...(await revokeOldPass(deps, before.trip, trip)),
    voidOldCodes(deps, before.trip),
  ])
  const after = await withCrew(deps, trip)
  return {
    trip: viewOfTrip(trip, after.crew, deps),
    code: await issueFreightCode(deps, trip, after.crew),
    warnings,
  }
}

const changedMeanwhile = () =>
  new Fault('conflict', 'TR-04', 'the trip was changed meanwhile; load it again', { path: 'version' })

function refuseChange(deps: Deps, trip: TripRow, form: Form): void {
  if (hasEnded(trip, deps.now())) throw new Fault('conflict', 'TR-09', 'this trip has ended; register a new one')
  if (trip.version !== form.version) throw changedMeanwhile()
}

async function commitChange(deps: Deps, writes: readonly Write[]): Promise<void> {
  try {
    await deps.db.commit(writes)
  } catch (cause) {
    if (cause instanceof Taken) throw changedMeanwhile()
    throw cause
  }
}

/** A member named by `seat` stays as he is; the others are read anew. */
async function newCrew(deps: Deps, before: LoadedTrip, form: Form, warnings: Warning[]): Promise<readonly CrewRow[]> {
  const rows = await Promise.all(
    form.crew.map(async (member, seat): Promise<CrewRow> => {
      const path = `crew.${seat}`
      if (!('seat' in member))
        return crewRow(deps.vault, before.trip.id, seat, readMember(member, path, deps.now(), warnings))
      const kept = before.rows.find((row) => row.seat === member.seat)
      if (kept === undefined)
        throw new Fault('bad-input', 'TR-10', 'nobody sits in this seat', { path: `${path}.seat` })
      return { ...kept, seat }
    }),
  )
  refuseDoubles(rows)
  return rows
}

async function keepOld(deps: Deps, { trip, rows }: LoadedTrip): Promise<Write[]> {
  const snapshot = await deps.vault.seal('trip-history', JSON.stringify({ trip, crew: rows }))
  const { id, version } = trip
  return [keepVersion({ trip_id: id, version, snapshot_sealed: snapshot, replaced_at: deps.now() })]
}

/** The codes issued so far name the old plate, route or crew; they are void, and none lives longer than a day. */
function voidOldCodes(deps: Deps, { number, plate }: TripRow): Write {
  const now = deps.now()
  const second = Math.floor(now / 1000) * 1000
  return withdrawCodes({ trip_number: number, plate, before_at: second, until: plus(now, day), reason: tripChanged })
}

/**
 * A pass says plate, route and goods: when they change it no longer fits, and a new one takes its place on request. One that is
 * suspended stays so, or a change there and back would lift what an officer did.
 */
async function revokeOldPass(deps: Deps, before: TripRow, after: TripRow): Promise<readonly Write[]> {
  if (saysTheSame(before, after)) return []
  const [pass] = await deps.db.all(passOfTrip(before.id))
  if (pass?.status !== 'valid') return []
  const { number } = pass
  return setStatus({ number, status: 'revoked', reason: tripChanged, note: null, by: null, at: deps.now() })
}
