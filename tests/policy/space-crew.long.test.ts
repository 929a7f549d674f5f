/** Why one person on board is enough for a proof about every crew (the docstring of space.ts). */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Facts } from '../../shared/facts.ts'
import { decide } from '../../shared/policy/decide.ts'
import type { Edition } from '../../shared/policy/edition.ts'
import { stricterBelow } from '../../shared/policy/overlay-compare.ts'
import { gravity, type Row } from '../../shared/policy/verdict.ts'
import { anyPerson, askedPerson, calmPerson, factsWith } from './any-facts.ts'
import { alone, pairWith, tryouts } from './space-kit.ts'
import { now, without } from './truck.ts'

const person = fc.oneof(anyPerson, { arbitrary: calmPerson, weight: 2 }, { arbitrary: askedPerson, weight: 5 })
const crews = factsWith(fc.array(person, { minLength: 2, maxLength: 3 }))

const rowsAlone = (facts: Facts, edition: Edition): readonly Row[] =>
  facts.crew.map((one) => decide(alone(facts, one), now, edition).row)

/** The prior release counts for the crew only if it counts for everybody in it. */
const whatCounts = (facts: Facts, edition: Edition): Facts =>
  rowsAlone(facts, edition).every((row) => row === 'V4') ? facts : without(facts, 'priorRelease')

describe.each(tryouts)('%s', (_name, settings) => {
  const { above, below } = pairWith(settings)

  test('a crew’s row is the gravest that one of its members gets alone', () => {
    const seen = new Set<Row>()
    fc.assert(
      fc.property(crews, (facts) => {
        const { row } = decide(facts, now, below)
        const gravest = rowsAlone(whatCounts(facts, below), below).reduce((a, b) => (gravity(b) > gravity(a) ? b : a))
        seen.add(row)
        expect(row).toBe(gravest)
      }),
      { numRuns: 700, seed: 20220516 },
    )
    expect(seen.size).toBeGreaterThan(10)
  })

  test('where a crew is judged more strictly, so is one of its members alone, with or without the prior release', () => {
    let stricter = 0
    fc.assert(
      fc.property(crews, (facts) => {
        if (stricterBelow(facts, now, { above, below }).why === undefined) return
        stricter++
        const singles = facts.crew.flatMap((one) => {
          const asks = [alone(facts, one), without(alone(facts, one), 'priorRelease')]
          // Nothing asked yet but what a prior release rests on.
          const bare = one.nucleicAcid === undefined ? {} : { nucleicAcid: one.nucleicAcid }
          return [...asks, alone(without(facts, 'freightCode'), bare)]
        })
        expect(singles.some((single) => stricterBelow(single, now, { above, below }).why !== undefined)).toBe(true)
      }),
      { numRuns: 700, seed: 20220517 },
    )
    expect(stricter > 20).toBe(_name !== 'the law itself' && _name !== 'longer')
    if (_name === 'the law itself' || _name === 'longer') expect(stricter).toBe(0)
  })
})
