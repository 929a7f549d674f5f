import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoChannels, heardOver } from '../../../server/demo/channels.ts'
import { addDemoCongestion, type DemoDay } from '../../../server/demo/congestion.ts'
import { beginDemo } from '../../../server/demo/index.ts'
import { staffAsker } from '../../../server/demo/roster.ts'
import { stillFilling } from '../../../server/demo/progress.ts'
import { callTasks, incidentsSince } from '../../../server/store/incidents.ts'
import { lastReadingOf } from '../../../server/store/queue.ts'
import { board as boardOf } from '../../../server/usecases/board.ts'
import { getIncident } from '../../../server/usecases/incident-view.ts'
import { hour, plus } from '../../../shared/instant.ts'
import { fakeClock } from '../../kit/clock.ts'
import { fakeFeed, testDeps } from '../../kit/deps.ts'

const clock = fakeClock('2030-01-07T15:00:00+08:00')
const start = clock.now()
const channels = demoChannels({ now: clock.now, origin: 'https://cx.example' })
let city: Awaited<ReturnType<typeof testDeps>>
let day: DemoDay
beforeAll(async () => {
  city = await testDeps(clock.now, fakeFeed().port, { demo: true, channels })
  await beginDemo(city.deps)
  day = await addDemoCongestion(city.deps)
}, 120_000)
afterAll(() => city.db.close())

const goOn = async (minutes: number) => {
  clock.forward(minutes)
  await day.goOn(clock.now())
}
const board = async () => {
  const { items } = await boardOf(city.deps, await staffAsker(city.deps, 'dispatcher'))
  return new Map(items.map((row) => [row.id, row]))
}
const incidentOf = async (checkpoint: string) => {
  const rows = await city.db.all(incidentsSince(plus(start, -3 * hour)))
  return rows.find((row) => row.checkpoint_id === checkpoint && row.started_at !== null)!
}
const storyOf = async (checkpoint: string) =>
  getIncident(city.deps, await staffAsker(city.deps, 'dispatcher'), (await incidentOf(checkpoint)).id)

describe('the day of the demonstration, on a clock that is moved on', () => {
  it('is laid out when it begins: one over half an hour, one over twenty minutes, one lost, the others as on any day', async () => {
    expect(stillFilling(city.deps)).toBeUndefined()
    const rows = await board()
    expect([rows.get('JZ-G10')?.incident?.step, rows.get('JZ-G02')?.incident?.step]).toEqual(['L2', 'L1'])
    for (const id of ['JZ-G01', 'JZ-G03', 'JZ-G04', 'JZ-G05', 'JZ-G06', 'JZ-G09']) {
      const row = rows.get(id)!
      expect([id, row.incident, (row.waitMinutes ?? 99) < 8, row.lanes.open > 0, row.onDuty]).toEqual([
        id,
        null,
        true,
        true,
        1,
      ])
    }
  })

  it('the leader of the first answered by his link and came; that of the second did not, so his deputy was called and 12328 dials', async () => {
    const grave = await storyOf('JZ-G10')
    expect(grave.summonses.find(({ role }) => role === 'leader')?.state).toBe('on-site')
    const other = await storyOf('JZ-G02')
    const states = Object.fromEntries(
      other.summonses
        .filter(({ purpose }) => purpose !== 'inform')
        .map((one) => [`${one.purpose} ${one.role}`, one.state]),
    )
    expect(states).toMatchObject({ 'summons leader': 'delivered', 'deputy cadre': 'acknowledged' })
    const tasks = await city.db.all(callTasks(plus(start, -hour), false))
    expect(tasks.filter(({ checkpoint_id: at }) => at === 'JZ-G02').map(({ zh }) => zh)).toEqual([
      expect.stringMatching(/武陟站「超20分钟」通知5分钟未回复，请电话联系赵示例乙/),
    ])
    const links = heardOver(channels).flatMap(({ link }) => link ?? [])
    expect(links.every((link) => /^https:\/\/cx\.example\/a\/[0-9A-Za-z]+$/.test(link))).toBe(true)
    expect(links.length).toBeGreaterThan(0)
  })

  it('within minutes it is over an hour and monitored, and the green lane elsewhere is blocked and freed', async () => {
    await goOn(8)
    const rows = await board()
    expect(rows.get('JZ-G10')?.incident).toMatchObject({ step: 'L3', watched: true })
    expect(rows.get('JZ-G02')?.greenLane).toBe('blocked')
    expect(rows.get('JZ-G08')?.lostSince).not.toBeNull()
    await goOn(6)
    expect((await board()).get('JZ-G02')).toMatchObject({ greenLane: 'free', incident: { step: 'L2' } })
  }, 60_000)

  it('the principal leaders answer, one by link and one on the telephone, and both come; lanes open', async () => {
    await goOn(16)
    const { summonses } = await storyOf('JZ-G10')
    const principals = summonses.filter(({ role }) => role.endsWith('principal'))
    expect(principals.map(({ state }) => state)).toEqual(['on-site', 'on-site'])
    expect((await board()).get('JZ-G10')?.lanes.open).toBe(4)
  }, 60_000)

  it('it clears and ends, everybody is told how long it was, no telephone task is left, and nothing else was raised', async () => {
    await goOn(70)
    const grave = await incidentOf('JZ-G10')
    expect([grave.step, grave.watched, grave.ended_at !== null]).toEqual(['L3', 1, true])
    expect((await incidentOf('JZ-G02')).ended_at).not.toBeNull()
    expect(heardOver(channels)[0]?.text).toMatch(
      /【解除】吉利孟州站\d\d:\d\d恢复畅通，历时1\d\d分钟，最高达「超1小时」/,
    )
    expect(await city.db.all(callTasks(plus(start, -3 * hour), false))).toEqual([])
    const all = await city.db.all(incidentsSince(plus(start, -3 * hour)))
    expect(all.map((row) => `${row.checkpoint_id} ${row.step}`).toSorted()).toEqual([
      'JZ-G02 L2',
      'JZ-G07 L0',
      'JZ-G10 L3',
    ])
    const [lost] = await city.db.all(lastReadingOf('JZ-G08'))
    expect(lost?.lost_since).toBeNull()
    expect(city.logged.filter((line) => line.includes('failed'))).toEqual([])
  }, 120_000)
})
