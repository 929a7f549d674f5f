import type { InspectionRow } from '../store/inspections.ts'
import type { Known } from '../store/inspections.ts'
import type { CrewRow, TripRow } from '../store/trips.ts'
import type { Write } from '../store/db.ts'
import type { AuditEntry } from '../../shared/audit/entry.ts'
import { Fault } from '../../shared/fault.ts'
import { normalisePlate } from '../../shared/identity/plate.ts'
import { instant, minute, parseInstant, type Instant } from '../../shared/instant.ts'
import { decide } from '../../shared/policy/decide.ts'
import { answerOf } from '../../shared/policy/verdict.ts'
import type { Verdict } from '../../shared/policy/verdict.ts'
import { correctionMinutes } from '../../shared/sync/envelope.ts'
import { reconcile } from '../../shared/sync/reconcile.ts'
import type { Place } from '../../shared/leads/two-places.ts'
import type { Deps } from '../deps.ts'
import { addInspection, addTask, withdraw } from '../store/inspections.ts'
import { withdrawLeads } from '../store/leads-made.ts'
import { addForeignPass } from '../store/foreign-passes.ts'
import { addLetGo, dropLetGo } from '../store/let-go.ts'
import { openTracking, withdrawTrackings } from '../store/tracking.ts'
import { appealsForListed } from './appeals-for-listed.ts'
import { changesOf } from './code-changes.ts'
import { addEventAbout, addEvents } from './code-ledger.ts'
import { eventsOfSeat, releasedWithPendingSample, withdrawnBy } from './inspection-events.ts'
import type { Recorded } from './inspection-events.ts'
import { leadsOf } from './leads-found.ts'
import { letGoRow } from './let-go.ts'
import { resumeAfter } from '../store/lists.ts'
import { reviewEntries, suspendForReview } from './lists-review.ts'
import type { Review } from './lists-review.ts'
import { newId } from './new-id.ts'
import type { OpenRecord } from './open-record.ts'
import { personAt } from './seat-person.ts'
import { hasEnded } from './trip-view.ts'
import { tellRecorded, tellUndone } from './tell-recorded.ts'

/** What is known beforehand for a whole batch. */
export type Surroundings = {
  /** Inspections by id: those the batch names, and those of the batch itself as they are drafted. */
  known: Map<string, Known>
  crew: readonly CrewRow[]
  /** Trips that the batch names, by id. */
  trips: ReadonlyMap<string, TripRow>
  /** Names of the checkpoints, by id. */
  places: ReadonlyMap<string, string>
  /** Where checkpoints stand, as far as it is known; read only where a record names a credential. */
  coordinates: ReadonlyMap<string, Place>
}
/** `entries`: what the log tells of it; most records colour nobody's code, and the log does not tell of them. */
export type Draft = { row: InspectionRow; writes: readonly Write[]; entries: readonly AuditEntry[] }

/** The server's own judgement of one record, by the law of its moment, and everything that follows from it as one list of writes. */
export async function draftRecord(deps: Deps, record: OpenRecord, around: Surroundings): Promise<Draft> {
  const { inspection, by } = record
  const corrected = correctedBy(record, around)
  const verdict = decide(inspection.facts, inspection.now, deps.law.editionAt(inspection.now, by.checkpoint))
  const row = rowOf(deps, record, verdict)
  const recorded = recordedOf(record, around)
  const who = (seat: number) => personAt(record.envelope, seat, around.crew)
  const review = await reviewOf(deps, row, { verdict, corrected }, who)
  const red = { row, verdict, seen: record.envelope.crew, personAt: who, listed: review.persons }
  const told = toldOf(deps, row, verdict, { around, who })
  return {
    row,
    entries: [
      ...changesOf({ inspection: row.id, by, personAt: who }, verdict, corrected?.id),
      ...reviewEntries(review.suspended, by.terminal),
    ],
    writes: [
      ...trackingOf(record, verdict, around),
      addInspection(row),
      ...ledgerOf(deps, record, { recorded, verdict, crew: around.crew }),
      ...letGoRow(row, around.trips.get(row.trip_id ?? '')).map(addLetGo),
      ...foreignPassOf(record, row).map(addForeignPass),
      ...tasksOf(deps, record, { row, verdict }),
      ...review.writes,
      ...appealsForListed(deps, red),
      ...tellRecorded(deps, told),
      ...(corrected === undefined ? [] : takenBack(deps, corrected.id, recorded)),
      ...leadsOf(deps, { row, record, places: around.coordinates }),
      ...(corrected === undefined ? [] : tellUndone(deps, corrected, told)),
    ],
  }
}

type Aboard = { around: Surroundings; who: (seat: number) => string | null }

function toldOf(deps: Deps, row: InspectionRow, verdict: Verdict, { around, who }: Aboard) {
  const trip = around.trips.get(row.trip_id ?? '')
  return {
    row,
    verdict,
    trip: trip !== undefined && !hasEnded(trip, deps.now()) ? trip : undefined,
    checkpoint: around.places.get(row.checkpoint_id) ?? row.checkpoint_id,
    hasCode: (seat: number) => who(seat) !== null,
  }
}

/** Who acted is told to the driver by the name of the place alone. */
const recordedOf = ({ envelope, inspection, by }: OpenRecord, { places }: Surroundings): Recorded => {
  const unit = places.get(by.checkpoint)
  const actor = { role: 'inspector' as const, id: by.staff, ...(unit === undefined ? {} : { unit }) }
  return { id: envelope.id, at: inspection.now, crew: inspection.facts.crew, actor }
}

