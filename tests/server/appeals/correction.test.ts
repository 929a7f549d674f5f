import { describe, expect, it } from 'vitest'
import { correctVerdict } from '../../../schema/api/appeals.ts'
import { staffRoles } from '../../../schema/api/endpoint.ts'
import { getInspection, listInspections } from '../../../schema/api/inspections.ts'
import { currentCode } from '../../../schema/api/trips.ts'
import { sql } from '../../../server/store/db.ts'
import { beijingIso, hour, plus } from '../../../shared/instant.ts'
import { refusal, statuses } from '../../kit/refusal.ts'
import { greenLane, logged, yellow } from './kit.ts'
import type { Lane } from './kit.ts'

const hoursAgo = (lane: Lane, hours: number) => beijingIso(plus(lane.clock.now(), -hours * hour))
const negative = (lane: Lane, hours: number) => ({
  nucleicAcid: { result: 'negative', reportedAt: hoursAgo(lane, hours) },
})

const correct = (lane: Lane, id: string, facts: object, by: Pick<Lane['head'], 'send'> = lane.head) =>
  by.send('POST', `/api/inspections/${id}/correction`, {
    corrected: [{ seat: 0, ...facts }],
    reason: '核对原始材料后更正',
  })
const rowOf = async (lane: Lane, id: string, facts: object) =>
  (await correct(lane, id, facts)).as(correctVerdict.answer)

/** After the two minutes in which the inspector himself undoes. */
async function wrong(facts: (lane: Lane) => object) {
  const lane = await greenLane()
  const { id, row } = await lane.shows(facts(lane))
  lane.forward(3)
  return { lane, id, row }
}

describe('a wrong verdict is put right towards release', () => {
  it('the health code was green and taken for yellow: V13 becomes V10, the yellow is withdrawn, the driver is told', async () => {
    const { lane, id, row } = await wrong(yellow)
    expect([row, await lane.colours()]).toEqual(['V13', ['Y1 open']])
    const appeal = await lane.appeals({ kind: 'verdict', inspection: id, said: 'healthCode' })
    expect(await rowOf(lane, id, { healthCode: 'green' })).toEqual({
      inspection: id,
      row: 'V10',
      outcome: 'release',
      was: 'V13',
      withdrawn: 1,
    })
    expect(await lane.colours()).toEqual(['Y1 corrected'])
    expect((await lane.own()).appeals[0]).toMatchObject({ id: appeal.id, state: 'corrected' })
    expect((await lane.own()).inspections[0]).toMatchObject({ id, row: 'V10', corrected: true })
    expect((await lane.told()).filter((line) => line.startsWith('record-undone'))).toEqual([
      'record-undone community screen',
    ])
    expect((await lane.told()).slice(-3)).toEqual([
      'verdict-corrected driver screen',
      'verdict-corrected driver sms',
      'verdict-corrected supervisor screen',
    ])
    expect((await logged(lane)).at(-1)).toMatchObject({
      action: 'verdict-corrected',
      role: 'head',
      subject: id,
      reason: '核对原始材料后更正',
    })
    expect((await lane.trip.own('/code')).as(currentCode.answer).state).not.toBe('yellow')
  })

  it('the record stays as it was made; the correction stands beside it in the ledger of inspections', async () => {
    const { lane, id } = await wrong(yellow)
    const whole = async () => (await lane.head.send('GET', `/api/inspections/${id}`)).as(getInspection.answer)
    const before = await whole()
    await rowOf(lane, id, { healthCode: 'green' })
    const after = await whole()
    expect([after.facts, after.verdict, after.envelope]).toEqual([before.facts, before.verdict, before.envelope])
    expect([before.inspection.correction, after.inspection.correction]).toMatchObject([
      null,
      { row: 'V10', outcome: 'release', by: 'head 示例', reason: '核对原始材料后更正' },
    ])
    const { items } = (await lane.supervisor.send('GET', '/api/inspections')).as(listInspections.answer)
    expect(items.map(({ row, correction }) => [row, correction?.row])).toEqual([['V13', 'V10']])
  })

  it('an appeal about the yellow that it opened is over with it', async () => {
    const { lane, id } = await wrong(yellow)
    const opening = (await lane.own()).people[0]!.openings[0]!.opening
    await lane.appeals({ kind: 'code', opening, said: 'ground-is-wrong' })
    await rowOf(lane, id, { healthCode: 'green' })
    expect((await lane.own()).appeals).toMatchObject([{ state: 'corrected', way: 'corrected', automatic: false }])
  })

  it('a stay that was none, and another person meant: the proposed reds go', async () => {
    const { lane, id, row } = await wrong((now) => ({ riskStay: true, ...negative(now, 4) }))
    expect([row, await lane.colours()]).toEqual(['V3', ['R1 proposed']])
    expect(await rowOf(lane, id, { riskStay: false })).toMatchObject({ row: 'V10', withdrawn: 1 })
    expect(await lane.colours()).toEqual(['R1 corrected'])
  })

  it('of two reds only the one without ground goes; the other stands and waits for its signatures', async () => {
    const { lane, id } = await wrong(() => ({ riskStay: true, healthCode: 'red' }))
    expect(await lane.colours()).toEqual(['R1 proposed', 'R2 proposed'])
    expect(await rowOf(lane, id, { riskStay: false })).toMatchObject({ row: 'V3', withdrawn: 1 })
    lane.forward(1)
    expect((await lane.colours()).toSorted()).toEqual(['R1 corrected', 'R2 corrected', 'R2 proposed'])
  })

  it('released with a sample on its way, though a valid test was there: the tracking ends, his arrival stands', async () => {
    const { lane, id, row } = await wrong(() => ({
      antigen: 'negative',
      nucleicAcid: { result: 'pending', sampledAt: '2022-05-16T09:50:00+08:00' },
    }))
    expect(row).toBe('V12')
    const tracked = async () =>
      (await lane.db.all(sql.selectFrom('tracking').select('state').compile())).map(({ state }) => state)
    expect(await tracked()).toEqual(['waiting'])
    await rowOf(lane, id, negative(lane, 4))
    expect(await tracked()).toEqual(['withdrawn'])
    const tasks = await lane.db.all(sql.selectFrom('task').select(['kind', 'state']).orderBy('kind').compile())
    expect(tasks.filter(({ state }) => state === 'open')).toEqual([])
    const ledger = await lane.ledger()
    expect([ledger.insideSince !== null, ledger.test !== null]).toEqual([true, true])
  })

  it('a test taken for an old one: its right time counts from then on', async () => {
    const { lane, id, row } = await wrong((now) => negative(now, 60))
    expect([row, (await lane.ledger()).test]).toEqual(['V11', null])
    expect(await rowOf(lane, id, negative(lane, 6))).toMatchObject({ row: 'V10', withdrawn: 0 })
    expect((await lane.ledger()).test).not.toBe(null)
  })
})

