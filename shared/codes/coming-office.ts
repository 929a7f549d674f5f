/** T8, T14–T16: white-list terms, appeals, calls, reminders to register. */
import { hour, instant, minute, plus, type Instant } from '../instant.ts'
import type { NumbersAt } from './results.ts'
import type { Coming } from './timers.ts'

/** Both ends belong to it. `endedAt`: suspended or removed before its term. */
export type WhitelistEntry = {
  readonly id: string
  readonly from: Instant
  readonly to: Instant
  readonly endedAt: Instant | null
}
export type Appeal = { readonly id: string; readonly submittedAt: Instant; readonly decidedAt: Instant | null }
export type HotlineCall = {
  readonly id: string
  readonly acceptedAt: Instant
  readonly dispatchedAt: Instant | null
  readonly repliedAt: Instant | null
}
/** A truck known to be on its way, by trip; `seenAt` each time that somebody knew. */
export type TruckOnItsWay = {
  readonly id: string
  readonly seenAt: readonly Instant[]
  readonly registeredAt: Instant | null
}

type Step = Pick<Coming, 'timer' | 'subject' | 'action' | 'at'>

/** Nothing comes of it where what it asks for was done by then; done later, nobody needs to be told any more. */
const unlessDone = (step: Step, doneAt: Instant | null): readonly Coming[] =>
  doneAt !== null && doneAt <= step.at
    ? []
    : [{ ...step, mark: step.action, ...(doneAt !== null && { until: doneAt }) }]

export function comingOfEntry({ id, from, to, endedAt }: WhitelistEntry, numbersAt: NumbersAt): readonly Coming[] {
  const reminder = plus(to, -numbersAt(from).driverWhitelistReminder * hour)
  const after = plus(to, 1)
  const common = { timer: 'T8', subject: id } as const
  const remind: Coming = { ...common, mark: `remind-${to}`, at: reminder, action: 'remind-whitelist', until: after }
  const end: Coming = { ...common, mark: `end-${to}`, at: after, action: 'end-whitelist' }
  return [remind, end].filter(({ at }) => endedAt === null || at < endedAt)
}

export function comingOfAppeal({ id, submittedAt, decidedAt }: Appeal, numbersAt: NumbersAt): readonly Coming[] {
  const { appealTarget, appealAlert } = numbersAt(submittedAt)
  const at = (minutes: number) => plus(submittedAt, minutes * minute)
  return [
    ...unlessDone({ timer: 'T14', subject: id, action: 'remind-appeal', at: at(appealTarget) }, decidedAt),
    ...unlessDone({ timer: 'T14', subject: id, action: 'alert-appeal', at: at(appealAlert) }, decidedAt),
  ]
}

export function comingOfCall(call: HotlineCall, numbersAt: NumbersAt): readonly Coming[] {
  const { id, acceptedAt, dispatchedAt, repliedAt } = call
  const { hotlineDispatchWithin, hotlineReplyWithin } = numbersAt(acceptedAt)
  const at = (minutes: number) => plus(acceptedAt, minutes * minute)
  return [
    ...unlessDone(
      { timer: 'T15', subject: id, action: 'escalate-dispatch', at: at(hotlineDispatchWithin) },
      dispatchedAt,
    ),
    ...unlessDone({ timer: 'T15', subject: id, action: 'escalate-reply', at: at(hotlineReplyWithin) }, repliedAt),
  ]
}

/** The sightings of one trip that earn a message: the first, and further ones after a while, never more than allowed. */
function remindedAt(seenAt: readonly Instant[], numbersAt: NumbersAt): readonly Instant[] {
  const chosen: Instant[] = []
  for (const seen of seenAt.toSorted((a, b) => a - b)) {
    const { registrationReminders, registrationReminderGap } = numbersAt(seen)
    const last = chosen.at(-1)
    const rested = last === undefined || seen - last >= registrationReminderGap * hour
    if (rested && chosen.length < registrationReminders) chosen.push(seen)
  }
  return chosen
}

export function comingOfTruck({ id, seenAt, registeredAt }: TruckOnItsWay, numbersAt: NumbersAt): readonly Coming[] {
  return remindedAt(seenAt, numbersAt)
    .filter((at) => registeredAt === null || at < registeredAt)
    .map((at, index): Coming => {
      const until = registeredAt === null ? {} : { until: instant(registeredAt) }
      return { timer: 'T16', subject: id, mark: String(index + 1), at, action: 'remind-registration', ...until }
    })
}
