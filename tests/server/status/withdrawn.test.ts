import { expect, it } from 'vitest'
import { withdrawCodes, withdrawnCodes } from '../../../server/store/withdrawn-codes.ts'
import { day, plus } from '../../../shared/instant.ts'
import { world } from '../../kit/world.ts'

it('what was void stays void, whichever withdrawal is written last', async () => {
  const { db, clock } = await world()
  const now = clock.now()
  const row = { plate: '沪DX0001', trip_number: '482109371165', reason: 'driver-asked' }
  await db.commit([withdrawCodes({ ...row, before_at: plus(now, 1000), until: plus(now, day) })])
  await db.commit([withdrawCodes({ ...row, before_at: now, until: plus(now, day - 1000) })])
  expect(await db.all(withdrawnCodes(now))).toEqual([{ trip_number: row.trip_number, before_at: plus(now, 1000) }])
})
