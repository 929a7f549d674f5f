import { expect, it } from 'vitest'
import { sql } from '../../../server/store/db.ts'
import { runDue } from '../../../server/timers/codes.ts'
import { dueSources } from '../../../server/timers/due/index.ts'
import { settleMootAppeals } from '../../../server/usecases/appeals-moot.ts'
import { beijingIso, minute, plus } from '../../../shared/instant.ts'
import { refusal } from '../../kit/refusal.ts'
import { decide, greenLane, yellow } from './kit.ts'
import type { Lane } from './kit.ts'

const correct = (lane: Lane, id: string) =>
  lane.head.send('POST', `/api/inspections/${id}/correction`, {
    corrected: [{ seat: 0, healthCode: 'green' }],
    reason: '核对原始材料后更正',
  })

it('an officer decides the appeal about the code while the head corrects the record: whoever is second is told to look again, and can', async () => {
  const lane = await greenLane()
  const { id } = await lane.shows(yellow(lane))
  const opening = (await lane.own()).people[0]?.openings[0]?.opening
  const { id: appeal } = await lane.appeals({ kind: 'code', opening, said: 'ground-is-wrong' })
  lane.forward(3)
  const { send } = await lane.staff('appeal-officer')
  const cleared = { decision: 'cleared', way: 'document-supplied', document: '文件1号' }
  const [decided, corrected] = await Promise.all([decide({ send }, appeal, cleared), correct(lane, id)])
  const told = [decided, corrected].filter(({ status }) => status === 409).map(refusal)
  expect(told).toEqual(told.map(() => '409 AP-05'))
  await correct(lane, id)
  expect((await lane.own()).inspections).toMatchObject([{ id, corrected: true }])
})

it.each(['by the minute', 'by the reminder'])('an appeal about a verdict that was undone is over, %s', async (how) => {
  const lane = await greenLane()
  const { id } = await lane.shows(yellow(lane))
  const madeAt = beijingIso(plus(lane.clock.now(), minute))
  lane.forward(1)
  await lane.appeals({ kind: 'verdict', inspection: id, said: 'healthCode' })
  await lane.booth.uploads({
    madeAt,
    facts: { trip: { scope: 'in-province' }, freightCode: 'green', crew: [{}] },
    corrects: id,
  })
  if (how === 'by the minute') await settleMootAppeals(lane.deps)
  lane.forward(31)
  await runDue(lane.deps, dueSources)
  expect((await lane.own()).appeals.map(({ state, automatic }) => [state, automatic])).toEqual([['corrected', true]])
  const kinds = await lane.db.all(sql.selectFrom('message').select('kind').compile())
  expect(kinds.map(({ kind }) => kind)).not.toContain('appeal-overdue')
})
