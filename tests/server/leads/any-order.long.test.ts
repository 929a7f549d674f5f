import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { sql } from '../../../server/store/db.ts'
import { addSeen, addTwoPlaces } from '../../../server/store/leads-made.ts'
import type { SeenRow } from '../../../server/store/leads-made.ts'
import { minute } from '../../../shared/instant.ts'
import { kilometresBetween, shortestDrive, tooFarFrom } from '../../../shared/leads/two-places.ts'
import { emptyDatabase } from '../../kit/empty-database.ts'

const places = new Map([
  ['JZ-G01', { lat: 35, lon: 113 }],
  ['JZ-G02', { lat: 35.8, lon: 113 }],
  ['JZ-G03', { lat: 35.4, lon: 113.2 }],
  ['JZ-G04', { lat: 35.05, lon: 113 }],
])

const sighting = fc.record({
  checkpoint: fc.constantFrom(...places.keys(), 'JZ-G09'),
  at: fc.integer({ min: 0, max: 90 }),
  known: fc.boolean(),
})
type Sighting = { checkpoint: string; at: number; known: boolean }

/** The rule pair by pair, with no database. */
function impossible(seen: readonly Sighting[]): boolean {
  return seen.some((a) =>
    seen.some((b) => {
      const [here, there] = [places.get(a.checkpoint), places.get(b.checkpoint)]
      if (a.checkpoint === b.checkpoint || here === undefined || there === undefined) return false
      const unknown = [a, b].filter(({ known }) => !known).length as 0 | 1 | 2
      return Math.abs(a.at - b.at) * minute < shortestDrive(kilometresBetween(here, there), unknown)
    }),
  )
}

it('whatever the order in which sightings come in: one lead where two of them cannot be one truck, else none', async () => {
  const db = await emptyDatabase()
  let run = 0
  const leadsOf = async (seen: readonly Sighting[]) => {
    const credential = `c${(run += 1)}`
    for (const [index, { checkpoint, at, known }] of seen.entries()) {
      const row: SeenRow = {
        credential,
        at: at * minute,
        inspection_id: `${credential}-${index}`,
        checkpoint_id: checkpoint,
        plate: '豫HX0001',
        clock_known: known ? 1 : 0,
      }
      const elsewhere = tooFarFrom(checkpoint, places)
      const found = { id: `${credential}-${index}`, dedupe: `two-places/${credential}`, foundAt: index }
      await db.commit([...(elsewhere.length > 0 ? [addTwoPlaces(row, elsewhere, found)] : []), addSeen(row)])
    }
    return (await db.all(sql.selectFrom('lead').select('id').where('credential', '=', credential).compile())).length
  }
  await fc.assert(
    fc.asyncProperty(fc.array(sighting, { minLength: 2, maxLength: 6 }), async (seen) => {
      const expected = impossible(seen) ? 1 : 0
      expect([await leadsOf(seen), await leadsOf(seen.toReversed())]).toEqual([expected, expected])
    }),
    { numRuns: 300 },
  )
})
