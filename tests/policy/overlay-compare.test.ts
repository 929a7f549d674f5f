import { describe, expect, test } from 'vitest'
import type { Facts } from '../../shared/facts.ts'
import { mildestEnd, stricterBelow, whyStricter } from '../../shared/policy/overlay-compare.ts'
import type { Settings } from '../../shared/policy/overlay-settings.ts'
import type { Cited, Verdict } from '../../shared/policy/verdict.ts'
import { proposed, superior } from './overlay-kit.ts'
import { driven, judged, negative, now, person, truck } from './truck.ts'

const inProvince: Facts = { trip: { scope: 'in-province' }, freightCode: 'green', crew: [{}] }
const green: Facts = { trip: { scope: 'cross-province', registered: true }, freightCode: 'green', crew: [{}] }
const measured: Facts = { ...green, crew: [{ temperatures: [36.5] }] }
const unregistered: Facts = { trip: { scope: 'cross-province' }, crew: [{ temperatures: [37.4, 37.4] }] }

describe('asking', () => {
  test.each<[string, Facts, Settings, string]>([
    ['where the superior has released', inProvince, { askTemperatureInProvince: true }, 'V5 ASK asks-more'],
    ['what the superior asks', green, { testValidityHours: 72 }, 'ASK ASK undefined'],
    ['for papers of a released truck', measured, { checkPapersDespiteGreenCode: true }, 'V8 V9 graver'],
    ['for papers instead of a temperature', green, { checkPapersDespiteGreenCode: true }, 'ASK V9 asks-more'],
    [
      'no more, and going on as the superior would',
      driven({ temperatures: [37.4], nucleicAcid: null }),
      { normalMax: 37.5 },
      'ASK V11 undefined',
    ],
    ['no more, and ending graver than any answer', green, { requirePass: true }, 'ASK V15 graver'],
    ['where the superior holds the truck', unregistered, { normalMax: 37.5 }, 'V2 ASK undefined'],
  ])('%s', (_title, facts, settings, said) => {
    const { above, below, why } = stricterBelow(facts, now, { above: superior, below: proposed(settings) })
    expect(`${above.row} ${below.row} ${why}`).toBe(said)
  })
})

test.each<[string, Facts, string]>([
  ['nothing known', { crew: [{}] }, 'V8'],
  ['code not scanned within the province', { trip: { scope: 'in-province' }, crew: [{}] }, 'V5'],
  ['a temperature to be taken', green, 'V8'],
  ['a second reading, and no test', driven({ temperatures: [37.5], nucleicAcid: null }), 'V11'],
  ['a second reading of two', { ...green, crew: [{ temperatures: [37.5] }, {}] }, 'V8'],
  ['one to be measured, one without papers', truck({ crew: [person({ temperatures: [37.5] }), {}] }), 'V9'],
  ['nothing to ask', truck(), 'V10'],
])('the mildest end of %s', (_title, facts, row) => expect(mildestEnd(facts, now, superior).row).toBe(row))

test('equal rows: a task or a reason more is stricter, a benefit is not', () => {
  const base = judged(truck())
  const doing = (more: Partial<Cited>): Verdict => ({ ...base, findings: [{ ...base.decidedBy, ...more }] })
  const why = (above: Verdict, below: Verdict) => whyStricter(above, below, () => base)
  expect(why(base, doing({ tasks: ['antigen'] }))).toBe('does-more')
  expect(why(base, doing({ opens: ['Y1'] }))).toBe('does-more')
  expect(why(base, doing({ tasks: ['green-lane', 'suspected-fraud'] }))).toBeUndefined()
  expect(why(doing({ tasks: ['sample'] }), base)).toBeUndefined()
})

test('what is done for one is not held against the superior while it has a question about another', () => {
  const refusing = person({ nucleicAcid: null, refuses: true })
  const facts = truck({ crew: [refusing, person({ temperatures: [37.4], healthCode: 'yellow' })] })
  const { above, below, why } = stricterBelow(facts, now, { above: superior, below: proposed({ normalMax: 37.5 }) })
  expect([above.row, below.row, below.opens.length, why]).toEqual(['V15', 'V15', 1, undefined])
  const tested = truck({ crew: [person({ nucleicAcid: negative('14T09:00'), healthCode: null }), refusing] })
  const longer = stricterBelow(tested, now, { above: superior, below: proposed({ testValidityHours: 72 }) })
  expect([longer.above.row, longer.below.row, longer.below.opens.length, longer.why]).toEqual([
    'V15',
    'V15',
    1,
    undefined,
  ])
})
