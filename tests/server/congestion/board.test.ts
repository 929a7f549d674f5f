import { describe, expect, it } from 'vitest'
import { board, checkpointOnBoard, dayReport, listCallTasks } from '../../../schema/api/dispatch.ts'
import { publicQueue } from '../../../schema/api/queue.ts'
import { addStaff } from '../../../schema/api/office.ts'
import { addCheckpointRow } from '../../../server/store/checkpoints.ts'
import { changeStaffRow } from '../../../server/store/staff.ts'
import { Taken } from '../../../server/store/db.ts'
import { watchQueues } from '../../../server/usecases/congestion-tick.ts'
import { minute, plus, beijingIso } from '../../../shared/instant.ts'
import { shiftOf } from '../../kit/shifts.ts'
import { inProvince } from '../../kit/world.ts'
import { watchedRoad } from './kit.ts'

/** A lane that takes a truck a minute, of which each has waited a quarter of an hour. */
async function busyRoad() {
  const road = await watchedRoad()
  const inspector = await road.onShift()
  await shiftOf(road, inspector).lane('lane-open', 1)
  for (let truck = 0; truck < 25; truck++) {
    road.forward(1)
    const waiting = { checkpoint: 'JZ-G01', source: 'fence', metres: 350 }
    const joined = beijingIso(plus(road.clock.now(), -15 * minute))
    const plate = `豫HX${String(1000 + truck)}`
    await road.anyone('POST', '/api/queue/check-ins', { id: crypto.randomUUID(), ...waiting, plate, at: joined })
    await road.anyone('POST', '/api/queue/check-ins', {
      id: crypto.randomUUID(),
      ...waiting,
      plate: `豫HX${String(5000 + truck)}`,
    })
    await inspector.uploads({ facts: inProvince(plate) })
    await road.tick()
  }
  return road
}

describe('the board', { timeout: 20_000 }, () => {
  it('shows wait, queue, lanes, duty, verdicts and the last hour of a checkpoint, and nothing where nothing is known', async () => {
    const road = await busyRoad()
    const [here, there] = (await road.board()).items
    expect(here).toMatchObject({
      id: 'JZ-G01',
      countyName: '博爱县',
      lanes: { open: 1, total: 4 },
      onDuty: 1,
      verdicts: { V5: 25 },
      lostSince: null,
      greenLane: 'unknown',
      incident: { step: 'L0' },
    })
    expect(here!.waitMinutes).toBeGreaterThan(8)
    expect(here!.lowMinutes).toBeLessThanOrEqual(here!.waitMinutes!)
    expect(here!.spark.waits.length).toBeGreaterThan(10)
    expect(there).toMatchObject({ id: 'JZ-G02', waitMinutes: null, lastEventAt: null, incident: null })
  })

  it('one checkpoint: the curve with its interval, trucks by lane, and what more lanes would save', async () => {
    const road = await busyRoad()
    const seen = (await road.dispatcher.send('GET', '/api/dispatch/checkpoints/JZ-G01?hours=1')).as(
      checkpointOnBoard.answer,
    )
    expect(seen.curve.length).toBeGreaterThan(10)
    expect(seen.throughput.map(({ open, trucks }) => [open, trucks])).toEqual([
      [true, 25],
      [false, 0],
      [false, 0],
      [false, 0],
    ])
    const [one, all] = seen.whatIf
    expect([one!.lanes, all!.lanes]).toEqual([2, 4])
    expect(one!.savedMinutes).toBeGreaterThan(0)
    expect(all!.waitMinutes).toBeLessThan(one!.waitMinutes)
    expect(seen.incidents).toHaveLength(1)
  })

  it('each level sees its own: county, city, province, or everything', async () => {
    const road = await watchedRoad()
    await road.db.commit([
      addCheckpointRow({
        id: 'ZZ-G01',
        name: 'ZZ 站',
        road: 'G30',
        county: '410182',
        lanes: 2,
        active: 1,
        fictional: 1,
      }),
    ])
    const sees = async (area: string | null) => {
      const person = await road.staff('dispatcher')
      if (area !== null) await road.db.commit([changeStaffRow(person.id, { area })])
      const shown = (await person.send('GET', '/api/dispatch/board')).as(board.answer).items.map(({ id }) => id)
      const one = await person.send('GET', '/api/dispatch/checkpoints/ZZ-G01')
      return [shown.toSorted(), one.status]
    }
    expect(await sees('410822')).toEqual([['JZ-G01', 'JZ-G02'], 403])
    expect(await sees('410800')).toEqual([['JZ-G01', 'JZ-G02'], 403])
    expect(await sees('410182')).toEqual([['ZZ-G01'], 200])
    expect(await sees('410000')).toEqual([['JZ-G01', 'JZ-G02', 'ZZ-G01'], 200])
    expect(await sees(null)).toEqual([['JZ-G01', 'JZ-G02', 'ZZ-G01'], 200])
  })

  it('the administrator gives a dispatcher his county', async () => {
    const road = await watchedRoad({ roster: false })
    const admin = await road.staff('admin')
    const person = {
      login: 'county-desk',
      name: '调度示例',
      role: 'dispatcher',
      area: '410822',
      password: 'a long password',
    }
    expect((await admin.send('POST', '/api/staff', person)).as(addStaff.answer)).toMatchObject({ area: '410822' })
  })
})

