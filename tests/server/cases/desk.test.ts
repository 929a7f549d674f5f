import { describe, expect, it } from 'vitest'
import { exportCases, findCaller, openCase, reportCase } from '../../../schema/api/cases.ts'
import { sql } from '../../../server/store/db.ts'
import { beijingIso, minute, plus } from '../../../shared/instant.ts'
import { hotline, plate, refusal } from './kit.ts'

const call = (more: object = {}) => ({
  id: crypto.randomUUID(),
  category: 'stranded',
  words: '车坏在路肩，没有水',
  ...more,
})

describe('a call is taken down', () => {
  it('accepted by being answered, dispatched in the same breath; of the caller the queue shows nothing', async () => {
    const road = await hotline()
    const made = (
      await road.desk.send(
        'POST',
        '/api/cases',
        call({ phone: '130 0000 0009', caller: '赵示例', dispatchTo: '武陟县调度' }),
      )
    ).as(openCase.answer)
    expect(made).toMatchObject({
      number: '220516-0001',
      state: 'dispatched',
      way: 'phone',
      area: '410800',
      plate: null,
    })
    expect(JSON.stringify(await road.queue())).not.toMatch(/赵示例|13000000009/)
    expect(await road.sheet(made.id)).toMatchObject({
      caller: '赵示例',
      phone: '13000000009',
      dispatchedTo: '武陟县调度',
    })
    expect((await road.told()).filter((told) => told.includes('driver'))).toEqual([
      'case-accepted driver sms',
      'case-dispatched driver sms',
    ])
    const stored = JSON.stringify(await road.db.all(sql.selectFrom('hotline_case').selectAll().compile()))
    expect(stored).not.toMatch(/赵示例|13000000009/)
  })

  it('the plate or the number finds the trip, and the reply stands on the driver’s page', async () => {
    const road = await hotline()
    for (const asked of [{ plate: '沪D·X0001' }, { phone: '13000000002' }]) {
      const { trips } = (await road.desk.send('POST', '/api/cases/callers', asked)).as(findCaller.answer)
      expect(trips.map((trip) => [trip.id, trip.driver, trip.phone, trip.checkpoint?.id])).toEqual([
        [road.trip.trip.id, '李*例', '130****0002', 'JZ-G02'],
      ])
    }
    const { id } = (await road.desk.send('POST', '/api/cases', call({ trip: road.trip.trip.id }))).as(openCase.answer)
    expect((await road.own())[0]).toMatchObject({ id, state: 'accepted', checkpoint: { id: 'JZ-G02' } })
    expect((await road.sheet(id)).phone).toBe('13000000002')
    const { cases } = (await road.desk.send('POST', '/api/cases/callers', { plate })).as(findCaller.answer)
    expect(cases.map((one) => one.id)).toEqual([id])
  })

  it('what is not right changes nothing', async () => {
    const road = await hotline()
    const before = await road.rows()
    const tries: [object, string][] = [
      [call({ phone: '12345678901' }), '400 I-42 phone'],
      [call({ checkpoint: 'JZ-G99' }), '400 CA-08 checkpoint'],
      [call({ trip: crypto.randomUUID() }), '400 CA-09 trip'],
      [call({ category: 'nonsense' }), '400 IN-01 category'],
      [call({ words: '' }), '400 IN-01 words'],
    ]
    for (const [body, says] of tries) {
      const answer = await road.desk.send('POST', '/api/cases', body)
      expect(refusal(answer)).toBe(says)
    }
    const { staff: _, staff_session: __, ...left } = await road.rows()
    expect(left).toEqual(Object.fromEntries(Object.entries(before).filter(([name]) => name in left)))
  })

  it('numbers of persons in the story are not searched and not exported, and read in full in the case alone', async () => {
    const road = await hotline()
    const words = '司机张某 410899198001010015 电话13000000007 被要求重复检测'
    const { id } = (
      await road.desk.send('POST', '/api/cases', call({ category: 'repeat-test', words, plate: '豫HX0005' }))
    ).as(openCase.answer)
    const [line] = (await road.queue()).items
    expect(line?.words).toBe('司机张某 ***0015 电话***0007 被要求重复检测')
    expect((await road.sheet(id)).words).toBe(words)
    await road.moved(id, { move: 'reply', words: '已核实，请联系13000000008' })
    const file = (await road.supervisor.send('POST', '/api/cases/export', { show: 'all', reason: '周报' })).as(
      exportCases.answer,
    )
    expect(file.items[0]).toMatchObject({ plate: '豫H·X***5', reply: '已核实，请联系***0008' })
    const logged = await road.db.all(
      sql.selectFrom('audit').select(['action', 'role', 'reason']).orderBy('seq').compile(),
    )
    expect(
      logged.filter(({ action }) => action.startsWith('case')).map(({ action, role }) => `${action} ${role}`),
    ).toEqual(['case-made dispatcher', 'case-read dispatcher', 'case-moved dispatcher', 'cases-exported supervisor'])
    expect(logged.at(-1)?.reason).toBe('周报')
  })
})

