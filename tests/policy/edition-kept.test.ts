import { describe, expect, test } from 'vitest'
import { decide } from '../../shared/policy/decide.ts'
import { editionFromKept, keptOf, type KeptEdition } from '../../shared/policy/edition-kept.ts'
import { contentOf, editions, fingerprint, type Edition, type EditionContent } from '../../shared/policy/edition.ts'
import { parameters } from '../../shared/policy/parameters.ts'
import { answerOf } from '../../shared/policy/verdict.ts'
import { parseInspection } from '../../shared/facts-json.ts'
import { Fault } from '../../shared/fault.ts'
import { amendment, lawWith } from './amendment-kit.ts'
import { inspections } from './random-inspection.ts'
import { proposed } from './overlay-kit.ts'
import { moment, now } from './truck.ts'

const [program] = editions
const amended = lawWith({ amendment: amendment({ testValidity: 72 }), at: now }).editions.at(-1)!

/** As an earlier program would have put its edition away. */
function keptBefore(change: (content: EditionContent) => EditionContent, from = program): KeptEdition {
  const content = change(contentOf(from.parameters, from.amendments))
  const json = JSON.stringify({ from: from.from, ...content })
  return { id: `${from.name}.${fingerprint(content)}`, name: from.name, content: json }
}

const sameVerdicts = (one: Edition, other: Edition) => {
  const next = inspections(7)
  for (let i = 0; i < 500; i++) {
    const json = next()
    let inspection
    try {
      inspection = parseInspection(json)
    } catch (cause) {
      if (cause instanceof Fault) continue
      throw cause
    }
    const { facts, now: at } = inspection
    expect({ ...answerOf(decide(facts, at, one)), edition: '' }).toEqual({
      ...answerOf(decide(facts, at, other)),
      edition: '',
    })
  }
}

describe('an edition that was put away', () => {
  test.each<readonly [string, Edition]>([
    ['the program’s', program],
    ['an amended one', amended],
    ['of a county', proposed({ testValidityHours: 72 })],
  ])('comes back with its id, its numbers at every moment, and its verdicts: %s', (_, edition) => {
    const kept = keptOf(edition)!
    const back = editionFromKept({ ...kept })
    expect([back.id, back.name, back.from]).toEqual([edition.id, edition.name, edition.from])
    for (const at of [moment('01T00:00'), now, moment('16T12:00'), moment('2023-01-01T00:00')])
      expect(back.numbersAt(at)).toEqual(edition.numbersAt(at))
    sameVerdicts(back, edition)
  })

  test('is refused when a character of it was changed', () => {
    const kept = keptOf(amended)!
    const altered = kept.content.replace('"value":72', '"value":71')
    expect(altered).not.toBe(kept.content)
    expect(() => editionFromKept({ ...kept, content: altered })).toThrow('was altered')
  })

  test('one that reads facts in its own way is not put away: it can never bind', () => {
    expect(keptOf(proposed({ asteriskCounts: true }))).toBeUndefined()
  })
})

describe('after the program has grown', () => {
  test('a number it lacks takes its first value of today; its own stay', () => {
    const { amendmentNotice: _, ...fewer } = parameters
    const shorter = {
      ...fewer,
      testValidity: { ...parameters.testValidity, values: [{ from: program.from, value: 47 }] as const },
    }
    const kept = keptBefore((content) => ({ ...content, parameters: shorter }))
    expect(kept.id).not.toBe(program.id)
    expect(editionFromKept(kept).numbersAt(now)).toMatchObject({ amendmentNotice: 24, testValidity: 47 })
  })
  test('a number that the program no longer has is left behind', () => {
    const old = {
      ...parameters,
      forgotten: { unit: 'hours', checked: '2022-05-16', values: [{ from: program.from, value: 1 }] } as const,
    }
    const back = editionFromKept(keptBefore((content) => ({ ...content, parameters: old })))
    expect(back.numbersAt(now)).toEqual(program.numbersAt(now))
  })
  test('a rule cites what it cited then', () => {
    const kept = keptBefore((content) => ({
      ...content,
      rules: content.rules.map(([id, clauses, span]) =>
        id === 'inspected-once' ? ([id, ['henan-16#6'], span] as const) : ([id, clauses, span] as const),
      ),
    }))
    const cited = (edition: Edition) =>
      edition
        .lawAt(now)
        .chapters.flat()
        .find(({ id }) => id === 'inspected-once')?.clauses
    expect(cited(program)).not.toEqual(['henan-16#6'])
    expect(cited(editionFromKept(kept))).toEqual(['henan-16#6'])
  })
})
