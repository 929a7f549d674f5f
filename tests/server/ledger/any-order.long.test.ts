/** The records of a few days, uploaded in any order, make the same ledger. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sql } from '../../../server/store/db.ts'
import { ledgersOf } from '../../../server/usecases/code-ledger.ts'
import { fromOutside } from '../../kit/world.ts'
import { iso, negative, plate, road, seen } from './kit.ts'
import type { Road } from './kit.ts'

/** An undo is sent after what it corrects, as a phone does. */
type Made = { id: string; minute: number; time: string; person: object; corrects?: string }

const shown = [
  { nucleicAcid: negative('15T10:00') },
  { nucleicAcid: negative('15T10:00'), healthCode: 'yellow' },
  { nucleicAcid: { result: 'pending', sampledAt: iso('16T09:50') }, antigen: 'negative', healthCode: 'yellow' },
  { nucleicAcid: negative('15T20:00'), healthCode: 'red', riskStay: true },
  { nucleicAcid: null, antigen: 'positive' },
  { nucleicAcid: negative('16T09:00', '16T05:00'), travelCard: 'yellow' },
]

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const two = (n: number) => String(n).padStart(2, '0')

/** Some records of three days, each at a minute of its own, and an undo of one of them. */
const shift = fc
  .array(fc.record({ minute: fc.integer({ min: 10 * 60, max: 3 * 1440 - 3 }), shown: fc.nat(shown.length - 1) }), {
    minLength: 2,
    maxLength: 12,
  })
  .map((records) =>
    records.map(({ minute, shown: which }, n): Made => ({
      id: id(n),
      time: timeOf(minute),
      person: shown[which] ?? {},
      minute,
    })),
  )
const timeOf = (minute: number) =>
  `${16 + Math.floor(minute / 1440)}T${two(Math.floor((minute % 1440) / 60))}:${two(minute % 60)}`
const undoOf = ({ id: corrects, minute }: Made): Made => ({
  id: id(99),
  minute: minute + 1,
  time: timeOf(minute + 1),
  person: shown[0] ?? {},
  corrects,
})

async function upload(day: Road, records: readonly Made[], atOnce: number): Promise<void> {
  const items = records.map(({ id: own, time, person, corrects }) => ({
    id: own,
    madeAt: iso(time),
    facts: fromOutside(plate, person),
    trip: day.driver.trip.id,
    crew: seen,
    ...(corrects === undefined ? {} : { corrects }),
  }))
  for (let at = 0; at < items.length; at += atOnce) {
    const results = await day.inspector.uploads(...items.slice(at, at + atOnce))
    expect(results.map(({ status }) => status)).not.toContain('refused')
  }
}

/** Colour and reasons, and every event but those that name the trip of this very run. */
async function outcome(day: Road) {
  const person = await day.person()
  const ledger = (await ledgersOf(day.deps, [person])).get(person)!
  const rows = await day.db.all(
    sql.selectFrom('code_event').select(['id', 'at', 'kind', 'event']).orderBy('id').compile(),
  )
  return {
    colour: ledger.colour,
    open: ledger.open.map(({ opening, since }) => `${opening} ${since}`),
    proposed: ledger.proposed.map(({ opening }) => opening),
    closed: ledger.closed.map(({ opening, closed }) => `${opening} ${closed.way} ${closed.at}`),
    events: rows
      .filter(({ kind }) => kind !== 'registered')
      .map(({ event }) => event.replaceAll(day.inspector.id, 'I')),
  }
}

async function ledgerOf(records: readonly Made[], atOnce: number, again: boolean) {
  const day = await road()
  day.until('19T10:00')
  await upload(day, records, atOnce)
  if (again) await upload(day, records, 13)
  await day.ticks()
  return outcome(day)
}

test(
  'random records of three days and an undo: every order, size of batch and repetition gives one ledger',
  { timeout: 60_000 },
  async () => {
    const seenColours = new Set<string>()
    await fc.assert(
      fc.asyncProperty(
        shift.chain((made) => fc.tuple(fc.constant(made), fc.shuffledSubarray(made, { minLength: made.length }))),
        fc.integer({ min: 1, max: 13 }),
        async ([made, mixed], atOnce) => {
          const undo = undoOf(made[0]!)
          const first = await ledgerOf([...made, undo], 13, false)
          expect(await ledgerOf([...mixed, undo], atOnce, true)).toEqual(first)
          seenColours.add(first.colour)
        },
      ),
      { numRuns: 15, seed: 20220516 },
    )
    expect(seenColours).toContain('yellow')
  },
)
