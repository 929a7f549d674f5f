import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  applyDelta,
  packDelta,
  packSnapshot,
  standingAt,
  unpackSnapshot,
} from '../../shared/credential/status-snapshot.ts'
import type { Places, Snapshot, StatusChange } from '../../shared/credential/status-snapshot.ts'
import { chance, entropyBytes, randomSet } from './random-lists.ts'

const base = 'https://cx.jiaozuo.gov.cn/status/'
const places = (revoked: number[], suspended: number[] = []): Places => ({
  revoked: Uint32Array.from(revoked),
  suspended: Uint32Array.from(suspended),
})
const snapshot = (lists: [number, Places][], version = 7): Snapshot => ({ version, base, lists: new Map(lists) })
const unpacked = (bytes: Uint8Array) => {
  const found = unpackSnapshot(bytes)
  if (found === undefined) throw new Error('no snapshot')
  return found
}
const applied = (before: Snapshot, bytes: Uint8Array) => {
  const result = applyDelta(before, bytes)
  if (!result.ok) throw new Error(result.reason)
  return result.snapshot
}

/** Two lists of half a million, as a million passes have them. */
function aMillion(share: number, seed: number): Snapshot {
  const random = chance(seed)
  const size = 500_000
  return snapshot([1, 2].map((list) => [list, places(randomSet(random, size, size * share))]))
}

describe('the snapshot of standings', () => {
  it('says of every place what was put in, and nothing of any other', () => {
    const found = unpacked(
      packSnapshot(
        snapshot([
          [3, places([0, 5, 524_287], [6])],
          [9, places([], [1])],
        ]),
      ),
    )
    expect(found).toMatchObject({ version: 7, base })
    expect([0, 5, 524_287].map((index) => standingAt(found, 3, index))).toEqual(['revoked', 'revoked', 'revoked'])
    expect([standingAt(found, 3, 6), standingAt(found, 9, 1)]).toEqual(['suspended', 'suspended'])
    expect([1, 4, 524_286, 16_777_216].map((index) => standingAt(found, 3, index))).toEqual(Array(4).fill(undefined))
    expect(standingAt(found, 4, 0)).toBeUndefined()
  })

  it('of a million places with 1 % revoked is within 5 % of what is possible', () => {
    const sizes = [1, 2, 3].map((seed) => packSnapshot(aMillion(0.01, seed)).length)
    expect(entropyBytes(1_000_000, 10_000)).toBe(10_100)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(1.05 * entropyBytes(1_000_000, 10_000))
  })

  it('grows with what is revoked, not with what is issued', () => {
    expect(packSnapshot(snapshot([])).length).toBe(base.length + 3)
    expect(packSnapshot(snapshot([[1, places([400_000])]])).length).toBeLessThanOrEqual(base.length + 3 + 7)
  })

  it.each([
    ['nothing', []],
    ['another kind', [0x21, 0, 0, 0]],
    ['a base cut off', [0x11, 1, 9, 65]],
    ['a version without end', [0x11, 255, 255, 255, 255, 255, 255, 255, 255, 255]],
    ['more members than bytes', [0x11, 1, 0, 9, 0, 200, 1, 0]],
    ['a set of nobody knows what', [0x11, 1, 0, 12, 0, 1, 0]],
    ['a parameter too large', [0x11, 1, 0, 9, 25, 1, 0, 0, 0, 0, 0]],
    ['a place too large', [0x11, 1, 0, 9, 24, 1, 255, 255, 255, 255]],
    ['a list twice', [0x11, 1, 0, 9, 0, 1, 0, 1, 0, 1, 0]],
    ['noughts that are ones', [0x11, 1, 0, 9, 0, 1, 1]],
    ['a set that ends too soon', [0x11, 1, 0, 9, 0, 8, 255]],
    ['something behind the end', [0x11, 1, 0, 9, 0, 1, 0, 0]],
  ])('refuses %s', (_, bytes) => expect(unpackSnapshot(Uint8Array.from(bytes))).toBeUndefined())
})

