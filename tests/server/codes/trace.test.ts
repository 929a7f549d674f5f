import { describe, expect, it } from 'vitest'
import { exportTrace } from '../../../schema/api/codes.ts'
import { traceCsv } from '../../../checkpoint-app/office/people/trace-csv.ts'
import { zh } from '../../../checkpoint-app/office/people/words.zh.ts'
import { beijingIso, day, plus } from '../../../shared/instant.ts'
import { driving, escorting, li, wang } from '../../kit/people.ts'
import { refusal } from '../../kit/refusal.ts'
import { inProvince } from '../../kit/world.ts'
import { audited, city, inOrder, liTag, plate } from './office.ts'

describe('a trace of a positive person', () => {
  const traced = async () => {
    const town = await city()
    const officer = await town.road.staff('epidemic')
    await town.shows(inOrder(town.road))
    town.road.forward(60)
    const second = await town.road
      .driver(plate)
      .registers({ crew: [driving(li), escorting(wang)], consignee: '示例食品' })
    await town.inspector.uploads({ facts: inProvince(plate), trip: second.trip.id, crew: [] })
    await town.inspector.uploads({ facts: inProvince('豫HX0009') })
    const window = { from: beijingIso(plus(town.clock.now(), -day)), until: beijingIso(plus(town.clock.now(), day)) }
    const form = { of: { person: await liTag(officer) }, ...window, purpose: 'positive-case', paper: '病例 2022-031' }
    const ask = (more: object = {}) => officer.send('POST', '/api/traces', { ...form, ...more })
    return { town, officer, ask, form }
  }

  it('has every passage with him on board, everybody beside him in full, and no other truck', async () => {
    const { ask } = await traced()
    const { passages, cut } = (await ask()).as(exportTrace.answer)
    expect(cut).toBe(false)
    expect(passages.map(({ plate, crew }) => [plate, crew.map(({ name }) => name)])).toEqual([
      [plate, [li.name]],
      [plate, [li.name, wang.name]],
    ])
    expect(passages[1]).toMatchObject({ consignee: '示例食品', crew: [{}, { number: wang.number, phone: wang.phone }] })
    const csv = traceCsv(passages, { ...zh, headline: (row) => row })
    expect(csv.trim().split('\r\n')).toHaveLength(4)
    expect(csv).toContain(wang.number)
  })

  it('needs a listed purpose, a case number and a window of 31 days at most, and stands in the log', async () => {
    const { town, ask, form } = await traced()
    expect(refusal(await ask({ purpose: 'curiosity' }))).toBe('400 IN-01 purpose')
    expect(refusal(await ask({ paper: '无' }))).toBe('400 IN-01 paper')
    expect(refusal(await ask({ from: beijingIso(plus(town.clock.now(), -40 * day)) }))).toBe('400 CO-15 until')
    expect(refusal(await ask({ from: form.until, until: form.from }))).toBe('400 CO-15 until')
    expect(await audited(town, 'trace-exported')).toEqual([])
    await ask()
    const [entry] = await audited(town, 'trace-exported')
    expect(entry).toMatchObject({ subject: form.of.person, reason: '阳性人员轨迹' })
    expect(JSON.parse(entry?.detail ?? '{}')).toMatchObject({
      purpose: 'positive-case',
      paper: '病例 2022-031',
      passages: 2,
    })
    expect(JSON.stringify(entry)).not.toContain(li.number)
  })

  it('of a plate has whoever the inspector saw, registered or not', async () => {
    const { town, ask } = await traced()
    town.road.forward(1)
    await town.inspector.uploads({ facts: inProvince('豫HX0009'), crew: [{ surname: '赵', idTail: '1234' }] })
    const { passages } = (await ask({ of: { plate: '豫H·X0009' } })).as(exportTrace.answer)
    expect(passages.map(({ crew }) => crew)).toEqual([
      [],
      [{ role: 'unregistered', name: '赵', document: null, number: '***1234', phone: null, person: null }],
    ])
  })
})
