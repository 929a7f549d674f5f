import type { CompiledQuery } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { openMigrated } from '../../../server/store/open-sqlite.ts'
import * as regions from '../../../server/store/regions.ts'
import * as roads from '../../../server/store/roads.ts'
import { instant } from '../../../shared/instant.ts'
import { planOf } from '../../kit/plan.ts'

const db = await openMigrated(':memory:')
afterAll(() => db.close())
const at = instant(1_652_666_400_000)

/** What SQLite reads from end to end, but for the checkpoints themselves and the numbers of lanes. */
const read = async (query: CompiledQuery) =>
  (await planOf(db, query)).filter(
    (step) => step.startsWith('SCAN ') && !/^SCAN (one|number|json_each)/.test(step) && !step.includes('USING'),
  )

describe('what is asked each quarter of a minute goes along an index', () => {
  it.each<[string, CompiledQuery]>([
    ['lanes', regions.lanesTold(at)],
    ['closures', regions.closuresSince(at)],
    ['open closures', regions.openClosures()],
    ['regions that go on', regions.runningRegions()],
    ['regions of a day', regions.regionsSince(at)],
    ['members', regions.membersOf(['x'])],
    ['regions of an incident', regions.regionsOfIncident('x')],
    ['steps', regions.stepMoments(['x'])],
    ['blocked roads', roads.openBlocks()],
    ['cleared roads', roads.clearedBlocks(at)],
  ])('%s', async (_, query) => expect(await read(query)).toEqual([]))
})
