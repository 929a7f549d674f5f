/** Whom the inspector matched to nobody and the epidemic office knows later: his ledger is what it would have been. */
import { describe, expect, it } from 'vitest'
import { sql } from '../../../server/store/db.ts'
import { currentCode } from '../../../schema/api/trips.ts'
import { beijingIso, hour, plus } from '../../../shared/instant.ts'
import { driving, li } from '../../kit/people.ts'
import { fromOutside } from '../../kit/world.ts'
import { plate, reports, roadToWuzhi, stateOf } from './kit.ts'

const crew = [{ surname: '李', idTail: '0031' }]

/** A truck from Shanghai with a yellow health code and a sample on its way: V14. */
async function yellowOnTheWay(matched: boolean, person: object = { healthCode: 'yellow' }) {
  const road = await roadToWuzhi()
  const lorry = await road.driver(plate).registers({ crew: [driving(li)], to: '410823', consignee: '示例食品' })
  const id = '0180c9a0-0000-7000-8000-00000000000a'
  const sampledAt = beijingIso(plus(road.clock.now(), -hour / 2))
  const facts = fromOutside(plate, { nucleicAcid: { result: 'pending', sampledAt }, antigen: 'negative', ...person })
  const [result] = await road.booth.uploads({ id, facts, crew, trip: matched ? lorry.trip.id : null })
  const code = async () => {
    const { state, crew } = (await lorry.own('/code')).as(currentCode.answer)
    return [state, ...(crew[0]?.reasons ?? []).map((one) => `${one.opening} ${one.state} ${one.since}`)]
  }
  const match = () => road.epidemic.send('POST', `/api/trackings/${id}-0/match`, { trip: lorry.trip.id, seat: 0 })
  const events = () =>
    road.db.all(
      sql
        .selectFrom('code_event')
        .select(['id', 'at', 'kind', 'event', 'inspection_id'])
        .where('inspection_id', 'is not', null)
        .orderBy('id')
        .compile(),
    )
  const messages = async () =>
    (await road.db.all(sql.selectFrom('message').select(['kind', 'audience', 'ref']).orderBy('id').compile()))
      .filter(({ kind }) => kind === 'code-yellow')
      .map(({ audience, ref }) => `${audience} ${ref === lorry.trip.id ? 'of the trip' : ref}`)
      .toSorted()
  return { ...road, id, lorry, result, code, match, events, messages }
}
const told = ['community 410823', 'company of the trip', 'driver of the trip', 'driver of the trip']

describe('matched a day later', () => {
  it('his code is yellow since the inspection, and he, his company and its community hear of it', async () => {
    const road = await yellowOnTheWay(false)
    expect(road.result).toMatchObject({ row: 'V14' })
    expect([await road.events(), await road.messages()]).toEqual([[], []])
    road.forward(12 * 60)
    expect((await road.match()).status).toBe(200)
    expect(await road.code()).toEqual(['yellow', `Y1@${road.id}/0 open 2022-05-16T10:00:00+08:00`])
    expect(await road.messages()).toEqual(told)
  })

  it('the ledger is to the letter what it is of one whom the inspector matched', async () => {
    const [then, later] = [await yellowOnTheWay(true), await yellowOnTheWay(false)]
    later.forward(12 * 60)
    await later.match()
    const plain = (rows: Awaited<ReturnType<typeof then.events>>) =>
      rows.map(({ event, ...row }) => {
        const { actor, ...rest } = JSON.parse(event)
        return { ...row, event: { ...rest, actor: { ...actor, id: 'the inspector' } } }
      })
    const written = plain(await then.events())
    expect(written.map(({ kind }) => kind).toSorted()).toEqual(['arrived', 'opened', 'tested'])
    expect(plain(await later.events())).toEqual(written)
    expect(await then.messages()).toEqual(told)
  })

  it('with no reason of his own he is in the city since then, and nobody is told', async () => {
    const road = await yellowOnTheWay(false, {})
    expect(road.result).toMatchObject({ row: 'V12' })
    await road.match()
    const { inside } = (await road.lorry.own('/code')).as(currentCode.answer).crew[0]!
    expect([inside, await road.messages()]).toEqual(['2022-05-16T10:00:00+08:00', []])
  })

  it('his results are here already: they settle it in the same commit', async () => {
    const road = await yellowOnTheWay(false)
    road.forward(60)
    await reports(road, { result: 'negative', sampledAt: '2022-05-16T09:30:00+08:00' })
    await road.match()
    expect([await stateOf(road, `${road.id}-0`), (await road.code())[0]]).toEqual(['negative', 'yellow'])
  })

  it('the record is undone after it: taken back like any other', async () => {
    const road = await yellowOnTheWay(false)
    road.forward(1)
    await road.match()
    await road.booth.uploads({ corrects: road.id })
    expect((await road.code()).join()).toMatch(/cleared/)
    expect((await road.code()).join()).not.toMatch(/open/)
  })

  it('the record was undone before: nothing to match, nothing written', async () => {
    const road = await yellowOnTheWay(false)
    road.forward(1)
    await road.booth.uploads({ corrects: road.id })
    expect((await road.match()).status).toBe(409)
    expect(await road.events()).toEqual([])
  })

  it('the head has put it right meanwhile: the tracking is matched, and no colour comes of the wrong record', async () => {
    const road = await yellowOnTheWay(false)
    road.forward(5)
    const corrected = [{ seat: 0, healthCode: 'green' }]
    const put = await road.head.send('POST', `/api/inspections/${road.id}/correction`, {
      corrected,
      reason: '看错了健康码',
    })
    expect(put.status).toBe(201)
    expect((await road.match()).status).toBe(200)
    expect([await road.events(), await road.messages(), (await road.code()).join()]).toEqual([
      [],
      [],
      expect.not.stringMatching(/Y1/),
    ])
  })

  it('undone between the look and the writing: nothing is written all the same', async () => {
    const road = await yellowOnTheWay(false)
    road.forward(1)
    const { db } = road.deps
    const all = db.all.bind(db)
    let undone = false
    db.all = async (query) => {
      const rows = await all(query)
      if (!undone && query.sql.includes('verdict_correction')) {
        undone = true
        await road.booth.uploads({ corrects: road.id })
      }
      return rows
    }
    await road.match()
    expect([undone, await road.events()]).toEqual([true, []])
  })
})
