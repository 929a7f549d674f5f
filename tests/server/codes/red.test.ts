import { describe, expect, it } from 'vitest'
import { declineRed } from '../../../schema/api/codes.ts'
import { refusal } from '../../kit/refusal.ts'
import { city, inOrder, liTag, look, plate, propose, queue, sign } from './office.ts'

describe('a red health code seen at the checkpoint', () => {
  it('waits for two persons, colours, and clears back to the yellow underneath (G41)', async () => {
    const town = await city()
    const { road } = town
    const [first, second] = [await road.staff('epidemic'), await road.staff('epidemic')]
    await town.shows({ ...inOrder(road), healthCode: 'yellow' })
    const person = await liTag(first)
    expect((await look(first, person)).row).toMatchObject({ colour: 'yellow', waiting: [] })

    road.forward(1)
    await town.shows({ ...inOrder(road), healthCode: 'red' })
    const [row] = (await queue(first, 'waiting')).items
    expect(row).toMatchObject({ person, colour: 'yellow', plates: [plate], surname: '李', idTail: '0031' })
    const [waiting] = row?.waiting ?? []
    expect(waiting).toMatchObject({ reason: 'R2', ground: 'health-code-red', signatures: 0 })
    const opening = waiting?.opening ?? ''

    const signed = await sign(first, person, opening)
    expect(signed.body).toMatchObject({ row: { colour: 'yellow', waiting: [{ signatures: 1 }] } })
    expect(refusal(await sign(first, person, opening))).toMatch(/^409 CO-01/)
    expect((await look(first, person)).reasons.find((one) => one.opening === opening)?.may.sign).toBe(false)

    expect((await sign(second, person, opening)).body).toMatchObject({ row: { colour: 'red', waiting: [] } })
    expect((await town.trip.currentCode()).state).toBe('red')
    expect((await queue(second, 'waiting')).items).toEqual([])
    expect((await queue(second, 'red')).items).toMatchObject([{ person, open: [{ reason: 'R2' }, { reason: 'Y1' }] }])

    road.forward(1)
    const paper = { opening, way: 'external-green', document: '沪疫函〔2022〕5号' }
    const closed = await first.send('POST', `/api/people/${person}/closings`, paper)
    expect(closed.body).toMatchObject({ row: { colour: 'yellow', open: [{ reason: 'Y1' }] } })
    expect((await town.trip.currentCode()).state).toBe('yellow')
    const story = (await look(second, person)).reasons.find((one) => one.opening === opening)
    expect(story).toMatchObject({
      state: 'closed',
      signatures: [{ by: { name: 'epidemic 示例' } }, { by: { name: 'epidemic 示例' } }],
      closed: { way: 'external-green', document: '沪疫函〔2022〕5号', counted: true },
      told: { zh: { title: '✔ 已解除' } },
    })
  })

  it('that nobody confirms never colours anything, and cannot be signed any more', async () => {
    const town = await city()
    const officer = await town.road.staff('epidemic')
    await town.shows({ ...inOrder(town.road), healthCode: 'red' })
    const person = await liTag(officer)
    const opening = (await look(officer, person)).reasons[0]?.opening ?? ''
    const declined = await officer.send('POST', `/api/people/${person}/refusals`, { opening })
    expect(declined.as(declineRed.answer).row).toMatchObject({ waiting: [], open: [] })
    expect(refusal(await sign(officer, person, opening))).toMatch(/^409 CO-01/)
    expect((await look(officer, person)).reasons).toMatchObject([
      { state: 'closed', closed: { way: 'declined', counted: false } },
    ])
  })

  it('is told to the driver by whoever confirms it and by whoever ends it, once', async () => {
    const town = await city()
    const [first, second] = [await town.road.staff('epidemic'), await town.road.staff('epidemic')]
    const person = await liTag(first)
    const body = { reason: 'R1', ground: 'risk-stay' }
    const { row } = (await propose(first, person, body)).as(declineRed.answer)
    const opening = row.waiting[0]?.opening ?? ''
    await sign(second, person, opening)
    await first.send('POST', `/api/people/${person}/closings`, {
      opening,
      way: 'isolation-done',
      document: '解除 12号',
    })
    const { messages } = await look(first, person)
    expect(messages.map(({ audience, channel, zh }) => [audience, channel, zh])).toEqual(
      expect.arrayContaining([
        [
          'driver',
          'sms',
          '【焦作保通保畅】红码·请原地等候引导。原因：中高风险地区行程。防疫人员将联系您，货物继续安排送达。有疑问拨12328',
        ],
        ['driver', 'sms', '【焦作保通保畅】您的红码已解除：隔离和检测已完成。可正常通行。'],
      ]),
    )
    expect(messages).toHaveLength(4)
    for (const { zh } of messages) expect(zh.length).toBeLessThanOrEqual(70)
  })
})

