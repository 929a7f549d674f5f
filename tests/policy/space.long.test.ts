import { describe, expect, test } from 'vitest'
import type { CrewMember, Facts } from '../../shared/facts.ts'
import { refuseImplausible } from '../../shared/policy/plausible.ts'
import { decide } from '../../shared/policy/decide.ts'
import { classesOf, readingsOf, riskOf, type Aspect, type Choice } from '../../shared/policy/space-choice.ts'
import type { VehicleFacts } from '../../shared/policy/space-vehicle.ts'
import {
  aspectsOf,
  isGrave,
  isSettled,
  pointsOf,
  regionsOf,
  sizeOfProduct,
  type Pair,
} from '../../shared/policy/space.ts'
import { rowsByGravity, type Row } from '../../shared/policy/verdict.ts'
import { coverage } from './coverage.ts'
import { dice, pairWith, tryouts, weightOf } from './space-kit.ts'
import { now, titled } from './truck.ts'

type Kept<T> = { calm: T; risky: T; grave: boolean }
type Drawn<T> = { raw: T; kept: Kept<T> }

type Table<T> = {
  choices: readonly Choice<T>[]
  ordinary: readonly Choice<T>[]
  standsFor: (one: Choice<T>) => Kept<T>
}

function tableOf<T>(aspect: Aspect<T>, pair: Pair, isGraveAlone: (value: T) => boolean): Table<T> {
  const calm = classesOf(aspect.choices, aspect.read, pair)
  const risky = classesOf(aspect.choices, riskOf(aspect), pair)
  const grave = new Map([...calm].map(([key, { value }]) => [key, isGraveAlone(value)]))
  const known = new Map<Choice<T>, Kept<T>>()
  const standsFor = (one: Choice<T>): Kept<T> => {
    const key = readingsOf(one.value, aspect.read, pair)
    const risk = readingsOf(one.value, riskOf(aspect), pair)
    const kept = known.get(one) ?? { calm: calm.get(key)!.value, risky: risky.get(risk)!.value, grave: grave.get(key)! }
    known.set(one, kept)
    return kept
  }
  const ordinary = aspect.choices.filter((one) => !standsFor(one).grave)
  return { choices: aspect.choices, ordinary, standsFor }
}

/** Draws from the full product, and beside it what each region of the space keeps for it. */
const drawFrom =
  <T extends object>(tables: readonly Table<T>[], none: T) =>
  // Most draws keep to what is not grave, or hardly any would get to the later chapters.
  (roll: (sides: number) => number, calm: boolean): Drawn<T> =>
    tables.reduce<Drawn<T>>(
      ({ raw, kept }, { choices, ordinary, standsFor }) => {
        const from = calm && roll(12) > 0 ? ordinary : choices
        // The first few are what is usual; far more are odd.
        const one = from[roll(2) > 0 ? roll(from.length) : roll(Math.min(4, from.length))]!
        const own = standsFor(one)
        return {
          raw: { ...raw, ...one.value },
          kept: {
            calm: { ...kept.calm, ...own.calm },
            risky: { ...kept.risky, ...own.risky },
            grave: kept.grave || own.grave,
          },
        }
      },
      { raw: none, kept: { calm: none, risky: none, grave: false } },
    )

/** The same facts, in whatever order they are written. */
const keyOf = (facts: Facts): string =>
  JSON.stringify(facts, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )

/** The point that stands for what was drawn: the three regions of the docstring. */
function pointFor(truck: VehicleFacts, person: Kept<CrewMember>, plain: VehicleFacts): Facts {
  if (truck.vehicle?.freight === false) return { vehicle: { freight: false }, crew: [{}] }
  if (truck.freightCode === 'red') return { ...plain, freightCode: 'red', crew: [person.risky] }
  return person.grave ? { ...plain, crew: [person.risky] } : { ...truck, crew: [person.calm] }
}

test.each(tryouts)(
  'any facts of the full product are judged as the point that stands for them: %s',
  (_name, settings) => {
    const pair = pairWith(settings)
    const points = new Set([...pointsOf(pair)].map(({ facts }) => keyOf(facts)))
    const plain = regionsOf(pair).plain.value
    const { vehicle, person } = aspectsOf(pair)
    const truckOf = drawFrom(
      vehicle.map((aspect) => tableOf(aspect, pair, isSettled)),
      {},
    )
    const personOf = drawFrom(
      person.map((aspect) => tableOf(aspect, pair, (value) => isGrave(value, pair))),
      {},
    )
    const [seen, reached] = [new Set<Row>(), new Set<string>()]
    const roll = dice(20220516)
    for (let i = 0; i < 8_000; i++) {
      const [truck, driver] = [truckOf(roll, i % 8 > 0), personOf(roll, i % 4 > 0)]
      const raw = { ...truck.raw, crew: [driver.raw] }
      const stands = pointFor(truck.kept.calm, driver.kept, plain)
      reached.add(keyOf(stands))
      for (const edition of [pair.above, pair.below]) {
        const verdict = decide(raw, now, edition)
        seen.add(verdict.row)
        const own = weightOf(decide(stands, now, edition))
        if (JSON.stringify(weightOf(verdict)) !== JSON.stringify(own))
          expect([titled(raw), weightOf(verdict)]).toEqual([titled(raw), own])
      }
    }
    expect([...reached].filter((key) => !points.has(key))).toEqual([])
    expect(seen.size).toBe(rowsByGravity.length)
  },
)

describe('the space of the law alone', () => {
  const pair = pairWith({})
  const all = [...pointsOf(pair)]

  test('its size, and the size of what it stands for', () => {
    expect(all.length).toBeGreaterThan(30_000)
    expect(all.length).toBeLessThan(40_000)
    expect(new Set(all.map(({ facts }) => keyOf(facts))).size).toBe(all.length)
    expect(sizeOfProduct(pair)).toBeGreaterThan(1e18)
  })

  test('every fact that weighs is given somewhere, and every point could be an honest record', () => {
    const keys = new Set<string>()
    for (const { facts } of all) {
      refuseImplausible(facts, now)
      JSON.stringify(facts, (key, value: unknown) => (keys.add(key), value))
    }
    const facts =
      'trip scope registered vehicle freight freightCode pass state priorRelease at sameCrew crew temperatures'
    const more =
      'nucleicAcid result sampledAt reportedAt antigen healthCode travelCard riskStay listed driverWhitelist from to closedLoop refuses'
    const missing = `${facts} ${more}`.split(' ').filter((key) => !keys.has(key))
    expect(missing).toEqual(['driverWhitelist', 'from', 'to', 'closedLoop'])
  })

  test('coverage: every point reaches exactly one row, and every row is reached', () => {
    const { odd, reached } = coverage(pair, pair.above)
    expect(odd).toEqual([])
    expect([...reached].toSorted()).toEqual([...rowsByGravity].toSorted())
  })
})
