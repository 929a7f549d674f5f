import { beijing, beijingIso, day, hour, minute, parseInstant, plus, type Instant } from '../../shared/instant.ts'

/** The ETA as two short lists: a day of the coming week, and a half-hour, or 「现在」. */
const step = 30 * minute
const daysOffered = 7
/** A driver plans a few hours ahead; this much from now is filled in. */
const usualLead = 3 * hour

export const now = 'now'

export const dayOf = (at: Instant): string => beijingIso(at).slice(0, 10)
export const timeOf = (at: Instant): string => beijingIso(at).slice(11, 16)

const nextStep = (at: Instant): Instant => plus(at, (step - ((at + 8 * hour) % step)) % step)

export const usualEta = (at: Instant): { etaDay: string; etaTime: string } => {
  const eta = nextStep(plus(at, usualLead))
  return { etaDay: dayOf(eta), etaTime: timeOf(eta) }
}

/** A driver who stands at the checkpoint has arrived. */
export const etaHere = (at: Instant) => ({ etaDay: dayOf(at), etaTime: now })

export const etaOf = (at: Instant) => ({ etaDay: dayOf(at), etaTime: timeOf(at) })

export type DayOption = { value: string; inDays: number; month: number; day: number }

/** Today and the six days after it, and a day already chosen that lies outside of them. */
export function dayOptions(at: Instant, chosen: string): readonly DayOption[] {
  const days = Array.from({ length: daysOffered }, (_, inDays) => plus(at, inDays * day))
  const options = days.map((date, inDays) => {
    const { month, day: dayOfMonth } = beijing(date)
    return { value: dayOf(date), inDays, month, day: dayOfMonth }
  })
  if (options.some(({ value }) => value === chosen) || !/^\d{4}-\d{2}-\d{2}$/.test(chosen)) return options
  const [month, dayOfMonth] = chosen.slice(5).split('-').map(Number)
  return [{ value: chosen, inDays: -1, month: month!, day: dayOfMonth! }, ...options]
}

/** Half-hours of a day, of today only those still to come; 「现在」 first today. A time already chosen stays in the list. */
export function timeOptions(at: Instant, etaDay: string, chosen: string): readonly string[] {
  const midnight = parseInstant(`${etaDay}T00:00:00+08:00`)
  if (midnight === undefined) return [chosen]
  const all = Array.from({ length: day / step }, (_, index) => plus(midnight, index * step))
  const times = all.filter((time) => time >= at).map(timeOf)
  const today = etaDay === dayOf(at) ? [now, ...times] : times
  return today.includes(chosen)
    ? today
    : [...today, chosen].sort((a, b) => (a === now ? -1 : b === now ? 1 : a < b ? -1 : 1))
}

/** The moment that was chosen; `undefined` when it cannot be read. */
export const etaMoment = (etaDay: string, etaTime: string, at: Instant): Instant | undefined =>
  etaTime === now ? at : parseInstant(`${etaDay}T${etaTime}:00+08:00`)
