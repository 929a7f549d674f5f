import { expect, it } from 'vitest'
import { sql } from '../../../server/store/db.ts'
import { letGoDue } from '../../../server/store/let-go.ts'
import { instant } from '../../../shared/instant.ts'
import { databaseBefore, put, tripRow } from '../../kit/old-rows.ts'

const trip = (id: string) => put('trip', { ...tripRow, id, number: id, ends_at: 9 })
const inspection = '0180c9a0-0000-7000-8000-00000000000'
const letGo = (which: string, trip_id: string | null, arrived_at: number | null) =>
  put('let_go', {
    inspection_id: `${inspection}${which}`,
    plate: '沪DX0001',
    trip_id,
    at: 1,
    expected_at: 2,
    arrived_at,
    next_at: 1,
  })
const message = (which: string, kind: string, subject: string) =>
  put('message', {
    id: which,
    dedupe: which,
    at: 1,
    kind,
    audience: 'company',
    ref: 't1',
    channel: 'sms',
    urgent: 0,
    zh: '示例',
    en: 'example',
    subject,
  })

it('who had arrived has arrived, once a trip, and what was told of him is about his trip', async () => {
  const { db, upgrade } = await databaseBefore('0013', [
    trip('t1'),
    trip('t2'),
    letGo('1', 't1', 7),
    letGo('2', 't1', 5),
    letGo('3', 't2', null),
    letGo('4', null, null),
    letGo('5', 'unknown', 3),
    message('a', 'remind-company', `T6/${inspection}1/remind-company`),
    message('b', 'alert-command', `T6/${inspection}4/alert-command`),
    message('c', 'tracking-positive', `${inspection}1-0`),
  ])
  await upgrade()
  expect(await db.all(sql.selectFrom('arrival').selectAll().compile())).toEqual([
    { trip_id: 't1', at: 5, source: 'leaving', taken_in_at: 5 },
  ])
  const due = await db.all(letGoDue(instant(9), 10))
  expect(due.map((row) => [row.inspection_id.at(-1), row.arrived_at])).toEqual([
    ['1', 5],
    ['2', 5],
    ['3', null],
    ['4', null],
    ['5', null],
  ])
  const told = await db.all(sql.selectFrom('message').select(['id', 'subject']).orderBy('id').compile())
  expect(told.map(({ subject }) => subject)).toEqual(['t1', `T6/${inspection}4/alert-command`, `${inspection}1-0`])
  db.close()
})
