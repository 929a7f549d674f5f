import type { AnswerKind, Made } from '../../../shared/congestion/calls.ts'
import type { Estimate } from '../../../shared/congestion/estimate.ts'
import type { IncidentEvent } from '../../../shared/congestion/incident-events.ts'
import { ladderAt } from '../../../shared/congestion/ladder.ts'
import { calm, nextCondition } from '../../../shared/congestion/level.ts'
import { congestionNumbersAt, type CongestionLaw, type CongestionNumbers } from '../../../shared/congestion/numbers.ts'
import { readingOf } from '../../../shared/congestion/reading.ts'
import { responseDue } from '../../../shared/congestion/response.ts'
import type { CalledRole, Person } from '../../../shared/congestion/roster.ts'
import { instant, minute, type Instant } from '../../../shared/instant.ts'
import { at } from './said.ts'

const someone = (id: string, role: CalledRole, rank = 1): Person => ({
  id,
  via: role === 'on-shift' ? 'staff' : 'duty',
  role,
  name: `${id} 示例`,
  title: null,
  rank,
})

/** Everybody the article names, and two on shift. */
export const fullRoster: readonly Person[] = [
  someone('leader', 'leader'),
  someone('cadre-1', 'cadre', 1),
  someone('cadre-2', 'cadre', 2),
  someone('head', 'head'),
  someone('zhang', 'on-shift'),
  someone('li', 'on-shift'),
  someone('party', 'party-principal'),
  someone('government', 'government-principal'),
  someone('county-desk', 'county-desk'),
  someone('city-desk', 'city-desk'),
  someone('province-desk', 'province-desk'),
  someone('logistics', 'logistics-office'),
  someone('police', 'liaison'),
]
export const without = (...roles: CalledRole[]): Person[] => fullRoster.filter(({ role }) => !roles.includes(role))

const sure: Omit<Estimate, 'at' | 'wait' | 'soon' | 'low' | 'high' | 'metres' | 'lostSince'> = {
  deviation: 0,
  virtual: 0,
  vehicles: 0,
  metresDeviation: 0,
  confidence: 'high',
  basis: 'model',
  load: 1,
}

type Seen = { wait?: number; metres?: number; lost?: boolean }
type Said<Event> = Event extends IncidentEvent ? Omit<Event, 'id' | 'at' | 'knownAt'> & { at?: number } : never

/** A checkpoint's incident with a clock that is moved on: half a minute at a time, as the server looks. Minutes count from six. */
export function story(
  more: { clock?: CongestionNumbers['congestionClock']; roster?: readonly Person[]; law?: CongestionLaw } = {},
) {
  const law: CongestionLaw = more.law ?? {
    at: (now) => ({ ...congestionNumbersAt(now), congestionClock: more.clock ?? 'wait' }),
    since: () => instant(0),
  }
  const roster = more.roster ?? fullRoster
  const events: IncidentEvent[] = []
  /** Of the incident that runs, or was the last; those before it lie in `earlier`. */
  const made: Made[] = []
  const earlier: Made[][] = []
  let began: Instant | null = null
  let condition = calm
  let clock = at(0)
  let lostSince: Instant | null = null
  let ids = 0
  const id = () => `e${String((ids += 1)).padStart(5, '0')}`
  const minutesNow = () => (clock - at(0)) / minute

  function look(seen: Seen | undefined): void {
    if (seen !== undefined) {
      lostSince = seen.lost === true ? (lostSince ?? clock) : null
      const { wait = 0, metres = 0 } = seen
      const estimate: Estimate = { ...sure, at: clock, wait, soon: wait, low: wait, high: wait, metres, lostSince }
      condition = nextCondition(condition, estimate, law.at(clock))
      events.push(readingOf(estimate, condition, id(), law.at(clock)))
    }
    call()
  }
  function call(): void {
    const { incident } = ladderAt(events, law, clock)
    if (incident === null) return
    if (began !== null && began !== incident.startedAt) earlier.push(made.splice(0))
    began = incident.startedAt
    const due = responseDue({ incident, roster, made, numbers: law.at(clock), now: clock })
    made.push(...due.calls.map((one) => ({ ...one, at: clock, deliveredAt: null, answers: [] })))
  }
  return {
    /** Goes on to a minute; what is seen on the way is a function of the minute, or nothing. */
    until(to: number, see?: (minute: number) => Seen): void {
      while (clock < at(to)) {
        clock = instant(Math.min(clock + minute / 2, at(to)))
        look(see?.(minutesNow()))
      }
    },
    says(event: Said<IncidentEvent>): string {
      const { at: when, ...rest } = event
      const known = { ...rest, id: id(), at: when === undefined ? clock : at(when), knownAt: clock }
      events.push(known)
      call()
      return known.id
    },
    answers(who: string, answer: AnswerKind): void {
      made.forEach((one, place) => {
        if (
          one.ear.kind === 'person' &&
          one.ear.person.id === who &&
          (one.purpose === 'summons' || one.purpose === 'deputy')
        )
          made[place] = { ...one, answers: [...one.answers, { answer, at: clock }] }
      })
      call()
    },
    /** His SMS was refused, or there is no gateway. */
    couldNotLeave(who: string): void {
      made.forEach((one, place) => {
        if (one.ear.kind === 'person' && one.ear.person.id === who) made[place] = { ...one, unsent: true }
      })
    },
    ladder: () => ladderAt(events, law, clock),
    steps: () => (ladderAt(events, law, clock).incident?.steps ?? []).map(({ step }) => step),
    /** Who was called, as step/purpose/ear/channel; one step or all. */
    calls: (part = '') => made.map(({ key }) => key).filter((key) => key.includes(part)),
    made,
    earlier,
    events,
    law,
    now: () => clock,
  }
}
export type Story = ReturnType<typeof story>
