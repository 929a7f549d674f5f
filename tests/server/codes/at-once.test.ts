import { describe, expect, it } from 'vitest'
import { refusal, statuses } from '../../kit/refusal.ts'
import { city, inOrder, liTag, look, proposal, propose, sign } from './office.ts'
import { sql } from '../../../server/store/db.ts'

/** A red that waits for signatures, and three officers. */
async function waiting() {
  const town = await city()
  const { road } = town
  const officers = [await road.staff('epidemic'), await road.staff('epidemic'), await road.staff('epidemic')] as const
  await town.shows({ ...inOrder(road), healthCode: 'red' })
  const person = await liTag(officers[0])
  const opening = (await look(officers[0], person)).reasons[0]?.opening ?? ''
  road.forward(1)
  const actions = async () =>
    (
      await road.db.all(
        sql.selectFrom('audit').select('action').where('role', '=', 'epidemic').orderBy('seq').compile(),
      )
    )
      .map(({ action }) => action)
      .filter((action) => action.startsWith('red-') || action === 'reason-closed')
  const told = async () =>
    (await road.db.all(sql.selectFrom('message').select('kind').compile())).map(({ kind }) => kind)
  return { road, officers, person, opening, actions, told }
}

describe('two at once on one person’s code', () => {
  it('one officer presses twice: one signature, also in the log', async () => {
    const { officers, person, opening, actions } = await waiting()
    const [one] = officers
    expect(statuses(await Promise.all([1, 2].map(() => sign(one, person, opening))))).toEqual([201, 409])
    expect(await actions()).toEqual(['red-signed'])
  })

  it('one signs, the other declines: whoever is second is told, and the driver hears of no red that is none', async () => {
    const { road, officers, person, opening, actions, told } = await waiting()
    const [first, second, third] = officers
    await sign(first, person, opening)
    road.forward(1)
    const answers = await Promise.all([
      sign(second, person, opening),
      third.send('POST', `/api/people/${person}/refusals`, { opening }),
    ])
    expect(statuses(answers)).toEqual([201, 409])
    const { row } = await look(first, person)
    const confirmed = answers[0]?.status === 201
    expect([row.colour, (await told()).includes('red-confirmed')]).toEqual([confirmed ? 'red' : 'green', confirmed])
    expect(await actions()).toEqual(['red-signed', confirmed ? 'red-signed' : 'red-declined'])
  })

  it('two propose the same reason: it is worked on once', async () => {
    const { officers, person } = await waiting()
    const [one, other] = officers
    const answers = await Promise.all([one, other].map((by) => propose(by, person, proposal())))
    expect(statuses(answers)).toEqual([201, 409])
    expect(answers.filter(({ status }) => status === 409).map(refusal)).toEqual([
      expect.stringMatching(/^409 CO-(01|12)/),
    ])
    expect((await look(one, person)).row.waiting.filter(({ reason }) => reason === 'R1')).toHaveLength(1)
  })

  it('the same proposal sent twice at once is one', async () => {
    const { officers, person, actions } = await waiting()
    const same = proposal()
    expect(statuses(await Promise.all([1, 2].map(() => propose(officers[0], person, same))))).toEqual([201, 201])
    expect(await actions()).toEqual(['red-proposed'])
  })
})
