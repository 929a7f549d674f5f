import { describe, expect, it } from 'vitest'
import { due, nothingToDo } from '../../../shared/codes/due.ts'
import { whitelist } from '../../../server/timers/due/whitelist.ts'
import { entryCounts, entryPage, endingEntries, entriesOfPersons } from '../../../server/store/lists.ts'
import { sql } from '../../../server/store/db.ts'
import type { CompiledQuery } from 'kysely'
import { hour, instant } from '../../../shared/instant.ts'
import { listKinds } from '../../../shared/lists/kinds.ts'
import { chainOf } from '../../../shared/lists/chain.ts'
import { standingOf } from '../../../shared/lists/stage.ts'
import type { Stage } from '../../../shared/lists/stage.ts'
import { openMigrated } from '../../../server/store/open-sqlite.ts'
import { numbersAt } from '../../../shared/policy/numbers.ts'
import { li, wang } from '../../kit/people.ts'
import type { World } from '../../kit/world.ts'
import { driverItem, lists } from './kit.ts'

/** What the runner does, once: each thing due is written together with the note that it was done. */
async function runs({ deps, db, clock }: World): Promise<string[]> {
  const now = clock.now()
  const state = { ...nothingToDo, ...(await whitelist.load(deps, now)) }
  const done = new Set((await db.all(sql.selectFrom('due_done').select('id').compile())).map(({ id }) => id))
  const fresh = due(state, now, numbersAt).filter(({ id }) => !done.has(id))
  for (const one of fresh) {
    const { id, timer, subject, dueAt, late } = one
    const told = one.until === null || one.until > now
    const note = {
      id,
      timer,
      subject,
      due_at: dueAt,
      done_at: now,
      late: late ? (1 as const) : (0 as const),
      told: told ? (1 as const) : (0 as const),
    }
    const done = await whitelist.act(deps, one, told)
    await db.commit([...('writes' in done ? done.writes : done), sql.insertInto('due_done').values(note).compile()])
  }
  return fresh.map(({ action }) => action)
}

const messages = async ({ db }: World) =>
  (
    await db.all(
      sql.selectFrom('message').select(['audience', 'channel', 'zh']).orderBy('at').orderBy('channel').compile(),
    )
  ).map(({ audience, channel, zh }) => `${audience} ${channel} ${zh}`)

describe('T8: the term of the drivers list', () => {
  it('48 h before its end the officer and the driver are told, once; its end is recorded, once', async () => {
    const { road, driversInForce } = await lists()
    await driversInForce(driverItem(li))
    road.forward(4 * 24 * 60 + 14 * 60 - 1)
    expect(await runs(road)).toEqual([])
    road.forward(1)
    expect([await runs(road), await runs(road)]).toEqual([['remind-whitelist'], []])
    const ends = '货车司机白名单将于05-23 00:00到期，如需延长请提前办理'
    expect(await messages(road)).toEqual([`list-officer screen ${ends}`, `driver sms ${ends}`])
    road.forward(2 * 24 * 60)
    expect(await runs(road)).toEqual([])
    road.forward(1)
    expect([await runs(road), await runs(road)]).toEqual([['end-whitelist'], []])
    expect((await messages(road)).at(-1)).toBe('list-officer screen 一条货车司机白名单已到期（05-23 00:00）')
  })

  it('what was not approved, or is suspended, is not reminded of; a late run records without telling', async () => {
    const { road, brings, driversInForce, suspends } = await lists()
    const [id = ''] = await driversInForce(driverItem(li))
    await suspends(id)
    await brings('W1', driverItem({ ...wang, number: '329999199106300066' }))
    road.forward(10 * 24 * 60)
    expect(await runs(road)).toEqual([])
    const late = await lists()
    await late.driversInForce(driverItem(li))
    late.road.forward(10 * 24 * 60)
    expect(await runs(late.road)).toEqual(['remind-whitelist', 'end-whitelist'])
    expect(await messages(late.road)).toEqual(['list-officer screen 一条货车司机白名单已到期（05-23 00:00）'])
  })

  it('an extension moves both', async () => {
    const { road, command, driversInForce, entry } = await lists()
    const [id = ''] = await driversInForce(driverItem(li))
    const { version } = (await entry(id)).entry
    const to = '2022-05-30T00:00:00+08:00'
    await command.send('POST', `/api/list-entries/${id}/extension`, { version, to, documentNo: '豫〔2022〕89号' })
    road.forward(8 * 24 * 60)
    expect(await runs(road)).toEqual([])
    road.forward(4 * 24 * 60)
    expect(await runs(road)).toEqual(['remind-whitelist'])
  })
})

describe('the database', () => {
  it('says the same standing as the rules, for every stage and both sides of every moment', async () => {
    const { road, brings } = await lists()
    await brings('W1', driverItem(li))
    const now = road.clock.now()
    const soon = 48 * hour
    const moments = [null, now - 1, now, now + 1, now + soon, now + soon + 1]
    for (const list of listKinds) {
      const stages: Stage[] = [
        ...chainOf(list)
          .slice(0, -1)
          .map(({ id }) => id),
        'complete',
        'suspended',
        'removed',
      ]
      for (const state of stages)
        for (const from_at of moments)
          for (const to_at of moments) {
            await road.db.commit([sql.updateTable('list_entry').set({ list, state, from_at, to_at }).compile()])
            const term = {
              from: from_at === null ? null : instant(from_at),
              to: to_at === null ? null : instant(to_at),
            }
            const [counted] = await road.db.all(entryCounts(list, { now, soon }))
            expect([list, state, term, counted?.standing]).toEqual([
              list,
              state,
              term,
              standingOf(list, state, term, { now, soon: 48 }),
            ])
          }
    }
  })

  it('finds by an index', async () => {
    const db = await openMigrated(':memory:')
    const plan = async (query: CompiledQuery) =>
      (await db.all<{ detail: string }>({ ...query, query: query.query, sql: `explain query plan ${query.sql}` }))
        .map(({ detail }) => detail)
        .join(' · ')
    const at = { now: instant(1), soon: 1, list: 'W1' as const, limit: 50 }
    expect(await plan(entryPage(at))).toMatch(/SEARCH list_entry USING INDEX list_entry_by_time \(list=\?\)$/)
    expect(await plan(entryPage({ ...at, standing: 'draft' }))).toMatch(/USING INDEX list_entry_by_time/)
    expect(await plan(entriesOfPersons(['x'], ['W1', 'W3']))).toMatch(/USING INDEX list_entry_(by_person|once)/)
    expect(await plan(endingEntries(at.now, 1, 500))).toMatch(/USING INDEX list_entry_ends/)
    db.close()
  })
})
