import { describe, expect, it } from 'vitest'
import { sql as raw } from 'kysely'
import { Fault } from '../../../shared/fault.ts'
import { sql, Taken } from '../../../server/store/db.ts'
import type { Db, Write } from '../../../server/store/db.ts'
import { addInspection } from '../../../server/store/inspections.ts'
import { leadPage } from '../../../server/store/leads.ts'
import { addReusedNumber, addSeen, addTwoPlaces, tellOfNew } from '../../../server/store/leads-made.ts'
import { holdLane } from '../../../server/store/notice-lanes.ts'
import { addNotice, attemptsOf, claim, claimed, noteBegun, takeBack } from '../../../server/store/notices.ts'
import type { NoticeRow } from '../../../server/store/notices.ts'
import { addSite, everySite } from '../../../server/store/sites.ts'
import type { SiteRow } from '../../../server/store/sites.ts'
import { openTracking } from '../../../server/store/tracking.ts'
import { instant } from '../../../shared/instant.ts'

export type OpenStore = () => Promise<{ db: Db; close: () => Promise<void> | void }>

const checkpoint = (id: string, name = id): Write =>
  sql
    .insertInto('checkpoint')
    .values({ id, name, road: 'S49', county: '410822', lanes: 4, active: 1, fictional: 1 })
    .compile()

const message = (at: number) => ({
  id: 'm',
  dedupe: 'd',
  at,
  kind: 'lead-new',
  audience: 'supervisor' as const,
  ref: null,
  channel: 'screen' as const,
  urgent: 0 as const,
  zh: '示例',
  en: 'example',
  article: null,
  subject: 'leads',
  area: null,
  sent_at: null,
  seen_at: null,
  seen_by: null,
})

const waiting = (id: string): NoticeRow => ({
  id,
  dedupe: id,
  at: 1_652_666_400_000,
  incident: null,
  checkpoint_id: null,
  county: '410822',
  to_kind: 'group',
  to_ref: '410822',
  phone_sealed: null,
  phone_tag: null,
  channel: 'sms',
  lane: 'sms',
  step: 'L1',
  urgent: 0,
  title: '示例',
  text: '示例',
  article: null,
  ack_key: null,
  link_tag: null,
  link_until: null,
  not_after: null,
  state: 'queued',
  note: null,
  due_at: 1_652_666_400_000,
  tries: 0,
  unclear: 0,
  sent_at: null,
  gateway_id: null,
  merged_into: null,
  lease: null,
  lease_until: null,
  receipt_at: null,
  message_id: null,
})

const names = async (db: Db): Promise<string[]> =>
  (await db.all(sql.selectFrom('checkpoint').select('name').orderBy('id').compile())).map((row) => row.name)

const refusalOf = async (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  )

