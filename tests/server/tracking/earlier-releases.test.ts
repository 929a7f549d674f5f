import { expect, it } from 'vitest'
import { sql } from '../../../server/store/db.ts'
import { checkpointRow, databaseBefore, inspectorRow, put, terminalRow, tripRow } from '../../kit/old-rows.ts'

const aboard = (seat: number, surname: string, tail: string) =>
  put('trip_crew', {
    trip_id: 'trip',
    seat,
    role: 'driver',
    document: 'id-card',
    name_sealed: '-',
    number_sealed: '-',
    surname,
    id_tail: tail,
    person_tag: `P${tail}`,
  })
const pending = { nucleicAcid: { result: 'pending' } }

function inspection(id: string, rows: [string, string], crew: readonly object[], corrects: string | null = null) {
  const seen = JSON.stringify([
    { surname: '李', idTail: '003x' },
    { surname: '王', idTail: '9999' },
  ])
  const [row, server_row] = rows
  return put('inspection', {
    id,
    terminal_id: 'T1',
    staff_id: 'S1',
    checkpoint_id: 'JZ-G01',
    lane: 1,
    plate: '沪DX0001',
    trip_id: 'trip',
    made_at: 1000,
    received_at: 1000,
    offline: 0,
    row,
    server_row,
    outcome: '-',
    agrees: 1,
    edition: 'e',
    modifiers: '[]',
    facts: JSON.stringify({ crew }),
    verdict: '{}',
    device_verdict: '{}',
    crew: seen,
    crew_tags: '[]',
    corrects,
    envelope: id,
  })
}

it('releases with a sample on its way from before there were trackings are tracked after the upgrade', async () => {
  const { db, upgrade } = await databaseBefore('0004', [
    put('checkpoint', checkpointRow),
    put('staff', inspectorRow),
    put('terminal', terminalRow),
    put('trip', tripRow),
    aboard(0, '李', '003X'),
    aboard(1, '李', '1111'),
    inspection('A', ['V12', 'V12'], [pending, {}]),
    inspection('B', ['V14', 'V9'], [{}, {}]),
    inspection('C', ['V12', 'V12'], [pending]),
    inspection('D', ['V5', 'V5'], [{}], 'C'),
    inspection('E', ['V10', 'V10'], [{ nucleicAcid: { result: 'negative' } }]),
  ])
  await upgrade()
  const rows = await db.all(
    sql.selectFrom('tracking').select(['id', 'person_tag', 'surname', 'state', 'opened_at']).orderBy('id').compile(),
  )
  expect(rows.map((row) => Object.values(row).join(' '))).toEqual([
    'A-0 P003X 李 waiting 1000',
    'B-0 P003X 李 waiting 1000',
    'B-1  王 waiting 1000',
  ])
  db.close()
})
