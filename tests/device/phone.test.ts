import { describe, expect, test } from 'vitest'
import { openPhone } from '../../checkpoint-app/device/phone.ts'
import type { Reply, Server } from '../../checkpoint-app/device/server.ts'
import { instant } from '../../shared/instant.ts'
import { memoryStore } from './memory-store.ts'

const terminal = {
  id: '0190a6b0-0000-4000-8000-0000000000f1',
  inspector: { id: '0190a6b0-0000-4000-8000-0000000000a1', name: '查验示例' },
  checkpoint: { id: 'JZ-G01', name: '焦作西站', county: '410822' },
  lane: 1,
  boundAt: '2022-05-16T08:00:00+08:00',
}
const shutOut = { ok: false, trouble: { kind: 'shut-out', code: 'AU-07', message: '' } } as const
const settle = async () => {
  for (let n = 0; n < 20; n++) await new Promise((done) => setTimeout(done, 1))
}

function phoneWith(store: ReturnType<typeof memoryStore>, changes: Partial<Server>) {
  const server: Server = {
    bind: async () => shutOut,
    publicKeys: async () => ({ ok: true, value: { keys: [] } }),
    bundle: async () => shutOut,
    plate: async () => shutOut,
    appeals: async () => shutOut,
    appeal: async () => shutOut,
    inspections: async () => shutOut,
    register: async () => shutOut,
    alerts: async () => shutOut,
    alertSeen: async () => shutOut,
    evidence: async () => shutOut,
    ...changes,
  }
  const clock = {
    now: () => instant(1_652_666_400_000),
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
  })
}
const waiting = {
  id: 'a',
  kind: 'inspection',
  at: instant(0),
  payload: 'jws',
  state: 'waiting',
  summary: { plate: '豫HX0001', row: 'V8', outcome: 'release', code: 'V8-0000' },
} as const

describe('a phone released by its head', () => {
  test('says so, keeps its outbox, and remembers it after a restart', async () => {
    const store = memoryStore()
    await store.write('terminal', terminal)
    await store.put([waiting])
    const phone = await phoneWith(store, {})
    await settle()
    expect(phone.state().terminal?.released).toBe(true)
    expect(phone.state().items).toMatchObject([{ id: 'a', state: 'waiting' }])
    expect((await phoneWith(store, {})).state().terminal?.released).toBe(true)
  })

  test('bound anew it has a key of its own, so that nothing is signed in two names', async () => {
    const store = memoryStore()
    await store.write('terminal', terminal)
    const keys: string[] = []
    const bind: Server['bind'] = async ({ key }): Promise<Reply<never>> => {
      keys.push(key.x)
      return shutOut
    }
    const phone = await phoneWith(store, { bind })
    await settle()
    await phone.bind('s'.repeat(32))
    await phone.bind('s'.repeat(32))
    expect(keys).toHaveLength(2)
    expect(new Set(keys).size).toBe(2)
    expect(phone.state().items).toEqual([])
  })
})
