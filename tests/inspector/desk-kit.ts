import { openPhone } from '../../checkpoint-app/device/phone.ts'
import type { PlateView, Reply, Server } from '../../checkpoint-app/device/server.ts'
import { openDesk } from '../../checkpoint-app/inspector/desk.ts'
import { plus, type Instant } from '../../shared/instant.ts'
import { memoryStore } from '../device/memory-store.ts'
import { settle } from '../kit/settle.ts'
import { terminalKept as terminal } from '../device/terminal-row.ts'
import { now } from '../policy/truck.ts'
import { onlinePerson, papers, trip, view } from './booth.ts'

export { settle }
export const offline = { ok: false, trouble: { kind: 'offline' } } as const

/** A bound phone without a network for uploads; `lookUp` answers for plates. */
export async function booth(
  lookUp: () => Promise<Reply<PlateView>> | Reply<PlateView>,
  store = memoryStore(),
  firstId = 0,
) {
  let at: Instant = now
  let elapsed = 0
  let ids = firstId
  const timers: (() => void)[] = []
  const later = (run: () => void) => {
    timers.push(run)
    return () => void timers.splice(timers.indexOf(run) >>> 0, 1)
  }
  await store.write('terminal', terminal)
  const server: Server = {
    bind: async () => offline,
    publicKeys: async () => offline,
    bundle: async () => offline,
    inspections: async () => offline,
    register: async () => offline,
    alerts: async () => offline,
    alertSeen: async () => offline,
    evidence: async () => offline,
    reportQueue: async () => offline,
    shiftEvents: async () => offline,
    shiftBefore: async () => offline,
    pushKey: async () => offline,
    pushAdd: async () => offline,
    pushRemove: async () => offline,
    appeals: async () => offline,
    appeal: async () => offline,
    report: async () => offline,
    plate: async () => lookUp(),
    number: async () => offline,
  }
  const clock = { now: () => at, offset: () => 0, held: () => false, notBefore: () => undefined }
  const phone = await openPhone({ store, clock, server: () => server, agent: 'x', random: () => 0, later })
  const newId = () => `0190a6b0-0000-4000-8000-${String(++ids).padStart(12, '0')}`
  const desk = await openDesk({ phone, newId, later, elapsed: () => elapsed, enrolment: () => {} })
  await settle()
  return {
    store,
    phone,
    desk,
    forward: (ms: number) => {
      elapsed += ms
      at = plus(at, ms)
    },
    /** Somebody sets the phone's clock. */
    setClock: (ms: number) => (at = plus(at, ms)),
    fireTimers: () => timers.splice(0).forEach((run) => run()),
    rows: async () => (await store.queued()).map(({ summary }) => summary.row),
  }
}

export const inProvince = view({ trip: trip({ scope: 'in-province' }) })
export const late = view({ trip: trip(), crew: [onlinePerson()] })
export const shows = (answers: ReturnType<typeof papers>) => ({ type: 'answered', person: 0, answers }) as const
