import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CrewMember, Facts } from '../../shared/facts.ts'
import { inspectionToJson, parseInspection } from '../../shared/facts-json.ts'
import { day, hour, instant, minute, plus } from '../../shared/instant.ts'
import { decide } from '../../shared/policy/decide.ts'
import { outcomes, rowsByGravity, strictness, type Need } from '../../shared/policy/verdict.ts'
import { anyFacts, anyPast, anyPerson, factsWith } from './any-facts.ts'
import { judged, negative, now, person, truck } from './truck.ts'

const releasing = new Set<string>(['release', 'register-then-release', 'release-tracked', 'release-managed'])

test('every input gets exactly one row, each person one of his own, and never throws', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const verdict = judged(facts)
      seen.add(verdict.row)
      expect(outcomes[verdict.row]).toBe(verdict.outcome)
      expect(verdict.persons).toHaveLength(facts.crew.length)
      expect(verdict.articles.length).toBeGreaterThan(0)
      expect(new Set(verdict.tasks).size).toBe(verdict.tasks.length)
      for (const { crew } of verdict.opens) expect(crew).toBeLessThan(facts.crew.length)
      const grave = verdict.row === 'V1' || verdict.row === 'V2' || verdict.row === 'V3'
      expect(verdict.persons.includes(null) ? grave : true).toBe(true)
      const own = verdict.persons.flatMap((one) => (one ? [one.row] : []))
      if (!grave) expect(rowsByGravity.find((row) => own.includes(row))).toBe(verdict.row)
    }),
    { numRuns: 4000, seed: 20220516 },
  )
  expect([...seen].toSorted()).toEqual([...rowsByGravity].toSorted())
})

test('the same facts give the same verdict, and are left as they were', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const before = structuredClone(facts)
      expect(judged(facts)).toEqual(judged(structuredClone(facts)))
      expect(facts).toEqual(before)
    }),
    { numRuns: 300 },
  )
})

test('needs only on ASK and V9, and then always', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const { row, needs } = judged(facts)
      expect(needs.length > 0).toBe(row === 'ASK' || row === 'V9')
      expect(new Set(needs).size).toBe(needs.length)
    }),
    { numRuns: 2000 },
  )
})

/** What an inspector enters for a need, with whatever comes to light. */
function answered(facts: Facts, need: Need, found: CrewMember, registered: boolean): Facts {
  if (need === 'trip.registered') return { ...facts, trip: { ...facts.trip, registered } }
  if (need === 'freightCode') return { ...facts, freightCode: null }
  const [, index, key] = need.split('.')
  const crew = facts.crew.map((member, at) => {
    if (at !== Number(index)) return member
    if (key === 'temperatures')
      return { ...member, temperatures: [...(member.temperatures ?? []), found.temperatures?.[0] ?? 36.5] }
    if (key === 'nucleicAcid') return { ...member, nucleicAcid: found.nucleicAcid ?? null }
    if (key === 'healthCode') return { ...member, healthCode: found.healthCode ?? null }
    if (key === 'travelCard') return { ...member, travelCard: found.travelCard ?? null }
    return { ...member, riskStay: found.riskStay ?? null }
  })
  return { ...facts, crew }
}

test('answering what is needed ends in a row, whatever the answers are', () => {
  fc.assert(
    fc.property(anyFacts, anyPerson, fc.boolean(), (facts, found, registered) => {
      let at = facts
      // Registration, then the code with temperatures, then papers, then a second reading: never more than five rounds.
      for (let round = 0; round < 5; round++)
        for (const need of judged(at).needs) at = answered(at, need, found, registered)
      expect(judged(at).needs).toEqual([])
      expect(judged(at).row).not.toBe('ASK')
    }),
    { numRuns: 1500 },
  )
})

test('R3: no outcome turns anybody back', () => {
  const known =
    'release register-then-release register-on-site check-documents test-first release-tracked release-managed'
  const rest = 'closed-loop observe hold-medical head-decides not-freight ask'
  expect(new Set<string>(Object.values(outcomes))).toEqual(new Set(`${known} ${rest}`.split(' ')))
})

