/**
 * The finite space of facts that two editions can be held against each other on: every category of every fact, left out and `null`
 * included, and every time and reading on both sides of every boundary of *both* editions.
 *
 * **Reduction.** The full product is beyond enumeration, and needless. A rule sees a person and a vehicle only through readings
 * (situation.ts, and the few facts that rules look at themselves), and each reading is made of one aspect alone; so facts whose
 * every aspect is read alike by both editions are judged alike by both. One point stands for each such class: the one with the
 * least to be asked. Three regions follow from the order of the chapters (rules/index.ts):
 * - no freight vehicle: V0, whatever else is known;
 * - a red freight code, or a person whom both editions find in V1–V3 for one fact alone: nothing is looked at but what the second
 *   chapter reads of the person (`risk` of an aspect);
 * - everybody else: the product of all classes of persons and vehicles.
 * That this loses nothing is held against random points of the full product in tests/policy/space.long.test.ts.
 *
 * **Crews.** One person is enough. Take away the prior release unless it counts for each of the crew alone (V4 is about everybody's
 * test); then what is said of each person is what would be said if he were alone, refusing to register apart, which anybody's refusal
 * does for all, and the vehicle's headline is the gravest of these (decide.ts). So a crew gets a row that one of its members gets
 * alone. And an edition that is no stricter for any single person grants V4 wherever the superior does: otherwise the same truck,
 * with nothing asked yet, would be asked or registered instead. tests/policy/space-crew.long.test.ts holds both against random crews.
 */
import type { CrewMember, Facts } from '../facts.ts'
import type { Instant } from '../instant.ts'
import { decide } from './decide.ts'
import { classesOf, riskOf, type Aspect, type Choice, type Editions } from './space-choice.ts'
import { personAspects } from './space-person.ts'
import { vehicleAspects, type VehicleFacts } from './space-vehicle.ts'

export type Pair = Editions & { readonly now: Instant }
/** `cost`: how much has to be asked and how unusual it is; the shortest example has the least. */
export type Point = { readonly facts: Facts; readonly cost: number }

export const aspectsOf = ({ above, below, now }: Pair) => ({
  vehicle: vehicleAspects(now, [above, below]),
  person: personAspects(now, [above, below]),
})

/** How many points the full product has. */
export function sizeOfProduct(pair: Pair): number {
  const { vehicle, person } = aspectsOf(pair)
  return [...vehicle, ...person].reduce((size, { choices }) => size * choices.length, 1)
}

/** Every combination of one choice out of each list. */
const product = <T extends object>(lists: readonly (readonly Choice<T>[])[], none: T): readonly Choice<T>[] =>
  lists.reduce(
    (points: readonly Choice<T>[], list) =>
      points.flatMap(({ value, cost }) =>
        list.map((one) => ({ value: { ...value, ...one.value }, cost: cost + one.cost })),
      ),
    [{ value: none, cost: 0 }],
  )

const graveRows: ReadonlySet<string> = new Set(['V1', 'V2', 'V3'])

/** This alone puts a person into V1–V3, in both editions. */
export const isGrave = (person: CrewMember, { above, below, now }: Pair): boolean =>
  [above, below].every((edition) => graveRows.has(decide({ crew: [person] }, now, edition).row))

/** A truck that is stopped for what it is or carries, whatever else is known of it. */
export const isSettled = ({ vehicle, freightCode }: VehicleFacts) => vehicle?.freight === false || freightCode === 'red'

const cheapest = <T>(choices: readonly Choice<T>[]): Choice<T> =>
  choices.reduce((least, one) => (one.cost < least.cost ? one : least))

/** The classes that the three regions are made of. */
export function regionsOf(pair: Pair) {
  const { vehicle, person } = aspectsOf(pair)
  const classes = <T>({ choices, read }: Aspect<T>) => [...classesOf(choices, read, pair).values()]
  const risks = person.map((aspect) => [...classesOf(aspect.choices, riskOf(aspect), pair).values()])
  const calm = person.map((aspect) => classes(aspect).filter(({ value }) => !isGrave(value, pair)))
  const trucks = product(vehicle.map(classes), {}).filter(({ value }) => !isSettled(value))
  return { trucks, plain: cheapest(trucks), calm: product(calm, {}), risky: product(risks, {}) }
}

export function* pointsOf(pair: Pair): Generator<Point> {
  const { trucks, plain, calm, risky } = regionsOf(pair)
  const red = { value: { ...plain.value, freightCode: 'red' as const }, cost: plain.cost + 3 }
  yield pointAt({ value: { vehicle: { freight: false } }, cost: 2 }, cheapest(calm))
  for (const one of risky) {
    yield pointAt(red, one)
    if (isGrave(one.value, pair)) yield pointAt(plain, one)
  }
  for (const one of calm) for (const truck of trucks) yield pointAt(truck, one)
}

const pointAt = (truck: Choice<VehicleFacts>, driver: Choice<CrewMember>): Point => ({
  facts: { ...truck.value, crew: [driver.value] },
  cost: truck.cost + driver.cost,
})
