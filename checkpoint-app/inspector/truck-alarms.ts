import type { Instant } from '../../shared/instant.ts'
import { dueAt, firstDue, isDue, type TruckTimer } from './truck-timers.ts'
import { lookupPlate, type Session } from './truck-session.ts'

/** A truck that waits for somebody to come, and nobody has. */
export type TruckAlarm = {
  readonly session: string
  readonly plate: string | undefined
  readonly who: Session['known']['crew'][number] | undefined
  readonly place: number
  readonly timer: TruckTimer
}

export const alarmName = ({ session, timer }: TruckAlarm): string =>
  `${session} ${timer.kind} ${timer.person ?? ''} ${timer.since}`

/** Those that are due and not taken up, the longest waiting first. */
export function alarmsDue(sessions: readonly Session[], now: Instant): readonly TruckAlarm[] {
  return sessions
    .flatMap((session) => (session.timers ?? []).map((timer) => ({ session, timer })))
    .filter(({ timer }) => timer.heard !== true && isDue(timer, now))
    .toSorted((a, b) => dueAt(a.timer) - dueAt(b.timer))
    .map(({ session, timer }) => {
      const place = session.known.crew.findIndex(({ key }) => key === timer.person)
      return { session: session.id, plate: lookupPlate(session), who: session.known.crew[place], place, timer }
    })
}

/** Between two rings of an alarm that nobody has taken up, milliseconds. */
export const ringEvery = 20_000

export type Bell = { readonly rung: readonly string[]; readonly at: number }
export const silent: Bell = { rung: [], at: Number.NEGATIVE_INFINITY }

/** Rings at once for each new alarm, and again while one is left. A page that slept rings when it wakes. */
export function ringing(bell: Bell, alarms: readonly TruckAlarm[], now: number): { bell: Bell; rings: boolean } {
  const names = alarms.map(alarmName)
  const rings = names.some((name) => !bell.rung.includes(name)) || (names.length > 0 && now - bell.at >= ringEvery)
  return { bell: { rung: names, at: rings ? now : bell.at }, rings }
}

/** The bay in the order in which it asks for somebody; what waits for nothing comes last, the longest standing first. */
export function inOrderOfDue(sessions: readonly Session[]): readonly Session[] {
  const due = ({ timers = [] }: Session) => {
    const first = firstDue(timers)
    return first === undefined ? Number.POSITIVE_INFINITY : dueAt(first)
  }
  return sessions.toSorted((a, b) => {
    const [left, right] = [due(a), due(b)]
    return left === right ? a.startedAt - b.startedAt : left - right
  })
}