const goodTest = fc
  .nat({ max: 48 * 60 })
  .map((minutes) => ({ result: 'negative' as const, reportedAt: plus(now, -minutes * minute) }))
const goodPerson: fc.Arbitrary<CrewMember> = fc.record({
  temperatures: fc.constantFrom([36.5], [37.2], [37.3, 36.9]),
  nucleicAcid: goodTest,
  healthCode: fc.constant('green' as const),
  travelCard: fc.constantFrom('green' as const, 'green-starred' as const),
  riskStay: fc.constantFrom(false, null),
  listed: fc.constantFrom(null, 'tracking' as const),
  antigen: fc.constantFrom(null, 'negative' as const, 'invalid' as const),
  refuses: fc.constant(false),
})

test('R13: valid test, green code, normal temperature, registered or in-province, no risk: released', () => {
  fc.assert(
    fc.property(factsWith(fc.array(goodPerson, { minLength: 1, maxLength: 3 })), (facts) => {
      const registered = facts.trip?.scope === 'in-province' ? facts.trip : { ...facts.trip, registered: true }
      const code = facts.freightCode === 'red' ? null : (facts.freightCode ?? null)
      const { outcome } = judged({
        ...facts,
        trip: registered,
        freightCode: code,
        vehicle: { ...facts.vehicle, freight: true },
      })
      expect(releasing.has(outcome)).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

test('R20: the plate never matters', () => {
  fc.assert(
    fc.property(anyFacts, fc.constantFrom('豫H12345', '沪DX0001', '晋E00001', ''), (facts, plate) => {
      expect(judged({ ...facts, vehicle: { ...facts.vehicle, plate } })).toEqual(judged(facts))
    }),
    { numRuns: 800 },
  )
})

test('R21: the asterisk never matters', () => {
  const as = (facts: Facts, travelCard: 'green' | 'green-starred'): Facts => ({
    ...facts,
    crew: facts.crew.map((one) =>
      one.travelCard === 'green' || one.travelCard === 'green-starred' ? { ...one, travelCard } : one,
    ),
  })
  fc.assert(
    fc.property(anyFacts, (facts) => {
      expect(judged(as(facts, 'green'))).toEqual(judged(as(facts, 'green-starred')))
    }),
    { numRuns: 800 },
  )
})

test('R5: a pass changes the lane and nothing else, whatever is wrong with it', () => {
  const states = fc.option(fc.constantFrom('valid', 'expired', 'mismatch', 'revoked', 'forged'))
  fc.assert(
    fc.property(anyFacts, states, (facts, state) => {
      const { row, persons, opens, outcome } = judged({ ...facts, pass: null })
      expect(judged({ ...facts, pass: state && { state } })).toMatchObject({ row, persons, opens, outcome })
    }),
    { numRuns: 800 },
  )
})

test('R132, R20: no fact can carry an origin, a residence or a province of a card', () => {
  const line = inspectionToJson({ id: 'x', now, facts: truck() })
  for (const key of ['origin', 'from', 'city', 'idNumber', 'residence', 'province'])
    for (const bad of [
      { ...line, [key]: '沪' },
      { ...line, trip: { ...line.trip, [key]: '沪' } },
      { ...line, vehicle: { ...line.vehicle, [key]: '沪' } },
      { ...line, crew: [{ ...line.crew[0], [key]: '沪' }] },
    ])
      expect(() => parseInspection(bad)).toThrow(/unknown key/)
})

type Worse = (member: CrewMember) => CrewMember
const worse: Readonly<Record<string, Worse>> = {
  'test older': (one) =>
    one.nucleicAcid
      ? { ...one, nucleicAcid: { result: one.nucleicAcid.result, reportedAt: instant(now - 30 * day) } }
      : { ...one, nucleicAcid: null },
  'test none': (one) => (one.nucleicAcid?.result === 'positive' ? one : { ...one, nucleicAcid: null }),
  'test positive': (one) => ({ ...one, nucleicAcid: { result: 'positive' } }),
  'antigen positive': (one) => ({ ...one, antigen: 'positive' }),
  'code one step': (one) => ({ ...one, healthCode: one.healthCode === 'green' ? 'yellow' : 'red' }),
  'card one step': (one) => ({ ...one, travelCard: one.travelCard?.startsWith('green') ? 'yellow' : 'red' }),
  'two high readings': (one) => ({ ...one, temperatures: [...(one.temperatures ?? []), 37.3, 38] }),
  'risk stay': (one) => ({ ...one, riskStay: true }),
  'listed red': (one) => ({ ...one, listed: one.listed === 'positive' ? 'positive' : 'red' }),
  'listed positive': (one) => ({ ...one, listed: 'positive' }),
}

/** Everything asked, nobody white-listed: what the comparison is about. */
const asked = (one: CrewMember): CrewMember => {
  const { driverWhitelist: _, ...rest } = one
  const { temperatures = [36.5], nucleicAcid = null, healthCode = null, travelCard = null, riskStay = null } = rest
  return { ...rest, temperatures, nucleicAcid, healthCode, travelCard, riskStay }
}

test.each(Object.keys(worse))('without W1, never milder: %s', (name) => {
  let compared = 0
  fc.assert(
    fc.property(anyFacts, fc.nat(), (facts, pick) => {
      const crew = facts.crew.map(asked)
      const index = pick % crew.length
      const before = judged({ ...facts, crew })
      const after = judged({ ...facts, crew: crew.map((one, at) => (at === index ? worse[name]!(one) : one)) })
      const [mild, strict] = [strictness(before.row), strictness(after.row)]
      if (mild === undefined || strict === undefined) return
      compared++
      expect(strict, `${before.row} → ${after.row}`).toBeGreaterThanOrEqual(mild)
    }),
    { numRuns: 600 },
  )
  expect(compared).toBeGreaterThan(250)
})

test('a test only ever ages into strictness, minute by minute', () => {
  fc.assert(
    fc.property(fc.nat({ max: 72 * 60 }), fc.nat({ max: 72 * 60 }), (a, b) => {
      const row = (minutes: number) =>
        judged(
          truck({ crew: [person({ nucleicAcid: { result: 'negative', reportedAt: plus(now, -minutes * minute) } })] }),
        ).row
      const [younger, older] = [Math.min(a, b), Math.max(a, b)]
      expect(strictness(row(older))).toBeGreaterThanOrEqual(strictness(row(younger))!)
    }),
    { numRuns: 300 },
  )
})

test('all counting is in whole minutes: seconds of now and of a record never matter', () => {
  fc.assert(
    fc.property(anyPast, fc.nat({ max: 59_999 }), (at, late) => {
      const past = instant(Math.min(at, now))
      const facts = truck({
        crew: [person({ nucleicAcid: { result: 'negative', reportedAt: past } })],
        priorRelease: { at: past, sameCrew: true },
      })
      expect(decide(facts, plus(now, late)).row).toBe(judged(facts).row)
    }),
    { numRuns: 400 },
  )
})

test('facts survive the wire, to the millisecond', () => {
  fc.assert(
    fc.property(fc.string(), anyFacts, fc.nat({ max: 10 * 365 * 24 }), (id, facts, hours) => {
      const inspection = { id, now: plus(now, hours * hour), facts }
      const wire: unknown = JSON.parse(JSON.stringify(inspectionToJson(inspection)))
      expect(parseInspection(wire)).toEqual(inspection)
    }),
    { numRuns: 1000 },
  )
})

test('a test in the future by the tolerated two minutes is as good as new', () => {
  const facts = truck({ crew: [person({ nucleicAcid: negative('16T10:02') })] })
  expect(judged(facts).row).toBe('V10')
})
