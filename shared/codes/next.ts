/** When to look again: the next moment at which time alone may change something. */
import { hour, instant, plus, type Instant } from '../instant.ts'
import { inOrder, type LedgerEvent } from './events.ts'
import { resultsOf, type Negative, type NumbersAt } from './results.ts'
import type { Coming } from './timers.ts'

const ever = instant(Number.MAX_SAFE_INTEGER)

function momentsOf(event: LedgerEvent, numbersAt: NumbersAt): readonly Instant[] {
  if (event.kind === 'registered') return [event.at, event.until]
  if (event.kind === 'left' && event.source === 'driver')
    return [event.at, plus(event.at, numbersAt(event.at).selfReportedLeavingWait * hour)]
  return [event.at]
}

function momentsOfTest({ lapsesAt, knownAt }: Negative, numbersAt: NumbersAt): readonly Instant[] {
  const { testReminderFirst, testReminderLast } = numbersAt(knownAt)
  return [lapsesAt, plus(lapsesAt, -testReminderFirst * hour), plus(lapsesAt, -testReminderLast * hour)]
}

const firstAfter = (moments: readonly Instant[], now: Instant): Instant | null =>
  moments.reduce<Instant | null>((first, at) => (at > now && (first === null || at < first) ? at : first), null)

/** Of one person; null = nothing until something happens to him. */
export function nextAt(given: readonly LedgerEvent[], now: Instant, numbersAt: NumbersAt): Instant | null {
  const events = inOrder(given, ever)
  const { negatives } = resultsOf(events, numbersAt)
  const moments = [
    ...given.flatMap((event) => momentsOf(event, numbersAt)),
    ...negatives.flatMap((test) => momentsOfTest(test, numbersAt)),
  ]
  return firstAfter(moments, now)
}

/** Of a record whose steps are known beforehand. */
export const nextOf = (coming: readonly Coming[], now: Instant): Instant | null =>
  firstAfter(
    coming.map(({ at }) => at),
    now,
  )
