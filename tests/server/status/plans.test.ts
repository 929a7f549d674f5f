import { afterAll, describe, expect, it } from 'vitest'
import type { CompiledQuery } from 'kysely'
import { openMigrated } from '../../../server/store/open-sqlite.ts'
import { openRiskAreasIn, riskAreaPage, riskAreasInForce } from '../../../server/store/risk-areas.ts'
import * as lists from '../../../server/store/status-lists.ts'
import { withdrawnCodes, withdrawnOfPlate } from '../../../server/store/withdrawn-codes.ts'
import { instant } from '../../../shared/instant.ts'
import { planOf } from '../../kit/plan.ts'

const db = await openMigrated(':memory:')
afterAll(() => db.close())
const now = instant(1)

describe('what the phones ask of standings and areas every minute is read in an index', () => {
  it.each<[string, CompiledQuery, RegExp]>([
    ['the places of a list', lists.notValid(3, 'of'), /SEARCH pass USING COVERING INDEX pass_not_valid \(list=\?\)/],
    ['those of all from it', lists.notValid(3, 'from'), /SEARCH pass USING COVERING INDEX pass_not_valid \(list>\?\)/],
    [
      'what is taken',
      lists.takenWithin(3, { from: 0, to: 512 }),
      /SEARCH pass USING .*\(list=\? AND idx>\? AND idx<\?\)/,
    ],
    ['of a plate', lists.notValidOfPlate('沪DX0001', now, 5), /SEARCH pass USING INDEX pass_by_plate \(plate=\? AND/],
    ['the last change', lists.lastChangeOf(3), /SEARCH status_change USING COVERING INDEX status_change_by_list/],
    ['changes', lists.changesAfter(7, 10), /SEARCH status_change USING INTEGER PRIMARY KEY/],
    ['void codes', withdrawnCodes(now), /SEARCH code_withdrawn USING INDEX code_withdrawn_until/],
    ['of a truck', withdrawnOfPlate('沪DX0001', now, 5), /SEARCH code_withdrawn USING PRIMARY KEY \(plate=\?\)/],
    ['areas in force', riskAreasInForce(now), /risk_area_in_force/],
    ['areas of a county', openRiskAreasIn(['410811']), /SEARCH risk_area USING .*INDEX risk_area_once \(region=\?\)/],
    ['a page of areas', riskAreaPage({ now, limit: 50 }), /risk_area USING INDEX risk_area_by_added/],
  ])('%s', async (_, query, how) => expect((await planOf(db, query)).join('\n')).toMatch(how))
})
