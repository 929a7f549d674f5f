/** What can be said of one person on board: every category, both sides of every boundary of both editions. */
import {
  antigenResults,
  healthCodeGrounds,
  healthCodes,
  listings,
  nucleicResults,
  roles,
  travelCards,
  type CrewMember,
  type DriverWhitelist,
  type NucleicAcid,
} from '../facts.ts'
import { hour, minute, plus, type Instant } from '../instant.ts'
import type { Edition } from './edition.ts'
import type { Numbers } from './numbers.ts'
import { readCodes } from './readings/codes.ts'
import { readTemperature } from './readings/temperature.ts'
import { hasPendingSample, whyTestFails } from './readings/test.ts'
import { choicesOf, together, type Aspect, type Choice } from './space-choice.ts'
import { agesAround } from './space-vehicle.ts'

type Costs<T> = readonly (readonly [T | undefined, number])[]
const all = <T extends string>(values: readonly T[], costs: { readonly [V in T]: number }): Costs<T | null> => [
  [undefined, 0],
  [null, 2],
  ...values.map((value) => [value, costs[value]] as const),
]

const oneDecimal = (value: number) => Math.round(value * 10) / 10

/** Up to three readings in a row, each a step below, at and above every limit. */
function temperatureChoices(numbers: readonly Numbers[]): readonly Choice<CrewMember>[] {
  const limits = numbers.flatMap(({ normalTemperatureMax, abnormalTemperatureMin }) => [
    normalTemperatureMax,
    abnormalTemperatureMin,
  ])
  const near = limits.flatMap((limit) => [limit - 0.1, limit, limit + 0.1]).map(oneDecimal)
  const readings = [...new Set([36.5, ...near, numbers[0]?.temperatureMin ?? 30, numbers[0]?.temperatureMax ?? 45])]
  const longer = (rows: readonly number[][]) => rows.flatMap((row) => readings.map((reading) => [...row, reading]))
  const [single, double] = [longer([[]]), longer(longer([[]]))]
  const rows = [[], ...single, ...double, ...longer(double)]
  return choicesOf('temperatures', [
    [undefined, 0],
    ...rows.map((row) => [row, 0.5 + row.length + oddity(row)] as const),
  ])
}
const oddity = (row: readonly number[]) => row.filter((reading) => reading !== 36.5).length * 0.2

/** Every pair of times around every span, the sample never after the report. */
function testChoices(now: Instant, numbers: readonly Numbers[]): readonly Choice<CrewMember>[] {
  const ages = agesAround(
    numbers.flatMap(({ testValidity, pendingSampleWindow }) => [testValidity, pendingSampleWindow]),
  )
  const times = [undefined, null, ...ages]
  const at = (age: number | null) => (age === null ? null : plus(now, -age * minute))
  const tests = nucleicResults.flatMap((result) =>
    times.flatMap((sampled) =>
      times
        .filter((reported) => typeof sampled !== 'number' || typeof reported !== 'number' || sampled >= reported)
        .map((reported): readonly [NucleicAcid, number] => [
          {
            result,
            ...(sampled === undefined ? {} : { sampledAt: at(sampled) }),
            ...(reported === undefined ? {} : { reportedAt: at(reported) }),
          },
          testCosts[result] + timeCost(reported, 0.5) + timeCost(sampled, 0.6),
        ]),
    ),
  )
  return choicesOf('nucleicAcid', [[undefined, 0], [null, 1], ...tests])
}
const testCosts = { negative: 1, pending: 2, positive: 3 } as const
/** The report is what is usually shown, and it is not from this very minute. */
function timeCost(age: number | null | undefined, given: number): number {
  if (age === undefined) return 0
  return age === null ? 2 : given + (age <= 0 ? 0.1 : age / 1_000_000)
}

/** Entries of each length around the shortest term, not begun, begun now, half way, ending now and ended. */
function whitelistChoices(now: Instant, numbers: readonly Numbers[]): Costs<DriverWhitelist | null> {
  const lengths = new Set(
    numbers.flatMap(({ driverWhitelistMin: min }) => [min * hour - minute, min * hour, min * hour + minute]),
  )
  const entries = [...lengths].flatMap((length) =>
    [minute, 0, -length / 2, -length, -length - minute].flatMap((begins) => {
      const from = plus(now, begins)
      const entry = { from, to: plus(from, length) }
      const cost = begins === -length / 2 ? 3 : 3.5
      return [
        [{ ...entry, closedLoop: true }, cost],
        [{ ...entry, closedLoop: false }, cost + 1],
        [entry, cost + 1],
      ] as const
    }),
  )
  return [[undefined, 0], [null, 1], ...entries]
}

