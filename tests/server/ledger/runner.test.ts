/** What the runner does whatever happens to it: pauses, restarts, company, and clocks that jump. */
import { describe, expect, it } from 'vitest'
import { sql } from '../../../server/store/db.ts'
import { runDue } from '../../../server/timers/codes.ts'
import { dueSources } from '../../../server/timers/due/index.ts'
import { people } from '../../../server/timers/due/people.ts'
import type { DueSource } from '../../../server/timers/due-source.ts'
import * as timerWords from '../../../shared/wording/messages-timers.ts'
import { moment } from '../../policy/truck.ts'
import { li } from '../../kit/people.ts'
import { negative, road } from './kit.ts'
import type { Road } from './kit.ts'

const fresh = { nucleicAcid: negative('15T10:00') }
const standing = async (day: Road) =>
  (await day.db.all(sql.selectFrom('code_person').selectAll().compile())).map(
    ({ colour, since, proposals, next_at }) => ({ colour, since, proposals, next_at }),
  )
const kinds = async (day: Road) => (await day.told()).map(({ kind, audience }) => `${kind} ${audience}`).sort()

describe('a day with a test that lapses', () => {
  it('reminds 12 and 4 hours before, once each, and notes the lapse without a word', async () => {
    const day = await road()
    await day.inspects(fresh)
    await day.ticks()
    expect(await standing(day)).toEqual([{ colour: 'green', since: null, proposals: 0, next_at: moment('16T22:01') }])
    for (const time of ['16T22:00', '16T22:01', '16T22:02', '17T06:01', '17T10:01']) {
      day.until(time)
      await day.ticks()
    }
    expect(await day.done('T1')).toEqual([
      '2022-05-17T10:01:00+08:00-12h',
      '2022-05-17T10:01:00+08:00-4h',
      '2022-05-17T10:01:00+08:00',
    ])
    const reminded = (await day.told()).filter(({ kind }) => kind === 'remind-test')
    expect(reminded).toHaveLength(4)
    expect(reminded[0]?.zh).toBe(
      '【焦作保通保畅】沪D·X0001：您的核酸将于05-17 10:00满48小时，请就近免费检测。疑问拨12328',
    )
    expect(await standing(day)).toMatchObject([{ colour: 'yellow', since: moment('17T10:01') }])
  })

  it('after a pause everything missed is there, marked late; what makes no sense any more is not told', async () => {
    const day = await road()
    await day.inspects(fresh)
    day.until('17T10:05')
    await day.ticks()
    expect([await day.done('T1'), await day.done('T2')]).toEqual([
      [
        '2022-05-17T10:01:00+08:00-12h late untold',
        '2022-05-17T10:01:00+08:00-4h late untold',
        '2022-05-17T10:01:00+08:00 late',
      ],
      ['2022-05-17T10:01:00+08:00 late'],
    ])
    expect((await kinds(day)).filter((kind) => kind.startsWith('remind-test'))).toEqual([])
    expect((await kinds(day)).filter((kind) => kind === 'open-overstay driver')).toHaveLength(2)
  })
})

describe('a newer test that only the health authority knows', () => {
  const newer = { result: 'negative', sampledAt: moment('17T05:00'), reportedAt: moment('17T09:00') } as const

  it('is asked for before anybody is warned or made yellow', async () => {
    const day = await road()
    await day.inspects(fresh)
    day.until('17T09:59')
    await day.ticks()
    day.feed.says(li.number, { nucleicAcid: newer })
    day.until('17T10:01')
    await day.ticks()
    expect([await day.done('T2'), await standing(day)]).toMatchObject([[], [{ colour: 'green' }]])
    day.until('19T09:01')
    await day.ticks()
    expect(await day.done('T2')).toEqual(['2022-05-19T09:01:00+08:00'])
  })

  it('clears what the driver was made yellow for while that system was down, as soon as he opens his code', async () => {
    const day = await road()
    await day.inspects(fresh)
    day.feed.is('down')
    day.until('17T10:01')
    await day.ticks()
    expect([await day.done('T2'), await day.code()]).toEqual([['2022-05-17T10:01:00+08:00'], 'yellow: Y2 open'])
    day.feed.is('up')
    day.feed.says(li.number, { nucleicAcid: newer, healthCode: 'green', travelCard: 'green' })
    expect(await day.code()).toBe('green')
    await day.ticks()
    expect((await day.told()).filter(({ kind }) => kind === 'tell-cleared')).toHaveLength(2)
  })
})

