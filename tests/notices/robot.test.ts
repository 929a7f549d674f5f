import { describe, expect, it } from 'vitest'
import { city } from './kit.ts'
import { fine, group, lines, standings } from './line.ts'

const { at } = lines()

describe('a robot', () => {
  const news = (n: number) => ({ ...group, title: `【拥堵】${n}号`, text: `【拥堵】${n}号站已拥堵` })
  const bodies = () => at.seen.map(({ body }) => body.toString())

  it('gets 25 notices in a minute as 20 messages at most, and none is lost', async () => {
    const road = await city(at, { dingtalk: true })
    for (let n = 1; n <= 25; n += 1) {
      await road.tells(news(n))
      if (n % 5 === 0) await road.delivers()
      road.seconds(2)
    }
    expect(at.seen.length).toBeLessThanOrEqual(20)
    road.forward(1)
    await road.delivers()
    const said = bodies().join('\n')
    for (let n = 1; n <= 25; n += 1) expect([n, said.split(`【拥堵】${n}号站`).length - 1]).toEqual([n, 1])
    expect(new Set(await standings(road))).toEqual(new Set(['sent', 'merged']))
  })

  it('gets 25 at once as fifteen messages, the last of which lists the others', async () => {
    const road = await city(at, { wecom: true })
    await road.tells(...Array.from({ length: 25 }, (_, n) => news(n + 1)))
    await Promise.all([road.delivers(), road.delivers()])
    expect(at.seen.length).toBe(15)
    const last = (JSON.parse(bodies().at(-1)!) as { markdown: { content: string } }).markdown.content
    expect(last.split('\n').length).toBe(12)
    expect(Buffer.byteLength(last)).toBeLessThan(4096)
    const rows = await road.rows()
    const carrier = rows.find(({ id }) => id === rows.find(({ state }) => state === 'merged')?.merged_into)
    expect([carrier?.state, rows.filter(({ state }) => state === 'merged').length]).toEqual(['sent', 10])
  })

  it('keeps room for what is urgent', async () => {
    const road = await city(at, { dingtalk: true })
    for (let n = 1; n <= 30; n += 1) {
      await road.tells(news(n))
      await road.delivers()
    }
    expect(at.seen.length).toBe(18)
    await road.tells({ ...news(31), urgent: true, step: 'L3' })
    await road.delivers()
    expect(bodies().at(-1)).toContain('31号站')
    expect(at.seen.length).toBe(19)
    road.forward(1.1)
    await road.delivers()
    expect(new Set(await standings(road))).toEqual(new Set(['sent']))
  })

  it('whose merged message fails loses none of those that it was to carry', async () => {
    const road = await city(at, { dingtalk: true })
    await road.tells(...Array.from({ length: 20 }, (_, n) => news(n + 1)))
    at.state.answer = ({ body }) => (body.toString().includes('合并通知') ? { status: 500 } : fine)
    await road.delivers()
    expect((await standings(road)).filter((state) => state === 'queued http-500').length).toBe(6)
    at.state.answer = () => fine
    road.forward(2)
    await road.delivers()
    expect(new Set(await standings(road))).toEqual(new Set(['sent']))
    for (let n = 1; n <= 20; n += 1)
      expect(
        bodies()
          .filter((body) => !body.includes('合并'))
          .join(),
      ).toContain(`】${n}号站`)
  })

  it('that says it was told too much is left alone for ten minutes, and the ladder knows', async () => {
    const road = await city(at, { dingtalk: true })
    await road.tells(news(1))
    at.state.next = [{ json: { errcode: 130101 } }]
    await road.delivers()
    expect((await road.states())[0]).toMatchObject({ reached: 'not-sent', state: 'queued', code: '130101' })
    road.forward(9)
    await road.delivers()
    expect(at.seen.length).toBe(1)
    road.forward(1.1)
    await road.delivers()
    expect([at.seen.length, await standings(road)]).toEqual([2, ['sent']])
  })
})
