import { day, hour, type Instant } from '../../instant.ts'
import { dayOf, startOfDay, type Day } from './days.ts'
import type { HourSeen } from './hours.ts'

/** What an hour of such a day usually brings. */
export type Usual = {
  /** Trucks that join, and between what eight of ten such hours lie. */
  readonly arrivals: number
  readonly low: number
  readonly high: number
  /** Lanes usually open then; null = never seen. */
  readonly lanes: number | null
  /** Days of this kind that were seen at this hour: said beside the forecast, for two weekends are not twenty. */
  readonly days: number
}
export type Profile = {
  /** undefined = nothing was seen of any such hour. */
  readonly usualAt: (at: Instant) => Usual | undefined
  /** Trucks that one open lane takes an hour while somebody waits. */
  readonly perLane: number
  /** Days of each kind with anything seen. */
  readonly days: Readonly<Record<Day['kind'], number>>
}

type Group = { readonly arrivals: Weighed[]; readonly lanes: Weighed[] }
type Class = 'any' | 'weekday' | 'weekend' | 'holiday' | 'eve' | 'last'
/** Where little was seen, what is more general stands in for it. */
const general: Readonly<Record<Class, Class | null>> = {
  any: null,
  weekday: 'any',
  weekend: 'any',
  holiday: 'weekend',
  eve: 'weekday',
  last: 'holiday',
}
/** As many days as the more general counts for. */
const generalDays = 1.5
/** Days until what was seen counts half; holidays are rare, and last year's is not too old. */
const halfLife = (of: Class): number => (of === 'weekday' || of === 'weekend' || of === 'any' ? 21 : 182)
/** An hour of which less was seen is not counted. */
export const enoughMinutes = 30
/** Of the number of trucks, from one such day to another, before anything is known of it; counts as two days. */
const usualSpread = { share: 0.35, days: 2 }
/** Trucks an hour at one lane before anything was measured (a mixed day, as the estimator takes it), and the lane-minutes it counts for. */
const usualLane = { trucks: 43, minutes: 120 }
/** Eight of ten of a normal distribution lie within so many deviations. */
const eightOfTen = 1.28

type Weighed = { readonly value: number; readonly weight: number }

export const classOf = ({ kind, edge }: Day): Class => edge ?? kind

/** By kind of day and hour, the newer weeks before the older. */
export function profileOf(history: readonly HourSeen[], now: Instant): Profile {
  const seen = history.filter(({ minutes, at }) => minutes >= enoughMinutes && at < now)
  const groups = new Map<Class, Group[]>()
  const days = { weekday: new Set<string>(), weekend: new Set<string>(), holiday: new Set<string>() }
  const known = new Map<Instant, Day>()
  const dayAt = (midnight: Instant): Day => {
    const day = known.get(midnight) ?? dayOf(midnight)
    known.set(midnight, day)
    return day
  }
  let busy = { trucks: usualLane.trucks * (usualLane.minutes / 60), minutes: usualLane.minutes }
  for (const one of seen) {
    const midnight = startOfDay(one.at)
    const that = dayAt(midnight)
    days[that.kind].add(that.date)
    const value = (one.arrivals * 60) / Math.min(one.minutes, 60)
    for (let of: Class | null = classOf(that); of !== null; of = general[of]) {
      const weight = decay(now - one.at, of)
      const hours = groups.get(of) ?? Array.from({ length: 24 }, () => ({ arrivals: [], lanes: [] }))
      groups.set(of, hours)
      const group = hours[hourIn(one.at, midnight)]!
      group.arrivals.push({ value, weight })
      group.lanes.push({ value: one.lanes, weight })
    }
    const weight = decay(now - one.at, 'any')
    busy = { trucks: busy.trucks + one.busyTrucks * weight, minutes: busy.minutes + one.busyMinutes * weight }
  }
  const made = new Map<string, Usual | undefined>()
  const usual = (of: Class, at: number): Usual | undefined => {
    const name = `${of}/${at}`
    if (!made.has(name))
      made.set(name, usualOf(groups.get(of)?.[at], general[of] === null ? undefined : usual(general[of], at)))
    return made.get(name)
  }
  return {
    usualAt: (at) => {
      const midnight = startOfDay(at)
      return usual(classOf(dayAt(midnight)), hourIn(at, midnight))
    },
    perLane: (busy.trucks / busy.minutes) * 60,
    days: { weekday: days.weekday.size, weekend: days.weekend.size, holiday: days.holiday.size },
  }
}

const hourIn = (at: Instant, midnight: Instant): number => Math.floor((at - midnight) / hour)

const decay = (age: number, of: Class): number => 0.5 ** (age / day / halfLife(of))

/** The middle of what was seen, drawn to the more general the fewer days there are. */
function usualOf(group: Group | undefined, more: Usual | undefined): Usual | undefined {
  if (group === undefined || group.arrivals.length === 0) return more === undefined ? undefined : { ...more, days: 0 }
  const { arrivals: seen } = group
  const weight = seen.reduce((sum, one) => sum + one.weight, 0)
  const pull = more === undefined ? 0 : generalDays
  const arrivals = (middleOf(seen) * weight + (more?.arrivals ?? 0) * pull) / (weight + pull)
  const off = seen.reduce((sum, one) => sum + one.weight * (one.value - arrivals) ** 2, 0)
  const spread = (off + usualSpread.days * (usualSpread.share * arrivals) ** 2) / (weight + usualSpread.days)
  const deviation = Math.sqrt(spread + arrivals)
  return {
    arrivals,
    low: Math.max(arrivals - eightOfTen * deviation, 0),
    high: arrivals + eightOfTen * deviation,
    lanes: Math.round(middleOf(group.lanes)),
    days: seen.length,
  }
}

/** The weighted median; of one or two the mean. */
export function middleOf(all: readonly Weighed[]): number {
  const total = all.reduce((sum, { weight }) => sum + weight, 0)
  if (all.length < 3) return all.reduce((sum, { value, weight }) => sum + value * weight, 0) / total
  const sorted = all.toSorted((a, b) => a.value - b.value)
  let before = 0
  for (const { value, weight } of sorted) {
    before += weight
    if (before >= total / 2) return value
  }
  return sorted.at(-1)?.value ?? 0
}

/** Seen of a day so far, against what such a day usually has brought by then: 1.3 = a third more. It fades over the hours ahead. */
export function todaysPace(history: readonly HourSeen[], profile: Profile, now: Instant): number {
  const midnight = startOfDay(now)
  const recent = history.filter(({ at, minutes }) => at >= midnight && at >= now - 7 * hour && minutes >= enoughMinutes)
  let [came, usual] = [paceDoubt, paceDoubt]
  for (const one of recent) {
    const expected = profile.usualAt(one.at)
    if (expected === undefined) continue
    came += (one.arrivals * 60) / Math.min(one.minutes, 60)
    usual += expected.arrivals
  }
  return Math.min(Math.max(came / usual, 0.5), 2)
}
/** Trucks that count for nothing being unusual. */
const paceDoubt = 60
/** Hours until what is unusual of today counts half. */
const paceFades = 4
export const paceIn = (pace: number, ahead: number): number =>
  1 + (pace - 1) * 0.5 ** (Math.max(ahead, 0) / hour / paceFades)
