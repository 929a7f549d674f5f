import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { instant, minute } from '../../shared/instant.ts'
import { isOnDuty, laneSpans, shiftsOf, type ShiftEvent } from '../../shared/shifts/ledger.ts'
import { at } from './kit.ts'

/** Three phones of two inspectors, two numbers, three lanes, a day in ten-minute steps. */
const event = fc.record({
  kind: fc.constantFrom('on', 'on', 'off', 'seen', 'lane-open', 'lane-closed', 'released'),
  phone: fc.integer({ min: 1, max: 3 }),
  of: fc.integer({ min: 0, max: 11 }),
  step: fc.integer({ min: 0, max: 144 }),
  lane: fc.integer({ min: 1, max: 3 }),
  segment: fc.constantFrom(null, '19800000001', '19800000002'),
})

type Drawn = { kind: string; phone: number; of: number; step: number; lane: number; segment: string | null }

const logOf = (drawn: readonly Drawn[]): ShiftEvent[] =>
  drawn.map(({ kind, phone, of, step, lane, segment }, index) => ({
    id: `e${index}`,
    kind: kind as ShiftEvent['kind'],
    at: instant(at('00:00') + step * 10 * minute),
    terminal: `phone-${phone}`,
    staff: phone === 3 ? 'inspector-1' : `inspector-${phone}`,
    shift: kind === 'on' ? `e${index}` : kind.startsWith('lane') ? null : `e${of}`,
    lane: kind === 'on' || kind.startsWith('lane') ? lane : null,
    segment: kind === 'on' ? segment : null,
    handover: null,
  }))

const shuffled = fc
  .array(event, { maxLength: 12 })
  .map(logOf)
  .chain((log) =>
    fc.record({
      log: fc.constant(log),
      again: fc.shuffledSubarray([...log, ...log], { minLength: log.length * 2, maxLength: log.length * 2 }),
    }),
  )

it('the same events in any order, each twice, give the same shifts and lanes', () => {
  fc.assert(
    fc.property(shuffled, ({ log, again }) => {
      expect(shiftsOf(again)).toEqual(shiftsOf(log))
      expect(laneSpans(again)).toEqual(laneSpans(log))
    }),
    { numRuns: 500 },
  )
})

it('whatever comes: at no moment is an inspector, a phone or a number on duty twice', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 12 }).map(logOf), (log) => {
      const shifts = shiftsOf(log)
      const twice = Array.from({ length: 145 }, (_, step) => {
        const now = shifts.filter((shift) => isOnDuty(shift, instant(at('00:00') + step * 10 * minute)))
        return (['staff', 'terminal', 'segment'] as const).filter((of) => {
          const values = now.flatMap((shift) => shift[of] ?? [])
          return new Set(values).size !== values.length
        })
      })
      expect(twice.flat()).toEqual([])
    }),
    { numRuns: 300 },
  )
})
