import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { computeFreightState, testHolds, testLapse } from '../../shared/credential/freight-state.ts'
import type { FreightCrewFacts, FreightInput } from '../../shared/credential/freight-state.ts'
import type { Reason } from '../../shared/codes/reasons.ts'
import { hour, minute, plus } from '../../shared/instant.ts'
import { now } from './kit.ts'

const validityMinutes = 48 * 60
const good = (change: Partial<FreightCrewFacts> = {}): FreightCrewFacts => ({
  reasons: [],
  test: { result: 'negative', sampledAt: plus(now, -30 * hour), reportedAt: plus(now, -20 * hour), from: 'feed' },
  healthCode: { colour: 'green', from: 'feed' },
  travelCard: { colour: 'green-starred', from: 'feed' },
  ...change,
})
const input = (change: Partial<FreightInput> = {}): FreightInput => ({
  now,
  scope: 'cross-province',
  registered: true,
  ended: false,
  validityMinutes,
  crew: [good(), good()],
  ...change,
})
const reportedAgo = (ms: number, from: 'feed' | 'intake' | 'declared' = 'intake') =>
  ({ result: 'negative', reportedAt: plus(now, -ms), from }) as const

describe('validity in whole minutes, the 48th hour on the dot included', () => {
  test.each([
    ['fresh', 0, true],
    ['48:00', 48 * hour, true],
    ['48:00 and the rest of the minute', 48 * hour + 30_000, false],
    ['48:01', 48 * hour + minute, false],
    ['2 minutes ahead', -2 * minute, true],
    ['3 minutes ahead', -3 * minute, false],
  ])('%s', (_, age, holds) => expect(testHolds(reportedAgo(age), now, validityMinutes)).toBe(holds))

  it('the lapse is the first moment it does not hold, whatever the seconds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 59_999 }), fc.integer({ min: 1, max: 4320 }), (ms, validity) => {
        const basis = plus(now, ms)
        const lapse = testLapse(basis, validity)
        const test = { result: 'negative', reportedAt: basis } as const
        return testHolds(test, plus(lapse, -1), validity) && !testHolds(test, lapse, validity)
      }),
    )
  })

  it('R56: green at 10:00 with a test that lapses after 10:30', () => {
    const test = reportedAgo(48 * hour - 30 * minute)
    const crew = [good({ test })]
    expect(computeFreightState(input({ crew }))).toEqual({ state: 'green', testLapsesAt: plus(now, 31 * minute) })
    expect(computeFreightState(input({ crew, now: plus(now, 30 * minute) })).state).toBe('green')
    expect(computeFreightState(input({ crew, now: plus(now, 31 * minute) }))).toEqual({
      state: 'grey',
      why: 'test-lapsed',
    })
  })
})

describe('across the province border', () => {
  test.each<[string, Partial<FreightCrewFacts>]>([
    ['no-test', { test: undefined }],
    ['no-test', { test: { result: 'positive', reportedAt: now, from: 'feed' } }],
    ['no-test', { test: { result: 'negative', from: 'feed' } }],
    ['no-test', { test: reportedAgo(hour, 'declared') }],
    ['test-pending', { test: { result: 'pending', sampledAt: now, from: 'intake' } }],
    ['test-lapsed', { test: reportedAgo(48 * hour + minute) }],
    ['code-not-green', { healthCode: { colour: 'yellow', from: 'feed' } }],
    ['code-not-green', { healthCode: { colour: 'red', from: 'feed' } }],
    ['card-not-green', { travelCard: { colour: 'orange', from: 'feed' } }],
    ['facts-unknown', { healthCode: undefined }],
    ['facts-unknown', { healthCode: { colour: 'green', from: 'declared' } }],
    ['facts-unknown', { travelCard: { colour: 'green', from: 'declared' } }],
  ])('one person with %s makes it grey: %j', (why, change) => {
    expect(computeFreightState(input({ crew: [good(), good(change)] }))).toEqual({ state: 'grey', why })
  })

  test.each<[string, Partial<FreightInput>]>([
    ['not-registered', { registered: false }],
    ['ended', { ended: true }],
    ['facts-unknown', { crew: [] }],
  ])('grey: %s', (why, change) => expect(computeFreightState(input(change))).toEqual({ state: 'grey', why }))

  it('the earliest lapse of the crew is told, by report before sampling', () => {
    const crew = [good(), good({ test: { ...good().test!, reportedAt: null } })]
    expect(computeFreightState(input({ crew })).testLapsesAt).toBe(plus(now, 18 * hour + minute))
  })

  it('an unknown scope goes the same way', () => {
    const crew = [good({ test: undefined })]
    expect(computeFreightState(input({ scope: 'unknown', crew }))).toEqual({ state: 'grey', why: 'no-test' })
  })
})

describe('within the province', () => {
  it('is green with no fact at all, and carries no lapse', () => {
    const crew = [{ reasons: [] }]
    expect(computeFreightState(input({ scope: 'in-province', registered: false, crew }))).toEqual({ state: 'green' })
  })

  it('ends with the trip', () => {
    expect(computeFreightState(input({ scope: 'in-province', ended: true }))).toEqual({ state: 'grey', why: 'ended' })
  })
})

describe('colours', () => {
  test.each<[Reason[], string, string]>([
    [['Y1'], 'yellow', 'yellow-reason'],
    [['Y2', 'Y1'], 'yellow', 'yellow-reason'],
    [['R1'], 'red', 'red-reason'],
    [['Y1', 'R3'], 'red', 'red-reason'],
    [['R2'], 'red', 'red-reason'],
  ])('%j of one person: %s', (reasons, state, why) => {
    for (const scope of ['in-province', 'cross-province', 'unknown'] as const)
      expect(computeFreightState(input({ scope, crew: [good(), good({ reasons })] }))).toEqual({ state, why })
  })

  it('yellow and red come from open reasons only, green never from what a driver declares', () => {
    const sources = fc.constantFrom('feed' as const, 'intake' as const, 'declared' as const)
    const facts = fc.record({
      reasons: fc.subarray<Reason>(['Y1', 'Y2', 'R1', 'R2', 'R3'], { maxLength: 1 }),
      test: fc.option(
        fc.record({
          result: fc.constantFrom('negative' as const, 'positive' as const, 'pending' as const),
          reportedAt: fc.integer({ min: -10, max: 60 * 60 }).map((minutes) => plus(now, -minutes * minute)),
          from: sources,
        }),
        { nil: undefined },
      ),
      healthCode: fc.record({
        colour: fc.constantFrom('green' as const, 'yellow' as const, 'red' as const),
        from: sources,
      }),
      travelCard: fc.record({ colour: fc.constantFrom('green' as const, 'yellow' as const), from: sources }),
    })
    const scopes = fc.constantFrom('in-province' as const, 'cross-province' as const, 'unknown' as const)
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 3 }), scopes, fc.boolean(), (crew, scope, registered) => {
        const { state, why, testLapsesAt } = computeFreightState(input({ crew, scope, registered }))
        const reasons = crew.flatMap((member) => member.reasons)
        expect(state === 'red').toBe(reasons.some((reason) => reason.startsWith('R')))
        if (state === 'yellow') expect(reasons.some((reason) => reason.startsWith('Y'))).toBe(true)
        expect(why === undefined).toBe(state === 'green')
        if (state === 'green' && scope !== 'in-province') {
          expect(testLapsesAt).toBeGreaterThan(now)
          expect(
            crew.flatMap(({ test, healthCode, travelCard }) => [test?.from, healthCode.from, travelCard.from]),
          ).not.toContain('declared')
        }
      }),
      { numRuns: 500 },
    )
  })
})
