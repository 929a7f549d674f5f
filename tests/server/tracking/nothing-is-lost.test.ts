import { expect, it } from 'vitest'
import { sql as raw } from 'kysely'
import { sql } from '../../../server/store/db.ts'
import { sealed } from '../../kit/phone.ts'
import { inProvince } from '../../kit/world.ts'
import { letGo, roadToWuzhi } from './kit.ts'

it.each(['tracking', 'code_event'])('nothing is taken out of %s', async (table) => {
  const road = await roadToWuzhi()
  await letGo(road)
  const before = await road.rows()
  expect(before[table]).toBeGreaterThan(0)
  await expect(road.db.commit([raw`delete from ${raw.table(table)}`.compile(sql)])).rejects.toMatchObject({
    code: 'DB-03',
  })
  expect(await road.rows()).toEqual(before)
})

it('a record of five hundred people in one truck is refused, and tracks nobody', async () => {
  const road = await roadToWuzhi()
  const { booth } = road
  const record = booth.judges({ facts: inProvince('豫HX0001') })
  const facts = { ...record.facts, crew: Array.from({ length: 500 }, () => ({ role: 'driver' })) }
  const token = await sealed(booth.phone, { ...record, facts, verdict: { ...record.verdict, row: 'V12' } })
  expect(await booth.uploads(token)).toMatchObject([
    { status: 'refused', error: { code: 'RC-02', path: 'facts.crew' } },
  ])
  expect((await road.rows())['tracking']).toBe(0)
})
