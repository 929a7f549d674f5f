import { expect, it } from 'vitest'
import { sql as raw } from 'kysely'
import type { CompiledQuery } from 'kysely'
import { sql } from '../../../server/store/db.ts'
import { migrate } from '../../../server/store/migrate.ts'
import { readMigrations } from '../../../server/store/open-sqlite.ts'
import { openSqlite } from '../../../server/store/sqlite.ts'

/** One statement in the words of the schema as it was. */
const put = (table: string, row: Record<string, string | number | null>): CompiledQuery =>
  raw`insert into ${raw.table(table)} (${raw.join(Object.keys(row).map((name) => raw.ref(name)))}) values (${raw.join(Object.values(row))})`.compile(
    sql,
  )

const place = { id: 'JZ-G01', name: '焦作西站', road: 'S49', county: '410822', lanes: 4, active: 1, fictional: 1 }
const inspector = { id: 'S1', login: 's1', name: '示例', role: 'inspector', password_hash: '-', created_at: 0 }
const phone = { id: 'T1', staff_id: 'S1', checkpoint_id: 'JZ-G01', lane: 1, device: 'd', bound_at: 0 }
const trip = {
  id: 'trip',
  number: '1',
  version: 1,
  plate: '沪DX0001',
  scope: 'cross-province',
  from_region: '310115',
  via: '[]',
  to_region: '410811',
  eta: 0,
  cargo: '99',
  plan: 'leave-at-once',
  through_train: 0,
  registered_at: 0,
  form_hash: 'h',
  ends_at: 0,
}
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
  const db = openSqlite(':memory:')
  const before = readMigrations().filter(({ name }) => name < '0004')
  await migrate(db, before)
  await db.commit([
    put('checkpoint', place),
    put('staff', inspector),
    put('terminal', { ...phone, public_jwk: '{}', thumbprint: 't' }),
    put('trip', trip),
    aboard(0, '李', '003X'),
    aboard(1, '李', '1111'),
    inspection('A', ['V12', 'V12'], [pending, {}]),
    inspection('B', ['V14', 'V9'], [{}, {}]),
    inspection('C', ['V12', 'V12'], [pending]),
    inspection('D', ['V5', 'V5'], [{}], 'C'),
    inspection('E', ['V10', 'V10'], [{ nucleicAcid: { result: 'negative' } }]),
  ])
  await migrate(db, readMigrations())
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
