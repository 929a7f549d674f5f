/** What can be said of trip, vehicle and credentials: every category, both sides of every boundary of both editions. */
import { cargoCodes, freightCodes, passStates, scopes, type Facts, type PriorRelease } from '../facts.ts'
import { minute, plus, type Instant } from '../instant.ts'
import type { Edition } from './edition.ts'
import { inspectedOnce } from './rules/inspected-once.ts'
import { choicesOf, together, type Aspect, type Choice } from './space-choice.ts'
import { situationOf } from './situation.ts'

export type VehicleFacts = Omit<Facts, 'crew'>

/** Ages in minutes around a span: just within, exactly, just over; and a clock that is two minutes ahead. */
export const agesAround = (hours: readonly number[]): readonly number[] =>
  [...new Set([...hours.flatMap((span) => [span * 60 - 1, span * 60, span * 60 + 1]), -2, 0, 30])].toSorted(
    (a, b) => a - b,
  )

const flag = [
  [undefined, 0],
  [false, 1],
  [true, 2],
] as const

const isEmpty = (value: object) => Object.keys(value).length === 0

const scopeCosts = { 'cross-province': 1, 'in-province': 1, unknown: 3 } as const
const trips = together(
  together(
    choicesOf('scope', [...scopes.map((scope) => [scope, scopeCosts[scope]] as const), [undefined, 4]]),
    choicesOf('registered', [...flag.slice(0, 1), [true, 1], [false, 2]]),
  ),
  together(
    choicesOf('throughTrain', flag),
    choicesOf('cargo', [[undefined, 0], ...cargoCodes.map((code) => [code, 2] as const)]),
  ),
)

const tripAspect: Aspect<VehicleFacts> = {
  name: 'trip',
  choices: trips.map(({ value, cost }) => ({ value: isEmpty(value) ? {} : { trip: value }, cost })),
  // Through trains and cargo only add modifiers.
  read: ({ trip }) => [trip?.scope === 'in-province', trip?.registered],
}

const freightAspect: Aspect<VehicleFacts> = {
  name: 'vehicle',
  choices: choicesOf('freight', [
    [undefined, 0],
    [true, 1],
    [false, 2],
  ] as const).map(({ value, cost }) => ({
    value: isEmpty(value) ? {} : { vehicle: value },
    cost,
  })),
  read: ({ vehicle }) => vehicle?.freight === false,
}

const codeCosts = { green: 1, grey: 2, yellow: 2, red: 3 } as const
const codeAspect: Aspect<VehicleFacts> = {
  name: 'freightCode',
  choices: choicesOf('freightCode', [
    [undefined, 0],
    [null, 1],
    ...freightCodes.map((code) => [code, codeCosts[code]] as const),
  ]),
  read: ({ freightCode }) =>
    freightCode === undefined || freightCode === 'green' || freightCode === 'red' ? freightCode : 'not-green',
}

const passAspect: Aspect<VehicleFacts> = {
  name: 'pass',
  choices: choicesOf('pass', [
    [undefined, 0],
    [null, 1],
    ...passStates.map((state) => [{ state }, state === 'valid' ? 1 : 2] as const),
  ]),
  read: ({ pass }) => pass?.state === 'valid',
}

function priorChoices(
  now: Instant,
  windows: readonly number[],
): readonly Choice<{ readonly priorRelease?: PriorRelease | null }>[] {
  const released = agesAround(windows).flatMap((age) =>
    flag.map(([sameCrew, cost]) => {
      const at = plus(now, -age * minute)
      return [
        { at, ...(sameCrew === undefined ? {} : { sameCrew }) },
        9 - cost + (age <= 0 ? 0.1 : age / 1_000_000),
      ] as const
    }),
  )
  return choicesOf('priorRelease', [[undefined, 0], [null, 1], ...released])
}

/** Whether the release still counts; whether the tests still hold is another aspect. */
function releaseCounts({ priorRelease }: VehicleFacts, now: Instant, edition: Edition): boolean {
  const facts = { trip: { scope: 'in-province' as const }, crew: [], ...(priorRelease && { priorRelease }) }
  return inspectedOnce.judge(situationOf(facts, now, edition.numbersAt(now))).length > 0
}

export function vehicleAspects(now: Instant, editions: readonly Edition[]): readonly Aspect<VehicleFacts>[] {
  const windows = editions.map((edition) => edition.numbersAt(now).priorReleaseWindow)
  const prior: Aspect<VehicleFacts> = {
    name: 'priorRelease',
    choices: priorChoices(now, windows),
    read: (value, edition) => releaseCounts(value, now, edition),
  }
  // Only says so on the record.
  const offline: Aspect<VehicleFacts> = { name: 'offline', choices: choicesOf('offline', flag), read: () => null }
  return [freightAspect, tripAspect, codeAspect, passAspect, prior, offline]
}
