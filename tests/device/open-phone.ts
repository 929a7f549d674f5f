import { openPhone, type PhonePorts } from '../../checkpoint-app/device/phone.ts'
import type { Server } from '../../checkpoint-app/device/server.ts'
import type { Store } from '../../checkpoint-app/device/store.ts'
import { settle } from '../kit/settle.ts'
import { instant, type Instant } from '../../shared/instant.ts'

export const shutOut = { ok: false, trouble: { kind: 'shut-out', code: 'AU-07', message: '' } } as const
export { settle }

type More = Partial<PhonePorts> & { now?: () => Instant }

/** A phone on this disk; the server shuts it out of whatever is not given. */
export function phoneWith(
  store: Store,
  changes: Partial<Server>,
  { now = () => instant(1_652_666_400_000), ...more }: More = {},
) {
  const server: Server = {
    bind: async () => shutOut,
    publicKeys: async () => ({ ok: true, value: { keys: [] } }),
    bundle: async () => shutOut,
    plate: async () => shutOut,
    number: async () => shutOut,
    appeals: async () => shutOut,
    appeal: async () => shutOut,
    report: async () => shutOut,
    inspections: async () => shutOut,
    register: async () => shutOut,
    alerts: async () => shutOut,
    alertSeen: async () => shutOut,
    evidence: async () => shutOut,
    reportQueue: async () => shutOut,
    shiftEvents: async () => shutOut,
    shiftBefore: async () => shutOut,
    pushKey: async () => shutOut,
    pushAdd: async () => shutOut,
    pushRemove: async () => shutOut,
    ...changes,
  }
  const clock = {
    now,
    offset: () => 0,
    held: () => false,
    notBefore: () => undefined,
  }
  return openPhone({
    store,
    clock,
    server: () => server,
    agent: 'x',
    random: () => 0,
    later: () => () => {},
    ...more,
  })
}
