import { describe, expect, it } from 'vitest'
import { addRiskAreas, listRiskAreas, readRiskAreas, riskAreaView } from '../../../schema/api/risk-areas.ts'
import { riskAreaPage, riskAreasInForce } from '../../../server/store/risk-areas.ts'
import { instant } from '../../../shared/instant.ts'
import { refusal } from '../../kit/refusal.ts'
import { world } from '../../kit/world.ts'

const hours = 60
const area = (change: object = {}) => ({ region: '410822', name: '示例街道示例小区', level: 'medium', ...change })

async function office() {
  const road = await world()
  const epidemic = await road.staff('epidemic')
  const adds = async (...items: object[]) =>
    (await epidemic.send('POST', '/api/office/risk-areas', { source: '示例通告第1号', items })).as(addRiskAreas.answer)
      .results
  const ends = (id: string | null | undefined, body: object) =>
    epidemic.send('POST', `/api/office/risk-areas/${id ?? ''}/end`, body)
  const ledger = async (query = '') =>
    (await epidemic.send('GET', `/api/office/risk-areas${query}`)).as(listRiskAreas.answer)
  const anybodyReads = async () =>
    (await road.anyone('GET', '/api/risk-areas')).as(readRiskAreas.answer).items.map(({ name }) => name)
  return { road, adds, ends, ledger, anybodyReads }
}

describe('the list of risk areas', () => {
  it('is read by anybody as it stands now: not before its day, not after its end, and with no name of whoever listed it', async () => {
    const { road, adds, ends, anybodyReads } = await office()
    const [first] = await adds(area(), area({ name: '示例村', from: '2022-05-17T00:00:00+08:00', level: 'high' }))
    await ends(first?.id, { reason: '连续14天无新增', to: '2022-05-17T12:00:00+08:00' })
    expect(await anybodyReads()).toEqual(['示例街道示例小区'])
    road.forward(14 * hours)
    expect(await anybodyReads()).toEqual(['示例村', '示例街道示例小区'])
    road.forward(11 * hours)
    expect(await anybodyReads()).toEqual(['示例村', '示例街道示例小区'])
    road.forward(hours)
    expect(await anybodyReads()).toEqual(['示例村'])
    const { body } = await road.anyone('GET', '/api/risk-areas')
    expect(Object.keys((body as { items: object[] }).items[0] ?? {}).sort()).toEqual([
      'from',
      'level',
      'name',
      'region',
    ])
  })

  it('keeps its history: who listed what by which document, who took it off and why', async () => {
    const { adds, ends, ledger } = await office()
    const [first] = await adds(area())
    const ended = (await ends(first?.id, { reason: '连续14天无新增' })).as(riskAreaView)
    expect(ended).toMatchObject({ source: '示例通告第1号', ended: { reason: '连续14天无新增' } })
    expect((await ledger('?standing=ended')).items).toEqual([ended])
    expect(await ledger('?standing=in-force')).toMatchObject({ items: [], inForce: 0 })
  })

  it('answers each line by itself: the same again, another level, no such region, a day far off', async () => {
    const { adds } = await office()
    const results = await adds(
      area(),
      area(),
      area({ level: 'high' }),
      area({ region: '419999' }),
      area({ name: '示例村', from: '2022-06-16T00:00:00+08:00' }),
    )
    expect(results.map(({ status, error }) => error?.code ?? status)).toEqual([
      'recorded',
      'already',
      'RA-03',
      'RA-01',
      'RA-02',
    ])
    expect(results[3]?.error?.path).toBe('items.3.region')
  })

  it('takes an area once more after it was taken off, and ends it once', async () => {
    const { adds, ends } = await office()
    const [first] = await adds(area())
    await ends(first?.id, { reason: '连续14天无新增' })
    expect(refusal(await ends(first?.id, { reason: '再次' }))).toBe('409 RA-05')
    expect(await adds(area({ level: 'high' }))).toMatchObject([{ status: 'recorded' }])
    expect(refusal(await ends(crypto.randomUUID(), { reason: '没有' }))).toBe('404 RA-04')
  })

  it('cannot end before it began', async () => {
    const { adds, ends } = await office()
    const [first] = await adds(area())
    expect(refusal(await ends(first?.id, { reason: '错了', to: '2022-05-01T00:00:00+08:00' }))).toBe(
      '400 RA-06 body.to',
    )
  })

  it('of two who list the same place at once one is told that it stands there', async () => {
    const { adds } = await office()
    const both = await Promise.all([adds(area()), adds(area())])
    expect(
      both
        .flat()
        .map(({ status }) => status)
        .sort(),
    ).toEqual(['already', 'recorded'])
  })

  it('is found by county and by name, page by page', async () => {
    const { road, adds, ledger } = await office()
    for (let index = 0; index < 3; index += 1) {
      await adds(area({ name: `示例${index}村`, region: index === 2 ? '410882' : '410822' }))
      road.forward(1)
    }
    const names = async (query: string) => (await ledger(query)).items.map(({ name }) => name)
    expect(await names('?search=410822')).toEqual(['示例1村', '示例0村'])
    expect(await names(`?search=${encodeURIComponent('2村')}`)).toEqual(['示例2村'])
    const first = await ledger('?limit=2')
    const second = await ledger(`?limit=2&before=${first.next}`)
    expect([...first.items, ...second.items].map(({ name }) => name)).toEqual(['示例2村', '示例1村', '示例0村'])
    expect([second.next, first.inForce]).toEqual([null, 3])
  })

  it('stands in the log, one entry a listing', async () => {
    const { road, adds, ends } = await office()
    const [first] = await adds(area(), area({ name: '示例村' }))
    await ends(first?.id, { reason: '连续14天无新增' })
    const entries = await road.deps.audit.check({ after: 0, most: 99 })
    expect([entries.end?.seq, entries.flaw]).toEqual([2, undefined])
  })

  it('is read through indexes', async () => {
    const { road } = await office()
    const now = instant(1)
    for (const query of [riskAreasInForce(now), riskAreaPage({ now, limit: 9, before: { addedAt: 1, id: 'x' } })]) {
      const explained = { query: query.query, queryId: query.queryId, parameters: query.parameters }
      const plan = await road.db.all<{ detail: string }>({ ...explained, sql: `explain query plan ${query.sql}` })
      expect(plan.map(({ detail }) => detail).join('; ')).toMatch(/USING INDEX risk_area_(in_force|by_added)/)
    }
  })
})
