import { describe, expect, it } from 'vitest'
import { listPersonsAtRisk } from '../../../schema/api/codes.ts'
import { li } from '../../kit/people.ts'
import { refusal } from '../../kit/refusal.ts'
import { audited, city, liTag, look, plate } from './office.ts'

const paper = '焦疫防〔2022〕17号'
const entry = { document: li.document, number: li.number, kind: 'red', paper }

describe('the lists of persons at risk', () => {
  it('put on, the next checkpoint is told; taken off, the next look-up is clean', async () => {
    const town = await city()
    const officer = await town.road.staff('epidemic')
    const person = await liTag(officer)
    const listedAtBooth = async () => (await town.inspector.lookUp(plate)).crew.map(({ listed }) => listed)
    expect(await listedAtBooth()).toEqual([null])

    expect((await officer.send('POST', '/api/persons-at-risk', entry)).body).toEqual({ person })
    expect(await listedAtBooth()).toEqual(['red'])
    expect((await look(officer, person)).row.listed).toBe('red')
    const page = (await officer.send('GET', '/api/persons-at-risk?kind=red')).as(listPersonsAtRisk.answer)
    expect(page.items).toMatchObject([{ person, surname: '李', idTail: '0031', kind: 'red', source: paper }])

    const off = (body: object) => officer.send('POST', `/api/persons-at-risk/${person}/removals`, body)
    expect(refusal(await off({ purpose: 'recovered' }))).toBe('400 IN-01 paper')
    expect(refusal(await off({ purpose: '熟人', paper }))).toBe('400 IN-01 purpose')
    expect((await off({ purpose: 'external-green', paper })).status).toBe(201)
    expect(await listedAtBooth()).toEqual([null])
    expect(refusal(await off({ purpose: 'external-green', paper }))).toBe('404 CO-14 path.person')
    expect(await audited(town, 'person-listed', 'person-unlisted')).toMatchObject([
      { action: 'person-listed', subject: person, reason: paper },
      { action: 'person-unlisted', subject: person, reason: '赋码地已转绿码' },
    ])
  })

  it('read page by page, everybody once', async () => {
    const town = await city()
    const officer = await town.road.staff('epidemic')
    for (let n = 0; n < 5; n++) {
      const body = { document: 'other', number: `TEST000${n}`, kind: n === 0 ? 'positive' : 'tracking', paper: '3号文' }
      expect((await officer.send('POST', '/api/persons-at-risk', body)).status).toBe(201)
    }
    const seen: string[] = []
    for (let after: string | null = ''; after !== null;) {
      const query: string = after === '' ? 'limit=2' : `limit=2&after=${after}`
      const answer = await officer.send('GET', `/api/persons-at-risk?${query}`)
      const page = answer.as(listPersonsAtRisk.answer)
      seen.push(...page.items.map(({ person }) => person))
      after = page.next
    }
    expect(new Set(seen).size).toBe(5)
    expect(seen).toHaveLength(5)
  })
})
