import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { due, nothingToDo } from '../../shared/codes/due.ts'
import { inOrder, ofKind, type LedgerEvent } from '../../shared/codes/events.ts'
import { ledgerAt, type Ledger } from '../../shared/codes/ledger.ts'
import { whyNotOpened } from '../../shared/codes/openings.ts'
import { instant, minute, plus, type Instant } from '../../shared/instant.ts'
import { numbersAt } from '../../shared/policy/numbers.ts'
import { anyNow, anyYear, yearEnd } from './any-year.ts'

const runs = { numRuns: 1500, seed: 20220516 }
const read = (events: readonly LedgerEvent[], now: Instant): Ledger => ledgerAt(events, now, numbersAt)

const reds = new Set(['R1', 'R2', 'R3'])
function colourFrom({ open }: Ledger): readonly string[] {
  if (open.some(({ reason }) => reds.has(reason))) return ['red']
  return open.length > 0 ? ['yellow'] : ['green', 'grey']
}

test('the colour is what the open reasons give, always', () => {
  const seen = new Map<string, number>()
  fc.assert(
    fc.property(anyYear, anyNow, (events, now) => {
      for (const at of [now, yearEnd]) {
        const ledger = read(events, at)
        seen.set(ledger.colour, (seen.get(ledger.colour) ?? 0) + 1)
        expect(colourFrom(ledger)).toContain(ledger.colour)
      }
    }),
    runs,
  )
  for (const colour of ['green', 'yellow', 'red', 'grey']) expect(seen.get(colour) ?? 0, colour).toBeGreaterThan(20)
})

test('no reason is lost: each one lawfully opened is open, proposed or closed with why, and once only', () => {
  fc.assert(
    fc.property(anyYear, anyNow, (events, now) => {
      const { open, proposed, closed } = read(events, now)
      const placed = [...open, ...proposed, ...closed].map(({ opening }) => opening)
      expect(new Set(placed).size).toBe(placed.length)
      const told = inOrder(events, now)
      const lawful = [...ofKind(told, 'opened'), ...ofKind(told, 'proposed')].filter((event) => !whyNotOpened(event))
      for (const { id } of lawful) expect(placed).toContain(id)
      for (const { opening } of [...open, ...closed])
        expect(opening.startsWith('Y2@') || lawful.some(({ id }) => id === opening)).toBe(true)
    }),
    runs,
  )
})

test('any order of upload, and any of it twice: the same ledger, to the last word', () => {
  const shuffled = anyYear.chain((events) =>
    fc.tuple(fc.constant(events), fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 })),
  )
  fc.assert(
    fc.property(shuffled, anyNow, ([events, other], now) => {
      expect(read(other, now)).toEqual(read(events, now))
    }),
    runs,
  )
})

test('no red without two different persons of the epidemic office, and evidence', () => {
  let confirmed = 0
  fc.assert(
    fc.property(anyYear, anyNow, (events, now) => {
      for (const { reason, evidence, opening, since } of read(events, now).open) {
        if (!reds.has(reason)) continue
        confirmed++
        expect(evidence.id).not.toBe('')
        const signers = events.filter(
          (one) =>
            one.actor.role === 'epidemic' &&
            one.at <= since &&
            (one.kind === 'signed' ? one.proposal === opening : one.id === opening),
        )
        expect(new Set(signers.map(({ actor }) => actor.id)).size).toBeGreaterThanOrEqual(2)
      }
      const unsigned = events.filter(({ kind }) => kind !== 'signed')
      expect(read(unsigned, now).colour).not.toBe('red')
    }),
    runs,
  )
  expect(confirmed).toBeGreaterThan(10)
})

test('nobody’s yellow but by a row or the timer', () => {
  fc.assert(
    fc.property(anyYear, anyNow, (events, now) => {
      for (const { reason, evidence, by } of read(events, now).open) {
        if (reason === 'Y1')
          expect([evidence.kind, ['inspector', 'head'].includes(by.role)]).toEqual(['inspection', true])
        if (reason === 'Y2') expect([evidence.kind, by.role]).toEqual(['timer', 'system'])
      }
    }),
    runs,
  )
})

test('a ledger of a moment is not changed by what happens after it', () => {
  fc.assert(
    fc.property(anyYear, anyNow, (events, now) => {
      expect(
        read(
          events.filter(({ at }) => at <= now),
          now,
        ),
      ).toEqual(read(events, now))
    }),
    runs,
  )
})