describe('two at once, again and again, backwards', () => {
  it('two runners at the same moment do each thing once', async () => {
    const day = await road()
    await day.inspects(fresh)
    day.until('17T10:01')
    await Promise.all([day.ticks(), day.ticks(), day.ticks()])
    const once = await kinds(day)
    await day.ticks()
    expect(await kinds(day)).toEqual(once)
    expect(once.filter((kind) => kind === 'open-overstay driver')).toHaveLength(2)
    expect(await day.done('T2')).toHaveLength(1)
    expect(day.logged.filter((line) => line.includes('due-failed'))).toEqual([])
  })

  it('a clock set back does not take back what was seen, and nothing is done twice', async () => {
    const day = await road()
    await day.inspects(fresh)
    day.until('17T10:01')
    await day.ticks()
    const before = await kinds(day)
    day.until('17T09:30')
    await day.ticks()
    expect([await kinds(day), await standing(day)]).toEqual([
      before,
      [{ colour: 'yellow', since: moment('17T10:01'), proposals: 0, next_at: expect.any(Number) }],
    ])
  })

  it('what was due before the clock was set back is done all the same', async () => {
    const day = await road()
    await day.inspects(fresh)
    day.until('17T10:01')
    await runDue(day.deps, [])
    day.until('17T09:30')
    await day.ticks()
    expect(await day.done('T2')).toEqual(['2022-05-17T10:01:00+08:00'])
  })

  it('a clock that was a year ahead for a moment is not believed for a year', async () => {
    const day = await road()
    day.forward(365 * 24 * 60)
    await day.ticks()
    day.forward(-365 * 24 * 60)
    await day.inspects(fresh)
    await day.ticks()
    expect(await standing(day)).toMatchObject([{ colour: 'green' }])
    expect(await day.done('T2')).toEqual([])
    expect(day.logged.some((line) => line.includes('clock-was-ahead'))).toBe(true)
  })

  it('what comes in while a page is being gone through is looked at again', async () => {
    const day = await road()
    await day.inspects(fresh)
    const meanwhile: DueSource = {
      ...people,
      settle: (deps, loaded, run) => people.settle?.(deps, loaded, run) ?? [],
      load: async (deps, until) => {
        const loaded = await people.load(deps, until)
        if (!during) return loaded
        during = false
        await day.inspects({ nucleicAcid: negative('16T06:00'), healthCode: 'yellow' })
        return loaded
      },
    }
    let during = true
    await runDue(day.deps, [meanwhile])
    expect(await standing(day)).toMatchObject([{ colour: 'yellow', since: moment('16T10:00') }])
  })
})

describe('something that cannot be done', () => {
  it('of one person holds up nobody else, is logged, and comes again', async () => {
    const day = await road()
    await day.inspects(fresh)
    day.until('17T10:01')
    let broken = true
    const failing: DueSource = {
      ...people,
      act: (deps, due, told) => {
        if (broken && due.action === 'open-overstay') throw new Error('no')
        return people.act(deps, due, told)
      },
    }
    await runDue(day.deps, [failing, ...dueSources.filter(({ name }) => name !== 'people')])
    expect(day.logged.some((line) => line.includes('due-failed'))).toBe(true)
    expect([await day.done('T2'), (await day.done('T1')).length]).toEqual([[], 3])
    expect(await standing(day)).toMatchObject([{ colour: 'yellow', next_at: moment('17T10:02') }])
    broken = false
    day.until('17T10:02')
    await runDue(day.deps, [failing])
    expect(await day.done('T2')).toEqual(['2022-05-17T10:01:00+08:00'])
  })

  it('of one source leaves the others', async () => {
    const day = await road()
    await day.inspects(fresh)
    const broken: DueSource = { name: 'broken', actions: [], load: () => Promise.reject(new Error()), act: people.act }
    await runDue(day.deps, [broken, people])
    expect(await standing(day)).toMatchObject([{ colour: 'green' }])
    expect(day.logged.filter((line) => line.includes('"broken"'))).toHaveLength(1)
  })
})

describe('a truck that a company awaits at 16T11:00', () => {
  it('is asked after at the company and in the community two hours later, and by the command after six', async () => {
    const day = await road()
    await day.inspects(fresh)
    for (const time of ['16T12:59', '16T13:00', '16T16:59', '16T17:00', '17T10:00', '17T10:01']) {
      day.until(time)
      await day.ticks()
    }
    expect(await day.done('T6')).toEqual(['remind-company', 'alert-command'])
    expect(await day.done('T10')).toEqual(['ends'])
    const told = (await day.told()).filter(({ kind }) => kind === 'remind-company' || kind === 'alert-command')
    expect(told.map(({ kind, audience, zh }) => `${kind} ${audience} ${zh}`).sort()).toEqual([
      'alert-command command 沪D·X0001预计05-16 11:00到企，已超6小时，企业、社区均未回报。请安排核实',
      'alert-command dispatcher 沪D·X0001预计05-16 11:00到企，已超6小时，企业、社区均未回报。请安排核实',
      'remind-company community 【焦作保通保畅】沪D·X0001预计05-16 11:00到，已超2小时未见到达，请联系司机核实。12328',
      'remind-company company 【焦作保通保畅】沪D·X0001预计05-16 11:00到，已超2小时未见到达，请联系司机核实。12328',
    ])
    expect(await day.db.all(sql.selectFrom('let_go').select('next_at').compile())).toEqual([{ next_at: null }])
  })

  it('is not asked after once its driver said that he left, nor when the record was an error', async () => {
    for (const ends of ['left', 'undone'] as const) {
      const day = await road()
      const { id } = await day.inspects(fresh)
      if (ends === 'left') await day.saysLeft()
      else await day.inspects({ ...fresh, healthCode: 'red' }, { corrects: id })
      day.until('16T18:00')
      await day.ticks()
      expect(await day.done('T6')).toEqual([])
    }
  })
})

it('no text message is longer than 70 characters', () => {
  const at = moment('16T22:22')
  const long = '豫HX00012'
  const said = [
    timerWords.testEndsSoon(long, at, 48),
    timerWords.overstayForDriver(48),
    timerWords.overstayForHosts(long, 48),
    timerWords.clearedForDriver(null),
    timerWords.clearedForDriver('red'),
    timerWords.notArrivedForHosts({ plate: long, expectedAt: at, hours: 2 }),
  ]
  for (const { zh } of said) expect(zh.length).toBeLessThanOrEqual(70)
})
