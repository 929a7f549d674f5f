import { describe, expect, it } from 'vitest'
import { revealPerson } from '../../../schema/api/codes.ts'
import { li } from '../../kit/people.ts'
import { refusal } from '../../kit/refusal.ts'
import { audited, city, find, inOrder, liTag, look, positiveResult, queue } from './office.ts'

/** Nothing of this may stand in an answer that was not asked for by its own, logged call. */
const secrets = [li.name, li.number, li.phone, li.number.slice(0, 14), li.phone.slice(0, 7)]

describe('what lists and sheets tell of a person', () => {
  it('is a surname, a tail and plates: never a name, a number or a phone', async () => {
    const town = await city()
    const officer = await town.road.staff('epidemic')
    await town.shows({ ...inOrder(town.road), healthCode: 'red' })
    const person = await liTag(officer)
    await positiveResult(officer, town.clock.now())
    const listed = await officer.send('GET', '/api/persons-at-risk')
    const answers = [
      await queue(officer, 'waiting'),
      await queue(officer, 'overstay'),
      await find(officer, { plate: '沪D·X0001' }),
      await find(officer, { trip: town.trip.trip.number }),
      await find(officer, { document: li.document, number: li.number }),
      await look(officer, person),
      listed.body,
    ]
    const text = JSON.stringify(answers)
    for (const secret of secrets) expect(text).not.toContain(secret)
    expect(text).toContain('"surname":"李"')
  })

  it('in full is read for a listed purpose only, and the log knows by whom and what for', async () => {
    const town = await city()
    const officer = await town.road.staff('epidemic')
    const person = await liTag(officer)
    const read = (body: object) => officer.send('POST', `/api/people/${person}/readings`, body)
    expect(refusal(await read({}))).toBe('400 IN-01 purpose')
    expect(refusal(await read({ purpose: '想看看' }))).toBe('400 IN-01 purpose')
    expect(await audited(town, 'person-read')).toEqual([])
    const shown = (await read({ purpose: 'contact' })).as(revealPerson.answer)
    expect(shown).toEqual({ name: li.name, document: li.document, number: li.number, phone: li.phone })
    const [entry] = await audited(town, 'person-read')
    expect(entry).toMatchObject({ subject: person, reason: '联系司乘人员' })
    for (const secret of secrets) expect(JSON.stringify(entry)).not.toContain(secret)
  })
})

describe('finding somebody', () => {
  it('by the whole document number only; nobody is found by a stranger’s', async () => {
    const town = await city()
    const officer = await town.road.staff('supervisor')
    const found = await find(officer, { document: li.document, number: li.number.toLowerCase() })
    expect(found).toMatchObject([{ surname: '李', idTail: '0031' }])
    expect(await find(officer, { document: 'passport', number: li.number.slice(0, 9) })).toEqual([])
    expect(await find(officer, { trip: '111111111111' })).toEqual([])
    expect(await find(officer, { plate: '豫HX9999' })).toEqual([])
    expect(refusal(await officer.send('GET', `/api/people/${'x'.repeat(43)}`))).toBe('404 CO-10 path.person')
  })

  it('a number never stands in an address', async () => {
    const town = await city()
    const officer = await town.road.staff('epidemic')
    expect(refusal(await officer.send('GET', `/api/people/${li.number}`))).toBe('400 IN-01 path.person')
  })
})
