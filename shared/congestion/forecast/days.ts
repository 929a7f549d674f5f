import { beijing, beijingIso, day, plus, type Instant } from '../../instant.ts'
import type { Bilingual } from '../../policy/documents.ts'
import { holidayNotices } from './holidays.ts'

export type DayKind = 'weekday' | 'weekend' | 'holiday'

/** A Beijing calendar day as traffic takes it. */
export type Day = {
  /** 2022-05-01 */
  readonly date: string
  readonly kind: DayKind
  /** Of the holiday it belongs to, or that begins the day after. */
  readonly holiday: Bilingual | null
  /** The day before a holiday, when people set out, and its last, when they come back. */
  readonly edge: 'eve' | 'last' | null
  /** A Saturday or Sunday that is worked 调休上班; its kind is weekday. */
  readonly worked: boolean
  /** false = the notice of that year is not in the data: only the day of the week is known. */
  readonly known: boolean
}

const runs = Object.values(holidayNotices).flatMap((notice) => notice.runs)
const off = new Map<string, Bilingual>()
for (const { name, from, to } of runs)
  for (let at = Date.parse(`${from}T00:00:00Z`); at <= Date.parse(`${to}T00:00:00Z`); at += day)
    off.set(new Date(at).toISOString().slice(0, 10), name)
const worked = new Set(runs.flatMap((run) => run.worked ?? []))

const dateOf = (at: Instant): string => beijingIso(at).slice(0, 10)
const isWeekend = (date: string): boolean => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay())

/** From then on a day may already belong to the New Year of the next notice. */
const lastOfYear = 29

function isKnown(at: Instant): boolean {
  const { year, month, day: date } = beijing(at)
  return (
    holidayNotices[year] !== undefined && (month < 12 || date < lastOfYear || holidayNotices[year + 1] !== undefined)
  )
}

export function dayOf(at: Instant): Day {
  const date = dateOf(at)
  const name = off.get(date)
  const after = off.get(dateOf(plus(at, day)))
  const common = { date, worked: worked.has(date), known: isKnown(at) }
  if (name !== undefined)
    return { ...common, kind: 'holiday', holiday: name, edge: after === undefined ? 'last' : null }
  const kind = isWeekend(date) && !worked.has(date) ? 'weekend' : 'weekday'
  return { ...common, kind, holiday: after ?? null, edge: after === undefined ? null : 'eve' }
}

const beijingOffset = 8 * 3_600_000

/** The Beijing midnight before. */
export const startOfDay = (at: Instant): Instant => plus(at, -((at + beijingOffset) % day))
