import { describe, expect, it } from 'vitest'
import { board } from '../../../schema/api/dispatch.ts'
import { tellCase } from '../../../schema/api/cases.ts'
import { sql } from '../../../server/store/db.ts'
import { watchQueues } from '../../../server/usecases/congestion-tick.ts'
import { hotline, refusal } from './kit.ts'

const stands = ({ case: { state, level } }: { case: { state: string; level: string } }) => `${state} ${level}`

describe('a driver reports, the desk answers', () => {
  it('from the report to the archive, and the driver hears each change', async () => {
    const road = await hotline()
    const { id, number, state } = await road.reported()
    expect([number, state]).toEqual(['220516-0001', 'new'])
    road.forward(2)
    await road.moved(id, { move: 'accept' })
    await road.moved(id, { move: 'dispatch', to: '武陟县物流保通保畅办' })
    await road.moved(id, { move: 'handle' })
    await road.moved(id, { move: 'note', words: '已电话联系检查点' })
    road.forward(10)
    await road.moved(id, { move: 'reply', words: '已增开2条车道，预计20分钟通过' })
    const [mine] = await road.own()
    expect(mine).toMatchObject({
      state: 'replied',
      reply: { text: '已增开2条车道，预计20分钟通过', at: '2022-05-16T10:12:00+08:00' },
      replyBy: null,
      may: { answer: true },
    })
    expect(mine?.story.map(({ move, words }) => [move, words])).toEqual([
      ['make', null],
      ['accept', null],
      ['dispatch', '武陟县物流保通保畅办'],
      ['handle', null],
      ['reply', '已增开2条车道，预计20分钟通过'],
    ])
    road.forward(30)
    await road.runs()
    expect(stands(await road.sheet(id))).toBe('call-back county')
    expect(stands(await road.moved(id, { move: 'answer', result: 'satisfied' }))).toBe('closed county')
    expect((await road.told()).filter((told) => told.endsWith('driver sms'))).toEqual([
      'case-received driver sms',
      'case-accepted driver sms',
      'case-dispatched driver sms',
      'case-handled driver sms',
      'case-replied driver sms',
      'case-closed driver sms',
    ])
    const [sms] = await road.words('case-replied', 'driver')
    expect(sms).toBe('【焦作12328】您反映的卡口拥堵已处理：已增开2条车道，预计20分钟通过。满意请回1，不满意请回2。')
  })

  it('at three on a Sunday morning, like at any hour (G50)', async () => {
    const road = await hotline()
    road.forward(6 * 24 * 60 - 7 * 60)
    expect(new Date(road.clock.now()).getUTCDay()).toBe(6)
    const { id, number } = await road.reported()
    expect(number).toBe('220522-0001')
    expect(stands(await road.moved(id, { move: 'accept' }))).toBe('accepted county')
    expect(stands(await road.moved(id, { move: 'dispatch', to: '值班室' }))).toBe('dispatched county')
  })

  it('is not closed without a reply, nor without the reporter’s word', async () => {
    const road = await hotline()
    const { id } = await road.reported()
    await road.moved(id, { move: 'accept' })
    expect(refusal(await road.moves(id, { move: 'close' }))).toBe('422 CA-05 move')
    expect(refusal(await road.moves(id, { move: 'reply', words: ' ' }))).toBe('400 IN-01 words')
    await road.moved(id, { move: 'reply', words: '已处理' })
    expect(refusal(await road.moves(id, { move: 'close' }))).toBe('409 CA-06 move')
    for (const _ of [1, 2]) await road.moved(id, { move: 'answer', result: 'unreached' })
    expect((await road.sheet(id)).may).not.toContain('close')
    const { may, unreached } = await road.moved(id, { move: 'answer', result: 'unreached' })
    expect([may.includes('close'), unreached]).toEqual([true, 3])
    expect(stands(await road.moved(id, { move: 'close' }))).toBe('closed county')
  })

  it('a dissatisfied driver opens it again, a dissatisfied caller may send it up as well', async () => {
    const road = await hotline()
    const { id } = await road.reported()
    await road.moved(id, { move: 'accept' })
    await road.moved(id, { move: 'reply', words: '请耐心等候' })
    road.forward(5)
    const again = (await road.tells(id, { opinion: 'dissatisfied', words: '一直没动' })).as(tellCase.answer)
    expect([again.state, again.replyBy]).toEqual(['handling', '2022-05-16T10:35:00+08:00'])
    expect(await road.told()).toContain('case-reopened dispatcher screen')
    await road.moved(id, { move: 'reply', words: '已派人疏导' })
    expect(stands(await road.moved(id, { move: 'answer', result: 'dissatisfied', escalate: true }))).toBe(
      'handling city',
    )
    expect(await road.told()).toContain('case-up command screen')
    await road.moved(id, { move: 'reply', words: '市里已协调' }, road.command)
    await road.tells(id, { opinion: 'mostly' })
    expect((await road.own())[0]).toMatchObject({ state: 'closed', opinion: 'mostly', level: 'city' })
  })
})

