/**
 * Which ways out of a colour a machine can check, and what it finds now (henan-16#15: where the conditions are met, at once).
 * What it cannot know is no refusal: a person looks.
 */
import type { Ledger, OpenReason, Proposal } from '../codes/ledger.ts'
import { mayClose, type DecidedWay, type Reason, type Way } from '../codes/reasons.ts'
import type { HealthCode, Listing, TravelCard } from '../facts.ts'

export const conditionIds = [
  'health-code-green',
  'travel-card-green',
  'test-holds',
  'not-listed',
  'first-negative',
  'second-negative',
  'left-with-test',
] as const
export type ConditionId = (typeof conditionIds)[number]
/** null = nobody who could say has said. */
export type Condition = { readonly id: ConditionId; readonly met: boolean | null }
/** All of them together open this way. */
export type Path = { readonly way: Way; readonly conditions: readonly Condition[] }

/** What the authority's system says just now; null = nothing. `listed` counts our own lists, too. */
export type SeenNow = {
  readonly healthCode: HealthCode | null
  readonly travelCard: TravelCard | null
  readonly listed: Listing | null
}
export type Appealed = OpenReason | Proposal

const green = (colour: HealthCode | TravelCard | null): boolean | null =>
  colour === null ? null : colour === 'green' || colour === 'green-starred'

const papers = (seen: SeenNow): readonly Condition[] => [
  { id: 'health-code-green', met: green(seen.healthCode) },
  { id: 'travel-card-green', met: green(seen.travelCard) },
]

function twoTests(appealed: Appealed): Path {
  const clears = 'clears' in appealed ? appealed.clears : []
  const begun = clears.some((clearing) => clearing.way === 'two-tests' && 'done' in clearing && clearing.done === 1)
  return {
    way: 'two-tests',
    conditions: [
      { id: 'first-negative', met: begun },
      { id: 'second-negative', met: false },
    ],
  }
}

const leaving: Path = { way: 'left-in-time', conditions: [{ id: 'left-with-test', met: false }] }

type Given = { readonly ledger: Ledger; readonly seen: SeenNow }

const paths = {
  Y1: (appealed, { ledger, seen }) => [
    { way: 'document-supplied', conditions: [...papers(seen), { id: 'test-holds', met: ledger.test !== null }] },
    leaving,
    twoTests(appealed),
  ],
  Y2: (appealed) => [twoTests(appealed), leaving],
  R2: (_, { seen }) => [
    {
      way: 'external-green',
      conditions: [...papers(seen), { id: 'not-listed', met: seen.listed !== 'red' && seen.listed !== 'positive' }],
    },
  ],
  R1: () => [],
  R3: () => [],
} as const satisfies Record<Reason, (appealed: Appealed, given: Given) => readonly Path[]>

/** Of a reason that is still open; what tests and departures have cleared stands closed in the ledger. */
export const pathsOf = (appealed: Appealed, given: Given): readonly Path[] => paths[appealed.reason](appealed, given)

/** Who the event names: the authority's system where it says that its own code is green again, else this system. */
const deciders = ['system', 'feed'] as const
export type Automatic = { readonly way: DecidedWay; readonly by: (typeof deciders)[number] }

/** The way that is open now without anybody's judgement. */
export function automaticWay(reason: Reason, ways: readonly Path[]): Automatic | undefined {
  for (const { way, conditions } of ways) {
    if (way !== 'document-supplied' && way !== 'external-green') continue
    const by = deciders.find((role) => mayClose(role, reason, way))
    if (by !== undefined && conditions.every(({ met }) => met === true)) return { way, by }
  }
  return undefined
}

const foundConditions: Readonly<Record<string, readonly ConditionId[]>> = {
  'two-tests': ['first-negative', 'second-negative'],
  'left-in-time': ['left-with-test'],
}

/** A way that the ledger itself found open. */
export const foundPath = (way: Way): Path => ({
  way,
  conditions: (foundConditions[way] ?? []).map((id) => ({ id, met: true })),
})
