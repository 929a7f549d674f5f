import { minute, plus, type Instant } from '../../shared/instant.ts'
import { boothTimes } from '../../shared/policy/booth-times.ts'
import { at as valueAt } from '../../shared/policy/numbers.ts'
import { readTemperature } from '../../shared/policy/readings/temperature.ts'
import type { Row } from '../../shared/policy/verdict.ts'
import type { Judgement } from '../device/judge-here.ts'
import type { PersonHere } from '../device/known-here.ts'

/** Something that a truck waits for. Plain data: it is kept on the disk with its session. */
export type TruckTimer = {
  readonly kind: 'antigen' | 'temperature' | 'head'
  /** Key of the person; left out = everybody on board. */
  readonly person?: number
  readonly since: Instant
  readonly minutes: number
  /** Its alarm was taken up: it rings no more. */
  readonly heard?: true
}
export type TimerName = Pick<TruckTimer, 'kind' | 'person'>

export const dueAt = ({ since, minutes }: Pick<TruckTimer, 'since' | 'minutes'>): Instant =>
  plus(since, minutes * minute)
export const isDue = (timer: TruckTimer, now: Instant): boolean => dueAt(timer) <= now

/** 14:59, or `null` when it is due. */
export function clockText(timer: TruckTimer, now: Instant): string | null {
  const seconds = Math.ceil((dueAt(timer) - now) / 1000)
  return seconds <= 0 ? null : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

export const sameTimer = (a: TimerName, b: TimerName): boolean => a.kind === b.kind && a.person === b.person

/** Started again, it counts from now and rings again; started for all on board, it counts for all. */
export const started = (timers: readonly TruckTimer[], timer: TruckTimer): readonly TruckTimer[] => [
  ...timers.filter((each) => !(timer.person === undefined ? each.kind === timer.kind : sameTimer(each, timer))),
  timer,
]

export const heard = (timers: readonly TruckTimer[], name: TimerName): readonly TruckTimer[] =>
  timers.map((each) => (sameTimer(each, name) ? { ...each, heard: true } : each))

export const antigenTimer = (since: Instant, person?: number): TruckTimer => ({
  kind: 'antigen',
  since,
  minutes: valueAt(boothTimes.antigenReadAfter, since),
  ...(person === undefined ? {} : { person }),
})

/** A person's own kit, else the one started for the whole truck. */
export const kitOf = (timers: readonly TruckTimer[], person: number): TruckTimer | undefined =>
  timers.find((each) => sameTimer(each, { kind: 'antigen', person })) ??
  timers.find((each) => sameTimer(each, { kind: 'antigen' }))

export const secondReadingOf = (timers: readonly TruckTimer[], person: number): TruckTimer | undefined =>
  timers.find((each) => sameTimer(each, { kind: 'temperature', person }))

export const headTimerOf = (timers: readonly TruckTimer[]): TruckTimer | undefined =>
  timers.find(({ kind }) => kind === 'head')

/** The first to ask for somebody; for the order of the bay. */
export const firstDue = (timers: readonly TruckTimer[]): TruckTimer | undefined =>
  timers.toSorted((a, b) => dueAt(a) - dueAt(b))[0]

/** Rows on which a second reading still decides. */
const temperatureOpen: readonly Row[] = ['ASK', 'V9', 'V15']

/** What is still waited for by this judgement: what is over is dropped, a second reading and the word of the head begin by themselves. */
export function timersNow(
  crew: readonly PersonHere[],
  { facts, verdict, now }: Judgement,
  before: readonly TruckTimer[],
): readonly TruckTimer[] {
  const { numbers, row } = verdict
  const tested = crew.filter((_, index) => verdict.persons[index]?.row === 'V11').map(({ key }) => key)
  const again = crew
    .filter((_, index) => readTemperature(facts.crew[index]?.temperatures, numbers) === 'measure-again')
    .map(({ key }) => key)
  const kits = before.filter((timer) => timer.kind === 'antigen' && tested.some((key) => kitOf(before, key) === timer))
  const begun = (timer: TruckTimer) => before.find((each) => sameTimer(each, timer)) ?? timer
  const readings = temperatureOpen.includes(row) ? again : []
  return [
    ...kits,
    ...readings.map((person) =>
      begun({ kind: 'temperature', person, since: now, minutes: numbers.temperatureRecheckAfter }),
    ),
    ...(row === 'V15'
      ? [begun({ kind: 'head', since: now, minutes: valueAt(boothTimes.headDecidesWithin, now) })]
      : []),
  ]
}
