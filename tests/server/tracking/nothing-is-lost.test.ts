import { expect, it } from 'vitest'
import { sql as raw } from 'kysely'
import { sql } from '../../../server/store/db.ts'
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
