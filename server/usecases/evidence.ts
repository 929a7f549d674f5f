import { base64url } from 'jose'
import type { AnswerOf, BodyOf } from '../../schema/api/endpoint.ts'
import type { keepEvidence as keepContract, readEvidence as readContract } from '../../schema/api/leads.ts'
import { Fault } from '../../shared/fault.ts'
import { beijingIso, instant, parseInstant, plus } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import { photoFault } from '../../shared/leads/jpeg.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { Taken } from '../store/db.ts'
import { addEvidence, evidenceById, photosOfInspection, photosOfLead } from '../store/evidence.ts'
import type { EvidenceRow } from '../store/evidence.ts'
import { knownInspections } from '../store/inspections.ts'
import type { Known } from '../store/inspections.ts'
import { addLeadOfPhoto } from '../store/leads-made.ts'
import { byStaff } from './actor.ts'
import { leadFor } from './leads.ts'
import { leadOf, tellOfLeads } from './leads-found.ts'
import { needTerminal } from './may.ts'
import { evidenceKeptFor, photosOfOneInspection, recordMayBeAheadBy } from './parameters.ts'

type Form = BodyOf<typeof keepContract>
type Kept = AnswerOf<typeof keepContract>

/** Keeps a photograph, sealed, beside its inspection, which must be here first. Sent again it is the same. */
export async function keepEvidence(deps: Deps, asker: Asker, form: Form): Promise<Kept> {
  const { checkpoint } = needTerminal(asker)
  const [before] = await deps.db.all(evidenceById(form.id))
  if (before !== undefined) return again(before, form)
  const takenAt = momentOf(deps, form)
  if (photoFault(bytesOf(form)) !== undefined)
    throw new Fault('bad-input', 'LE-06', 'not a small JPEG without EXIF', { path: 'jpeg' })
  const [inspection] = await deps.db.all(knownInspections([form.inspection]))
  // Another place's record is no business of this phone; it cannot be told from one that is not here.
  if (inspection === undefined || inspection.checkpoint_id !== checkpoint)
    throw new Fault('conflict', 'LE-05', 'its inspection is not here', { path: 'inspection' })
  if ((await deps.db.all(photosOfInspection(inspection.id))).length >= photosOfOneInspection)
    throw new Fault('conflict', 'LE-07', 'photographs enough of this inspection', { path: 'inspection' })
  return keepRow(deps, inspection, {
    id: form.id,
    inspection_id: inspection.id,
    taken_at: takenAt,
    received_at: deps.now(),
    photo_sealed: await deps.vault.seal('evidence', form.jpeg),
    until: plus(deps.now(), evidenceKeptFor),
  })
}

async function keepRow(deps: Deps, inspection: Known, row: EvidenceRow): Promise<Kept> {
  const about = { kind: 'evidence', credential: null, dedupe: `evidence/${inspection.id}` } as const
  const lead = leadOf(deps, inspection, about)
  try {
    await deps.db.commit([addEvidence(row), addLeadOfPhoto(lead), ...tellOfLeads(deps, [lead.id])])
  } catch (cause) {
    if (!(cause instanceof Taken)) throw cause
    const [before] = await deps.db.all(evidenceById(row.id))
    if (before === undefined || before.inspection_id !== row.inspection_id) throw taken()
    return viewOf(before)
  }
  return viewOf(row)
}

function again(before: EvidenceRow, form: Form): Kept {
  if (before.inspection_id !== form.inspection) throw taken()
  return viewOf(before)
}

const taken = () => new Fault('conflict', 'LE-09', 'this id is taken', { path: 'id' })

const viewOf = ({ id, until }: EvidenceRow): Kept => ({ id, until: beijingIso(instant(until)) })

function momentOf(deps: Deps, { takenAt }: Form): Instant {
  const at = parseInstant(takenAt)
  if (at === undefined || at > deps.now() + recordMayBeAheadBy)
    throw new Fault('bad-input', 'LE-10', 'taken later than now: set the clock of the phone', { path: 'takenAt' })
  return at
}

function bytesOf({ jpeg }: Form): Uint8Array {
  try {
    return base64url.decode(jpeg)
  } catch (cause) {
    throw new Fault('bad-input', 'LE-06', 'not base64url', { path: 'jpeg', cause })
  }
}

/** One photograph of a lead, opened; that it was looked at stands in the log first. */
export async function readEvidence(
  deps: Deps,
  asker: Asker,
  { id, photo }: { id: string; photo: string },
): Promise<AnswerOf<typeof readContract>> {
  const { row, permitted } = await leadFor(deps, asker, id, 'see evidence')
  const isOfLead = (await deps.db.all(photosOfLead(row))).some((one) => one.id === photo)
  const [evidence] = isOfLead ? await deps.db.all(evidenceById(photo)) : []
  if (evidence === undefined || evidence.until <= deps.now())
    throw new Fault('not-found', 'LE-08', 'there is no such photograph', { path: 'path.photo' })
  const detail = { photo, plate: row.plate, checkpoint: row.checkpoint_id }
  await deps.audit.commit([], [{ by: byStaff(permitted), action: 'evidence-read', subject: row.id, detail }])
  const jpeg = await deps.vault.open('evidence', evidence.photo_sealed)
  return { ...viewOf(evidence), takenAt: beijingIso(instant(evidence.taken_at)), jpeg }
}
