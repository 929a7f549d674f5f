import type { AnswerOf, BodyOf } from '../../schema/api/endpoint.ts'
import type { releaseShift as contract } from '../../schema/api/shifts.ts'
import { Fault } from '../../shared/fault.ts'
import { beijingIso, instant, plus } from '../../shared/instant.ts'
import { isOnDuty, shiftsOf } from '../../shared/shifts/ledger.ts'
import { longestShift } from '../../shared/shifts/limits.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { addShiftEvent, shiftEventsByIds } from '../store/shifts.ts'
import { byStaff } from './actor.ts'
import { permit, permitAt } from './may.ts'
import { newId } from './new-id.ts'
import { logAround } from './shift-log.ts'

type Form = BodyOf<typeof contract> & { id: string }

/** 点长解除: the shift ends, so that its inspector or number may sign on with another phone. The phone stays bound. */
export async function releaseShift(deps: Deps, asker: Asker, { id, reason }: Form): Promise<AnswerOf<typeof contract>> {
  permit(asker, 'release a shift')
  const [on] = await deps.db.all(shiftEventsByIds([id]))
  if (on?.kind !== 'on') throw new Fault('not-found', 'SH-09', 'there is no such shift', { path: 'path.id' })
  const permitted = permitAt(asker, 'release a shift', on.checkpoint_id)
  const log = await logAround(deps, [on], plus(instant(on.at), -longestShift))
  const shift = shiftsOf(log.events, log.unbound).find((one) => one.id === id)
  const at = deps.now()
  if (shift === undefined || !isOnDuty(shift, at))
    throw new Fault('conflict', 'SH-10', 'this shift is over, or never counted')
  const row = { ...on, id: newId(deps), kind: 'released' as const, shift_id: id, lane: null, segment: null }
  const times = { at, made_at: at, received_at: at, clock_offset_ms: null }
  const detail = JSON.stringify({ by: permitted.staff, reason })
  await deps.audit.commit(
    [addShiftEvent({ ...row, ...times, detail, envelope: null })],
    [{ by: byStaff(permitted), action: 'shift-released', subject: id, reason, detail: { staff: on.staff_id } }],
  )
  return { id, endAt: beijingIso(at) }
}