describe('nobody does anything', () => {
  it('after ten minutes the desk is told, after 35 the city has it, 30 later the province, and then those who watch', async () => {
    const road = await hotline()
    const { id } = await road.reported()
    const after = async (minutes: number) => {
      road.forward(minutes)
      await road.runs()
      return stands(await road.sheet(id))
    }
    expect(await after(9)).toBe('new county')
    expect(await road.told()).not.toContain('case-late dispatcher screen')
    expect(await after(1)).toBe('new county')
    expect(await road.words('case-late', 'dispatcher')).toEqual([
      '【工单超时 220516-0001】沪D·X0001反映卡口拥堵（JZ-G02 站），已满5分钟未派单，请立即派单',
    ])
    expect(await after(24)).toBe('new county')
    expect(await after(1)).toBe('new city')
    expect(await road.words('case-up', 'command')).toEqual([
      '【工单升级 220516-0001】沪D·X0001反映卡口拥堵（JZ-G02 站），超时未答复，已升级至市级，请调度处置',
    ])
    expect(await after(29)).toBe('new city')
    expect(await after(1)).toBe('new province')
    expect(await after(30)).toBe('new province')
    expect(await road.words('case-late', 'supervisor')).toHaveLength(1)
    const before = (await road.told()).length
    for (const _ of [1, 2, 3]) await after(60)
    expect((await road.told()).length).toBe(before)
    expect((await road.sheet(id)).case).toMatchObject({ overdue: true, state: 'new' })
  })

  it('a server that slept for hours makes up for it, each level at its own time', async () => {
    const road = await hotline()
    const { id } = await road.reported()
    road.forward(5 * 60)
    await road.runs()
    const { events, ...sheet } = await road.sheet(id)
    expect(stands(sheet)).toBe('new province')
    expect(events.map(({ move, at }) => `${move} ${at.slice(11, 16)}`)).toEqual([
      'make 10:00',
      'escalate 10:35',
      'escalate 11:05',
    ])
  })

  it('what was answered in time does not rise; what rose and was answered by the city goes no further', async () => {
    const road = await hotline()
    const [fast, slow] = [await road.reported(), await road.reported()]
    for (const { id } of [fast, slow]) await road.moved(id, { move: 'accept' })
    road.forward(30)
    await road.moved(fast.id, { move: 'reply', words: '已处理' })
    await road.runs()
    expect(stands(await road.sheet(fast.id))).toBe('replied county')
    expect(stands(await road.sheet(slow.id))).toBe('accepted city')
    await road.moved(slow.id, { move: 'reply', words: '市级已处理' }, road.command)
    road.forward(120)
    await road.runs()
    expect(stands(await road.sheet(slow.id))).toBe('call-back city')
  })

  it('two servers at once raise it once', async () => {
    const road = await hotline()
    const { id } = await road.reported()
    road.forward(36)
    await Promise.all([road.runs(), road.runs(), road.runs()])
    expect((await road.sheet(id)).events.filter(({ move }) => move === 'escalate')).toHaveLength(1)
    expect((await road.told()).filter((told) => told === 'case-up command screen')).toHaveLength(1)
  })
})

