import type { AnswerOf, BodyOf } from '../../schema/api/endpoint.ts'
import type { correctVerdict as contract } from '../../schema/api/appeals.ts'
import { namedFacts, rejudge, whyNotTowardsRelease } from '../../shared/appeals/correction.ts'
import type { Corrected, Rejudged } from '../../shared/appeals/correction.ts'
import { inspectionToJson, parseInspection } from '../../shared/facts-json.ts'
import { Fault } from '../../shared/fault.ts'
import { beijingIso, instant, minute } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import { answerOf } from '../../shared/policy/verdict.ts'
import { correctionMinutes } from '../../shared/sync/envelope.ts'
import type { Envelope } from '../../shared/sync/envelope.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { addCorrection, decideAppealRow, verdictAppeal, withdrawUngrounded } from '../store/appeals.ts'
import { Taken } from '../store/db.ts'
import type { Write } from '../store/db.ts'
import { inspectionById } from '../store/inspections.ts'
import type { Listed } from '../store/inspections.ts'
import { openTrackingOfOthers } from '../store/tracking.ts'
import type { LetGo } from '../store/tracking.ts'
import { crewOfTrips, tripById } from '../store/trips.ts'
import { byStaff } from './actor.ts'
import { takenUp } from './appeals-queue.ts'
import { tellCorrected } from './appeals-tell.ts'
import { takeBack } from './correct-verdict-ledger.ts'
import { releasedWithPendingSample } from './inspection-events.ts'
import { permit, permitAt } from './may.ts'
import type { Permitted } from './may.ts'
import { personAt } from './seat-person.ts'
import { tellOthersNoLonger } from './tell-recorded.ts'
import { hasEnded } from './trip-view.ts'

type Form = BodyOf<typeof contract>

/**
 * A wrong verdict put right after the undo minutes, by the head of that checkpoint: judged again by the law of its moment with
 * the facts as they were, only towards release (R140). The record stays; this stands beside it, and what it opened without
 * ground is taken back.
 */
export async function correctVerdict(
  deps: Deps,
  asker: Asker,
  { id, corrected: given, reason }: Form & { id: string },
): Promise<AnswerOf<typeof contract>> {
  permit(asker, 'correct a verdict')
  const [row] = await deps.db.all(inspectionById(id))
  if (row === undefined) throw new Fault('not-found', 'RC-12', 'there is no such inspection', { path: 'path.id' })
  const permitted = permitAt(asker, 'correct a verdict', row.checkpoint_id)
  refuseMoment(row, deps.now())
  const madeAt = instant(row.made_at)
  const corrected = given.map((one, index) => readCorrected(one, madeAt, `corrected.${index}`))
  const judged = judgeAgain(deps, row, corrected)
  const back = await takeBack(deps, { row, judged, corrected, permitted })
  const writes = [
    ...(await writesOf(deps, { row, judged, corrected, permitted, reason })),
    ...back.writes,
    ...tellCorrected(deps, row, judged, { withdrawn: back.reasons.length > 0, still: back.still }),
    ...(back.still === null ? await tellOthers(deps, row, judged) : []),
  ]
  const was = judged.before.row
  const facts = [...new Set(corrected.flatMap(namedFacts))]
  const detail = { checkpoint: row.checkpoint_id, was, row: judged.after.row, facts, withdrawn: back.reasons }
  try {
    await deps.audit.commit(writes, [
      { by: byStaff(permitted), action: 'verdict-corrected', subject: id, reason, detail },
    ])
  } catch (cause) {
    if (!(cause instanceof Taken)) throw cause
    throw cause.on === 'verdict_correction.inspection_id' ? alreadyCorrected(cause) : takenUp(cause)
  }
  return { inspection: id, row: judged.after.row, outcome: judged.after.outcome, was, withdrawn: back.reasons.length }
}

/** Who was told of the wrong verdict beside the driver. */
async function tellOthers(deps: Deps, row: Listed, { after }: Rejudged): Promise<readonly Write[]> {
  const { id, plate, server_row: was, checkpoint_name: checkpoint } = row
  const [trip] = row.trip_id === null ? [] : await deps.db.all(tripById(row.trip_id))
  const running = trip !== undefined && !hasEnded(trip, deps.now()) ? trip : undefined
  return tellOthersNoLonger(deps, { id, plate, was, is: after.row, trip: running, checkpoint })
}

const alreadyCorrected = (cause?: unknown) =>
  new Fault('conflict', 'AP-09', 'this record was corrected already', { cause })