describe('never the other way', () => {
  it.each([
    ['an old test instead of a valid one', (lane: Lane) => negative(lane, 60)],
    ['a yellow code instead of a green one', () => ({ healthCode: 'yellow' })],
    ['a stay at a place of risk', () => ({ riskStay: true })],
    ['on the positive list', () => ({ listed: 'positive' })],
    ['a fever', () => ({ temperatures: [38.2, 38.4] })],
  ])('%s is refused', async (_, facts) => {
    const { lane, id, row } = await wrong((now) => negative(now, 4))
    expect(row).toBe('V10')
    const before = await lane.rows()
    expect(refusal(await correct(lane, id, facts(lane), lane.booth.head))).toBe('409 AP-06 corrected')
    expect(await lane.rows()).toEqual(before)
    expect(await lane.colours()).toEqual([])
  })

  it('not even together with something that is milder: stricter for one of the crew is stricter', async () => {
    const { lane, id } = await wrong(yellow)
    expect(refusal(await correct(lane, id, { healthCode: 'green', riskStay: true }))).toBe('409 AP-06 corrected')
  })

  it('what changes nothing, nobody’s seat, no fact, and a moment of the future are refused', async () => {
    const { lane, id } = await wrong((now) => negative(now, 4))
    expect(refusal(await correct(lane, id, { temperatures: [36.4] }))).toBe('409 AP-07 corrected')
    expect(refusal(await correct(lane, id, { seat: 4, healthCode: 'green' }))).toBe('400 AP-10 corrected.0.seat')
    expect(refusal(await correct(lane, id, {}))).toBe('400 AP-13 corrected.0')
    expect(refusal(await correct(lane, id, negative(lane, -5)))).toMatch(/^400 FA-07 corrected\.0/)
  })

  it('a red that two persons of the epidemic office signed outlasts it', async () => {
    const { lane, id } = await wrong(() => ({ riskStay: true }))
    const proposal = (await lane.ledger()).proposed[0]!.opening
    const signed = (by: string, minute: number) =>
      ({
        kind: 'signed',
        id: `signed-${by}`,
        at: plus(lane.clock.now(), minute * 1000),
        source: 'office',
        actor: { role: 'epidemic', id: by },
        proposal,
      }) as const
    await lane.happens(signed('经办', 0), signed('复核', 1))
    lane.forward(1)
    expect((await rowOf(lane, id, { riskStay: false })).withdrawn).toBe(0)
    expect(await lane.words('verdict-corrected')).toEqual([
      '【焦作保通保畅】您的查验结论已更正为「核验一证两码」。另有原因未解除，现为红码，详见货畅码。',
    ])
    lane.forward(1)
    expect(await lane.colours()).toEqual(['R1 open'])
  })
})

describe('who and when', () => {
  it('within two minutes it is the inspector’s own to undo; to the minute it is the head’s', async () => {
    const lane = await greenLane()
    const { id } = await lane.shows(yellow(lane))
    lane.forward(1)
    expect(refusal(await correct(lane, id, { healthCode: 'green' }))).toBe('409 AP-08')
    lane.forward(1)
    expect((await correct(lane, id, { healthCode: 'green' })).status).toBe(201)
  })

  it('once: again, and twice at once, the second is told', async () => {
    const { lane, id } = await wrong(yellow)
    const both = await Promise.all([1, 2].map(() => correct(lane, id, { healthCode: 'green' })))
    expect(statuses(both)).toEqual([201, 409])
    expect(refusal(await correct(lane, id, { healthCode: 'green' }))).toBe('409 AP-09')
  })

  it('what the inspector undid himself is not corrected any more', async () => {
    const lane = await greenLane()
    const { id } = await lane.shows(yellow(lane))
    lane.forward(1)
    await lane.booth.uploads({
      facts: { trip: { scope: 'in-province' }, freightCode: 'green', crew: [{}] },
      corrects: id,
    })
    lane.forward(3)
    expect(refusal(await correct(lane, id, { healthCode: 'green' }))).toBe('409 AP-09')
  })

  it.each(staffRoles)('%s', async (role) => {
    const { lane, id } = await wrong(yellow)
    const here = await correct(lane, id, { healthCode: 'green' }, lane.office(role, 'JZ-G02'))
    expect(here.status).toBe(403)
    const there = await correct(lane, id, { healthCode: 'green' }, lane.office(role, 'JZ-G01'))
    expect(there.status).toBe(role === 'head' ? 201 : 403)
  })
})
