import { expect, it } from 'vitest'
import { takeInResults } from '../../../schema/api/office.ts'
import { staffRoles } from '../../../schema/api/endpoint.ts'
import { refusal } from '../../kit/refusal.ts'
import { letGo, open, reports, roadToWuzhi, stateOf, told } from './kit.ts'

/** Passports of nobody. */
const passport = (n: number) => ({ name: '李示例', document: 'passport', number: `E9${String(n).padStart(7, '0')}` })

it('500 results in one delivery settle who waits and wake whom they must, in one commit', async () => {
  const road = await roadToWuzhi()
  const crews = await Promise.all(
    Array.from({ length: 5 }, (_, n) => letGo(road, { person: passport(n), truck: `豫HX100${n}` })),
  )
  road.forward(6 * 60)
  const items = Array.from({ length: 500 }, (_, n) => ({
    document: 'passport',
    number: passport(n).number,
    result: n % 100 === 1 ? 'positive' : 'negative',
    sampledAt: '2022-05-16T09:30:00+08:00',
    reportedAt: '2022-05-16T15:00:00+08:00',
  }))
  const send = async () =>
    (await road.epidemic.send('POST', '/api/results', { source: '示例实验室', items })).as(takeInResults.answer).results
  const started = performance.now()
  expect(new Set((await send()).map(({ status }) => status))).toEqual(new Set(['recorded']))
  expect(performance.now() - started).toBeLessThan(10_000)
  const states = await Promise.all(crews.map(({ tracking }) => stateOf(road, tracking)))
  expect(states).toEqual(['negative', 'positive', 'negative', 'negative', 'negative'])
  const rows = await road.rows()
  expect([rows['health_result'], rows['listed_person'], (await told(road.command)).length]).toEqual([500, 5, 1])
  expect(new Set((await send()).map(({ status }) => status))).toEqual(new Set(['already']))
})

it('pages of trackings: a positive one first, then the longest waiting, each once', async () => {
  const road = await roadToWuzhi()
  for (let n = 0; n < 7; n += 1) {
    await letGo(road, { person: passport(n), truck: `豫HX200${n}` })
    road.forward(n % 2)
  }
  await reports(road, { result: 'positive' }, passport(5))
  const seen: string[] = []
  let before = ''
  for (;;) {
    const page = await open(road.epidemic, `open&limit=3${before}`)
    seen.push(...page.items.map(({ plate }) => plate))
    if (page.next === null) break
    before = `&before=${page.next}`
  }
  expect(seen.map((plate) => plate.slice(-1)).toSorted()).toEqual(['0', '1', '2', '3', '4', '5', '6'])
  expect(new Set(seen).size).toBe(7)
  expect([seen[0], seen[1]?.slice(-1), seen.at(-1)?.slice(-1)]).toEqual([
    '豫HX2005',
    expect.stringMatching(/[01]/),
    '6',
  ])
})

it('who may see, match and close', async () => {
  const road = await roadToWuzhi()
  const { tracking, trip } = await letGo(road, { matched: false })
  const table: Record<string, string> = {}
  for (const role of staffRoles) {
    const { send } = road.office(role, role === 'head' || role === 'inspector' ? 'JZ-G01' : null)
    const answers = [
      await send('GET', '/api/trackings'),
      await send('GET', `/api/trackings/${tracking}`),
      await send('POST', `/api/trackings/${tracking}/match`, { trip: trip.id, seat: 9 }),
      await send('POST', `/api/trackings/${tracking}/handle`, { outcome: 'care' }),
    ]
    table[role] = answers.map((answer) => (answer.status === 403 ? refusal(answer).slice(0, 9) : answer.status)).join()
  }
  const refused = '403 AU-04'
  const none = [refused, refused, refused, refused].join()
  const reading = [200, 200, refused, refused].join()
  expect(table).toEqual({
    admin: none,
    head: none,
    inspector: none,
    dispatcher: reading,
    epidemic: '200,200,400,409',
    supervisor: reading,
    'appeal-officer': none,
    'list-officer': none,
    'pass-officer': none,
    command: reading,
  })
})

it('shows whom it might be to the epidemic office alone', async () => {
  const road = await roadToWuzhi()
  const { tracking } = await letGo(road, { matched: false })
  const answer = await road.dispatcher.send('GET', `/api/trackings/${tracking}`)
  expect(answer.body).toMatchObject({ candidates: [] })
})
