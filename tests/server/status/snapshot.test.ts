import type { CompiledQuery } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { sql } from '../../../server/store/db.ts'
import {
  changesAfter,
  lastChangeOf,
  notValid,
  notValidOfPlate,
  takenWithin,
  versions,
} from '../../../server/store/status-lists.ts'
import { openMigrated } from '../../../server/store/open-sqlite.ts'
import { statusChanges } from '../../../server/timers/status-changes.ts'
import { deltaSince, snapshotOf } from '../../../server/usecases/status-standing.ts'
import { standingFrom } from '../../../shared/credential/standing.ts'
import { applyDelta, packSnapshot, unpackSnapshot } from '../../../shared/credential/status-snapshot.ts'
import { day, instant, minute } from '../../../shared/instant.ts'
import { issuedPass, setStanding, statusWorld } from './kit.ts'

type Road = Awaited<ReturnType<typeof statusWorld>>
const days = (count: number) => (count * day) / minute
const whole = async ({ deps }: Road) => {
  const { version, bytes } = await snapshotOf(deps)
  const lists = unpackSnapshot(bytes)
  if (lists === undefined) throw new Error('no snapshot')
  return { version, bytes, lists }
}

describe('what a phone knows of standings without a network', () => {
  it('is every pass that does not count, and nothing of the others', async () => {
    const road = await statusWorld()
    const [good, bad, waiting] = [
      await issuedPass(road, '豫HE0001'),
      await issuedPass(road, '豫HE0002'),
      await issuedPass(road, '豫HE0003'),
    ]
    const empty = await whole(road)
    expect([empty.version, empty.lists.lists.size]).toEqual([0, 0])
    await setStanding(road, bad, 'revoked')
    await setStanding(road, waiting, 'suspended')
    const { version, lists } = await whole(road)
    const standing = standingFrom({ lists })
    expect(version).toBe(2)
    expect([good, bad, waiting].map(({ claims }) => standing(claims))).toEqual([undefined, 'revoked', 'suspended'])
    const elsewhere = { ...bad.claims, status: { ...bad.claims.status, uri: 'https://cx.luoyang.gov.cn/status/1' } }
    expect(standing(elsewhere)).toBeUndefined()
  })

  it('grows by what came after the version it has, to the same as the whole', async () => {
    const road = await statusWorld()
    const [one, two] = [await issuedPass(road, '豫HE0004'), await issuedPass(road, '豫HE0005')]
    await setStanding(road, one, 'suspended')
    const before = await whole(road)
    await setStanding(road, one, 'valid')
    await setStanding(road, two, 'revoked')
    const delta = await deltaSince(road.deps, before.version)
    const after = applyDelta(before.lists, delta!.bytes)
    const now = await whole(road)
    expect([delta!.version, delta!.bytes.length <= 16]).toEqual([now.version, true])
    expect(after.ok && packSnapshot(after.snapshot)).toEqual(now.bytes)
    expect((await deltaSince(road.deps, now.version))!.version).toBe(now.version)
  })

  it('a change while it is read is in it or comes next, never lost', async () => {
    const road = await statusWorld()
    const [one, two] = [await issuedPass(road, '豫HE0011'), await issuedPass(road, '豫HE0012')]
    let meanwhile = [one, two]
    const all: typeof road.db.all = async (query) => {
      const rows = await road.db.all(query)
      const [next, ...rest] = query.sql.includes('from "pass"') ? meanwhile : []
      if (next !== undefined) await setStanding(road, next, 'revoked')
      if (next !== undefined) meanwhile = rest
      return rows
    }
    const { version, bytes } = await snapshotOf({
      ...road.deps,
      db: { all, commit: (writes) => road.db.commit(writes) },
    })
    const standing = standingFrom({ lists: unpackSnapshot(bytes) })
    expect([version, standing(one.claims), standing(two.claims)]).toEqual([2, 'revoked', 'revoked'])
  })

  it('a version from before what is remembered, or that never was, gets the whole', async () => {
    const road = await statusWorld()
    const pass = await issuedPass(road, '豫HE0006')
    for (const status of ['suspended', 'valid', 'revoked'] as const) await setStanding(road, pass, status)
    expect(await deltaSince(road.deps, 4)).toBeUndefined()
    road.forward(days(10) + 1)
    await statusChanges.run(road.deps)
    expect(await deltaSince(road.deps, 0)).toBeUndefined()
    expect(await deltaSince(road.deps, 1)).toBeUndefined()
    expect(await deltaSince(road.deps, 2)).toMatchObject({ version: 3 })
    expect((await whole(road)).version).toBe(3)
  })

  it('so does one that missed more than five thousand changes', async () => {
    const road = await statusWorld()
    const change = { list: 1, idx: 1, status: 'revoked' as const, at: road.clock.now() }
    const many = (count: number) =>
      sql
        .insertInto('status_change')
        .values(Array.from({ length: count }, () => change))
        .compile()
    await road.db.commit(Array.from({ length: 50 }, () => many(100)))
    expect(await deltaSince(road.deps, 0)).toMatchObject({ version: 5000 })
    await road.db.commit([many(1)])
    expect(await deltaSince(road.deps, 0)).toBeUndefined()
  })

  it('forgets lists whose passes have all run out', async () => {
    const road = await statusWorld()
    await setStanding(road, await issuedPass(road, '豫HE0007'), 'revoked')
    const before = await whole(road)
    road.forward(days(10) + 1)
    const next = await issuedPass(road, '豫HE0008')
    expect(next.claims.status.uri).toMatch(/2$/)
    const now = await whole(road)
    expect([before.lists.lists.size, now.lists.lists.size]).toEqual([1, 0])
    const after = applyDelta(before.lists, (await deltaSince(road.deps, before.version))!.bytes)
    expect(after.ok && packSnapshot(after.snapshot)).toEqual(now.bytes)
  })
})

describe('in an index is found', () => {
  const made = openMigrated(':memory:')
  afterAll(async () => (await made).close())
  it.each<[string, CompiledQuery, string]>([
    ['one list', notValid(1, 'of'), 'pass USING COVERING INDEX pass_not_valid (list=?)'],
    ['what lives', notValid(1, 'from'), 'pass USING COVERING INDEX pass_not_valid (list>?)'],
    [
      'a free place',
      takenWithin(1, { from: 1, to: 9 }),
      'pass USING COVERING INDEX sqlite_autoindex_pass (list=? AND idx>? AND idx<?)',
    ],
    [
      'what is void of a plate',
      notValidOfPlate('豫HX0001', instant(1), 5),
      'pass USING INDEX pass_by_plate (plate=? AND valid_to>?)',
    ],
    ['the version of a list', lastChangeOf(1), 'status_change USING COVERING INDEX status_change_by_list (list=?)'],
    ['the version of all', versions(), 'status_change'],
    ['what changed', changesAfter(1, 5), 'status_change USING INTEGER PRIMARY KEY (rowid>?)'],
  ])('%s', async (_, query, step) => {
    const sentence = { ...query, query: query.query, sql: `explain query plan ${query.sql}` }
    const plan = (await (await made).all<{ detail: string }>(sentence)).map(({ detail }) =>
      detail.replace(/(autoindex_pass)_\d/, '$1'),
    )
    expect(new Set(plan.filter((line) => / (pass|status_change)\b/.test(line)))).toEqual(new Set([`SEARCH ${step}`]))
  })
})