/** What a use case may rely on, whatever the database. Each home calls this with its own `open` (every migration applied). */
export function storeContract(home: string, open: OpenStore): void {
  const story = (title: string, run: (db: Db) => Promise<void>) =>
    it(title, async () => {
      const { db, close } = await open()
      try {
        await run(db)
      } finally {
        await close()
      }
    })

  describe(`the store on ${home}`, () => {
    story('keeps every write of a commit, readable at once', async (db) => {
      await db.commit([checkpoint('A'), checkpoint('B')])
      expect(await names(db)).toEqual(['A', 'B'])
    })

    story('keeps none when one is refused', async (db) => {
      await db.commit([checkpoint('B')])
      const error = await refusalOf(db.commit([checkpoint('A'), checkpoint('B', 'again')]))
      expect(error).toBeInstanceOf(Taken)
      expect(await names(db)).toEqual(['B'])
    })

    story('lets one sender hold a line, take what waits there once, and be gone', async (db) => {
      const [start, later] = [instant(1_652_666_400_000), instant(1_652_666_431_000)]
      const until = instant(start + 30_000)
      await db.commit([
        addNotice(waiting('n1')),
        addNotice(waiting('n2')),
        addNotice({ ...waiting('n3'), dedupe: 'n1' }),
      ])
      await db.commit([holdLane('sms', 'one', { now: start, until }), holdLane('sms', 'two', { now: start, until })])
      const take = (holder: string, who: string, now = start) => [
        claim({ ids: ['n1', 'n2'], who, lane: 'sms', holder, now, until: instant(now + 30_000) }),
        noteBegun({ id: `attempt of ${who}`, lane: 'sms', at: now }, who),
      ]
      await db.commit([...take('two', 'b'), ...take('one', 'a'), ...take('one', 'c')])
      const held = async (who: string) => (await db.all(claimed(who))).map(({ id }) => id)
      expect([await held('a'), await held('b'), await held('c')]).toEqual([['n1', 'n2'], [], []])
      expect((await db.all(attemptsOf('n1'))).map(({ id }) => id)).toEqual(['attempt of a'])
      const next = { now: later, until: instant(later + 30_000) }
      await db.commit([holdLane('sms', 'two', next), takeBack('sms', later), ...take('two', 'd', later)])
      expect([await held('a'), (await db.all(claimed('d'))).map(({ unclear }) => unclear)]).toEqual([[], [1, 1]])
    })

    story('holds sightings against each other inside the commit: one lead, and its message once', async (db) => {
      const row = {
        credential: 'c',
        at: 1_653_000_000_000,
        inspection_id: 'i1',
        checkpoint_id: 'A',
        plate: '豫HX0001',
        clock_known: 1 as const,
      }
      const later = { ...row, at: row.at + 150_000, inspection_id: 'i2', checkpoint_id: 'B', plate: '豫HX0002' }
      const far = { checkpoint: 'A', km: 89.1, within: 3_600_000 }
      const at = row.at + 200_000
      const told = message(at)
      await db.commit([checkpoint('A'), checkpoint('B'), addSeen(row)])
      for (const id of ['l1', 'l2'])
        await db.commit([
          addTwoPlaces(later, [far], { id, dedupe: 'two-places/c', foundAt: at }),
          addReusedNumber(later, { id: `${id}-plates`, dedupe: 'reused-number/c', foundAt: at }),
          tellOfNew({ ...told, id: `m${id}`, dedupe: `d${id}` }, [id]),
        ])
      const leads = await db.all(leadPage({ limit: 10 }))
      expect(leads.map(({ id, detail, inspection_id: seen }) => [id, JSON.parse(detail), seen])).toEqual([
        ['l1-plates', { otherPlate: '豫HX0001' }, 'i2'],
        ['l1', { km: 89.1, minutes: 2 }, 'i2'],
      ])
      expect(await db.all(sql.selectFrom('message').select('id').compile())).toEqual([{ id: 'ml1' }])
    })

    story('names the column that was taken, also under a partial index', async (db) => {
      await db.commit([checkpoint('A'), staff('s1', 'li'), terminal('t1', 's1', 'k1')])
      expect(await refusalOf(db.commit([staff('s2', 'li')]))).toMatchObject({ name: 'Taken', on: 'staff.login' })
      expect(await refusalOf(db.commit([checkpoint('A')]))).toMatchObject({ name: 'Taken', on: 'checkpoint.id' })
      const second = await refusalOf(db.commit([terminal('t2', 's1', 'k2')]))
      expect(second).toMatchObject({ name: 'Taken', on: 'terminal.staff_id' })
      await db.commit([sql.updateTable('terminal').set({ released_at: 5 }).where('id', '=', 't1').compile()])
      await db.commit([terminal('t2', 's1', 'k2')])
    })

    story(
      'keeps every version of a road, the newest of each checkpoint in force, and one of two who write the same',
      async (db) => {
        const road = (id: string, version: number, more: Partial<SiteRow> = {}): SiteRow => ({
          checkpoint_id: id,
          version,
          approach_lanes: 2,
          approach_metres: 4000,
          green_lane: null,
          booth_stake: 44_950,
          stakes_grow: 1,
          fence_metres: null,
          signs: '[]',
          reason: '踏勘',
          changed_by: 's1',
          changed_at: 1_653_000_000_000,
          ...more,
        })
        await db.commit([checkpoint('A'), checkpoint('B'), checkpoint('C'), staff('s1', 'li')])
        await db.commit([addSite(road('A', 1)), addSite(road('B', 1))])
        await db.commit([addSite(road('A', 2, { approach_metres: 3000 }))])
        expect((await db.all(everySite())).map((row) => [row.checkpoint_id, row.version, row.approach_metres])).toEqual(
          [
            ['A', 2, 3000],
            ['B', 1, 4000],
          ],
        )
        expect(await refusalOf(db.commit([addSite(road('A', 2))]))).toMatchObject({
          name: 'Taken',
          on: expect.stringMatching(/^checkpoint_site\./),
        })
        const halves = [{ stakes_grow: null }, { booth_stake: null }, { approach_lanes: 0 }, { approach_metres: 49 }]
        for (const half of halves) expect(await refusalOf(db.commit([addSite(road('C', 1, half))]))).toBeDefined()
        expect(await db.all(everySite())).toHaveLength(2)
      },
    )

    story('refuses a row whose parent is missing', async (db) => {
      const error = await refusalOf(db.commit([terminal('t1', 'nobody', 'k1')]))
      expect(error).toMatchObject({ name: 'Fault', kind: 'broken', code: 'DB-03' })
    })

    story('refuses what a CHECK or a STRICT column forbids', async (db) => {
      const lanes = raw`update checkpoint set lanes = ${0}`.compile(sql)
      const words = raw`update checkpoint set lanes = ${'four'}`.compile(sql)
      await db.commit([checkpoint('A')])
      for (const write of [lanes, words]) expect(await refusalOf(db.commit([write]))).toMatchObject({ code: 'DB-03' })
    })

    story('lets one failing caller fail alone when many commit together', async (db) => {
      const ids = Array.from({ length: 40 }, (_, n) => `C${String(n).padStart(2, '0')}`)
      const commits = ids.map((id, n) =>
        refusalOf(db.commit(n % 4 === 3 ? [checkpoint(id), checkpoint('C00', 'other')] : [checkpoint(id)])),
      )
      const refused = (await Promise.all(commits)).map((error) => error instanceof Taken)
      expect(refused).toEqual(ids.map((_, n) => n % 4 === 3))
      expect(await names(db)).toEqual(ids.filter((_, n) => n % 4 !== 3))
    })

    story('gives one of two racing commits the place, and tells the other', async (db) => {
      const both = await Promise.allSettled([db.commit([checkpoint('A', 'one')]), db.commit([checkpoint('A', 'two')])])
      expect(both.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
      expect(await names(db)).toHaveLength(1)
    })

    story('applies the writes of a commit in their order', async (db) => {
      const rename = (name: string) => sql.updateTable('checkpoint').set({ name }).where('id', '=', 'A').compile()
      await db.commit([checkpoint('A', '1'), rename('2'), rename('3')])
      expect(await names(db)).toEqual(['3'])
    })

    story('sorts text by code point, as every home must', async (db) => {
      await db.commit(['b', 'A', '豫', 'a', 'é'].map((id) => checkpoint(id)))
      expect(await names(db)).toEqual(['A', 'a', 'b', 'é', '豫'])
    })

    story('takes 500 rows through one parameter', async (db) => {
      const rows = JSON.stringify(Array.from({ length: 500 }, (_, n) => ({ id: `N${n}`, n: (n % 30) + 1 })))
      const bulk = raw`insert into checkpoint (id, name, road, county, lanes, active, fictional)
        select value ->> 'id', '北', 'S49', '410822', value ->> 'n', 1, 0 from json_each(${rows})`.compile(sql)
      await db.commit([bulk])
      const count = raw<{ rows: number; lanes: number }>`select count(*) as rows, sum(lanes) as lanes from checkpoint`
      expect(await db.all(count.compile(sql))).toEqual([{ rows: 500, lanes: 7650 }])
    })

    story('gives numbers back as numbers, large ones exactly, and nulls as null', async (db) => {
      await db.commit([checkpoint('A'), staff('s1', 'li', 1_653_000_000_123)])
      const query = sql.selectFrom('staff').select(['created_at', 'disabled_at', 'checkpoint_id'])
      expect(await db.all(query.compile())).toEqual([
        { created_at: 1_653_000_000_123, disabled_at: null, checkpoint_id: null },
      ])
    })

    for (const [what, value] of [
      ['a boolean', true],
      ['a bigint', 1n],
      ['undefined', undefined],
      ['NaN', Number.NaN],
      ['an object', {}],
    ] as const) {
      story(`refuses ${what} as a parameter, and writes nothing`, async (db) => {
        const write = raw`update checkpoint set lanes = ${value}`.compile(sql)
        const error = await refusalOf(db.commit([checkpoint('A'), write]))
        expect(error).toBeInstanceOf(Fault)
        expect(error).toMatchObject({ code: 'DB-04' })
        expect(await names(db)).toEqual([])
        const read = raw`select * from checkpoint where lanes = ${value}`.compile(sql)
        expect(await refusalOf(db.all(read))).toMatchObject({ code: 'DB-04' })
      })
    }

    story('says that it did not understand, without saying what was asked', async (db) => {
      const error = await refusalOf(db.all(raw`select secret_of_zhang from nowhere`.compile(sql)))
      expect(error).toMatchObject({ name: 'Fault', code: 'DB-02' })
      expect(String(error)).not.toContain('zhang')
    })

    for (const [where, rows] of [
      ['by the phone', { row: 'V12', server_row: 'V10' }],
      ['by the server', { row: 'V10', server_row: 'V12' }],
      ['under a managed code', { row: 'V14', server_row: 'V14' }],
    ] as const) {
      story(`refuses a release with a sample on its way ${where} without its tracking, all of it`, async (db) => {
        const around = [checkpoint('A'), staff('s1', 'li'), terminal('t1', 's1', 'k1')]
        const error = await refusalOf(db.commit([...around, inspection('i1', rows)]))
        expect(error).toMatchObject({ name: 'Fault', kind: 'broken', code: 'DB-03' })
        expect(await names(db)).toEqual([])
        const late = [inspection('i1', rows), ...openTracking([letGo('i1')])]
        expect(await refusalOf(db.commit([...around, ...late]))).toMatchObject({ code: 'DB-03' })
        await db.commit([...around, ...openTracking([letGo('i1')]), inspection('i1', rows)])
        expect(await db.all(sql.selectFrom('tracking').select(['id', 'state']).compile())).toEqual([
          { id: 'i1-0', state: 'waiting' },
        ])
      })
    }

    story('takes an empty commit as nothing to do', async (db) => {
      await db.commit([])
      expect(await names(db)).toEqual([])
    })
  })
}

const staff = (id: string, login: string, created_at = 1): Write =>
  sql
    .insertInto('staff')
    .values({
      id,
      login,
      name: 'x',
      role: 'inspector',
      checkpoint_id: null,
      password_hash: 'x',
      created_at,
      disabled_at: null,
    })
    .compile()

const terminal = (id: string, staff_id: string, thumbprint: string): Write =>
  sql
    .insertInto('terminal')
    .values({
      id,
      staff_id,
      checkpoint_id: 'A',
      lane: 1,
      device: 'x',
      segment: null,
      public_jwk: '{}',
      thumbprint,
      bound_at: 1,
      last_seen_at: null,
      released_at: null,
      released_by: null,
      release_reason: null,
    })
    .compile()

const inspection = (id: string, rows: { row: string; server_row: string }): Write =>
  addInspection({
    id,
    terminal_id: 't1',
    staff_id: 's1',
    checkpoint_id: 'A',
    lane: 1,
    plate: 'x',
    trip_id: null,
    made_at: 1,
    begun_at: null,
    received_at: 1,
    offline: 0,
    outcome: 'x',
    agrees: 1,
    edition: 'x',
    modifiers: '[]',
    facts: '{}',
    verdict: '{}',
    device_verdict: '{}',
    crew: '[]',
    corrects: null,
    envelope: 'x',
    ...rows,
  })

const letGo = (id: string) => ({
  inspection: id,
  seat: 0,
  person: null,
  surname: 'x',
  idTail: '0000',
  plate: 'x',
  checkpoint: 'A',
  trip: null,
  at: instant(1),
})
