import { expect, it } from 'vitest'
import { addResult } from '../../../server/store/people.ts'
import { openMigrated } from '../../../server/store/open-sqlite.ts'
import { openTracking, waitingWithResult } from '../../../server/store/tracking.ts'
import { answersRelease } from '../../../shared/codes/tracked-sample.ts'
import { day, hour, instant } from '../../../shared/instant.ts'

const released = instant(1_652_666_400_000)
const moments = [null, -2 * day, -day - 1, -day, -3 * hour, -1, 0, hour].map((off) =>
  off === null ? null : instant(released + off),
)
const taken = [released - hour, released, released + hour].map(instant)

it('the database finds those whose result is here, and no others that would stand in their way', async () => {
  const db = await openMigrated(':memory:')
  const cases = moments.flatMap((sampledAt) =>
    moments.flatMap((reportedAt) => taken.map((takenInAt) => ({ sampledAt, reportedAt, takenInAt }))),
  )
  const who = {
    seat: 0,
    surname: '李',
    idTail: '0031',
    plate: '豫HX0001',
    checkpoint: 'JZ-G01',
    trip: null,
    at: released,
  }
  await db.commit(
    cases.flatMap(({ sampledAt, reportedAt, takenInAt }, index) => [
      ...openTracking([{ ...who, inspection: `${index}`, person: `P${index}` }]),
      addResult({
        id: `${index}`,
        person_tag: `P${index}`,
        result: 'negative',
        sampled_at: sampledAt,
        reported_at: reportedAt,
        source: '示例',
        taken_in_at: takenInAt,
      }),
    ]),
  )
  const found = new Set((await db.all(waitingWithResult(1000))).map((row) => Number(row.inspection_id)))
  expect(cases.map((_, index) => found.has(index))).toEqual(cases.map((one) => answersRelease(released, one)))
})
