import { describe, expect, it } from 'vitest'
import { listMessages } from '../../../schema/api/messages.ts'
import { addCheckpointRow } from '../../../server/store/checkpoints.ts'
import { hotline, refusal } from './kit.ts'

/** Cases in Bo'ai and in Wuzhi of Jiaozuo, one of the city itself, and one in Zhengzhou. */
async function fourPlaces() {
  const road = await hotline()
  const places = { boai: 'JZ-G01', wuzhi: 'JZ-W01', zhengzhou: 'ZZ-G01' }
  const county = { [places.wuzhi]: '410823', [places.zhengzhou]: '410122' }
  await road.db.commit(
    Object.entries(county).map(([id, code]) =>
      addCheckpointRow({ id, name: `${id} 站`, road: 'G5512', county: code, lanes: 4, active: 1, fictional: 1 }),
    ),
  )
  const made = async (checkpoint: string | undefined) =>
    (await road.reported({ checkpoint, category: 'fees', words: `在${checkpoint ?? '市里'}被收费` })).id
  const ids = {
    boai: await made(places.boai),
    wuzhi: await made(places.wuzhi),
    zhengzhou: await made(places.zhengzhou),
  }
  const call = { id: crypto.randomUUID(), category: 'fees', words: '不知道在哪里' }
  await road.desk.send('POST', '/api/cases', call)
  const names = new Map([...Object.entries(ids).map(([name, id]) => [id, name] as const), [call.id, 'city'] as const])
  type By = Parameters<typeof road.queue>[1]
  return {
    ...road,
    ids: { ...ids, city: call.id },
    sees: async (by: By, body: object = {}) =>
      (await road.queue({ show: 'all', ...body }, by)).items.map(({ id }) => names.get(id) ?? '').toSorted(),
  }
}

describe('who sees which case (R105)', () => {
  it('a county its own, the city all of its counties, the province all; who has no area serves the whole', async () => {
    const road = await fourPlaces()
    const { office, sees } = road
    expect(await sees(office('dispatcher', null, '410822'))).toEqual(['boai'])
    expect(await sees(office('command', null, '410823'))).toEqual(['wuzhi'])
    expect(await sees(office('supervisor', null, '410800'))).toEqual(['boai', 'city', 'wuzhi'])
    expect(await sees(office('dispatcher', null, '410100'))).toEqual(['zhengzhou'])
    expect(await sees(office('command', null, '410000'))).toEqual(['boai', 'city', 'wuzhi', 'zhengzhou'])
    expect(await sees(road.desk)).toEqual(['boai', 'city', 'wuzhi', 'zhengzhou'])
  })

  it('the city looks at one county; a county that asks for another finds nothing', async () => {
    const { office, sees } = await fourPlaces()
    expect(await sees(office('dispatcher', null, '410800'), { county: '410823' })).toEqual(['wuzhi'])
    expect(await sees(office('dispatcher', null, '410822'), { county: '410823' })).toEqual([])
    expect(await sees(office('dispatcher', null, '410822'), { show: 'open', county: '410822' })).toEqual(['boai'])
  })

  it('the counts are those of his area, and words, plate and number find no more than that', async () => {
    const road = await fourPlaces()
    const county = road.office('dispatcher', null, '410822')
    expect((await road.queue({ show: 'open' }, county)).counts).toMatchObject({ open: 1, new: 1 })
    expect(await road.sees(county, { text: '被收费' })).toEqual(['boai'])
    expect(await road.sees(county, { text: '沪DX0001' })).toEqual(['boai'])
    expect(await road.sees(county, { text: '220516-0002' })).toEqual([])
    const { items } = (await county.send('POST', '/api/cases/export', { show: 'all', reason: '月度通报' })).body as {
      items: { id: string }[]
    }
    expect(items.map(({ id }) => id)).toEqual([road.ids.boai])
  })

  it('another county’s case cannot be opened, nor moved: it is as if it were not there', async () => {
    const road = await fourPlaces()
    const county = road.office('dispatcher', null, '410822')
    expect(refusal(await county.send('GET', `/api/cases/${road.ids.wuzhi}`))).toBe('404 CA-01 path.id')
    expect(refusal(await road.moves(road.ids.wuzhi, { move: 'accept' }, county))).toBe('404 CA-01 path.id')
    expect((await road.sheet(road.ids.wuzhi)).case.state).toBe('new')
    expect((await road.moved(road.ids.boai, { move: 'accept' }, county)).case.state).toBe('accepted')
  })

  it('a case that rose is still the county’s to see', async () => {
    const road = await fourPlaces()
    road.forward(36)
    await road.runs()
    expect(await road.sees(road.office('dispatcher', null, '410822'), { level: 'city' })).toEqual(['boai'])
  })

  it('messages about cases are held to the area too; what is everybody’s stays everybody’s', async () => {
    const road = await fourPlaces()
    const heard = async (area: string | null) => {
      const desk = await road.staff('dispatcher', null, area)
      const { items, unseen } = (await desk.send('GET', '/api/messages?kind=case-new')).as(listMessages.answer)
      return { desk, items, n: items.length, unseen }
    }
    const [county, city, all] = [await heard('410822'), await heard('410800'), await heard(null)]
    expect([county.n, city.n, all.n]).toEqual([1, 2, 3])
    expect(county.unseen).toBeLessThan(all.unseen)
    const [mine] = county.items
    const other = all.items.find(({ id }) => id !== mine?.id && !county.items.some((one) => one.id === id))
    expect(refusal(await county.desk.send('POST', `/api/messages/${other?.id}/seen`))).toBe('404 MS-01 path.id')
    expect((await county.desk.send('POST', `/api/messages/${mine?.id}/seen`)).status).toBe(200)
  })
})

