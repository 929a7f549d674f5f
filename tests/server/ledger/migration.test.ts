import { expect, it } from 'vitest'
import { sql as raw } from 'kysely'
import { sql } from '../../../server/store/db.ts'
import { eventsOf } from '../../../server/usecases/code-ledger.ts'
import { ledgerAt } from '../../../shared/codes/ledger.ts'
import { numbersAt } from '../../../shared/policy/numbers.ts'
import { moment } from '../../policy/truck.ts'
import { checkpointRow, databaseBefore, inspectorRow, put, terminalRow, tripRow } from '../../kit/old-rows.ts'

const at = (time: string): number => moment(time)

const inspection = (id: string, time: string, person: object, corrects: string | null = null) =>
  put('inspection', {
    id,
    terminal_id: 'T1',
    staff_id: 'S1',
    checkpoint_id: 'JZ-G01',
    lane: 1,
    plate: '沪DX0001',
    trip_id: 'trip',
    made_at: at(time),
    received_at: at(time),
    offline: 0,
    row: 'V13',
    outcome: 'release-managed',
    server_row: 'V13',
    agrees: 1,
    edition: 'e',
    modifiers: '[]',
    facts: JSON.stringify({ crew: [{}, person] }),
    verdict: '{}',
    device_verdict: '{}',
    crew: '[]',
    crew_tags: '[]',
    corrects,
    envelope: id,
  })
const reason = (id: string, of: string, what: string, state: string, time: string, person: string | null = 'P') =>
  put('code_reason', {
    id,
    inspection_id: of,
    seat: 1,
    person_tag: person,
    reason: what,
    state,
    opened_at: at(time),
    closed_at: state === 'withdrawn' ? at(time) + 60_000 : null,
  })

const before = [
  put('checkpoint', checkpointRow),
  put('staff', inspectorRow),
  put('terminal', terminalRow),
  put('trip', { ...tripRow, eta: at('16T11:00'), registered_at: at('16T09:00'), ends_at: at('19T11:00') }),
  put('trip_crew', {
    trip_id: 'trip',
    seat: 0,
    role: 'driver',
    document: 'id-card',
    name_sealed: '-',
    number_sealed: '-',
    surname: '李',
    id_tail: '0031',
    person_tag: 'P',
  }),
  inspection('A', '16T10:00', { healthCode: 'green', travelCard: 'yellow' }),
  inspection('B', '16T10:30', { healthCode: 'green', travelCard: 'orange', riskStay: true }),
  inspection('C', '16T11:00', { healthCode: null }),
  inspection('D', '16T11:01', { healthCode: 'green' }, 'C'),
  put('health_result', {
    id: 'result',
    person_tag: 'P',
    result: 'negative',
    sampled_at: null,
    reported_at: at('16T06:00'),
    source: '示例检测机构',
    taken_in_at: at('16T07:00'),
  }),
  reason('1', 'A', 'Y1', 'open', '16T10:00'),
  reason('2', 'B', 'R1', 'proposed', '16T10:30'),
  reason('3', 'B', 'R2', 'proposed', '16T10:30'),
  reason('4', 'C', 'Y1', 'withdrawn', '16T11:00'),
  reason('5', 'A', 'R3', 'proposed', '16T10:00', null),
]

it('reasons that stood before are the same reasons after, with their grounds, and nobody without a name gets a ledger', async () => {
  const { db, upgrade } = await databaseBefore('0004', before)
  await upgrade()
  const events = (await eventsOf({ db }, ['P'])).get('P') ?? []
  const { colour, open, proposed, closed, refused, test } = ledgerAt(events, moment('16T12:00'), numbersAt)
  expect({ colour, refused }).toEqual({ colour: 'yellow', refused: [] })
  expect(test).toEqual({ basis: at('16T06:00'), lapsesAt: at('18T06:01') })
  expect(open).toMatchObject([
    {
      opening: 'Y1@A/1',
      reason: 'Y1',
      ground: 'travel-card-yellow',
      by: { id: 'S1', unit: '焦作西站' },
      since: at('16T10:00'),
    },
  ])
  expect(proposed.map(({ opening, ground }) => [opening, ground])).toEqual([
    ['R1@B/1', 'risk-stay'],
    ['R2@B/1', 'travel-card-orange'],
  ])
  expect(closed).toMatchObject([{ opening: 'Y1@C/1', ground: 'health-code-unshown', closed: { way: 'corrected' } }])
  expect(
    ledgerAt(
      events.filter(({ kind }) => kind === 'registered'),
      moment('16T12:00'),
      numbersAt,
    ).colour,
  ).toBe('green')
  const people = raw<object>`select person_tag, next_at from code_person`.compile(sql)
  expect(await db.all(people)).toEqual([{ person_tag: 'P', next_at: 0 }])
  db.close()
})