describe('a delta', () => {
  it('of 100 new ones among a million is at most 200 bytes', () => {
    const before = aMillion(0.01, 4)
    for (let seed = 0; seed < 50; seed++) {
      const random = chance(seed + 100)
      const changes = [...new Set(randomSet(random, 1_000_000, 100))].map((place): StatusChange => {
        return { list: place < 500_000 ? 1 : 2, index: place % 500_000, status: 'revoked' }
      })
      const bytes = packDelta({ from: 1_000_000, to: 1_000_100, oldest: 1, changes })
      expect(bytes.length).toBeLessThanOrEqual(200)
      const after = applied({ ...before, version: 1_000_000 }, bytes)
      expect(changes.every(({ list, index }) => standingAt(after, list, index) === 'revoked')).toBe(true)
    }
  })

  it('of nothing new is a few bytes and moves the version', () => {
    const bytes = packDelta({ from: 7, to: 9, oldest: 1, changes: [] })
    expect(bytes.length).toBeLessThan(6)
    expect(applied(snapshot([[1, places([4])]]), bytes)).toEqual({ ...snapshot([[1, places([4])]]), version: 9 })
  })

  it('lets the last change of a place count, and a restored one leave', () => {
    const before = snapshot([[1, places([4, 8], [9])]])
    const changes: StatusChange[] = [
      { list: 1, index: 4, status: 'valid' },
      { list: 1, index: 8, status: 'suspended' },
      { list: 1, index: 9, status: 'revoked' },
      { list: 1, index: 9, status: 'valid' },
    ]
    const after = applied(before, packDelta({ from: 7, to: 11, oldest: 1, changes }))
    expect(after).toEqual(snapshot([[1, places([], [8])]], 11))
  })

  it('drops lists whose passes have all run out', () => {
    const before = snapshot([
      [1, places([4])],
      [2, places([5])],
    ])
    expect(applied(before, packDelta({ from: 7, to: 7, oldest: 2, changes: [] })).lists).toEqual(
      new Map([[2, places([5])]]),
    )
  })

  it('fits only the version it begins with', () => {
    const bytes = packDelta({ from: 6, to: 8, oldest: 1, changes: [] })
    expect(applyDelta(snapshot([]), bytes)).toEqual({ ok: false, reason: 'other-version' })
    expect(applyDelta(snapshot([]), bytes.slice(0, 2))).toEqual({ ok: false, reason: 'broken' })
    expect(applyDelta(snapshot([]), packSnapshot(snapshot([])))).toEqual({ ok: false, reason: 'broken' })
  })
})

const change = fc.record({
  list: fc.integer({ min: 1, max: 4 }),
  index: fc.integer({ min: 0, max: 60 }),
  status: fc.constantFrom('valid', 'revoked', 'suspended'),
})

/** The plain way: a place is what was last said of it. */
function afterAll(changes: readonly StatusChange[], version: number, oldest = 1): Snapshot {
  const said = new Map(changes.map(({ list, index, status }) => [list * 100 + index, status]))
  const those = (list: number, is: string) =>
    [...said]
      .flatMap(([at, status]) => (Math.floor(at / 100) === list && status === is ? [at % 100] : []))
      .toSorted((a, b) => a - b)
  const lists = [1, 2, 3, 4]
    .filter((list) => list >= oldest)
    .map((list): [number, Places] => [list, places(those(list, 'revoked'), those(list, 'suspended'))])
  return snapshot(
    lists.filter(([, { revoked, suspended }]) => revoked.length + suspended.length > 0),
    version,
  )
}

describe('whatever happens', () => {
  it('snapshot and delta together are the next snapshot, byte for byte', () => {
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 80 }),
        fc.nat(80),
        fc.integer({ min: 1, max: 4 }),
        (all, cut, oldest) => {
          const [first, then] = [all.slice(0, cut), all.slice(cut)]
          const before = unpacked(packSnapshot(afterAll(first, first.length)))
          const delta = packDelta({
            from: first.length,
            to: all.length,
            oldest,
            changes: then.filter(({ list }) => list >= oldest),
          })
          const after = applied(before, delta)
          expect(packSnapshot(after)).toEqual(packSnapshot(afterAll(all, all.length, oldest)))
        },
      ),
    )
  })

  it('any set comes back as it was', () => {
    const set = fc.uniqueArray(fc.nat(16_777_215), { maxLength: 300 }).map((all) => all.toSorted((a, b) => a - b))
    fc.assert(
      fc.property(set, set, fc.nat(2 ** 40), (revoked, suspended, version) => {
        const lists: [number, Places][] =
          revoked.length + suspended.length === 0 ? [] : [[5, places(revoked, suspended)]]
        expect(unpacked(packSnapshot(snapshot(lists, version)))).toEqual(snapshot(lists, version))
      }),
    )
  })

  it('no bytes make it throw', () => {
    const good = packSnapshot(aMillion(0.0001, 9))
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 60 }),
        fc.nat(good.length - 1),
        fc.integer({ min: 1, max: 255 }),
        (any, at, flip) => {
          const changed = good.slice()
          changed[at]! ^= flip
          for (const bytes of [
            any,
            Uint8Array.from([0x11, ...any]),
            Uint8Array.from([0x21, ...any]),
            changed,
            good.slice(0, at),
          ]) {
            unpackSnapshot(bytes)
            applyDelta(snapshot([[1, places([4])]], 0), bytes)
          }
        },
      ),
      { numRuns: 300 },
    )
    expect(unpackSnapshot(new Uint8Array((1 << 20) + 1).fill(0x11))).toBeUndefined()
  })
})
