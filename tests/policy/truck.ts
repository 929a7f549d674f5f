/** The trade's words for facts: a truck from outside, registered, without a green code, whose papers all hold; and changes to it. */
import type { CrewMember, Facts, NucleicAcid } from '../../shared/facts.ts'
import { instant, type Instant } from '../../shared/instant.ts'
import { decide } from '../../shared/policy/decide.ts'
import type { Verdict } from '../../shared/policy/verdict.ts'

/** Beijing time of May 2022 unless the year is given: '16T10:00' or '2022-06-01T08:00:30'. */
export function moment(text: string): Instant {
  const full = text.length < 12 ? `2022-05-${text}` : text
  const milliseconds = Date.parse(`${full}${full.length === 16 ? ':00' : ''}+08:00`)
  if (Number.isNaN(milliseconds)) throw new RangeError(`no moment: ${text}`)
  return instant(milliseconds)
}

export const now = moment('16T10:00')

export const negative = (reported: string): NucleicAcid => ({ result: 'negative', reportedAt: moment(reported) })

export const person = (changes: CrewMember = {}): CrewMember => ({
  role: 'driver',
  temperatures: [36.5],
  nucleicAcid: negative('15T14:00'),
  healthCode: 'green',
  travelCard: 'green',
  riskStay: false,
  ...changes,
})

export const truck = (changes: Partial<Facts> = {}): Facts => ({
  trip: { scope: 'cross-province', registered: true },
  vehicle: { plate: '豫HX0001', freight: true },
  freightCode: null,
  crew: [person()],
  ...changes,
})

/** The standard truck with one driver who differs so. */
export const driven = (changes: CrewMember, rest: Partial<Facts> = {}): Facts =>
  truck({ crew: [person(changes)], ...rest })

/** Leaves keys out: not asked yet. */
export function without<T extends object>(from: T, ...keys: (keyof T)[]): T {
  const rest = { ...from }
  for (const key of keys) delete rest[key]
  return rest
}

export const judged = (facts: Facts, at: Instant = now): Verdict => decide(facts, at)

/** Row, and what goes with it, in one line: `V12 +M1 needs crew.0.riskStay`. */
export function said(verdict: Verdict): string {
  const { row, modifiers, needs } = verdict
  const parts = [row, ...modifiers.map((modifier) => `+${modifier}`)]
  return [...parts, ...(needs.length > 0 ? [`needs ${needs.join(' ')}`] : [])].join(' ')
}

const times = new Set(['at', 'sampledAt', 'reportedAt', 'from', 'to'])

/** Facts as a title: what was changed, times in Beijing time. */
export const titled = (changes: unknown): string =>
  JSON.stringify(changes, (key, value: unknown) =>
    times.has(key) && typeof value === 'number'
      ? new Date(value + 8 * 3_600_000).toISOString().slice(5, 19)
      : value === undefined
        ? 'left out'
        : value,
  ).replaceAll('"', '')
