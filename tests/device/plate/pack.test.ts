import { describe, expect, it } from 'vitest'
import { loadPack, packIsHere, type Pack, type PackPorts } from '../../../checkpoint-app/device/plate/pack.ts'

const pack: Pack = { model: { url: '/assets/plate-1.onnx', bytes: 4 }, engine: { url: '/assets/ort-1.wasm', bytes: 6 } }

/** A phone's cache and a server, as far as the pack needs them. */
function world({ full = false, without = false } = {}) {
  const kept = new Map<string, Uint8Array<ArrayBuffer>>()
  const asked: string[] = []
  const line = { up: true, breaksAfter: Infinity, online: true }
  const cache = {
    match: async (url: string) => (kept.has(url) ? new Response(kept.get(url)) : undefined),
    put: async (url: string, response: Response) => {
      if (full) throw new DOMException('full', 'QuotaExceededError')
      kept.set(url, new Uint8Array(await response.arrayBuffer()))
    },
    keys: async () => [...kept.keys()].map((url) => ({ url: `https://booth.example${url}` })),
    delete: async ({ url }: { url: string }) => kept.delete(new URL(url).pathname),
  } as unknown as Cache
  const ports: PackPorts = {
    fetch: async (url) => {
      asked.push(url)
      if (!line.up) throw new TypeError('no network')
      const length = Math.min(url.endsWith('.onnx') ? 4 : 6, line.breaksAfter)
      return new Response(new Uint8Array(length).fill(7))
    },
    caches: without ? undefined : { open: async () => cache },
    online: () => line.online,
  }
  return { kept, asked, line, ports }
}

const silent = () => {}

describe('the reading pack', () => {
  it('is loaded once and then lies on the phone, for the time without a network', async () => {
    const { ports, asked, line } = world()
    const told: number[] = []
    expect(await packIsHere(pack, ports)).toBe(false)
    expect(await loadPack(pack, ports, (share) => told.push(share))).toMatchObject({
      kept: true,
      model: { length: 4 },
      engine: { length: 6 },
    })
    expect([told.at(-1), await packIsHere(pack, ports)]).toEqual([1, true])
    line.up = line.online = false
    expect(await loadPack(pack, ports, silent)).toMatchObject({ kept: true, engine: { length: 6 } })
    expect(asked).toEqual(['/assets/plate-1.onnx', '/assets/ort-1.wasm'])
  })

  it('tells how much of the whole has come', async () => {
    const told: number[] = []
    await loadPack(pack, world().ports, (share) => told.push(share))
    expect(told).toEqual([0.4, 1])
  })

  it('after an update takes only what is new, and drops what is old once all is there', async () => {
    const { ports, asked, kept, line } = world()
    await loadPack(pack, ports, silent)
    const newer = { ...pack, model: { url: '/assets/plate-2.onnx', bytes: 4 } }
    line.up = line.online = false
    expect(await loadPack(newer, ports, silent)).toBe('offline')
    expect([...kept.keys()]).toEqual(['/assets/plate-1.onnx', '/assets/ort-1.wasm'])
    line.up = line.online = true
    await loadPack(newer, ports, silent)
    expect([...kept.keys()].toSorted()).toEqual(['/assets/ort-1.wasm', '/assets/plate-2.onnx'])
    expect(asked.filter((url) => url.endsWith('.wasm'))).toHaveLength(1)
  })

  it.each([
    ['no network, nothing on the phone', { up: false, online: false }, 'offline'],
    ['the server does not answer', { up: false, online: true }, 'broken-off'],
    ['the line breaks half-way', { up: true, online: true, breaksAfter: 3 }, 'broken-off'],
  ])('%s: says so and keeps no half file', async (_, state, why) => {
    const { ports, kept, line } = world()
    Object.assign(line, state)
    expect(await loadPack(pack, ports, silent)).toBe(why)
    expect([...kept.values()].every(({ length }) => length === 4 || length === 6)).toBe(true)
  })

  it('a file that was kept in part is loaded again', async () => {
    const { ports, kept, asked } = world()
    kept.set('/assets/ort-1.wasm', new Uint8Array(3))
    await loadPack(pack, ports, silent)
    expect(asked).toContain('/assets/ort-1.wasm')
  })

  it('works this time on a full phone and on one without a cache, and says that it was not kept', async () => {
    expect(await loadPack(pack, world({ full: true }).ports, silent)).toMatchObject({
      kept: false,
      model: { length: 4 },
    })
    expect(await loadPack(pack, world({ without: true }).ports, silent)).toMatchObject({ kept: false })
  })
})
