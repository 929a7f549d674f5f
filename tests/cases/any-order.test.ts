import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { begin, step, type CaseFile } from '../../shared/cases/case-file.ts'
import { callOf, deadlinesOf, mayClose } from '../../shared/cases/clocks.ts'
import type { CaseDeed } from '../../shared/cases/events.ts'
import { callResults, caseCategories, caseLevels, caseRoles } from '../../shared/cases/kinds.ts'
import { caseMoves, mayMove, ruleOf } from '../../shared/cases/moves.ts'
import { at, deed, made, numbers } from './kit.ts'

/** Anybody does anything, at any minute of four hours, most of it not allowed. */
const anyDeeds = fc
  .array(
    fc.record({
      minutes: fc.integer({ min: 0, max: 240 }),
      move: fc.constantFrom('accept' as const, 'reply' as const, 'answer' as const, ...caseMoves),
      role: fc.constantFrom(...caseRoles.map(() => 'dispatcher' as const), ...caseRoles),
      result: fc.constantFrom(...callResults),
      category: fc.constantFrom(...caseCategories),
    }),
    { minLength: 10, maxLength: 60, size: 'max' },
  )
  .map((drawn) =>
    drawn
      .toSorted((a, b) => a.minutes - b.minutes)
      .map(({ minutes, move, role, ...more }) => deed([minutes, move, more, role])),
  )

const walk = (deeds: readonly CaseDeed[], look: (before: CaseFile, deed: CaseDeed, after: CaseFile) => void) =>
  deeds.reduce((file, one) => {
    const next = step(file, one)
    look(file, one, next)
    return next
  }, begin(made()))

const runs = { numRuns: 300, seed: 20220516 }

it('no move outside the table, whoever tries what in which order', () => {
  let done = 0
  fc.assert(
    fc.property(anyDeeds, (deeds) => {
      walk(deeds, (before, one, after) => {
        if (!mayMove(before, one.move, one.by.role)) return expect(after).toBe(before)
        done += 1
        if (one.move !== 'answer') expect(after.state).toBe(ruleOf(one.move).to ?? before.state)
        if (one.move !== 'escalate') expect(after.level).toBe(before.level)
        expect(caseLevels.indexOf(after.level) - caseLevels.indexOf(before.level)).toBe(one.move === 'escalate' ? 1 : 0)
      })
    }),
    runs,
  )
  expect(done).toBeGreaterThan(2000)
})

it('the clock of the reply runs until there is one, and nothing but a reply, its end or a new beginning moves it', () => {
  let seen = 0
  fc.assert(
    fc.property(anyDeeds, (deeds) => {
      walk(deeds, (before, one, after) => {
        const [was, is] = [deadlinesOf(before, numbers).reply, deadlinesOf(after, numbers).reply]
        if (was === null || after === before) return
        seen += 1
        if (one.move === 'reply') return expect(is).toBeNull()
        // Accepting starts it sooner, never later.
        expect(is, one.move).not.toBeNull()
        expect(is).toBeLessThanOrEqual(was)
      })
    }),
    runs,
  )
  expect(seen).toBeGreaterThan(1000)
})

it('a first reply is owed within 35 minutes of the report, whenever the case is accepted', () => {
  fc.assert(
    fc.property(anyDeeds, (deeds) => {
      walk(deeds, (_, __, after) => {
        if (after.firstReplyAt !== null) return
        expect(deadlinesOf(after, numbers).reply).toBeLessThanOrEqual(at(35))
        expect(after.state).not.toMatch(/replied|call-back|closed/)
      })
    }),
    runs,
  )
})

it('what is closed has a reply and its time; each round of the timer is waited for once', () => {
  fc.assert(
    fc.property(anyDeeds, (deeds) => {
      const rounds: string[] = []
      walk(deeds, (before, one, after) => {
        if (after.state === 'closed') expect(after.firstReplyAt).not.toBeNull()
        if (after.round !== before.round) rounds.push(callOf('c', after, numbers).id)
        if (one.move === 'close' && after !== before) expect(after.closedAt).toBe(one.at)
      })
      expect(new Set(rounds).size).toBe(rounds.length)
    }),
    runs,
  )
  expect(mayClose(begin(made()), numbers)).toBe(false)
})
