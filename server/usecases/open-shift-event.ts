import { Fault } from '../../shared/fault.ts'
import { instant, type Instant } from '../../shared/instant.ts'
import { parseShiftEnvelope, shiftEventType } from '../../shared/shifts/event.ts'
import type { ShiftEnvelope } from '../../shared/shifts/event.ts'
import { readSealed, verifySealed } from '../../shared/sync/sealed-envelope.ts'
import type { ShiftEventRow } from '../store/shifts.ts'
import { recordMayBeAheadBy } from './parameters.ts'
import type { Sealer } from './sealers.ts'

export type OpenEvent = { row: ShiftEventRow; token: string }
export type BadEvent = { id: string | null; fault: Fault }
type Around = { sealers: ReadonlyMap<string, Sealer>; bound: ReadonlyMap<string, number>; now: Instant }

/** Opens one uploaded event. What is wrong with it is told of it alone. */
export async function openShiftEvent(token: string, { sealers, bound, now }: Around): Promise<OpenEvent | BadEvent> {
  let id: string | null = null
  try {
    const sealed = sealedOf(token)
    id = claimedId(sealed.json)
    const by = sealers.get(sealed.terminal)
    if (by === undefined) throw new Fault('not-allowed', 'SH-03', 'signed by another terminal', { path: 'terminal' })
    if (!(await verifySealed(sealed, by.key)))
      throw new Fault('bad-input', 'SH-01', 'the signature does not hold', { path: 'signature' })
    const { envelope, madeAt } = parseShiftEnvelope(sealed.json)
    if (envelope.terminal !== by.terminal || envelope.checkpoint !== by.checkpoint)
      throw new Fault('bad-input', 'SH-05', 'this is not where the terminal is bound', { path: 'checkpoint' })
    refuseAfterRelease(envelope, madeAt, by)
    const at = instant(Math.min(Math.max(madeAt, bound.get(by.terminal) ?? madeAt), now))
    return { token, row: rowOf(envelope, { by, at, madeAt, now, token }) }
  } catch (cause) {
    if (cause instanceof Fault) return { id, fault: cause }
    throw cause
  }
}

function sealedOf(token: string) {
  try {
    return readSealed(token, shiftEventType)
  } catch (cause) {
    if (!(cause instanceof Fault)) throw cause
    throw new Fault('bad-input', 'SH-01', cause.message, { cause })
  }
}

function claimedId(json: unknown): string | null {
  if (typeof json !== 'object' || json === null || !('id' in json)) return null
  return typeof json.id === 'string' ? json.id.slice(0, 40) : null
}

/** Nobody begins anything with a phone that was released; what he hands over then is still taken in. */
function refuseAfterRelease({ kind }: ShiftEnvelope, madeAt: Instant, { until }: Sealer): void {
  if (until === undefined || kind === 'off' || madeAt <= until + recordMayBeAheadBy) return
  throw new Fault('not-allowed', 'SH-04', 'made after the terminal was released', { path: 'madeAt' })
}

type Given = { by: Sealer; at: Instant; madeAt: Instant; now: Instant; token: string }

function rowOf(envelope: ShiftEnvelope, { by, at, madeAt, now, token }: Given): ShiftEventRow {
  const { id, kind, clockOffsetMs } = envelope
  return {
    id,
    kind,
    shift_id: kind === 'on' ? id : 'shift' in envelope ? envelope.shift : null,
    terminal_id: by.terminal,
    staff_id: by.staff,
    checkpoint_id: by.checkpoint,
    lane: 'lane' in envelope ? envelope.lane : null,
    segment: kind === 'on' ? envelope.segment : null,
    at,
    made_at: madeAt,
    received_at: now,
    clock_offset_ms: clockOffsetMs,
    detail: kind === 'off' && envelope.handover !== null ? JSON.stringify(envelope.handover) : null,
    envelope: token,
  }
}
