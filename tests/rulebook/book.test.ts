import { describe, expect, test } from 'vitest'
import { bookOf } from '../../server/rulebook/book.ts'
import { changesOf } from '../../server/rulebook/changes.ts'
import { everyClause } from '../../shared/policy/documents.ts'
import { editionInForce, makeEdition } from '../../shared/policy/edition.ts'
import { parameters, type Dated } from '../../shared/policy/parameters.ts'
import { law, modifiers } from '../../shared/policy/rules/index.ts'
import { numberWords, proposalWords } from '../../shared/wording/law-words.ts'
import { moment, now } from '../policy/truck.ts'

const rules = law.flatMap(({ lines }) => lines.map(({ rule }) => rule))
const book = bookOf(editionInForce(now), now)
const han = /\p{Script=Han}|℃/u

describe('the book holds the whole law', () => {
  test('each rule, mark, number and article once', () => {
    expect(book.chapters.flatMap((chapter) => chapter.rules.map(({ id }) => id))).toEqual(rules.map(({ id }) => id))
    expect(book.modifiers.map(({ id }) => id)).toEqual(modifiers.map(({ rule }) => rule.id))
    expect(book.numbers.map(({ anchor }) => anchor)).toEqual(Object.keys(parameters))
    expect(book.documents.flatMap(({ articles }) => articles.map(({ ref }) => ref))).toEqual(everyClause)
  })
  test.each(book.documents.flatMap(({ articles }) => articles))(
    '$ref is the basis of something, or set aside',
    (one) => {
      expect(one.citedBy.length > 0).toBe(one.setAside === undefined)
    },
  )
  test('every proposal has its flag, and its words in both languages', () => {
    const flagged = [...book.chapters.flatMap((chapter) => chapter.rules), ...book.modifiers].filter(
      (one) => one.proposal,
    )
    expect(flagged.map(({ id }) => id).toSorted()).toEqual(Object.keys(proposalWords).toSorted())
    for (const { proposal } of flagged)
      expect([proposal?.zh, proposal?.en]).toEqual([expect.stringMatching(han), expect.stringMatching(/^[A-Z0-9]/)])
  })
  test.each(book.numbers)(
    '$anchor has name, unit and reason in both languages',
    ({ anchor, name, unit, proposal, values }) => {
      const source: Dated<number | string> = parameters[anchor as keyof typeof parameters]
      expect(name.zh).toMatch(han)
      expect(name.en).toMatch(/^[A-Z]/)
      expect(unit).toEqual({ zh: expect.stringMatching(han), en: source.unit })
      expect(numberWords[anchor as keyof typeof parameters].proposal === undefined).toBe(source.proposal === undefined)
      if (source.proposal !== undefined) expect(proposal?.zh).toMatch(han)
      for (const { shown, clause } of values) {
        expect(shown.zh).not.toBe('')
        expect(clause ?? proposal, 'neither clause nor proposal').toBeDefined()
      }
    },
  )
  test('the id is name and fingerprint', () => {
    const { id, name, fingerprint } = book.edition
    expect(fingerprint).toMatch(/^[0-9a-f]{8}$/)
    expect(`${name}.${fingerprint}`).toBe(id)
  })
})

describe('what changed when', () => {
  const june = '2022-06-01T00:00:00+08:00'
  const first = parameters.testValidity.values[0]
  const testValidity = {
    ...parameters.testValidity,
    values: [
      { ...first, until: june },
      { from: june, value: 72 },
    ],
  } as const
  const edition = makeEdition('2022-06-JZ20-2', '2022-04-23T00:00:00+08:00', { ...parameters, testValidity })
  test('a number that changes stands on its own day, with what it was and what it is', () => {
    const [day, ...earlier] = bookOf(edition, now).changes
    expect(earlier).toHaveLength(1)
    expect(day).toEqual({
      at: june,
      changes: [
        {
          kind: 'number',
          does: 'changes',
          anchor: 'testValidity',
          label: numberWords.testValidity.name,
          values: { from: { zh: '48', en: '48' }, to: { zh: '72', en: '72' } },
        },
      ],
    })
  })
  test('the sentences name the number of their moment', () => {
    const reason = (at: typeof now) =>
      bookOf(edition, at)
        .chapters.flatMap((chapter) => chapter.rules)
        .find(({ row }) => row === 'V10')?.reasons[0]?.zh
    expect(reason(now)).toContain('48小时')
    expect(reason(moment(june.slice(0, 16)))).toContain('72小时')
  })
  test('a document that is repealed is told, newest day first', () => {
    const { changes: _, ...rest } = book
    const until = '2022-06-30T00:00:00+08:00'
    const [document, ...others] = rest.documents
    const days = changesOf({ ...rest, documents: [{ ...document!, until }, ...others] })
    expect(days.map(({ at }) => at)).toEqual([until, '2022-04-23T00:00:00+08:00'])
    expect(days[0]?.changes).toEqual([
      { kind: 'document', does: 'ends', anchor: document!.anchor, label: document!.short },
    ])
  })
  test('everything begins somewhere', () => {
    const began = book.changes.flatMap(({ changes }) => changes.filter(({ does }) => does === 'begins'))
    expect(began).toHaveLength(1 + book.documents.length + rules.length + modifiers.length + book.numbers.length)
  })
})
