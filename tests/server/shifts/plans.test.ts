import { afterAll, describe, expect, it } from 'vitest'
import type { CompiledQuery } from 'kysely'
import { conflictById, conflictPage, openConflicts } from '../../../server/store/conflicts.ts'
import { checksAt, reviewedAt } from '../../../server/store/duty.ts'
import { openMigrated } from '../../../server/store/open-sqlite.ts'
import {
  boundAt,
  handoversAt,
  laneEvents,
  lanesBefore,
  shiftEventsAt,
  shiftEventsByIds,
  shiftEventsOf,
  signOnsOf,
} from '../../../server/store/shifts.ts'
import { instant } from '../../../shared/instant.ts'
import { planOf } from '../../kit/plan.ts'

const db = await openMigrated(':memory:')
afterAll(() => db.close())

const [from, until, here] = [instant(1), instant(2), 'JZ-G01']
const scans = (plan: readonly string[]) =>
  plan.filter((step) => /^SCAN (?!json_each|\(|number VIRTUAL|seen$)/.test(step))

describe('nothing about shifts reads a whole table', () => {
  it.each<[string, CompiledQuery, RegExp]>([
    ['what happened at a checkpoint', shiftEventsAt(here, from, until), /shift_event_by_checkpoint/],
    ['events by their ids', shiftEventsByIds(['a']), /PRIMARY KEY/],
    ['what is said of shifts', shiftEventsOf(['a']), /shift_event_by_shift/],
    [
      'sign-ons of people',
      signOnsOf({ staff: ['a'], segments: ['1'], terminals: ['t'] }, from),
      /shift_event_by_staff/,
    ],
    [
      'sign-ons of numbers',
      signOnsOf({ staff: ['a'], segments: ['1'], terminals: ['t'] }, from),
      /shift_event_by_segment/,
    ],
    [
      'sign-ons of phones',
      signOnsOf({ staff: ['a'], segments: ['1'], terminals: ['t'] }, from),
      /shift_event_by_terminal/,
    ],
    ['lanes before', lanesBefore(here, from), /shift_event_of_lane/],
    [
      'lanes as they came',
      laneEvents({ checkpoint: here, after: undefined, until, limit: 5 }),
      /shift_event_of_lane_received/,
    ],
    [
      'lanes since',
      laneEvents({ checkpoint: here, after: { receivedAt: 1, id: 'a' }, until, limit: 5 }),
      /shift_event_of_lane_received/,
    ],
    ['what was handed over', handoversAt(here, from, until), /shift_event_by_checkpoint/],
    ['since when phones are bound', boundAt(['t']), /PRIMARY KEY/],
    [
      'disagreements that were explained',
      reviewedAt(here, from, until),
      /inspection_disagrees|inspection_by_checkpoint/,
    ],
    ['disagreements', conflictPage({ checkpoint: here, limit: 5 }), /inspection_disagrees/],
    [
      'disagreements nobody explained',
      conflictPage({ checkpoint: here, reviewed: false, limit: 5 }),
      /inspection_disagrees/,
    ],
    ['how many', openConflicts(here, 1000), /inspection_disagrees/],
    ['one of them', conflictById('a'), /PRIMARY KEY/],
  ])('%s', async (_, query, index) => {
    const plan = await planOf(db, query)
    expect(plan.filter((step) => index.test(step))).not.toEqual([])
    expect(scans(plan)).toEqual([])
  })

  it('a day of a checkpoint is counted in the index alone', async () => {
    expect(await planOf(db, checksAt(here, from, until))).toEqual([
      expect.stringContaining('SEARCH inspection USING COVERING INDEX inspection_by_checkpoint'),
    ])
  })
  it('lanes as they came are not sorted anew', async () => {
    const plan = await planOf(db, laneEvents({ checkpoint: here, after: undefined, until, limit: 5 }))
    expect(plan.filter((step) => step.includes('TEMP B-TREE'))).toEqual([])
  })
})
