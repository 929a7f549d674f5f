import { brotliDecompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createApp } from '../../../server/app.ts'
import { nodePress } from '../../../server/http/press-node.ts'
import { sql } from '../../../server/store/db.ts'
import { addPass } from '../../../server/store/passes.ts'
import type { PassRow } from '../../../server/store/passes.ts'
import { countOnList, openNextList } from '../../../server/store/status-lists.ts'
import { placeOnList } from '../../../server/usecases/status-index.ts'
import { snapshotOf } from '../../../server/usecases/status-standing.ts'
import { importKeys } from '../../../shared/credential/keys.ts'
import { readStatusListToken, statusAt } from '../../../shared/credential/status-list.ts'
import { standingAt, unpackSnapshot } from '../../../shared/credential/status-snapshot.ts'
import { day, instant, plus } from '../../../shared/instant.ts'
import { chance, entropyBytes, placesOnLists, randomSet } from '../../credential/random-lists.ts'
import { statusWorld } from './kit.ts'

type Road = Awaited<ReturnType<typeof statusWorld>>
let serial = 0

function row({ clock }: Road, at: Pick<PassRow, 'list' | 'idx' | 'status'>): PassRow {
  const now = clock.now()
  serial += 1
  const number = String(410_800_000_000 + serial)
  const route = {
    plate: '豫HG0001',
    from_region: '310115',
    to_region: '410811',
    cargo: '08' as const,
    issuer: '410800',
  }
  const life = { valid_from: now, valid_to: plus(now, 10 * day), issued_at: now, token: 'made up' }
  const nobody = { trip_id: null, application_id: null, replaces: null }
  const said = { status_at: null, status_by: null, status_reason: null, status_note: null }
  return { number, jti: number, ...nobody, ...route, ...life, ...said, ...at }
}

describe('a million passes, ten thousand of them revoked', () => {
  it('weigh at most 16 KB as lists, 20 KB as sent, and 1.05 of the least possible for a phone', async () => {
    const road = await statusWorld()
    const revoked = placesOnLists(1_000_000, randomSet(chance(3), 1_000_000, 10_000))
    await road.db.commit(openNextList(1, 524_288, road.clock.now()))
    for (const { list, places } of revoked) {
      await road.db.commit(places.map((idx) => addPass(row(road, { list, idx, status: 'revoked' }))))
    }
    await road.db.commit([
      sql
        .updateTable('status_list')
        .set({ until: plus(road.clock.now(), 10 * day) })
        .compile(),
    ])
    const app = createApp(road.deps, { press: nodePress })
    const { status_lists: addresses } = (await (await app.request('/status')).json()) as { status_lists: string[] }
    let [sent, lists] = [0, 0]
    for (const { list, places } of revoked) {
      const answer = await app.request(addresses[list - 1] ?? '', { headers: { 'accept-encoding': 'br' } })
      const body = new Uint8Array(await answer.arrayBuffer())
      const token = brotliDecompressSync(body).toString()
      const read = await readStatusListToken(
        token,
        await importKeys(await road.deps.keyring.publicKeys()),
        road.clock.now(),
      )
      if (!read.ok) throw new Error(read.reason)
      const payload = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
      sent += body.length
      lists += Buffer.from(payload.status_list.lst, 'base64url').length
      expect(Array.from({ length: 524_288 }, (_, at) => at).filter((at) => statusAt(read.list, at) === 1)).toEqual(
        places,
      )
    }
    expect(lists).toBeLessThanOrEqual(16_000)
    expect(sent).toBeLessThanOrEqual(20_000)
    const { bytes } = await snapshotOf(road.deps)
    expect(bytes.length).toBeLessThanOrEqual(1.05 * entropyBytes(1_000_000, 10_000))
    const snapshot = unpackSnapshot(bytes)!
    for (const { list, places } of revoked)
      expect(places.every((index) => standingAt(snapshot, list, index) === 'revoked')).toBe(true)
  })

  it('a list is filled nearly whole, nobody meets anybody, and the next takes over without a word', async () => {
    const road = await statusWorld()
    const size = 4096
    await road.db.commit([sql.updateTable('status_list').set({ size, opened_at: road.clock.now() }).compile()])
    const seen = new Set<string>()
    const first: number[] = []
    for (let nth = 0; nth < size; nth++) {
      const at = await placeOnList(road.deps)
      seen.add(`${at.list}/${at.idx}`)
      if (at.list === 1) first.push(at.idx)
      await road.db.commit([
        addPass(row(road, { ...at, status: 'valid' })),
        countOnList(at.list, instant(road.clock.now() + day)),
      ])
    }
    expect(seen.size).toBe(size)
    expect(first.length / size).toBeGreaterThan(0.96)
    const mean = first.reduce((sum, idx) => sum + idx, 0) / first.length
    expect(mean / size).toBeCloseTo(0.5, 1)
  })
})
