import type { AnswerOf, BodyOf } from '../../schema/api/endpoint.ts'
import type { handleTracking as handleContract, matchTracking as matchContract } from '../../schema/api/tracking.ts'
import { Fault } from '../../shared/fault.ts'
import type { Deps, Told } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { Taken } from '../store/db.ts'
import type { Write } from '../store/db.ts'
import { happenOnce } from '../store/once.ts'
import { resultsOf } from '../store/people.ts'
import { closeTracking, matchTracking as matchRow } from '../store/tracking.ts'
import type { TrackingRow } from '../store/tracking.ts'
import { crewOfTrip, tripById } from '../store/trips.ts'
import { byStaff } from './actor.ts'
import { permit } from './may.ts'
import { findTracking, isUnmatched } from './tracking.ts'
import { answered, followResults, isTold, readAroundResults } from './tracking-results.ts'
import { ledgerOfMatched } from './tracking-matched.ts'
import { viewOfTracking } from './tracking-view.ts'

/**
 * Says which registered person of that plate a tracking is about. What the record opened for him is in his ledger from then on, and
 * results that are here already settle it, in the same commit.
 * @throws Fault conflict TK-02 (matched already, or done), bad-input TK-03 (nobody of that plate)
 */
export async function matchTracking(
  deps: Deps,
  asker: Asker,
  form: BodyOf<typeof matchContract> & { id: string },
): Promise<AnswerOf<typeof matchContract>> {
  const permitted = permit(asker, 'handle tracking')
  const row = await findTracking(deps, form.id)
  if (!isUnmatched(row)) throw taken('TK-02', 'it is matched, or done')
  const [[trip], crew] = await Promise.all([deps.db.all(tripById(form.trip)), deps.db.all(crewOfTrip(form.trip))])
  const person = crew.find(({ seat }) => seat === form.seat)
  if (trip?.plate !== row.plate || person === undefined)
    throw new Fault('bad-input', 'TK-03', 'nobody of that plate is registered there', { path: 'trip' })
  const { person_tag: tag, id_tail: idTail, surname } = person
  const known = await ledgerOfMatched(deps, row, { person: tag, trip })
  await once(deps, `tracking-matched/${row.id}`, 'TK-02', {
    writes: [
      ...known.writes,
      matchRow(row.id, { person: tag, trip: trip.id, surname, idTail }),
      ...(await settledBy(deps, { ...row, person_tag: tag, trip_id: trip.id })),
    ],
    entries: [
      {
        by: byStaff(permitted),
        action: 'tracking-matched',
        subject: row.id,
        detail: { trip: trip.number, seat: form.seat, plate: row.plate },
      },
      ...known.entries,
    ],
  })
  return viewOfTracking(deps, await findTracking(deps, row.id))
}

/** What the person's results mean for it, a positive one before all. */
async function settledBy(deps: Deps, row: TrackingRow): Promise<readonly Write[]> {
  const fitting = (await deps.db.all(resultsOf([row.person_tag ?? '']))).filter(isTold)
  const results = fitting.filter((result) => answered(result, [row]).length > 0)
  const answer = results.find(({ result }) => result === 'positive') ?? results.at(-1)
  if (answer === undefined) return []
  const around = await readAroundResults(deps, [answer])
  const [trip] = row.trip_id === null ? [] : await deps.db.all(tripById(row.trip_id))
  const tripOfTracking = new Map(trip === undefined ? [] : [[trip.id, trip]])
  return followResults(deps, [answer], { ...around, trackings: [row], tripOfTracking })
}

/**
 * Closes a positive one with what became of the person; one that waits only where its sample was lost.
 * @throws Fault conflict TK-04 (done already, or not in the state for it)
 */
export async function handleTracking(
  deps: Deps,
  asker: Asker,
  { id, outcome }: BodyOf<typeof handleContract> & { id: string },
): Promise<AnswerOf<typeof handleContract>> {
  const permitted = permit(asker, 'handle tracking')
  const row = await findTracking(deps, id)
  if (row.state !== (outcome === 'sample-void' ? 'waiting' : 'positive'))
    throw taken('TK-04', 'not in the state for it')
  await once(deps, `tracking-handled/${id}/${row.state}`, 'TK-04', {
    writes: [closeTracking(row, { staff: permitted.staff, at: deps.now(), outcome })],
    entries: [
      {
        by: byStaff(permitted),
        action: 'tracking-handled',
        subject: id,
        detail: { outcome, plate: row.plate, before: row.state },
      },
    ],
  })
  return viewOfTracking(deps, await findTracking(deps, id))
}

const taken = (code: 'TK-02' | 'TK-04', message: string) => new Fault('conflict', code, message)

/** Of two officers at once one is refused, and the log tells of one deed. */
async function once(deps: Deps, what: string, code: 'TK-02' | 'TK-04', { writes, entries }: Told): Promise<void> {
  try {
    await deps.audit.commit([happenOnce(what, deps.now()), ...writes], entries)
  } catch (cause) {
    if (cause instanceof Taken && cause.on === 'once.what') throw taken(code, 'somebody was first')
    throw cause
  }
}
