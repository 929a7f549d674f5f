import { describe, expect, it } from 'vitest'
import { listAudit } from '../../kit/audit-rows.ts'
import { quietHandover } from '../../kit/shifts.ts'
import { inProvince } from '../../kit/world.ts'
import { clock, oneBooth } from './kit.ts'

/** The clock stands at 10:00 on 16 May. */
describe('a shift at the booth', () => {
  it('is on duty from sign-on to sign-off, with phone, number and lane', async () => {
    const road = await oneBooth()
    const on = await road.zhang.shift.on({ lane: 2, segment: '19800000001' })
    expect(on).toMatchObject({ status: 'recorded', second: null, error: null })
    road.forward(90)
    const [running] = (await road.duty()).shifts
    expect(running).toMatchObject({
      inspector: 'inspector 示例',
      lane: 2,
      segment: '19800000001',
      device: 'Redmi 9',
      onDuty: true,
      endAt: null,
    })
    await road.zhang.shift.off(on.id)
    const [over] = (await road.duty()).shifts
    expect([over?.onDuty, over?.ended, clock(over!.onAt), clock(over!.endAt)]).toEqual([false, 'off', '10:00', '11:30'])
  })

  it('sent again is the same; another event under its id is refused', async () => {
    const { zhang, rows } = await oneBooth()
    const id = crypto.randomUUID()
    const token = await zhang.shift.seal({ id, kind: 'on', lane: 1, segment: null })
    expect((await zhang.shift.send(token, token)).map(({ status }) => status)).toEqual(['recorded', 'already'])
    const other = await zhang.shift.seal({ id, kind: 'on', lane: 2, segment: null })
    expect((await zhang.shift.send(other))[0]).toMatchObject({ status: 'refused', error: { code: 'SH-06' } })
    expect((await rows())['shift_event']).toBe(1)
  })

  it('a bad event leaves the others recorded, and each says what is wrong', async () => {
    const { zhang, li } = await oneBooth()
    const good = await zhang.shift.seal({ kind: 'on', lane: 1, segment: null })
    const results = await zhang.shift.send(
      good,
      'nonsense',
      await li.shift.seal({ kind: 'on', lane: 1, segment: null }),
      await zhang.shift.seal({ kind: 'on', lane: 1, segment: null, checkpoint: 'JZ-G02' }),
      await zhang.shift.seal({ kind: 'on', lane: 99, segment: null }),
      await zhang.shift.seal({
        kind: 'off',
        shift: crypto.randomUUID(),
        handover: { ...quietHandover, notes: [{ kind: 'other', text: '司机电话 13000000002' }] },
      }),
      `${good.slice(0, -4)}AAAA`,
    )
    expect(results.map(({ status, error }) => [status, error?.code, error?.path].filter(Boolean).join(' '))).toEqual([
      'recorded',
      'refused SH-01',
      'refused SH-03 terminal',
      'refused SH-05 checkpoint',
      'refused SH-02 lane',
      'refused SH-02 handover.notes.0.text',
      'refused SH-01 signature',
    ])
  })

  it('a number is as long as it is without its blanks', async () => {
    const { zhang, duty } = await oneBooth()
    const short = await zhang.shift.says({ kind: 'on', lane: 1, segment: '1 2' })
    expect(short).toMatchObject({ status: 'refused', error: { code: 'SH-02', path: 'segment' } })
    await zhang.shift.on({ segment: ' 198 0000 0001 ' })
    expect((await duty()).shifts.map(({ segment }) => segment)).toEqual(['19800000001'])
  })

  it('a hand-over is read where it was made, and by nobody of another checkpoint', async () => {
    const road = await oneBooth()
    const { id } = await road.zhang.shift.on()
    await road.zhang.shift.off(id, quietHandover)
    expect(await road.elsewhere.shift.says({ kind: 'seen', shift: id })).toMatchObject({
      status: 'refused',
      error: { code: 'SH-05', path: 'shift' },
    })
    const seenBy = async () => (await road.before(road.li)).handovers.map((one) => one.seenBy !== null)
    expect(await seenBy()).toEqual([false])
    expect(await road.li.shift.says({ kind: 'seen', shift: id })).toMatchObject({ status: 'recorded' })
    expect(await seenBy()).toEqual([true])
  })

  it('read before its shift came in, and from another checkpoint: kept, and it counts for nothing', async () => {
    const road = await oneBooth()
    const shift = crypto.randomUUID()
    expect(await road.elsewhere.shift.says({ kind: 'seen', shift })).toMatchObject({ status: 'recorded' })
    await road.zhang.shift.on({ id: shift })
    await road.zhang.shift.off(shift, quietHandover)
    expect((await road.before(road.li)).handovers.map(({ seenBy }) => seenBy)).toEqual([null])
  })

  it('an inspection is no event of a shift, and an event no inspection', async () => {
    const { zhang } = await oneBooth()
    const event = await zhang.shift.seal({ kind: 'on', lane: 1, segment: null })
    expect((await zhang.uploads(event))[0]).toMatchObject({ status: 'refused', error: { code: 'RC-01' } })
  })

  it('a phone whose clock runs ahead signed on no later than its event came in', async () => {
    const road = await oneBooth()
    await road.zhang.shift.on({ madeAt: '2022-05-16T13:00:00+08:00', clockOffsetMs: null })
    await road.li.shift.on({ madeAt: '2022-05-15T08:00:00+08:00', clockOffsetMs: null, lane: 2 })
    // Neither before it was bound.
    expect((await road.duty()).shifts.map(({ onAt }) => clock(onAt))).toEqual(['10:00', '10:00'])
  })

  it('without a sign-on trucks are judged all the same, at whatever lane the phone says', async () => {
    const road = await oneBooth()
    const [result] = await road.zhang.uploads({ facts: inProvince('豫HX0001'), lane: 3 })
    expect(result).toMatchObject({ status: 'recorded', row: 'V5' })
    expect((await road.duty()).counts).toMatchObject([{ lane: 3, checked: 1, fast: 1 }])
  })
})