describe('the head of a checkpoint', () => {
  it('sees the cases of his checkpoint, who reported not among it, and is told of them', async () => {
    const road = await fourPlaces()
    const head = road.office('head', 'JZ-G01')
    expect(await road.sees(head)).toEqual(['boai'])
    const call = { id: crypto.randomUUID(), category: 'extra-demands', words: '让沪DX0001掉头，我的电话13912345678' }
    const caller = { caller: '赵六', phone: '13912345678', checkpoint: 'JZ-G01', plate: '沪DX0001' }
    await road.desk.send('POST', '/api/cases', { ...call, ...caller })
    await road.moved(call.id, { move: 'note', words: '来电人要求保密' })
    const sheet = await road.sheet(call.id, head)
    expect(sheet).toMatchObject({ caller: null, phone: null, trip: null, may: ['note'] })
    expect(JSON.stringify(sheet)).not.toMatch(/赵六|13912345678|保密|DX0001/)
    expect(sheet.words).toBe('让***掉头，我的电话***5678')
    expect(await road.sees(head, { text: '沪DX0001' })).toEqual([])
    const queued = await road.reported({ checkpoint: 'JZ-G01' })
    expect((await road.sheet(queued.id, head)).case.plate).toBe('沪DX0001')
    expect(refusal(await head.send('GET', `/api/cases/${road.ids.wuzhi}`))).toBe('404 CA-01 path.id')
    const { items } = (await head.send('GET', '/api/messages?kind=case-here')).as(listMessages.answer)
    expect(items.map(({ zh }) => zh.slice(16, 19)).toSorted()).toEqual(['乱收费', '层层加', '沪D·'])
  })

  it('says how it is on the spot, and the desk hears it; more he may not', async () => {
    const road = await fourPlaces()
    const head = road.office('head', 'JZ-G01')
    const { events } = await road.moved(road.ids.boai, { move: 'note', words: '已核实：未收费，系误会' }, head)
    expect(events.at(-1)).toMatchObject({ move: 'note', role: 'head', words: '已核实：未收费，系误会' })
    expect((await road.sheet(road.ids.boai)).events.at(-1)?.words).toBe('已核实：未收费，系误会')
    expect(await road.told()).toContain('case-facts dispatcher screen')
    for (const body of [{ move: 'accept' }, { move: 'reply', words: '好的' }, { move: 'escalate', words: '请市里' }])
      expect(refusal(await road.moves(road.ids.boai, body, head))).toBe('409 CA-03 move')
    expect((await road.own()).find(({ id }) => id === road.ids.boai)?.story.map(({ move }) => move)).toEqual(['make'])
  })

  it('cannot find out by whom a case is: neither by a phone number nor in a file', async () => {
    const road = await hotline()
    const body = { id: crypto.randomUUID(), category: 'fees', words: '收了两次钱', phone: '13912345678' }
    await road.desk.send('POST', '/api/cases', { ...body, checkpoint: 'JZ-G01' })
    const head = road.office('head', 'JZ-G01')
    const found = async (text: string, by = head) => (await road.queue({ show: 'all', text }, by)).items.length
    expect([await found('13912345678', road.desk), await found('13912345678'), await found('5678')]).toEqual([1, 0, 0])
    expect(await found('两次')).toBe(1)
    expect(refusal(await head.send('POST', '/api/cases/export', { show: 'all', reason: '看看' }))).toMatch(/^40[13] /)
  })
})