describe('what it is about decides who else is told', () => {
  it('demands beyond the rules are copied to supervision, also when that is found out later', async () => {
    const road = await hotline()
    const { id } = await road.reported({ category: 'extra-demands', words: '不让进，让我掉头' })
    expect(await road.told()).toContain('case-copy supervisor screen')
    expect(
      (await road.queue({ show: 'all', category: 'extra-demands' }, road.supervisor)).items.map((one) => one.id),
    ).toEqual([id])
    const other = await road.reported({ category: 'other', words: '要我回去开证明' })
    await road.moved(other.id, { move: 'accept' })
    await road.moved(other.id, { move: 'recategorise', category: 'extra-demands' })
    expect((await road.told()).filter((told) => told === 'case-copy supervisor screen')).toHaveLength(2)
    const { case: supervised } = await road.moved(id, { move: 'supervise', words: '今日内查清' }, road.supervisor)
    expect(supervised.supervised).toBe(true)
    expect(await road.told()).toContain('case-supervised dispatcher screen')
  })

  it('a queue at a checkpoint is a candidate that its head judges; one without a checkpoint, or about something else, is not', async () => {
    const road = await hotline()
    const candidates = async () => {
      road.clock.forward(0.5)
      await watchQueues(road.deps)
      const { items } = (await road.desk.send('GET', '/api/dispatch/board')).as(board.answer)
      return items.filter(({ incident }) => incident?.candidateUntil != null).map(({ id }) => id)
    }
    await road.reported({ checkpoint: undefined })
    await road.reported({ category: 'other' })
    expect(await candidates()).toEqual([])
    await road.reported()
    expect(await candidates()).toEqual(['JZ-G02'])
  })
})

describe('one case, many hands', () => {
  it('sent again it is the same; another under its id is refused', async () => {
    const road = await hotline()
    const id = crypto.randomUUID()
    const [one, two] = [await road.reported({ id }), await road.reported({ id })]
    expect(two.number).toBe(one.number)
    expect(refusal(await road.reports({ id, words: '另一件事' }))).toBe('409 CA-07 id')
    expect((await road.own()).length).toBe(1)
    expect((await road.told()).filter((told) => told === 'case-new dispatcher screen')).toHaveLength(1)
  })

  it('twenty at once get twenty numbers', async () => {
    const road = await hotline()
    const made = await Promise.all(Array.from({ length: 20 }, () => road.reports()))
    const numbers = made.map(({ body }) => (body as { number: string }).number)
    expect(numbers.toSorted()).toEqual(
      Array.from({ length: 20 }, (_, at) => `220516-${String(at + 1).padStart(4, '0')}`),
    )
  })

  it('of two who accept at once one is refused', async () => {
    const road = await hotline()
    const { id } = await road.reported()
    const both = await Promise.all([road.moves(id, { move: 'accept' }), road.moves(id, { move: 'accept' })])
    expect(both.map(({ status }) => String(status)).toSorted()).toEqual(['200', '409'])
    expect((await road.sheet(id)).events.map(({ move }) => move)).toEqual(['make', 'accept'])
  })

  it('what was done is never changed: the database itself refuses', async () => {
    const road = await hotline()
    await road.reported()
    await expect(road.db.commit([sql.updateTable('hotline_case_event').set({ at: 0 }).compile()])).rejects.toThrow(
      'a write broke a rule',
    )
    await expect(road.db.commit([sql.deleteFrom('hotline_case_event').compile()])).rejects.toThrow(
      'a write broke a rule',
    )
  })

  it('no driver reads another’s case', async () => {
    const road = await hotline()
    const { id } = await road.reported()
    const other = await road.driver('豫HX0002').registers()
    expect(refusal(await other.own(`/cases/${id}/words`, 'POST', { words: '补充说明' }))).toBe('404 CA-01 path.id')
    expect(refusal(await road.tells(id, {}))).toBe('400 CA-11 opinion')
    expect(refusal(await road.tells(id, { opinion: 'satisfied' }))).toBe('409 CA-03 move')
  })
})
