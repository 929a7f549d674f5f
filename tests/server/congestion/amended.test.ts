import { describe, expect, it } from 'vitest'
import { beijingIso, minute, plus } from '../../../shared/instant.ts'
import { command } from '../editions/kit.ts'
import { shown, watchedRoad, type WatchedRoad } from './kit.ts'

const earlier = { congestionLeader: 15, congestionAllStaff: 25, congestionPrincipals: 45 }

/** Drafted, tried out, signed by two of the city's command; holds at once, or from so many minutes on. */
async function amend(road: WatchedRoad, values: object, from = 0) {
  const office = await command(road)
  const amendment = await office.publishes({
    name: { zh: '提前响应', en: 'Earlier response' },
    values,
    from: beijingIso(plus(road.clock.now(), from * minute)),
  })
  return { office, amendment }
}
const summoned = async (road: WatchedRoad) => shown(await road.calls('/summons/'))

describe('the city calls its leaders earlier, by an amendment', () => {
  it('dry-run, signed by two and dated; then the amended number calls, and the words say which it is', async () => {
    const road = await watchedRoad()
    const { amendment } = await amend(road, earlier)
    expect(amendment.changes).toContainEqual({
      parameter: 'congestionLeader',
      before: 20,
      after: 15,
      clause: 'henan-16#7',
    })
    road.forward(0.5)
    await road.says({ waitMinutes: 15 })
    expect(await summoned(road)).toEqual([])
    const { incident } = await road.says({ waitMinutes: 16 })
    expect(await summoned(road)).toEqual(['L1/summons/duty/sms'])
    const [notice] = road.sent.filter(({ step, ackKey }) => step === 'L1' && ackKey !== null)
    expect(notice?.text).toMatch(/^【拥堵·超15分钟】JZ-G01 站已拥堵16分钟/)
    const [row] = (await road.board()).items
    expect(row).toMatchObject({ limits: { L1: 15, L2: 25, L3: 45 }, incident: { step: 'L1', over: 15 } })
    expect((await road.incident(incident!)).steps).toContainEqual(
      expect.objectContaining({ step: 'L1', over: 15, late: false }),
    )
  })

  it('later than the article is refused, and nothing changes', async () => {
    const road = await watchedRoad()
    const office = await command(road)
    const late = office.draft({ values: { ...earlier, congestionPrincipals: 90 } })
    expect(await office.drafter.send('POST', '/api/amendments', late)).toMatchObject({
      status: 400,
      body: { error: { code: 'AM-06', path: 'values.congestionPrincipals' } },
    })
    await road.says({ waitMinutes: 18 })
    expect(await summoned(road)).toEqual([])
  })

  it('while an incident runs: from its date on, once, on every server, and not as sent late', async () => {
    const road = await watchedRoad()
    const { incident } = await road.says({ waitMinutes: 18 })
    await amend(road, earlier, 5)
    road.newServer(2)
    await road.goOn(4.5, { waitMinutes: 18 })
    expect(await summoned(road)).toEqual([])
    await road.goOn(2, { waitMinutes: 18 })
    expect(await summoned(road)).toEqual(['L1/summons/duty/sms'])
    await road.goOn(3, { waitMinutes: 18 })
    expect(await summoned(road)).toEqual(['L1/summons/duty/sms'])
    expect((await road.incident(incident!)).steps.filter(({ step }) => step === 'L1')).toMatchObject([{ late: false }])
  })

  it('taken back: who was called stays called and is called no second time', async () => {
    const road = await watchedRoad()
    const { office, amendment } = await amend(road, earlier)
    road.forward(0.5)
    const { incident } = await road.says({ waitMinutes: 18 })
    expect(await summoned(road)).toEqual(['L1/summons/duty/sms'])
    road.forward(1)
    await office.rollsBack(amendment)
    await road.goOn(4, { waitMinutes: 22 })
    expect(await summoned(road)).toEqual(['L1/summons/duty/sms'])
    const seen = await road.incident(incident!)
    expect(seen.steps.filter(({ step }) => step === 'L1')).toMatchObject([{ over: 15 }])
    expect((await road.board()).items[0]).toMatchObject({ limits: { L1: 20 }, incident: { over: 15 } })
  })

  it('a measured queue, too: watched over the amended length', async () => {
    const road = await watchedRoad()
    await amend(road, { congestionMetres: 800 })
    road.forward(0.5)
    await road.says({ metres: 800 })
    expect(await road.calls('LM/')).toEqual([])
    await road.says({ metres: 801 })
    expect((await road.calls('LM/')).length).toBeGreaterThan(0)
  })
})

describe('what congestion time is, by an amendment', () => {
  const lightly = { waitMinutes: 11, metres: 320 }
  it('the incident’s own clock: its length calls, a single long wait does not', async () => {
    const road = await watchedRoad()
    await amend(road, { congestionClock: 'incident' })
    road.forward(0.5)
    const { incident } = await road.says({ waitMinutes: 40, metres: 320 })
    expect(await summoned(road)).toEqual([])
    await road.goOn(19, lightly)
    expect(await summoned(road)).toEqual([])
    await road.goOn(2.5, lightly)
    expect(await summoned(road)).toEqual(['L1/summons/duty/sms'])
    const seen = await road.incident(incident!)
    expect(seen).toMatchObject({ clock: 'incident' })
    expect(seen.next?.what).not.toBe('end')
    const [notice] = road.sent.filter(({ step, ackKey }) => step === 'L1' && ackKey !== null)
    expect(notice?.text).toMatch(/已拥堵2\d分钟/)
  })

  it('either: the longer of both calls, whichever it is', async () => {
    const road = await watchedRoad()
    await amend(road, { congestionClock: 'either' })
    road.forward(0.5)
    const { incident } = await road.says({ waitMinutes: 21 })
    expect(await summoned(road)).toEqual(['L1/summons/duty/sms'])
    const other = await road.says(lightly, 'JZ-G02')
    await road.goOn(19, lightly, 'JZ-G02')
    const there = async () => (await road.incident(other.incident!)).steps.map(({ step }) => step)
    expect(await there()).not.toContain('L1')
    await road.goOn(2.5, lightly, 'JZ-G02')
    expect(await there()).toContain('L1')
    expect(await road.incident(incident!)).toMatchObject({ clock: 'either' })
  })
})