const takenBack = (deps: Deps, inspection: string, recorded: Recorded): readonly Write[] => [
  withdraw(inspection),
  withdrawTrackings(inspection, deps.now()),
  dropLetGo(inspection),
  ...withdrawLeads(inspection),
  ...addEventAbout(inspection, withdrawnBy(recorded, inspection), deps.now()),
]

/** An undo is the same phone's, within two minutes. */
function correctedBy({ envelope, inspection, by }: OpenRecord, around: Surroundings): Known | undefined {
  if (envelope.corrects === undefined) return undefined
  const path = 'corrects'
  const original = around.known.get(envelope.corrects)
  if (original === undefined || original.terminal_id !== by.terminal)
    throw new Fault('bad-input', 'RC-08', 'the record to be corrected is not here', { path })
  const later = inspection.now - original.made_at
  if (later < 0 || later > correctionMinutes * minute)
    throw new Fault('bad-input', 'RC-09', 'a record is corrected within two minutes of it', { path })
  return original
}

function rowOf(deps: Deps, { envelope, inspection, token, by }: OpenRecord, verdict: Verdict): InspectionRow {
  return {
    id: envelope.id,
    terminal_id: by.terminal,
    staff_id: by.staff,
    checkpoint_id: by.checkpoint,
    lane: envelope.lane,
    plate: normalisePlate(inspection.facts.vehicle?.plate ?? ''),
    trip_id: envelope.trip,
    made_at: inspection.now,
    begun_at: begunOf(envelope.begunAt, inspection.now),
    received_at: deps.now(),
    offline: envelope.offline ? 1 : 0,
    row: envelope.verdict.row,
    outcome: envelope.verdict.outcome,
    server_row: verdict.row,
    agrees: reconcile(envelope.verdict, verdict).agrees ? 1 : 0,
    edition: verdict.edition,
    modifiers: JSON.stringify(verdict.modifiers),
    facts: JSON.stringify(envelope.facts),
    verdict: JSON.stringify(answerOf(verdict)),
    device_verdict: JSON.stringify(envelope.verdict),
    crew: JSON.stringify(envelope.crew),
    corrects: envelope.corrects ?? null,
    envelope: token,
  }
}

/** A clock that was put right between both says nothing. */
function begunOf(text: string | undefined, made: Instant): Instant | null {
  const begun = text === undefined ? undefined : parseInstant(text)
  return begun === undefined || begun > made ? null : begun
}

type Judged = { recorded: Recorded; verdict: Verdict; crew: readonly CrewRow[] }

/** Whoever was matched to nobody registered has no ledger; the record and its tasks tell of him. */
const ledgerOf = (deps: Deps, { envelope }: OpenRecord, { recorded, verdict, crew }: Judged): readonly Write[] =>
  recorded.crew.flatMap((_, seat) => {
    const person = personAt(envelope, seat, crew)
    if (person === null) return []
    return addEvents(person, eventsOfSeat(recorded, verdict, seat), { now: deps.now(), inspection: recorded.id })
  })

const trackingOf = ({ envelope, inspection, by }: OpenRecord, verdict: Verdict, { crew }: Surroundings): Write[] =>
  openTracking(
    releasedWithPendingSample(verdict, envelope.verdict.row).map((seat) => ({
      inspection: envelope.id,
      seat,
      person: personAt(envelope, seat, crew),
      surname: envelope.crew[seat]?.surname ?? '',
      idTail: envelope.crew[seat]?.idTail ?? '',
      plate: normalisePlate(inspection.facts.vehicle?.plate ?? ''),
      checkpoint: by.checkpoint,
      trip: envelope.trip,
      at: inspection.now,
    })),
  )

/** A red that shows through the drivers' white list (R44): the entry waits for somebody to look. */
async function reviewOf(
  deps: Deps,
  row: InspectionRow,
  { verdict, corrected }: { verdict: Verdict; corrected: Known | undefined },
  at: (seat: number) => string | null,
): Promise<Review> {
  const red = verdict.opens.filter(({ reason }) => reason === 'R1' || reason === 'R2' || reason === 'R3')
  if (red.length === 0 && corrected !== undefined)
    return { writes: resumeAfter(corrected.id, deps.now()), suspended: [], persons: [] }
  const persons = red.flatMap(({ crew }) => at(crew) ?? [])
  return suspendForReview(deps, persons, { id: row.id, plate: row.plate, at: instant(row.made_at) })
}

/** A pass of another province 全国互认: kept as it was shown, judged by nobody here. */
const foreignPassOf = ({ envelope: { foreignPass } }: OpenRecord, { id, plate, made_at }: InspectionRow) =>
  foreignPass === undefined
    ? []
    : [
        {
          id,
          inspection_id: id,
          plate,
          number: foreignPass.number ?? null,
          issuer: foreignPass.issuer,
          valid_to: foreignPass.validTo === undefined ? null : (parseInstant(foreignPass.validTo) ?? null),
          shown: foreignPass.shown,
          old_style: foreignPass.oldStyle === true ? (1 as const) : (0 as const),
          recorded_at: made_at,
        },
      ]

/** What the head settled on the spot asks for no head again; whatever else the server finds due stays due. */
const tasksOf = (
  deps: Deps,
  { envelope: { settled } }: OpenRecord,
  { row, verdict }: { row: InspectionRow; verdict: Verdict },
): readonly Write[] =>
  verdict.tasks
    .filter((kind) => kind !== 'head' || settled === undefined)
    .map((kind) =>
      addTask({
        id: newId(deps),
        inspection_id: row.id,
        kind,
        checkpoint_id: row.checkpoint_id,
        plate: row.plate,
        opened_at: row.made_at,
        state: 'open',
      }),
    )