/** For two minutes it is the inspector's own to undo. */
function refuseMoment(row: Listed, now: Instant): void {
  if (row.corrected_by !== null || row.right_row !== null) throw alreadyCorrected()
  if (now < row.made_at + correctionMinutes * minute)
    throw new Fault('conflict', 'AP-08', 'within two minutes the inspector undoes it')
}

/** Read as the facts of an inspection are, so that nothing comes in that a phone could not have recorded. */
function readCorrected({ seat, ...facts }: Form['corrected'][number], madeAt: Instant, path: string): Corrected {
  if (Object.keys(facts).length === 0)
    throw new Fault('bad-input', 'AP-13', 'name at least one fact that was wrong', { path })
  try {
    const read = parseInspection({ id: 'correction', now: beijingIso(madeAt), crew: [facts] })
    return { seat, facts: read.facts.crew[0] ?? {} }
  } catch (cause) {
    if (!(cause instanceof Fault)) throw cause
    const below = (cause.path ?? '').replace(/^crew\.0\.?/, '')
    throw new Fault(cause.kind, cause.code, cause.message, { path: below === '' ? path : `${path}.${below}`, cause })
  }
}

/** @throws Fault bad-input AP-10, conflict AP-06 AP-07 */
function judgeAgain(deps: Deps, row: Listed, corrected: readonly Corrected[]): Rejudged {
  const wire: Record<string, unknown> = JSON.parse(row.facts)
  const original = parseInspection({ ...wire, id: row.id, now: beijingIso(instant(row.made_at)) })
  const nobody = corrected.findIndex(({ seat }) => seat >= original.facts.crew.length)
  if (nobody >= 0)
    throw new Fault('bad-input', 'AP-10', 'nobody sits in this seat', { path: `corrected.${nobody}.seat` })
  const moment = { facts: original.facts, now: instant(row.made_at) }
  const edition = deps.law.editionAt(moment.now, row.checkpoint_id)
  const judged = rejudge(moment, corrected, edition)
  const why = whyNotTowardsRelease(judged, moment, edition)
  if (why === 'stricter')
    throw new Fault('conflict', 'AP-06', 'the verdict would become stricter', { path: 'corrected' })
  if (why === 'no-change') throw new Fault('conflict', 'AP-07', 'the verdict stays as it is', { path: 'corrected' })
  return judged
}

/** Whoever is let go by the right verdict with a sample on its way is tracked from the moment of the record on. */
async function letGoNow(deps: Deps, row: Listed, { after }: Rejudged): Promise<LetGo[]> {
  const crew: Envelope['crew'] = JSON.parse(row.crew)
  const registered = row.trip_id === null ? [] : await deps.db.all(crewOfTrips([row.trip_id]))
  return releasedWithPendingSample(after, after.row).map((seat) => ({
    inspection: row.id,
    seat,
    person: personAt({ trip: row.trip_id, crew }, seat, registered),
    surname: crew[seat]?.surname ?? '',
    idTail: crew[seat]?.idTail ?? '',
    plate: row.plate,
    checkpoint: row.checkpoint_id,
    trip: row.trip_id,
    at: instant(row.made_at),
  }))
}

type Correction = {
  row: Listed
  judged: Rejudged
  corrected: readonly Corrected[]
  permitted: Permitted
  reason: string
}

async function writesOf(deps: Deps, { row, judged, corrected, permitted, reason }: Correction): Promise<Write[]> {
  const now = deps.now()
  const { after, facts } = judged
  const { id: _, now: __, ...wire } = inspectionToJson({ id: row.id, now: instant(row.made_at), facts })
  const appeals = await deps.db.all(verdictAppeal(row.id))
  return [
    ...openTrackingOfOthers(await letGoNow(deps, row, judged)),
    addCorrection({
      inspection_id: row.id,
      by_staff: permitted.staff,
      at: now,
      reason,
      corrected: JSON.stringify(corrected),
      facts: JSON.stringify(wire),
      verdict: JSON.stringify(answerOf(after)),
      row: after.row,
      outcome: after.outcome,
    }),
    ...withdrawUngrounded(
      row.id,
      { tasks: after.tasks, seats: releasedWithPendingSample(after, after.row) },
      { staff: permitted.staff, at: now },
    ),
    ...appeals.flatMap((appeal) =>
      decideAppealRow(appeal, { decided_by: permitted.staff, state: 'corrected', way: 'corrected' }, now),
    ),
  ]
}
