import { describe, expect, it } from 'vitest'
import { blockView, situation } from '../../../schema/api/situation.ts'
import { publicQueue } from '../../../schema/api/queue.ts'
import type { NewNotice } from '../../../server/ports/notice.ts'
import { sql } from '../../../server/store/db.ts'
import { roads } from '../../../server/timers/roads.ts'
import { beijingIso } from '../../../shared/instant.ts'
import { refusal } from '../cases/kit.ts'
import { world } from '../../kit/world.ts'

async function network() {
  const sent: NewNotice[] = []
  const road = await world({
    notices: async (_, notice) => {
      if (!sent.some(({ dedupe }) => dedupe === notice.dedupe)) sent.push(notice)
      return []
    },
  })
  const form = (more: object = {}) => ({
    kind: 'blocked',
    road: 'S308',
    place: 'K12+300 货车侧翻',
    county: '410822',
    source: 'police',
    startedAt: beijingIso(road.clock.now()),
    owner: '博爱县公路局',
    contactName: '示例警官',
    contactPhone: '13000000008',
    detour: '经 G5512 博爱站绕行',
    ...more,
  })
  const desk = async (area: string | null = null) => road.staff('dispatcher', null, area)
  const put = async (id: string, more: object = {}) =>
    (await desk()).send('PUT', `/api/dispatch/roads/${id}`, form(more))
  const seen = async (area: string | null = null) =>
    (await (await desk(area)).send('GET', '/api/dispatch/situation')).as(situation.answer).roads
  return {
    ...road,
    sent,
    put,
    seen,
    desk,
    entered: async (more: object = {}) => (await put(crypto.randomUUID(), more)).as(blockView),
    clears: async (id: string) =>
      (await desk()).send('POST', `/api/dispatch/roads/${id}/resolution`, { resolution: '清障完毕，恢复双向通行' }),
    /** Where it went, by its group. */
    groups: (kind: string) =>
      sent.flatMap(({ dedupe, to }) => (dedupe.includes(`/${kind}/`) && to.kind === 'group' ? to.county : [])),
    runs: () => roads.run(road.deps),
  }
}

describe('a road is blocked (R109)', () => {
  it('whoever enters it names source, start, owner and whom to telephone; the county hears of it, drivers how to drive round it', async () => {
    const road = await network()
    const { id } = await road.entered()
    expect(await road.seen()).toMatchObject([
      {
        id,
        source: 'police',
        owner: '博爱县公路局',
        contact: { name: '示例警官', phone: '13000000008' },
        startedAt: '2022-05-16T10:00:00+08:00',
        risesAt: '2022-05-16T10:30:00+08:00',
        level: 'county',
      },
    ])
    expect(road.groups('road-told')).toEqual(['410822'])
    expect(road.sent[0]?.text).toBe('【路网】S308 K12+300 货车侧翻10:00起阻断，责任单位：博爱县公路局，请调度处置')
    const shown = (await road.anyone('GET', '/api/queue/public')).as(publicQueue.answer).blocks
    expect(shown).toEqual([
      {
        kind: 'blocked',
        road: 'S308',
        place: 'K12+300 货车侧翻',
        startedAt: '2022-05-16T10:00:00+08:00',
        detour: '经 G5512 博爱站绕行',
      },
    ])
    const stored = JSON.stringify(await road.db.all(sql.selectFrom('road_block').selectAll().compile()))
    const log = JSON.stringify(await road.db.all(sql.selectFrom('audit').selectAll().compile()))
    expect(stored + log + JSON.stringify(road.sent)).not.toContain('13000000008')
  })

  it('not cleared in half an hour it is the city’s, then the province’s; each once, by two servers, and in the log', async () => {
    const road = await network()
    const { id } = await road.entered()
    road.forward(30)
    await road.runs()
    expect(road.groups('road-up')).toEqual([])
    road.forward(0.5)
    await Promise.all([road.runs(), road.runs()])
    expect(road.groups('road-up')).toEqual(['410822', '410800'])
    road.forward(31)
    await road.runs()
    await road.runs()
    expect(road.groups('road-up')).toEqual(['410822', '410800', '410800', '410000'])
    road.forward(300)
    await road.runs()
    expect(road.groups('road-up')).toHaveLength(4)
    const log = await road.db.all(
      sql.selectFrom('audit').selectAll().where('subject', '=', id).where('action', '=', 'road-risen').compile(),
    )
    expect(log.map(({ role, detail }) => `${role} ${detail}`)).toEqual([
      'system {"level":"city","was":"county"}',
      'system {"level":"province","was":"city"}',
    ])
  })

  it('what was learnt late goes up at once and then has its time; slow traffic never does; cleared in time neither', async () => {
    const road = await network()
    const late = await road.entered({ startedAt: '2022-05-16T09:00:00+08:00' })
    const slow = await road.entered({ kind: 'slow' })
    const fast = await road.entered({ road: 'S309' })
    await road.runs()
    const levels = async () => Object.fromEntries((await road.seen()).map(({ id, level }) => [id, level]))
    expect(await levels()).toEqual({ [late.id]: 'city', [slow.id]: 'county', [fast.id]: 'county' })
    road.forward(20)
    expect((await road.clears(fast.id)).status).toBe(200)
    await road.runs()
    road.forward(15)
    await road.runs()
    expect(await levels()).toEqual({ [late.id]: 'province', [slow.id]: 'county', [fast.id]: 'county' })
  })

  it('cleared it says what was done and for how long it lasted, is gone for drivers, and is not changed any more', async () => {
    const road = await network()
    const { id } = await road.entered()
    road.forward(25)
    for (const _ of [1, 2])
      expect((await road.clears(id)).as(blockView)).toMatchObject({ resolution: '清障完毕，恢复双向通行' })
    expect(road.sent.at(-1)?.text).toBe('【路网恢复】S308 K12+300 货车侧翻10:25恢复通行，历时25分钟')
    expect(road.groups('road-clear')).toEqual(['410822'])
    expect((await road.anyone('GET', '/api/queue/public')).as(publicQueue.answer).blocks).toEqual([])
    expect(refusal(await road.put(id))).toBe('409 RN-04 path.id')
    road.forward(121)
    expect(await road.seen()).toEqual([])
  })

  it('sent twice it is one; put right it stays one', async () => {
    const road = await network()
    const id = crypto.randomUUID()
    await Promise.all([road.put(id), road.put(id)])
    await road.put(id, { place: 'K12+500' })
    expect((await road.seen()).map(({ place }) => place)).toEqual(['K12+500'])
    expect(road.groups('road-told')).toEqual(['410822'])
  })

  it('what is not right changes nothing; another county’s is not his', async () => {
    const road = await network()
    const id = crypto.randomUUID()
    expect(refusal(await road.put(id, { county: '419999' }))).toBe('400 RN-03 county')
    expect(refusal(await road.put(id, { startedAt: '2022-05-16T11:00:00+08:00' }))).toBe('400 RN-02 startedAt')
    expect(refusal(await road.put(id, { contactPhone: 'abcdefg' }))).toBe('400 RN-05 contactPhone')
    expect(await road.seen()).toEqual([])
    const { id: mine } = await road.entered()
    const other = await road.desk('410823')
    expect(refusal(await other.send('POST', `/api/dispatch/roads/${mine}/resolution`, { resolution: '好了' }))).toBe(
      '403 MA-01',
    )
    expect([(await road.seen('410823')).length, (await road.seen('410800')).length]).toEqual([0, 1])
  })
})
