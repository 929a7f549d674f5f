import { describe, expect, it } from 'vitest'
import { alertKeeper } from '../../checkpoint-app/device/alerts.ts'
import type { Alert, Reply, Server } from '../../checkpoint-app/device/server.ts'
import { everyMs } from '../../checkpoint-app/device/sync-loop.ts'

const alert = (id: string): Alert => ({
  id,
  at: '2022-05-16T10:00:00+08:00',
  kind: 'tracking-positive',
  zh: id,
  en: id,
  article: null,
})
const offline = { ok: false, trouble: { kind: 'offline' } } as const

/** A booth that is asked by hand: what stands on the screen, what the server was told, when it is asked again. */
function booth() {
  const atServer = new Map<string, Alert>()
  const seen: string[] = []
  let network = true
  let shown: readonly string[] = []
  let next: { run: () => void; ms: number } | undefined
  const unused = () => Promise.reject(new Error('not called here'))
  const server: Server = {
    bind: unused,
    publicKeys: unused,
    bundle: unused,
    plate: unused,
    number: unused,
    appeals: unused,
    appeal: unused,
    report: unused,
    inspections: unused,
    register: unused,
    alerts: async (): Promise<Reply<readonly Alert[]>> =>
      network ? { ok: true, value: [...atServer.values()] } : offline,
    evidence: unused,
    reportQueue: unused,
    shiftEvents: unused,
    shiftBefore: unused,
    pushKey: unused,
    pushAdd: unused,
    pushRemove: unused,
    alertSeen: async (id) => {
      if (!network) return offline
      if (!atServer.delete(id)) return { ok: false, trouble: { kind: 'refused', code: 'MS-01', message: '' } }
      seen.push(id)
      return { ok: true, value: {} }
    },
  }
  const keeper = alertKeeper({
    server,
    random: () => 0,
    later: (run, ms) => {
      next = { run, ms }
      return () => (next = undefined)
    },
    changed: (alerts) => (shown = alerts.map(({ id }) => id)),
  })
  const settle = async () => {
    for (let n = 0; n < 20; n++) await Promise.resolve()
  }
  return {
    keeper,
    seen,
    comes: (id: string) => void atServer.set(id, alert(id)),
    goes: (id: string) => void atServer.delete(id),
    network: (is: boolean) => (network = is),
    shown: () => shown,
    waits: () => next?.ms,
    asks: async () => {
      next?.run()
      await settle()
    },
    settle,
  }
}

describe('alerts at the booth 前方预警', () => {
  it('are asked for every half minute and shown', async () => {
    const { keeper, comes, shown, waits, asks } = booth()
    await keeper.now()
    expect([shown(), waits()]).toEqual([[], everyMs])
    comes('a')
    await asks()
    expect(shown()).toEqual(['a'])
  })

  it('are gone at once when acknowledged, and the server is told', async () => {
    const { keeper, comes, shown, seen, settle } = booth()
    comes('a')
    comes('b')
    await keeper.now()
    keeper.acknowledge('a')
    expect(shown()).toEqual(['b'])
    await settle()
    expect([shown(), seen]).toEqual([['b'], ['a']])
  })

  it('acknowledged without a network stay away, and the server learns of it when there is one', async () => {
    const { keeper, comes, network, shown, seen, asks, settle } = booth()
    comes('a')
    await keeper.now()
    network(false)
    keeper.acknowledge('a')
    await settle()
    expect([shown(), seen]).toEqual([[], []])
    network(true)
    await asks()
    expect([shown(), seen]).toEqual([[], ['a']])
  })

  it('acknowledged at another phone meanwhile are no trouble', async () => {
    const { keeper, comes, goes, shown, settle, waits } = booth()
    comes('a')
    comes('b')
    await keeper.now()
    goes('a')
    keeper.acknowledge('a')
    await settle()
    expect([shown(), waits()]).toEqual([['b'], everyMs])
  })

  it('stay on screen while the server cannot be reached', async () => {
    const { keeper, comes, network, shown, asks } = booth()
    comes('a')
    await keeper.now()
    network(false)
    await asks()
    expect(shown()).toEqual(['a'])
  })
})
