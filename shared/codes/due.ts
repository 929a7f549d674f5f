/**
 * What is due at a moment. It says the same whenever and how often it is asked: a runner does each id once and notes it with the
 * work. After a pause everything missed is there, marked late. Nothing here ever takes back what was done.
 */
import { instant, minute, type Instant } from '../instant.ts'
import { comingOfRelease, comingOfTracking, comingOfTransfer } from './coming-follow-up.ts'
import type { Released, Tracking, Transfer } from './coming-follow-up.ts'
import { comingOfAppeal, comingOfCall, comingOfEntry, comingOfTruck } from './coming-office.ts'
import type { Appeal, HotlineCall, TruckOnItsWay, WhitelistEntry } from './coming-office.ts'
import { comingOf, type PersonEvents } from './coming-people.ts'
import type { NumbersAt } from './results.ts'
import { timers, type Coming, type Due } from './timers.ts'

export type DueState = {
  readonly people: readonly PersonEvents[]
  readonly trackings: readonly Tracking[]
  readonly releases: readonly Released[]
  readonly transfers: readonly Transfer[]
  readonly whitelist: readonly WhitelistEntry[]
  readonly appeals: readonly Appeal[]
  readonly calls: readonly HotlineCall[]
  readonly trucks: readonly TruckOnItsWay[]
  /** The latest moment an earlier run has seen; a clock that jumps back does not make it unseen. null = the first run. */
  readonly seenUntil: Instant | null
}

export const nothingToDo: DueState = {
  people: [],
  trackings: [],
  releases: [],
  transfers: [],
  whitelist: [],
  appeals: [],
  calls: [],
  trucks: [],
  seenUntil: null,
}

const allComing = (state: DueState, now: Instant, numbersAt: NumbersAt): readonly Coming[] => [
  ...state.people.flatMap((one) => comingOf(one, now, numbersAt)),
  ...state.trackings.flatMap((one) => comingOfTracking(one, numbersAt)),
  ...state.releases.flatMap((one) => comingOfRelease(one, numbersAt)),
  ...state.transfers.flatMap((one) => comingOfTransfer(one, numbersAt)),
  ...state.whitelist.flatMap((one) => comingOfEntry(one, numbersAt)),
  ...state.appeals.flatMap((one) => comingOfAppeal(one, numbersAt)),
  ...state.calls.flatMap((one) => comingOfCall(one, numbersAt)),
  ...state.trucks.flatMap((one) => comingOfTruck(one, numbersAt)),
]

const dueOf = ({ timer, subject, mark, at, action, until, event }: Coming, lateFrom: number): Due => ({
  id: `${timer}/${subject}/${mark}`,
  timer,
  name: timers[timer].name,
  subject,
  dueAt: at,
  action,
  article: timers[timer].article,
  late: at < lateFrom,
  until: until ?? null,
  event: event ?? null,
})

/** Earliest first. */
export function due(state: DueState, now: Instant, numbersAt: NumbersAt): readonly Due[] {
  const seen = instant(Math.max(now, state.seenUntil ?? now))
  const lateFrom = seen - numbersAt(seen).timerDelayMax * minute
  const found = allComing(state, seen, numbersAt)
    .filter(({ at }) => at <= seen)
    .map((one) => dueOf(one, lateFrom))
  return [...new Map(found.map((one) => [one.id, one])).values()].toSorted(
    (a, b) => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1),
  )
}