describe('proposing from the office', () => {
  it('needs a listed ground and a record of this very person, and takes no text of one’s own', async () => {
    const town = await city()
    const officer = await town.road.staff('epidemic')
    const person = await liTag(officer)
    const before = await town.rows()
    const tries: [object, string][] = [
      [{ ground: 'he coughed' }, '400 IN-01'],
      [{ note: '有群众反映' }, '400 IN-01'],
      [{ reason: 'Y1', ground: 'health-code-yellow' }, '400 IN-01'],
      [{ ground: 'health-code-red' }, '400 CO-03'],
      [{ evidence: { kind: 'document', id: '领导口头要求' } }, '400 CO-13'],
      [{ evidence: { kind: 'inspection', id: crypto.randomUUID() } }, '400 CO-13'],
      [{ evidence: { kind: 'timer', id: 'T2@2022' } }, '400 CO-13'],
    ]
    for (const [more, said] of tries)
      expect(refusal(await propose(officer, person, more)), JSON.stringify(more)).toContain(said)
    expect(await town.rows()).toEqual(before)
  })

  it('stands on an inspection of that person, once: the same again is one, another of the same reason is refused', async () => {
    const town = await city()
    const officer = await town.road.staff('epidemic')
    await town.shows({ ...inOrder(town.road), healthCode: 'yellow' })
    const person = await liTag(officer)
    const [record] = (await look(officer, person)).evidence
    expect(record).toMatchObject({ kind: 'inspection' })
    const body = { id: crypto.randomUUID(), evidence: { kind: 'inspection', id: record?.id } }
    for (const status of [201, 201]) expect((await propose(officer, person, body)).status).toBe(status)
    expect((await queue(officer, 'waiting')).items[0]?.waiting).toHaveLength(1)
    expect(refusal(await propose(officer, person))).toMatch(/^409 CO-12/)
  })

  it('of many at once needs the command’s order number, and takes all or none', async () => {
    const town = await city()
    const officer = await town.road.staff('epidemic')
    const person = await liTag(officer)
    const { id, reason, ground, evidence } = {
      id: crypto.randomUUID(),
      reason: 'R1',
      ground: 'risk-stay',
      evidence: { kind: 'document', id: '名单 3号' },
    }
    const batch = (more: object) =>
      officer.send('POST', '/api/people/proposals', { id, reason, ground, evidence, people: [person], ...more })
    expect(refusal(await batch({}))).toMatch(/^400 IN-01/)
    expect(refusal(await batch({ order: '口头' }))).toBe('400 IN-01 order')
    const stranger = 'x'.repeat(43)
    const before = await town.rows()
    expect(refusal(await batch({ order: '焦指〔2022〕8号', people: [person, stranger] }))).toMatch(/CO-10/)
    expect(await town.rows()).toEqual(before)
    expect((await batch({ order: '焦指〔2022〕8号' })).body).toEqual({ proposed: 1 })
    expect((await queue(officer, 'waiting')).items).toMatchObject([
      { person, waiting: [{ reason: 'R1', signatures: 1 }] },
    ])
  })
})
