/** Arbitrary facts, crowded around the law's edges: both sides of every minute, every list, every key left out at times. */
import * as fc from 'fast-check'
import * as vocabulary from '../../shared/facts.ts'
import type { CrewMember, DriverWhitelist, Facts, NucleicAcid } from '../../shared/facts.ts'
import { day, hour, instant, minute, type Instant } from '../../shared/instant.ts'
import { now, person } from './truck.ts'

const edges = [0, 1, 24, 47, 48, 49, 168].map((hours) => hours * hour)
/** Before now, often on an edge; never more than the tolerated two minutes after it. */
export const anyPast: fc.Arbitrary<Instant> = fc
  .tuple(fc.constantFrom(...edges), fc.constantFrom(0, 1, -1, 1000, -1000, 59_999, -59_999, minute, -minute))
  .map(([span, off]) => instant(now - span + off))

const orNull = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null, freq: 4 })

export const anyTest: fc.Arbitrary<NucleicAcid> = fc
  .record(
    { result: fc.constantFrom(...vocabulary.nucleicResults), sampledAt: orNull(anyPast), reportedAt: orNull(anyPast) },
    { requiredKeys: ['result'] },
  )
  .filter(
    ({ sampledAt, reportedAt }) =>
      !(typeof sampledAt === 'number' && typeof reportedAt === 'number' && sampledAt > reportedAt),
  )

const anyWhitelist: fc.Arbitrary<DriverWhitelist> = fc
  .tuple(anyPast, fc.constantFrom(-minute, -1, 0, 1, day), fc.boolean())
  .map(([from, off, closedLoop]) => ({ from, to: instant(from + 7 * day + off), closedLoop }))

export const anyTemperatures = fc.array(fc.constantFrom(30, 36.5, 37.2, 37.25, 37.3, 37.6, 45), { maxLength: 4 })

export const anyPerson: fc.Arbitrary<CrewMember> = fc.record(
  {
    role: fc.constantFrom(...vocabulary.roles),
    temperatures: anyTemperatures,
    nucleicAcid: orNull(anyTest),
    antigen: orNull(fc.constantFrom(...vocabulary.antigenResults)),
    healthCode: orNull(fc.constantFrom(...vocabulary.healthCodes)),
    healthCodeGround: orNull(fc.constantFrom(...vocabulary.healthCodeGrounds)),
    travelCard: orNull(fc.constantFrom(...vocabulary.travelCards)),
    riskStay: orNull(fc.boolean()),
    listed: orNull(fc.constantFrom(...vocabulary.listings)),
    driverWhitelist: orNull(anyWhitelist),
    refuses: fc.boolean(),
  },
  { requiredKeys: [] },
)

/** A person nothing grave is known of, so that the later rows are reached often. */
export const calmPerson: fc.Arbitrary<CrewMember> = anyPerson.map((person) => ({
  ...person,
  ...(person.nucleicAcid?.result === 'positive' && { nucleicAcid: null }),
  ...(person.antigen === 'positive' && { antigen: null }),
  ...(person.healthCode === 'red' && { healthCode: 'green' as const }),
  ...((person.travelCard === 'red' || person.travelCard === 'orange') && { travelCard: 'green' as const }),
  ...(person.riskStay === true && { riskStay: false }),
  ...(person.listed !== undefined && { listed: null }),
  ...(person.temperatures !== undefined && { temperatures: person.temperatures.slice(0, 1) }),
}))

/** Calm, and everything has been asked: what was left out is as good as it can be. */
export const askedPerson: fc.Arbitrary<CrewMember> = calmPerson.map((known) => ({ ...person(), ...known }))

const anyCrew = fc.array(
  fc.oneof(anyPerson, { arbitrary: calmPerson, weight: 3 }, { arbitrary: askedPerson, weight: 4 }),
  { minLength: 1, maxLength: 4 },
)

export const factsWith = (crew: fc.Arbitrary<readonly CrewMember[]>): fc.Arbitrary<Facts> =>
  fc.record(
    {
      trip: fc.record(
        {
          scope: fc.constantFrom(...vocabulary.scopes, 'cross-province' as const),
          registered: fc.constantFrom(true, true, true, false),
          throughTrain: fc.boolean(),
          cargo: fc.constantFrom(...vocabulary.cargoCodes),
        },
        { requiredKeys: [] },
      ),
      vehicle: fc.record(
        { plate: fc.string({ unit: 'grapheme', maxLength: 9 }), freight: fc.constantFrom(true, true, true, false) },
        { requiredKeys: [] },
      ),
      freightCode: orNull(
        fc.constantFrom('green' as const, 'yellow' as const, 'grey' as const, 'grey' as const, 'red' as const),
      ),
      crew,
      pass: orNull(fc.record({ state: fc.constantFrom(...vocabulary.passStates) })),
      priorRelease: orNull(
        fc.record({ at: anyPast, checkpoint: fc.constant('JZ-G01'), sameCrew: fc.boolean() }, { requiredKeys: ['at'] }),
      ),
      offline: fc.boolean(),
    },
    { requiredKeys: ['crew'] },
  )

export const anyFacts = factsWith(anyCrew)
