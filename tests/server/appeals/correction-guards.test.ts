import { describe, expect, it } from 'vitest'
import { getInspection } from '../../../schema/api/inspections.ts'
import { addCorrection } from '../../../server/store/appeals.ts'
import { sql } from '../../../server/store/db.ts'
import { runDue } from '../../../server/timers/codes.ts'
import { trackings } from '../../../server/timers/due/trackings.ts'
import { beijingIso, hour, minute, plus } from '../../../shared/instant.ts'
import { greenLane } from './kit.ts'
import type { Lane } from './kit.ts'

const correct = (lane: Lane, id: string, facts: object) =>
  lane.head.send('POST', `/api/inspections/${id}/correction`, {
    corrected: [{ seat: 0, ...facts }],
    reason: '核对原始材料后更正',
  })
const pending = (lane: Lane) => ({
  nucleicAcid: { result: 'pending', sampledAt: beijingIso(plus(lane.clock.now(), -hour)) },
})
const tracked = (lane: Lane) =>
  lane.db.all(sql.selectFrom('tracking').select(['id', 'state', 'person_tag', 'opened_at']).compile())

describe('a verdict put right to a release with a sample on its way', () => {
  it('V9 becomes V12: he is tracked from the record on, and called out when no result comes', async () => {
    const lane = await greenLane()
    const madeAt = lane.clock.now()
    const { id, row } = await lane.shows({ antigen: 'negative' })
    lane.forward(3)
    expect([row, (await correct(lane, id, pending(lane))).body]).toMatchObject(['V9', { row: 'V12' }])
    expect(await tracked(lane)).toEqual([
      { id: `${id}-0`, state: 'waiting', person_tag: lane.person, opened_at: madeAt },
    ])
    lane.forward(25 * 60)
    await runDue(lane.deps, [trackings])
    expect(await lane.told()).toContain('tracking-overdue test-point screen')
  })

  it('the database refuses it without, whoever writes it', async () => {
    const lane = await greenLane()
    const { id } = await lane.shows({ antigen: 'negative' })
    const row = { by_staff: 'x', at: lane.clock.now(), reason: 'x', corrected: '[]', facts: '{}', verdict: '{}' }
    const write = addCorrection({ inspection_id: id, ...row, row: 'V12', outcome: 'release-tracked' })
    await expect(lane.db.commit([write])).rejects.toMatchObject({ code: 'DB-03' })
  })
})

describe('an undo of the two minutes that comes in after the head has put the record right', () => {
  const undo = (lane: Lane, corrects: string, madeAt: string) =>
    lane.booth.uploads({
      madeAt,
      facts: { trip: { scope: 'in-province' }, freightCode: 'green', crew: [{}] },
      corrects,
    })

  it('takes back what the head wrote again as well', async () => {
    const lane = await greenLane()
    const madeAt = beijingIso(plus(lane.clock.now(), minute))
    const sampled = { result: 'negative', reportedAt: beijingIso(plus(lane.clock.now(), -4 * hour)) }
    const { id } = await lane.shows({ riskStay: true, healthCode: 'red', nucleicAcid: sampled })
    lane.forward(3)
    expect((await correct(lane, id, { riskStay: false })).status).toBe(201)
    lane.forward(1)
    expect(await lane.colours()).toContain('R2 proposed')
    expect((await lane.ledger()).insideSince).not.toBe(null)
    expect(await undo(lane, id, madeAt)).toMatchObject([{ status: 'recorded', row: 'V5' }])
    expect((await lane.colours()).toSorted()).toEqual(['R1 corrected', 'R2 corrected', 'R2 corrected'])
    const { insideSince, test } = await lane.ledger()
    expect([insideSince, test]).toEqual([null, null])
    const whole = (await lane.head.send('GET', `/api/inspections/${id}`)).as(getInspection.answer)
    expect([whole.inspection.correctedBy !== null, whole.inspection.correction !== null]).toEqual([true, true])
  })

  it('at the same moment: the correction comes second or the undo finds it, and nothing stays proposed', async () => {
    const lane = await greenLane()
    const madeAt = beijingIso(plus(lane.clock.now(), minute))
    const { id } = await lane.shows({ riskStay: true, healthCode: 'red' })
    lane.forward(3)
    const correction = { by_staff: 'x', at: lane.clock.now(), reason: 'x', corrected: '[]', facts: '{}', verdict: '{}' }
    await undo(lane, id, madeAt)
    const write = addCorrection({ inspection_id: id, ...correction, row: 'V3', outcome: 'closed-loop' })
    await expect(lane.db.commit([write])).rejects.toMatchObject({ on: 'verdict_correction.inspection_id' })
    expect((await correct(lane, id, { riskStay: false })).status).toBe(409)
  })
})
