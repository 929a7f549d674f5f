/**
 * The proof that a lower level adds no condition 不层层加码: every point of the space (space.ts) judged by both editions, at every
 * moment from which on either of them says something else. A finite space and both verdicts on each of its points: nothing is
 * assumed about what the settings mean.
 *
 * Three numbers make facts before anything is judged (overlay-upstream.ts); they are held against each other by themselves.
 */
import { inspectionToJson, type InspectionJson } from '../facts-json.ts'
import type { Facts } from '../facts.ts'
import { Fault } from '../fault.ts'
import type { Instant } from '../instant.ts'
import { answerOf, type Answer } from './verdict.ts'
import { settled, type Edition } from './edition.ts'
import { stricterBelow, type Why } from './overlay-compare.ts'
import { changedParameters } from './overlay-edition.ts'
import { isUpstream, stricterUpstream } from './overlay-upstream.ts'
import { weighed } from './overlay-weighed.ts'
import type { Dated } from './parameters.ts'
import { law, modifiers } from './rules/index.ts'
import { pointsOf, sizeOfProduct, type Pair } from './space.ts'
import { begins, type InForce } from './spans.ts'

export type Counterexample = {
  /** As `changxing decide` reads it. */
  readonly facts: InspectionJson
  /** What the superior's numbers make of the same truck, where they make other facts of it. */
  readonly factsAbove?: InspectionJson
  readonly above: Answer
  readonly below: Answer
  readonly why: Why
  /** How many points of the space are stricter in this way. */
  readonly points: number
}
export type Extent = {
  /** Points judged by both editions. */
  readonly points: number
  /** Size of the full product that they stand for. */
  readonly standsFor: number
}
/** Counterexamples: one of each kind, the shortest of its kind, shortest first. */
export type Proof = Extent &
  ({ readonly ok: true } | { readonly ok: false; readonly counterexamples: readonly Counterexample[] })

type Found = {
  facts: Facts
  factsAbove?: Facts
  now: Instant
  above: Answer
  below: Answer
  why: Why
  cost: number
  points: number
}

/** @throws Fault bad-input, OV-08: a number differs whose effect no verdict shows */
function refuseUnseen(above: Edition, below: Edition): void {
  const unseen = changedParameters(above, below).filter((name) => !weighed.has(name) && !isUpstream(name))
  if (unseen.length === 0) return
  const names = unseen.join(', ')
  throw new Fault(
    'bad-input',
    'OV-08',
    `查验结论不涉及 ${names}，无从证明 / no verdict reads ${names}: nothing can be proved`,
  )
}

/** Every moment, from the first day of the lower edition on, at which a number or a rule of either changes. */
function momentsOf(above: Edition, below: Edition): readonly Instant[] {
  const first = begins(below.from)
  const numbers = [above, below].flatMap(({ parameters }) => Object.values<Dated<number | string>>(parameters))
  const values = numbers.flatMap((dated): readonly InForce[] => dated.values)
  const rules = [...law.flatMap(({ lines }) => lines), ...modifiers].map(({ rule }) => rule.inForce)
  const changes = [...values, ...rules].flatMap(({ from, until }: InForce) =>
    until === undefined ? [from] : [from, until],
  )
  const later = changes.map(begins).filter((at) => at > first)
  return [...new Set([first, ...later])].toSorted((a, b) => a - b)
}

const kindOf = ({ above, below, why }: Found) => `${above.row} ${below.row} ${why}`

function note(kinds: Map<string, Found>, found: Found): void {
  const kept = kinds.get(kindOf(found))
  const shorter = kept === undefined || found.cost < kept.cost ? found : kept
  kinds.set(kindOf(found), { ...shorter, points: (kept?.points ?? 0) + found.points })
}

/** Points judged between two pauses: some 10 ms of a core. */
const slice = 2000

function* judgeEverything(pair: Pair, kinds: Map<string, Found>): Generator<void, number> {
  const { now } = pair
  let points = 0
  for (const { facts, cost } of pointsOf(pair)) {
    points++
    if (points % slice === 0) yield
    const { above, below, why } = stricterBelow(facts, now, pair)
    if (why !== undefined)
      note(kinds, { facts, now, above: answerOf(above), below: answerOf(below), why, cost, points: 1 })
  }
  return points
}

function shown({ facts, factsAbove, now, above, below, why, points }: Found, index: number): Counterexample {
  const wire = (of: Facts) => inspectionToJson({ id: `counterexample-${index + 1}`, now, facts: of })
  return { facts: wire(facts), ...(factsAbove && { factsAbove: wire(factsAbove) }), above, below, why, points }
}

/** The proof in slices, so that whoever runs it can answer somebody else in between. */
export function* provingNoStricter(upper: Edition, lower: Edition): Generator<void, Proof> {
  // A test from before goes by kinder numbers in both of them: what each will mean shows without.
  const [above, below] = [settled(upper), settled(lower)]
  refuseUnseen(above, below)
  const kinds = new Map<string, Found>()
  let points = 0
  let standsFor = 0
  for (const now of momentsOf(above, below)) {
    const pair = { above, below, now }
    points += yield* judgeEverything(pair, kinds)
    standsFor += sizeOfProduct(pair)
    for (const found of stricterUpstream(pair)) note(kinds, { ...found, now, cost: found.facts.crew.length, points: 1 })
  }
  const counterexamples = [...kinds.values()].toSorted((a, b) => a.cost - b.cost).map(shown)
  return counterexamples.length === 0
    ? { ok: true, points, standsFor }
    : { ok: false, points, standsFor, counterexamples }
}

export function proveNoStricter(above: Edition, below: Edition): Proof {
  const proving = provingNoStricter(above, below)
  for (;;) {
    const { done, value } = proving.next()
    if (done === true) return value
  }
}