describe('an inspector reports', () => {
  const report = (road: Awaited<ReturnType<typeof hotline>>, more: object = {}) =>
    road.booth.call('POST', '/api/cases/reports', {
      id: crypto.randomUUID(),
      category: 'pass-refused',
      words: '前方检查点不认外省通行证',
      plate,
      trip: road.trip.trip.id,
      filedAt: beijingIso(road.clock.now()),
      ...more,
    })

  it('also hours later, from a time without a network: its clocks run from when it came in', async () => {
    const road = await hotline()
    const filedAt = beijingIso(plus(road.clock.now(), -150 * minute))
    const { id, number } = (await report(road, { filedAt })).as(reportCase.answer)
    expect(number).toBe('220516-0001')
    expect((await road.sheet(id)).case).toMatchObject({
      way: 'terminal',
      checkpoint: { id: 'JZ-G01' },
      filedAt: '2022-05-16T07:30:00+08:00',
      deadlines: { accept: '2022-05-16T10:05:00+08:00' },
    })
    expect((await road.own()).map((one) => one.id)).toEqual([id])
  })

  it('of a trip that is not known here, all the same; later than now, not', async () => {
    const road = await hotline()
    expect((await report(road, { trip: crypto.randomUUID() })).status).toBe(201)
    expect(refusal(await report(road, { filedAt: beijingIso(plus(road.clock.now(), 10 * minute)) }))).toBe(
      '400 CA-12 filedAt',
    )
  })
})

describe('the queue', () => {
  it('goes by what is due first, page by page, and finds by plate, number, phone and words', async () => {
    const road = await hotline()
    const first = await road.reported({ words: '柏香站堵车' })
    road.forward(1)
    const second = (
      await road.desk.send('POST', '/api/cases', call({ phone: '13000000009', dispatchTo: '武陟县调度' }))
    ).as(openCase.answer)
    road.forward(1)
    const third = await road.reported({ category: 'fees', words: '强行收费二十元' })
    const ids = async (body: object) => (await road.queue(body)).items.map((one) => one.id)
    expect(await ids({ show: 'open' })).toEqual([first.id, third.id, second.id])
    const page = await road.queue({ show: 'open', limit: 2 })
    expect(page.items.map((one) => one.id)).toEqual([first.id, third.id])
    expect((await road.queue({ show: 'open', limit: 2, after: page.next })).items.map((one) => one.id)).toEqual([
      second.id,
    ])
    expect(await ids({ show: 'all' })).toEqual([third.id, second.id, first.id])
    expect(await ids({ show: 'all', text: plate })).toEqual([third.id, first.id])
    expect(await ids({ show: 'all', text: '220516-2' })).toEqual([second.id])
    expect(await ids({ show: 'all', text: '0009' })).toEqual([second.id])
    expect(await ids({ show: 'all', text: '0003' })).toEqual([third.id])
    expect(await ids({ show: 'all', text: '13000000009' })).toEqual([second.id])
    expect(await ids({ show: 'all', text: '收费' })).toEqual([third.id])
    expect(await ids({ show: 'all', text: '没有这些字' })).toEqual([])
    expect(await ids({ show: 'dispatched' })).toEqual([second.id])
    expect(await ids({ show: 'all', category: 'fees' })).toEqual([third.id])
    expect(await ids({ show: 'all', checkpoint: 'JZ-G02' })).toEqual([third.id, first.id])
    expect(await ids({ show: 'all', since: '2022-05-16T10:02:00+08:00' })).toEqual([third.id])
    road.forward(4)
    expect(await ids({ show: 'overdue' })).toEqual([first.id])
    expect((await road.queue()).counts).toEqual({ new: 2, open: 3, overdue: 1, oldest: '2022-05-16T10:00:00+08:00' })
    expect(refusal(await road.desk.send('POST', '/api/cases/search', { show: 'open', after: 'nonsense' }))).toBe(
      '400 CA-04 after',
    )
  })
})
