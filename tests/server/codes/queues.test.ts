import { describe, expect, it } from 'vitest'
import { listPeople } from '../../../schema/api/codes.ts'
import { codes } from '../../../server/timers/codes.ts'
import { beijingIso, hour, plus } from '../../../shared/instant.ts'
import { driving, escorting, li, wang, zhang } from '../../kit/people.ts'
import { refusal } from '../../kit/refusal.ts'
import { fromOutside } from '../../kit/world.ts'
import { city, inOrder, liTag, look, queue, sign, propose } from './office.ts'

const negative = (reportedAt: string) => ({ nucleicAcid: { result: 'negative', reportedAt } })

describe('the queues', () => {
  it('have whoever belongs there at once, before and after the timer has run', async () => {
    const town = await city()
    const officer = await town.road.staff('epidemic')
    await town.shows({ ...inOrder(town.road), healthCode: 'red' })
    const waiting = async () => {
      const { items, counts } = await queue(officer, 'waiting')
      return [items.length, counts.waiting]
    }
    expect(await waiting()).toEqual([1, 1])
    await codes.run(town.deps)
    expect(await waiting()).toEqual([1, 1])
    const person = await liTag(officer)
    const opening = (await look(officer, person)).reasons[0]?.opening ?? ''
    await sign(officer, person, opening)
    await sign(await town.road.staff('epidemic'), person, opening)
    expect(await waiting()).toEqual([0, 0])
    expect((await queue(officer, 'red')).counts).toMatchObject({ red: 1 })
  })

  it('warn of a test that lapses within 12 hours inside the city, then show the yellow that came of it (G38)', async () => {
    const town = await city()
    const officer = await town.road.staff('epidemic')
    await town.shows(negative(beijingIso(plus(town.clock.now(), -35 * hour))))
    await codes.run(town.deps)
    expect((await queue(officer, 'overstay')).items).toEqual([])
    town.road.forward(90)
    await codes.run(town.deps)
    const [row] = (await queue(officer, 'overstay')).items
    expect(row).toMatchObject({ surname: '李', colour: 'green' })
    const { coming } = await look(officer, row?.person ?? '')
    expect(coming.map(({ timer, action }) => `${timer} ${action}`)).toContain('T2 open-overstay')
    town.road.forward(12 * 60)
    const later = await town.road.staff('epidemic')
    await codes.run(town.deps)
    expect((await queue(later, 'overstay')).items).toEqual([])
    expect((await queue(later, 'yellow')).items).toMatchObject([{ surname: '李', open: [{ reason: 'Y2' }] }])
    const { messages, story } = await look(later, row?.person ?? '')
    expect(story.some(({ kind, what }) => kind === 'opened' && what === 'Y2')).toBe(true)
    expect(messages.map(({ audience }) => audience)).toContain('driver')
  })

  it('read on page by page, newest first, everybody once', async () => {
    const town = await city()
    const [first, second] = [await town.road.staff('epidemic'), await town.road.staff('epidemic')]
    const crew = [driving(li), escorting(wang), escorting(zhang)]
    const trip = await town.road.driver('沪DX0007').registers({ crew })
    await town.inspector.uploads({ facts: fromOutside('沪DX0007', {}), trip: trip.trip.id })
    const found = await first.send('POST', '/api/people/searches', { plate: '沪DX0007' })
    const people = (found.body as { items: { person: string }[] }).items.map(({ person }) => person)
    for (const person of people) {
      const id = crypto.randomUUID()
      await propose(first, person, { id })
      await sign(second, person, id)
      town.road.forward(1)
    }
    await codes.run(town.deps)
    const seen: string[] = []
    for (let after: string | null = ''; after !== null;) {
      const query: string = after === '' ? '' : `&after=${after}`
      const answer = await first.send('GET', `/api/people?queue=red&limit=2${query}`)
      const page = answer.as(listPeople.answer)
      expect(page.counts.red).toBe(3)
      seen.push(...page.items.map(({ person }) => person))
      after = page.next
    }
    expect(seen).toEqual(people.toReversed())
    expect(refusal(await first.send('GET', '/api/people?queue=red&after=x'))).toBe('400 CO-16 query.after')
    expect(refusal(await first.send('GET', '/api/people?queue=green'))).toBe('400 IN-01 query.queue')
  })
})