describe('what anybody may know and say', { timeout: 20_000 }, () => {
  it('the waits of open checkpoints, and nothing where nothing is known', async () => {
    const road = await busyRoad()
    const shown = (await road.anyone('GET', '/api/queue/public')).as(publicQueue.answer)
    expect(shown.items.map(({ id, waitMinutes, congested }) => [id, waitMinutes !== null, congested])).toEqual([
      ['JZ-G01', true, true],
      ['JZ-G02', false, false],
    ])
  })
  it('a check-in sent again is the same; another truck under its id is refused; one plate does not flood', async () => {
    const road = await watchedRoad({ roster: false })
    const once = { id: crypto.randomUUID(), checkpoint: 'JZ-G01', plate: '豫HX0001', source: 'qr' }
    const send = (more: object = {}) => road.anyone('POST', '/api/queue/check-ins', { ...once, ...more })
    expect([(await send()).status, (await send()).status]).toEqual([200, 200])
    expect((await road.rows())['queue_input']).toBe(1)
    expect(await send({ plate: '豫HX0002' })).toMatchObject({ status: 409, body: { error: { code: 'CG-13' } } })
    const many = await Promise.all(Array.from({ length: 12 }, () => send({ id: crypto.randomUUID() })))
    expect(many.filter(({ status }) => status === 429).length).toBeGreaterThan(4)
  })
})

describe('the green lane 应急绿色通道', () => {
  it('blocked during an incident alarms at once, whatever the step; the leader hears of it', async () => {
    const road = await watchedRoad()
    await road.says({})
    expect(road.sent.filter(({ step }) => step === 'green')).toEqual([])
    await road.head.send('POST', '/api/checkpoints/JZ-G01/green-lane', { state: 'blocked' })
    const told = road.sent.filter(({ step }) => step === 'green')
    expect(told.map(({ urgent }) => urgent)).toContain(true)
    expect(told.flatMap(({ to }) => (to.kind === 'person' ? to.name : []))).toEqual(['leader示例'])
    expect((await road.board()).items[0]).toMatchObject({ greenLane: 'blocked' })
  })
})

describe('telephone tasks and the day', () => {
  it('12328 sees whom to call with the number, and finishes it once', async () => {
    const road = await watchedRoad()
    await road.says({ waitMinutes: 22 })
    await road.goOn(6, { waitMinutes: 22 })
    const tasks = (await road.dispatcher.send('GET', '/api/dispatch/call-tasks?done=no')).as(listCallTasks.answer)
    expect(tasks.items).toMatchObject([{ name: 'leader示例', phone: '13000000009', state: 'notified', done: null }])
    const path = `/api/dispatch/call-tasks/${tasks.items[0]!.id}/done`
    expect((await road.dispatcher.send('POST', path, { outcome: 'no-answer' })).status).toBe(200)
    expect((await road.dispatcher.send('POST', path, { outcome: 'moot' })).status).toBe(409)
  })
  it('the day in words', async () => {
    const road = await watchedRoad()
    await road.goOn(12, { waitMinutes: 22, metres: 450 })
    const report = (await road.dispatcher.send('GET', '/api/dispatch/day-report')).as(dayReport.answer)
    expect(report.zh).toMatch(
      /^【拥堵日报】2022-05-16 检查点拥堵1起\nJZ-G01 站 10:0\d—未解除，历时1\d分钟，最长等候2[12]分钟/,
    )
    expect(report.zh).toContain('「超20分钟」')
  })
})

describe('a commit that fails in the middle', () => {
  it('leaves nothing behind, and the next look does the whole', async () => {
    const road = await watchedRoad()
    await road.goOn(3, { waitMinutes: 12 })
    const before = await road.rows()
    let broken = true
    const failing = {
      ...road.deps,
      db: {
        ...road.db,
        all: road.db.all.bind(road.db),
        commit: async (writes: Parameters<typeof road.db.commit>[0]) => {
          if (broken) throw new Taken('queue_reading.at')
          await road.db.commit(writes)
        },
      },
    }
    road.forward(0.5)
    await watchQueues(failing)
    expect(await road.rows()).toEqual(before)
    broken = false
    await watchQueues(failing)
    expect((await road.rows())['queue_reading']).toBe((before['queue_reading'] ?? 0) + 2)
  })
})
