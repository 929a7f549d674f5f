import { expect, it } from 'vitest'
import { sql as raw } from 'kysely'
import { sql } from '../../../server/store/db.ts'
import { checkpointRow, databaseBefore, inspectorRow, put, terminalRow, tripRow } from '../../kit/old-rows.ts'

const pass = (number: string, more: object = {}) =>
  put('pass', {
    number,
    trip_id: 'trip',
    replaces: null,
    jti: `jti-${number}`,
    plate: '沪DX0001',
    from_region: '310115',
    to_region: '410811',
    cargo: '02',
    issuer: '410800',
    valid_from: 0,
    valid_to: 900,
    token: `token-${number}`,
    issued_at: 0,
    ...more,
  })
const revoked = (number: string, status: string, reason: string) =>
  put('revocation', { jti: `jti-${number}`, status, at: 5, until: 900, reason })
const key = (kid: string, key_use: string, not_before: number) =>
  put('signing_key', { kid, key_use, public_jwk: '{}', private_sealed: '-', not_before })

const before = [
  put('checkpoint', checkpointRow),
  put('staff', inspectorRow),
  put('staff_session', { token_tag: 's', staff_id: 'S1', created_at: 0, expires_at: 9 }),
  put('terminal', terminalRow),
  put('trip', tripRow),
  put('trip', { ...tripRow, id: 'other', number: '2' }),
  pass('410800999999', { valid_to: 500 }),
  // Took the place of one whose number sorts after it.
  pass('410800000001', { replaces: '410800999999' }),
  pass('410800555555', { trip_id: 'other', valid_to: 1200 }),
  revoked('410800999999', 'revoked', 'the trip was changed'),
  revoked('410800555555', 'suspended', '核实中'),
  // A code of a freight that has long run out.
  revoked('elsewhere', 'revoked', 'lost'),
  put('inspection', {
    id: 'A',
    terminal_id: 'T1',
    staff_id: 'S1',
    checkpoint_id: 'JZ-G01',
    lane: 1,
    plate: '沪DX0001',
    trip_id: 'trip',
    made_at: 1,
    received_at: 1,
    offline: 0,
    row: 'V5',
    server_row: 'V5',
    outcome: '-',
    agrees: 1,
    edition: 'e',
    modifiers: '[]',
    facts: '{}',
    verdict: '{}',
    device_verdict: '{}',
    crew: '[]',
    crew_tags: '["t"]',
    envelope: 'A',
  }),
  key('one', 'freight', 1),
  key('two', 'freight', 7),
  key('three', 'pass', 1),
]

it('passes, their standings, staff and keys of before are there after the upgrade', async () => {
  const { db, upgrade } = await databaseBefore('0016', before)
  await upgrade()
  const rows = async (text: string) =>
    (await db.all(raw<object>`${raw.raw(text)}`.compile(sql))).map((row) => Object.values(row).join(' '))
  expect(await rows('select number, replaces, idx, status, status_at, status_reason from pass order by idx')).toEqual([
    '410800000001 410800999999 0 valid  ',
    '410800555555  1 suspended 5 other',
    '410800999999  2 revoked 5 trip-changed',
  ])
  expect(await rows('select id, closed_at, until, size, issued from status_list')).toEqual(['1  1200 524288 3'])
  expect(await rows('select token_tag, login, role from staff_session join staff on id = staff_id')).toEqual([
    's s1 inspector',
  ])
  expect(await rows('select kid, retired_at, home from signing_key order by kid')).toEqual([
    'one 7 database',
    'three  database',
    'two  database',
  ])
  expect(await rows('pragma foreign_key_check')).toEqual([])
  db.close()
})

it('a city’s passes of half a year are moved in seconds', { timeout: 10_000 }, async () => {
  const some = raw`with recursive n (i) as (select 1 union all select i + 1 from n where i < 30000)
    insert into pass select printf('410800%06d', i), 'trip', case when i > 1 then printf('410800%06d', i - 1) end, 'jti-' || i, '沪DX0001', '310115', '410811', '02',
    '410800', 0, 900, 'token', i from n`.compile(sql)
  const { db, upgrade } = await databaseBefore('0016', [
    put('checkpoint', checkpointRow),
    put('staff', inspectorRow),
    put('trip', tripRow),
    some,
  ])
  const start = performance.now()
  await upgrade()
  expect(performance.now() - start).toBeLessThan(2000)
  db.close()
})
