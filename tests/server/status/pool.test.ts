import { describe, expect, it } from 'vitest'
import { sql } from '../../../server/store/db.ts'
import { countOnList, openNextList } from '../../../server/store/status-lists.ts'
import { placeOnList } from '../../../server/usecases/status-index.ts'
import { day, minute, plus } from '../../../shared/instant.ts'
import { issuedPass, statusWorld } from './kit.ts'

type Road = Awaited<ReturnType<typeof statusWorld>>
const lists = ({ db }: Road) => db.all(sql.selectFrom('status_list').selectAll().orderBy('id').compile())
const days = (count: number) => (count * day) / minute
const published = async (road: Road) =>
  ((await (await road.app.request('/status')).json()) as { status_lists: string[] }).status_lists.map((uri) =>
    uri.split('/').at(-1),
  )
const withSize = (road: Road, size: number) => road.db.commit([sql.updateTable('status_list').set({ size }).compile()])

describe('the pool of lists', () => {
  it('gives every pass a place of its own, spread by chance over half a million', async () => {
    const road = await statusWorld()
    const places = new Set<number>()
    for (let nth = 0; nth < 12; nth++) places.add((await issuedPass(road, `豫HD10${10 + nth}`)).claims.status.index)
    expect(places.size).toBe(12)
    expect(Math.max(...places)).toBeGreaterThan(10_000)
    expect(Math.max(...places)).toBeLessThan(524_288)
    expect(await lists(road)).toMatchObject([
      { id: 1, issued: 12, size: 524_288, until: plus(road.clock.now(), 10 * day) },
    ])
  })

  it('a list of eight takes eight, and then the next is open: full never stops issuing', async () => {
    const road = await statusWorld()
    await withSize(road, 8)
    const on: string[] = []
    for (let nth = 0; nth < 10; nth++)
      on.push((await issuedPass(road, `豫HD20${10 + nth}`)).claims.status.uri.split('/').at(-1) ?? '')
    expect(on).toEqual(['1', '1', '1', '1', '1', '1', '1', '1', '2', '2'])
    expect(await lists(road)).toMatchObject([
      { id: 1, closed_at: road.clock.now() },
      { id: 2, closed_at: null, issued: 2 },
    ])
    expect(await published(road)).toEqual(['1', '2'])
  })

  it('a list takes passes for ten days, and dies with the last of them', async () => {
    const road = await statusWorld()
    await issuedPass(road, '豫HD3001')
    road.forward(days(10))
    const late = await issuedPass(road, '豫HD3002')
    expect(late.claims.status.uri).toMatch(/1$/)
    road.forward(1)
    expect((await issuedPass(road, '豫HD3003')).claims.status.uri).toMatch(/2$/)
    road.forward(days(10) - 2)
    expect(await published(road)).toEqual(['1', '2'])
    road.forward(1)
    expect(await published(road)).toEqual(['2'])
    expect((await road.app.request('/status/1')).status).toBe(404)
  })

  it('a list that nobody is on does not grow old', async () => {
    const road = await statusWorld()
    road.forward(days(90))
    expect((await issuedPass(road, '豫HD4001')).claims.status.uri).toMatch(/1$/)
    expect(await lists(road)).toMatchObject([{ id: 1, opened_at: road.clock.now(), closed_at: null }])
  })

  it('several servers at once open one next list, not several', async () => {
    const road = await statusWorld()
    await withSize(road, 8)
    await road.db.commit(Array.from({ length: 8 }, () => countOnList(1, plus(road.clock.now(), day))))
    const places = await Promise.all(Array.from({ length: 6 }, () => placeOnList(road.deps)))
    expect(new Set(places.map(({ list }) => list))).toEqual(new Set([2]))
    expect((await lists(road)).filter(({ closed_at: closed }) => closed === null)).toMatchObject([{ id: 2 }])
  })

  it('two passes that meet at one place: the second gets another', async () => {
    const random = (bytes: number) => (bytes === 4 ? new Uint8Array(4) : crypto.getRandomValues(new Uint8Array(bytes)))
    const road = await statusWorld({ random })
    const both = await Promise.all([issuedPass(road, '豫HD5001'), issuedPass(road, '豫HD5002')])
    expect(both.map(({ claims }) => claims.status.index).toSorted((a, b) => a - b)).toEqual([0, 1])
  })

  it('where every place looked at is taken, or no list is open, the next is opened', async () => {
    const road = await statusWorld()
    await road.db.commit([sql.updateTable('status_list').set({ closed_at: 1 }).compile()])
    expect((await issuedPass(road, '豫HD6001')).claims.status.uri).toMatch(/2$/)
    await road.db.commit([sql.updateTable('status_list').set({ size: 1, issued: 0 }).where('id', '=', 2).compile()])
    const next = await issuedPass(road, '豫HD6002')
    expect([next.claims.status.index, next.claims.status.uri.at(-1)]).toEqual([0, '2'])
    await road.db.commit([sql.updateTable('status_list').set({ issued: 0 }).where('id', '=', 2).compile()])
    expect((await issuedPass(road, '豫HD6003')).claims.status.uri).toMatch(/3$/)
  })

  it('opens the next in the commit that closes the old one, or not at all', async () => {
    const road = await statusWorld()
    await road.db.commit(openNextList(1, 8, road.clock.now()))
    await expect(road.db.commit(openNextList(1, 8, road.clock.now()))).rejects.toThrow('already taken: status_list.id')
    expect(await lists(road)).toMatchObject([{ id: 1 }, { id: 2, closed_at: null }])
  })
})