test('events, facts and numbers are left as they were', () => {
  fc.assert(
    fc.property(anyYear, anyNow, (events, now) => {
      const before = structuredClone(events)
      read(events, now)
      expect(events).toEqual(before)
    }),
    { numRuns: 200 },
  )
})

test('a runner that writes what is due changes no colour and refuses nothing of its own', () => {
  let written = 0
  fc.assert(
    fc.property(anyYear, anyNow, (events, now) => {
      const state = { ...nothingToDo, people: [{ person: 'P', events }] }
      const found = due(state, now, numbersAt)
      expect(new Set(found.map(({ id }) => id)).size).toBe(found.length)
      const own = found.map(({ event }) => event).filter((event) => event !== null)
      written += own.length
      const { colour, open, refused } = read([...events, ...own], now)
      expect([colour, open]).toEqual([read(events, now).colour, read(events, now).open])
      for (const { event } of refused) expect(own.map(({ id }) => id)).not.toContain(event)
      const again = due({ ...state, people: [{ person: 'P', events: [...events, ...own] }] }, now, numbersAt)
      expect(again.map(({ id }) => id)).toEqual(found.map(({ id }) => id))
      const back = due({ ...state, seenUntil: now }, plus(now, -60 * minute), numbersAt)
      expect(back).toEqual(found)
    }),
    runs,
  )
  expect(written).toBeGreaterThan(100)
})

/** A second reading of the overstay, minute by minute, on tests and movements only. */
function overstayedBySteps(events: readonly LedgerEvent[], until: Instant): Instant | undefined {
  const told = inOrder(events, until)
  const bases = ofKind(told, 'tested')
    .filter(({ result, source }) => result === 'negative' && source !== 'driver' && source !== 'company')
    .map(({ reportedAt, sampledAt }) => reportedAt ?? sampledAt)
    .filter((basis) => basis !== null)
    .map((basis) => Math.floor(basis / minute))
  const moves = told.filter(({ kind, source }) => kind === 'left' || (kind === 'arrived' && source !== 'driver'))
  const first = Math.floor((moves[0]?.at ?? until) / minute)
  let held = false
  for (let now = first; now * minute <= until; now++) {
    const here = (before: number) => moves.findLast(({ at }) => Math.floor(at / minute) <= before)?.kind === 'arrived'
    const holds = bases.some((basis) => basis <= now && now - basis <= 48 * 60)
    if (!here(now)) held = false
    else if (holds) held = true
    else if (held) return instant(now * minute)
  }
  return undefined
}

test('two readings of the overstay agree, to the minute', () => {
  const start = Date.parse('2022-05-10T00:00:00+08:00')
  const anyMinute = fc.integer({ min: 0, max: 6 * 24 * 12 }).map((fives) => instant(start + fives * 5 * minute))
  const stamp = {
    id: fc.uuid(),
    at: anyMinute,
    source: fc.constantFrom('checkpoint' as const, 'feed' as const),
    actor: fc.constant({ role: 'inspector' as const, id: 'I' }),
  }
  const move: fc.Arbitrary<LedgerEvent> = fc.oneof(
    fc.record({ ...stamp, kind: fc.constant('arrived' as const) }),
    fc.record({ ...stamp, kind: fc.constant('left' as const) }),
  )
  const result = fc
    .record(stamp)
    .map((one): LedgerEvent => ({ ...one, kind: 'tested', result: 'negative', sampledAt: null, reportedAt: one.at }))
  let found = 0
  fc.assert(
    fc.property(
      fc.array(move, { maxLength: 4 }),
      fc.array(result, { minLength: 1, maxLength: 4 }),
      (moves, results) => {
        // Two movements in one minute have no order that both readings must share.
        fc.pre(new Set(moves.map(({ at }) => at)).size === moves.length)
        const events = [...moves, ...results]
        const until = instant(start + 9 * 24 * 60 * minute)
        const ledger = read(events, until)
        const overstays = [...ledger.open, ...ledger.closed]
          .filter(({ reason }) => reason === 'Y2')
          .map(({ since }) => since)
        const expected = overstayedBySteps(events, until)
        if (expected !== undefined) found++
        expect(overstays.length > 0 ? Math.min(...overstays) : undefined).toBe(expected)
      },
    ),
    { numRuns: 300, seed: 20220516 },
  )
  expect(found).toBeGreaterThan(50)
})