describe('一卡一机一查验员 (R31, G49)', () => {
  /** The same inspector's second phone: bound after the first was released, while the shift of the first still runs. */
  it('a number that is on duty with somebody else is refused until the head releases that shift', async () => {
    const road = await oneBooth()
    const first = await road.zhang.shift.on({ segment: '19800000001' })
    road.forward(1)
    const second = await road.li.shift.on({ segment: '19800000001', lane: 2 })
    expect(second).toMatchObject({ status: 'recorded', second: { code: 'SH-08' } })
    expect(second.second?.message).toMatch(
      /inspector 示例当班使用（JZ-G01 站1道，05-16 10:00 起）[^]*请点长[^]*查验不受影响/,
    )
    expect((await road.duty()).shifts.map(({ onDuty, second }) => [onDuty, second?.of])).toEqual([
      [true, undefined],
      [false, 'segment'],
    ])
    expect((await road.before(road.zhang)).running).toBe(first.id)
    expect((await road.before(road.li)).running).toBeNull()
    const released = await road.head('POST', `/api/shifts/${first.id}/release`, { reason: '换号段' })
    expect(released.status).toBe(200)
    expect((await road.before(road.zhang)).running).toBeNull()
    road.forward(1)
    expect(await road.li.shift.on({ segment: '19800000001', lane: 2 })).toMatchObject({ second: null })
    expect((await road.duty()).shifts.map(({ onDuty, ended }) => [onDuty, ended])).toEqual([
      [false, 'released'],
      [false, 'next'],
      [true, null],
    ])
    expect((await listAudit(road.db)).map(({ action }) => action)).toEqual(
      expect.arrayContaining(['shift-second', 'shift-released']),
    )
  })

  it('the number is looked for at every checkpoint', async () => {
    const road = await oneBooth()
    await road.elsewhere.shift.on({ segment: '19800000001' })
    road.forward(1)
    const here = await road.zhang.shift.on({ segment: '19800000001' })
    expect(here.second?.message).toMatch(/JZ-G02 站1道/)
    expect((await road.duty()).shifts.map(({ onDuty }) => onDuty)).toEqual([false])
  })

  it('a phone that its head releases is on duty no more, and its inspector signs on with the next one', async () => {
    const road = await oneBooth()
    await road.zhang.shift.on()
    const path = `/api/terminals/${road.zhang.bound.terminal}/release`
    expect((await road.head('POST', path, { reason: '手机损坏' })).status).toBe(200)
    road.forward(5)
    expect((await road.duty()).shifts.map(({ onDuty, ended }) => [onDuty, ended])).toEqual([[false, 'unbound']])
  })

  it('a shift that is over is not released', async () => {
    const road = await oneBooth()
    const on = await road.zhang.shift.on()
    await road.zhang.shift.off(on.id)
    const again = await road.head('POST', `/api/shifts/${on.id}/release`, { reason: '忘记签退' })
    expect([again.status, JSON.stringify(again.body)]).toEqual([409, expect.stringContaining('SH-10')])
    const nobody = await road.head('POST', `/api/shifts/${crypto.randomUUID()}/release`, { reason: '忘记签退' })
    expect(nobody.status).toBe(404)
  })
})

describe('交接班', () => {
  const told = {
    ...quietHandover,
    notes: [{ kind: 'road' as const, text: '匝道积水，请慢行' }],
    waiting: [{ plate: '豫HX0009', row: 'V9' }],
    queueMetres: 300,
    equipment: { thermometer: 'broken' as const },
    checked: 41,
    fast: 30,
  }

  it('reaches the next inspector, is read, and the head sees by whom', async () => {
    const road = await oneBooth()
    const on = await road.zhang.shift.on()
    road.forward(480)
    await road.zhang.shift.off(on.id, told)
    expect((await road.before(road.zhang)).handovers).toEqual([])
    const [handed] = (await road.before(road.li)).handovers
    expect(handed).toMatchObject({ shift: on.id, lane: 1, seenBy: null, ...told })
    await road.li.shift.on({ lane: 2 })
    await road.li.shift.says({ kind: 'seen', shift: on.id })
    expect((await road.before(road.li)).handovers[0]?.seenBy).toBe('inspector 示例')
    expect((await road.duty()).handovers).toMatchObject([{ shift: on.id, seenBy: 'inspector 示例' }])
    expect((await road.before(road.elsewhere)).handovers).toEqual([])
  })

  it('what was handed over before its shift’s phone was released late comes in all the same', async () => {
    const road = await oneBooth()
    const on = await road.zhang.shift.on()
    const off = await road.zhang.shift.seal({
      kind: 'off',
      shift: on.id,
      handover: told,
      madeAt: road.zhang.shift.when(-60),
    })
    await road.head('POST', `/api/terminals/${road.zhang.bound.terminal}/release`, { reason: '换手机' })
    road.forward(90)
    const late = await road.zhang.shift.seal({ kind: 'on', lane: 1, segment: null })
    expect((await road.li.shift.send(off, late)).map(({ status, error }) => [status, error?.code])).toEqual([
      ['recorded', undefined],
      ['refused', 'SH-04'],
    ])
    expect((await road.duty()).handovers).toHaveLength(1)
  })
})