const codeChoices = (now: Instant, numbers: readonly Numbers[]): readonly Choice<CrewMember>[] =>
  together(
    together(
      choicesOf('healthCode', all(healthCodes, { green: 1, yellow: 2, red: 3 })),
      choicesOf('healthCodeGround', all(healthCodeGrounds, { itinerary: 1, other: 1 })),
    ),
    together(
      choicesOf('travelCard', all(travelCards, { green: 1, 'green-starred': 1.5, yellow: 2, orange: 3, red: 3 })),
      choicesOf('driverWhitelist', whitelistChoices(now, numbers)),
    ),
  )

const redCodes = ({ healthCode, travelCard }: CrewMember): boolean =>
  healthCode === 'red' || travelCard === 'red' || travelCard === 'orange'

/** The person as an edition sees him, where a lower level reads facts in its own way. */
const seenBy = (edition: Edition, person: CrewMember, now: Instant): CrewMember =>
  edition.read?.({ crew: [person] }, now).crew[0] ?? person

function readTest(person: CrewMember, edition: Edition, now: Instant): unknown {
  const { nucleicAcid: test } = seenBy(edition, person, now)
  const numbers = edition.numbersAt(now)
  const valid = whyTestFails(test, now, numbers) === undefined
  return [test === undefined, test?.result === 'positive', valid, hasPendingSample(test, now, numbers)]
}

function readBothCodes(person: CrewMember, edition: Edition, now: Instant): unknown {
  const { healthGreen, travelGreen } = readCodes(seenBy(edition, person, now), now, edition.numbersAt(now))
  const asked = [person.healthCode !== undefined, person.travelCard !== undefined]
  return [...asked, healthGreen && travelGreen, redCodes(person)]
}

export function personAspects(now: Instant, editions: readonly Edition[]): readonly Aspect<CrewMember>[] {
  const numbers = editions.map((edition) => edition.numbersAt(now))
  const temperatures: Aspect<CrewMember> = {
    name: 'temperatures',
    choices: temperatureChoices(numbers),
    read: (person, edition) => readTemperature(person.temperatures, edition.numbersAt(now)),
    risk: (person, edition) => readTemperature(person.temperatures, edition.numbersAt(now)) === 'abnormal',
  }
  const test: Aspect<CrewMember> = {
    name: 'nucleicAcid',
    choices: testChoices(now, numbers),
    read: (person, edition) => readTest(person, edition, now),
    // A sample on its way counts beside a positive antigen test.
    risk: ({ nucleicAcid: test }, edition) => [
      test?.result === 'positive',
      hasPendingSample(test, now, edition.numbersAt(now)),
    ],
  }
  const codes: Aspect<CrewMember> = {
    name: 'codes',
    choices: codeChoices(now, numbers),
    read: (person, edition) => readBothCodes(person, edition, now),
    risk: redCodes,
  }
  return [temperatures, test, codes, ...plainAspects]
}

const listedFor = ({ listed }: CrewMember) => (listed === 'red' || listed === 'positive' ? listed : 'none')

/** Facts that no number weighs: read as they are. */
const plainAspects: readonly Aspect<CrewMember>[] = [
  {
    name: 'antigen',
    choices: choicesOf('antigen', all(antigenResults, { negative: 2, invalid: 2.5, positive: 3 })),
    read: ({ antigen }) => (antigen === 'negative' || antigen === 'positive' ? antigen : 'none'),
    risk: ({ antigen }) => antigen === 'positive',
  },
  {
    name: 'riskStay',
    choices: choicesOf('riskStay', [
      [undefined, 0],
      [false, 1],
      [null, 2],
      [true, 3],
    ] as const),
    read: ({ riskStay }) => (riskStay === null ? false : riskStay),
    risk: ({ riskStay }) => riskStay === true,
  },
  {
    name: 'listed',
    choices: choicesOf('listed', all(listings, { tracking: 2, red: 3, positive: 3 })),
    read: listedFor,
    risk: listedFor,
  },
  {
    name: 'refuses',
    choices: choicesOf('refuses', [
      [undefined, 0],
      [false, 1],
      [true, 2],
    ] as const),
    read: ({ refuses }) => refuses === true,
  },
  {
    name: 'role',
    choices: choicesOf('role', [[undefined, 0], ...roles.map((role) => [role, 1] as const)]),
    read: () => null,
  },
]
