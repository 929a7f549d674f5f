import { base64url } from 'jose'
import type { AnswerOf, BodyOf } from '../../schema/api/endpoint.ts'
import type {
  closeIncident as closeContract,
  closingPhoto as photoContract,
  judgeCandidate as judgeContract,
  mySummonses as mineContract,
  setGreenLane as greenContract,
} from '../../schema/api/incidents.ts'
import { asksAnswer, stateOf } from '../../shared/congestion/calls.ts'
import { Fault } from '../../shared/fault.ts'
import { beijingIso, instant } from '../../shared/instant.ts'
import { photoFault } from '../../shared/leads/jpeg.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { addIncidentPhoto, callsOfIncidents, lastIncidentsOf, photosOfIncident } from '../store/incidents.ts'
import { byStaff } from './actor.ts'
import { answerOf, madeOf, readLadder } from './congestion-log.ts'
import { settle } from './congestion-settle.ts'
import { getIncident, incidentAndPlace } from './incident-view.ts'
import type { IncidentView } from './incident-view.ts'
import { needTerminal, permit, permitIn } from './may.ts'
import { openPlace } from './queue-told.ts'

type Judged = BodyOf<typeof judgeContract> & { id: string }

/** @throws Fault conflict CG-23 (too late, or judged already) */
export async function judgeCandidate(deps: Deps, asker: Asker, { id, confirm, reason }: Judged): Promise<IncidentView> {
  const [row, place] = await incidentAndPlace(deps, id)
  const permitted = permitIn(asker, 'lead at an incident', place)
  const { ladder } = await readLadder(deps, place.id, deps.now())
  if (ladder.candidate?.id !== row.origin) throw new Fault('conflict', 'CG-23', 'it waits for no judgement any more')
  await settle(deps, place, {
    events: [
      { kind: confirm ? 'confirmed' : 'dismissed', detail: { candidate: row.origin }, by: byOf(permitted.staff) },
    ],
    entries: [
      {
        by: byStaff(permitted),
        action: 'candidate-judged',
        subject: id,
        ...(reason === undefined ? {} : { reason }),
        detail: { confirm },
      },
    ],
  })
  return getIncident(deps, asker, id)
}

const byOf = (staff: string) => ({ by_kind: 'staff', by_id: staff }) as const
const over = () => new Fault('conflict', 'CG-24', 'this incident does not run')

/** 全员上岗. @throws Fault conflict CG-24 */
export async function allOnDuty(deps: Deps, asker: Asker, id: string): Promise<IncidentView> {
  const [row, place] = await incidentAndPlace(deps, id)
  const permitted = permitIn(asker, 'lead at an incident', place)
  if (row.started_at === null || row.ended_at !== null) throw over()
  await settle(deps, place, {
    events: [{ kind: 'all-on-duty', detail: {}, by: byOf(permitted.staff) }],
    entries: [{ by: byStaff(permitted), action: 'all-on-duty', subject: id }],
  })
  return getIncident(deps, asker, id)
}

/** By the head, who shows the road as it is. What is still measured takes it up again. @throws Fault conflict CG-24, bad-input CG-25 */
export async function closeIncident(
  deps: Deps,
  asker: Asker,
  { id, reason, jpeg }: BodyOf<typeof closeContract> & { id: string },
): Promise<IncidentView> {
  const [row, place] = await incidentAndPlace(deps, id)
  const permitted = permitIn(asker, 'lead at an incident', place)
  if (row.started_at === null || row.ended_at !== null) throw over()
  if (photoFault(bytesOf(jpeg)) !== undefined) throw noPhoto()
  const photo = {
    incident_id: id,
    at: deps.now(),
    by_staff: permitted.staff,
    reason,
    photo_sealed: await deps.vault.seal('incident-photo', jpeg),
  }
  await settle(deps, place, {
    writes: [addIncidentPhoto(photo)],
    events: [{ kind: 'closed', detail: {}, by: byOf(permitted.staff) }],
    entries: [{ by: byStaff(permitted), action: 'incident-closed', subject: id, reason }],
  })
  return getIncident(deps, asker, id)
}

const noPhoto = () => new Fault('bad-input', 'CG-25', 'not a small JPEG without EXIF', { path: 'jpeg' })

function bytesOf(jpeg: string): Uint8Array {
  try {
    return base64url.decode(jpeg)
  } catch {
    throw noPhoto()
  }
}

export async function closingPhoto(deps: Deps, asker: Asker, id: string): Promise<AnswerOf<typeof photoContract>> {
  const [, place] = await incidentAndPlace(deps, id)
  permitIn(asker, 'see the board', place)
  const [photo] = await deps.db.all(photosOfIncident(id))
  if (photo === undefined) throw new Fault('not-found', 'CG-26', 'no photograph', { path: 'path.id' })
  const jpeg = await deps.vault.open('incident-photo', photo.photo_sealed)
  return { at: beijingIso(instant(photo.at)), reason: photo.reason, jpeg }
}

type Green = BodyOf<typeof greenContract> & { id: string }

/** 应急绿色通道. Blocked during an incident it alarms at once, whatever the step. */
export async function setGreenLane(
  deps: Deps,
  asker: Asker,
  { id, state, note }: Green,
): Promise<AnswerOf<typeof greenContract>> {
  const place = await openPlace(deps, id)
  const by = greenBy(asker, place)
  const now = deps.now()
  await settle(deps, place, {
    events: [
      {
        kind: `green-${state}`,
        at: now,
        detail: note === undefined ? {} : { note },
        by: { by_kind: by.device === null ? 'staff' : 'terminal', by_id: by.id },
      },
    ],
    entries: [
      { by, action: 'green-lane-set', subject: id, ...(note === undefined ? {} : { reason: note }), detail: { state } },
    ],
  })
  return { checkpoint: id, state, at: beijingIso(now) }
}

function greenBy(asker: Asker, place: { id: string; county: string }) {
  if (asker.kind !== 'terminal') return byStaff(permitIn(asker, 'report a queue', place))
  const { checkpoint, staff, terminal } = needTerminal(asker)
  if (checkpoint !== place.id) throw new Fault('not-allowed', 'MA-01', 'another checkpoint is not yours')
  return { id: staff, role: 'inspector', device: terminal }
}

/** What a phone on shift, or a head, is asked just now. */
export async function mySummonses(deps: Deps, asker: Asker): Promise<AnswerOf<typeof mineContract>> {
  const mine = asker.kind === 'terminal' ? asker : permit(asker, 'lead at an incident')
  const checkpoint = 'checkpoint' in mine ? mine.checkpoint : (mine.only ?? '')
  const row = (await deps.db.all(lastIncidentsOf(checkpoint))).find(
    (one) => one.started_at !== null && one.ended_at === null,
  )
  if (row === undefined || row.started_at === null) return { incident: null, items: [] }
  const { rows } = await readLadder(deps, checkpoint, deps.now())
  const answers = rows.flatMap((one) => answerOf(one) ?? [])
  const calls = await deps.db.all(callsOfIncidents([row.id]))
  return {
    incident: { id: row.id, startedAt: beijingIso(instant(row.started_at)), step: row.step },
    items: calls
      .filter((call) => call.person_id === mine.staff && asksAnswer(call))
      .flatMap((call) =>
        call.step === null
          ? []
          : [
              {
                id: call.id,
                step: call.step,
                at: beijingIso(instant(call.at)),
                zh: call.zh,
                en: call.en,
                state: stateOf(madeOf(call, answers)),
              },
            ],
      ),
  }
}
