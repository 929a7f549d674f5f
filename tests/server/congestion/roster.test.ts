import { describe, expect, it } from 'vitest'
import { dutyGaps, listDuty } from '../../../schema/api/roster.ts'
import { sql } from '../../../server/store/db.ts'
import { tellGaps } from '../../../server/usecases/roster-gaps.ts'
import { watchedRoad } from './kit.ts'

const form = { name: 'JZ-G01 站', road: 'G5512', county: '410822', lanes: 4 }

describe('one county leader and two or three cadres (R120)', () => {
  it('a checkpoint with one leader and one cadre cannot be opened (G48); with two it can', async () => {
    const road = await watchedRoad({ roster: false })
    const admin = await road.staff('admin')
    const set = (active: boolean) => admin.send('PUT', '/api/checkpoints/JZ-G01', { ...form, active })
    expect((await set(false)).status).toBe(200)
    await road.put('leader', { checkpoint: 'JZ-G01' })
    await road.put('cadre', { checkpoint: 'JZ-G01' })
    expect((await set(true)).body).toMatchObject({ error: { code: 'CG-35' } })
    await road.put('cadre', { checkpoint: 'JZ-G01' })
    expect((await set(true)).status).toBe(200)
  })

  it('an open one that falls into a gap within a day is told to command and dispatcher, once', async () => {
    const road = await watchedRoad()
    await tellGaps(road.deps)
    expect(await road.messages('roster-gap')).toEqual([])
    await road.command.send('POST', `/api/roster/${road.people!.leader}/end`)
    await tellGaps(road.deps)
    road.forward(30)
    await tellGaps(road.deps)
    const told = (await road.messages('roster-gap')).filter(({ subject }) => subject.startsWith('JZ-G01'))
    expect(told.map(({ audience }) => audience).toSorted()).toEqual(['command', 'dispatcher'])
    expect(told[0]!.zh).toContain('分包县级领导0名、后备干部2名')
    const gaps = (await road.head.send('GET', '/api/roster/gaps')).as(dutyGaps.answer)
    expect(gaps.items).toMatchObject([{ checkpoint: 'JZ-G01', leaders: 0, cadres: 2 }])
  })

  it('telephone numbers are sealed, and whole only for who dials or keeps the roster', async () => {
    const road = await watchedRoad()
    const rows = await road.db.all(sql.selectFrom('duty_person').selectAll().compile())
    expect(JSON.stringify(rows)).not.toContain('13000000009')
    const phones = async (who: { send: typeof road.anyone }) =>
      new Set((await who.send('GET', '/api/roster')).as(listDuty.answer).items.map(({ phone }) => phone))
    expect(await phones(road.dispatcher)).toEqual(new Set(['13000000009']))
    expect(await phones(road.head)).toEqual(new Set(['0009']))
    expect(road.logged.join()).not.toContain('13000000009')
  })

  it.each<[string, object, string]>([
    ['a leader of an area', { role: 'leader', area: '410822' }, 'role'],
    ['a desk of a checkpoint', { role: 'county-desk', checkpoint: 'JZ-G01' }, 'role'],
    ['of nothing', { role: 'leader' }, 'checkpoint'],
    ['a telephone number that is none', { role: 'leader', checkpoint: 'JZ-G01', phone: 'abcdefgh' }, 'phone'],
    ['ends before it begins', { role: 'leader', checkpoint: 'JZ-G01', to: '2022-05-15T00:00:00+08:00' }, 'to'],
  ])('%s is refused, naming the field', async (_, more, path) => {
    const road = await watchedRoad({ roster: false })
    const person = {
      name: '某示例',
      title: '示例',
      unit: '示例',
      phone: '13000000009',
      from: '2022-05-16T00:00:00+08:00',
    }
    const answer = await road.command.send('PUT', `/api/roster/${crypto.randomUUID()}`, { ...person, ...more })
    expect(answer).toMatchObject({ status: 400, body: { error: { path } } })
  })
})
