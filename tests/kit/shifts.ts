import { uploadShiftEvents } from '../../schema/api/shifts.ts'
import { es256Signer } from '../../shared/credential/seal.ts'
import { beijingIso, instant, minute } from '../../shared/instant.ts'
import { shiftEventType } from '../../shared/shifts/event.ts'
import type { Handover } from '../../shared/shifts/event.ts'
import { sealJson } from '../../shared/sync/sealed-envelope.ts'
import type { World } from './world.ts'

type Inspector = Awaited<ReturnType<World['inspector']>>
type Sent = Record<string, unknown>

export const quietHandover: Handover = {
  notes: [],
  waiting: [],
  queueMetres: null,
  equipment: {},
  checked: 0,
  fast: 0,
}

/** What the shift of one inspector says, signed by his phone. `ago`: minutes before now. */
export function shiftOf(road: Pick<World, 'clock'>, inspector: Inspector) {
  const seal = (event: Sent) =>
    sealJson(
      JSON.stringify({
        id: crypto.randomUUID(),
        terminal: inspector.bound.terminal,
        checkpoint: inspector.bound.checkpoint.id,
        madeAt: beijingIso(road.clock.now()),
        clockOffsetMs: 0,
        app: 'test',
        ...event,
      }),
      es256Signer(inspector.bound.terminal, inspector.phone.privateKey),
      shiftEventType,
    )
  const send = async (...tokens: string[]) =>
    (await inspector.call('POST', '/api/shifts/events', { items: tokens })).as(uploadShiftEvents.answer).results
  const says = async (event: Sent) => (await send(await seal(event)))[0]!
  const when = (ago: number) => beijingIso(instant(road.clock.now() - ago * minute))
  return {
    seal,
    send,
    says,
    when,
    on: (more: Sent = {}) => says({ kind: 'on', lane: 1, segment: null, ...more }),
    off: (shift: string | null, handover: Handover | null = null, more: Sent = {}) =>
      says({ kind: 'off', shift: shift ?? '', handover, ...more }),
    lane: (kind: 'lane-open' | 'lane-closed', lane: number, more: Sent = {}) => says({ kind, lane, ...more }),
  }
}
