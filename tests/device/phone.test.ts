import { describe, expect, test } from 'vitest'
import type { BundleAnswer, Reply, Server } from '../../checkpoint-app/device/server.ts'
import { instant } from '../../shared/instant.ts'
import { now } from '../credential/kit.ts'
import { answered, jwks, terminal as bundleTerminal } from './bundle-kit.ts'
import { memoryStore } from './memory-store.ts'
import { phoneWith, settle, shutOut } from './open-phone.ts'
import { terminalKept as terminal } from './terminal-row.ts'

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

const answer = await answered()
const old = await answered({ manifest: { seq: 4 } })

describe('what a phone says of its bundle', () => {
  const bound = { ...terminal, id: bundleTerminal }

  async function phoneAsking(store: ReturnType<typeof memoryStore>, next: () => Promise<Reply<BundleAnswer>>) {
    await store.write('terminal', bound)
    await store.write('jwks', jwks)
    const phone = await phoneWith(store, {
      bundle: next,
      inspections: async () => ({ ok: true, value: { results: [] } }),
      alerts: async () => ({ ok: true, value: [] }),
    })
    await settle()
    return phone
  }
  const says = async (value: BundleAnswer) => ({ ok: true, value }) as const

  test('renewed at the start; an older one is refused and said, the one in hand goes on', async () => {
    const store = memoryStore()
    let next = answer
    const phone = await phoneAsking(store, () => says(next))
    expect(phone.state()).toMatchObject({ bundleTrouble: undefined, bundleUnsaved: false, reached: true })
    next = old
    await phone.refresh()
    expect(phone.state()).toMatchObject({ bundleTrouble: 'rolled-back', bundle: { manifest: { seq: 5 } } })
  })

  test('an older one on the disk stays said while there is no network, and a good one ends it', async () => {
    const store = memoryStore()
    await phoneAsking(store, () => says(old))
    const before = await store.read('manifest')
    await phoneAsking(store, () => says(answer))
    await store.write('manifest', before!)
    let reply: Reply<BundleAnswer> = { ok: false, trouble: { kind: 'offline' } }
    const phone = await phoneAsking(store, async () => reply)
    expect(phone.state()).toMatchObject({ bundle: undefined, bundleAge: 'none', bundleTrouble: 'rolled-back' })
    reply = { ok: true, value: answer }
    await phone.refresh()
    expect(phone.state()).toMatchObject({ bundleTrouble: undefined, bundle: { manifest: { seq: 5 } } })
  })

  test('an app too old for the server is told until it is served again', async () => {
    let reply: Reply<BundleAnswer> = { ok: false, trouble: { kind: 'outdated', code: 'UP-01', message: '' } }
    const phone = await phoneAsking(memoryStore(), async () => reply)
    expect(phone.state()).toMatchObject({ outdated: true, bundleTrouble: 'outdated', reached: true })
    await phone.sync()
    await settle()
    expect(phone.state().outdated).toBe(true)
    reply = { ok: true, value: answer }
    await phone.refresh()
    expect(phone.state()).toMatchObject({ outdated: false, bundleTrouble: undefined })
  })

  test('on a full disk it says that the new one is not kept', async () => {
    const store = memoryStore()
    store.fill()
    const phone = await phoneAsking(store, () => says(answer))
    expect(phone.state()).toMatchObject({ bundleUnsaved: true, bundle: { manifest: { seq: 5 } } })
  })

  test('the time the phone goes by is never before its bundle was made', async () => {
    const store = memoryStore()
    const heard: number[] = []
    const phone = await phoneAsking(store, () => says(answer))
    phone.clock.notBefore = (at) => void heard.push(at)
    await phone.refresh()
    expect(heard.at(-1)).toBe(now)
  })
})
