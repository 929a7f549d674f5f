import { expect, it } from 'vitest'
import { congestionEvents } from '../../../server/store/incidents.ts'
import { lastReadings, stirredSince } from '../../../server/store/queue.ts'
import { instant } from '../../../shared/instant.ts'
import { planOf } from '../../kit/plan.ts'
import { emptyDatabase } from '../../kit/empty-database.ts'

it('what each tick reads does not grow with the log', async () => {
  const db = await emptyDatabase()
  const log = (await planOf(db, congestionEvents('JZ-G01', instant(5)))).join('\n')
  expect(log.match(/SEARCH congestion_event USING INDEX congestion_event_of_kind/g)).toHaveLength(4)
  expect(log).not.toMatch(/SCAN congestion_event/)
  const stirred = (await planOf(db, stirredSince(instant(5)))).join('\n')
  expect(stirred).not.toMatch(/SCAN (i|q|s|c)\b/)
  expect((await planOf(db, lastReadings())).join('\n')).not.toMatch(/SCAN queue_reading/)
})
