/** T1–T4: what tests, stays and clearings of one person bring. */
import { beijingIso, hour, plus, type Instant } from '../instant.ts'
import { inOrder, type LedgerEvent } from './events.ts'
import { ledgerAt, type ClosedReason, type Ledger } from './ledger.ts'
import { overstayEvent } from './openings.ts'
import type { Way } from './reasons.ts'
import { resultsOf, type Negative, type NumbersAt } from './results.ts'
import { isCurrent, movementsOf } from './stays.ts'
import type { Coming, TimerId } from './timers.ts'

export type PersonEvents = { readonly person: string; readonly events: readonly LedgerEvent[] }

/** A test that a longer one has overtaken lapses without anybody being told. */
const isLast = (test: Negative, negatives: readonly Negative[]): boolean =>
  !negatives.some((one) => one.lapsesAt > test.lapsesAt && one.knownAt < test.lapsesAt)

/** Reminders only to whom the result left time for them. */
function lapsing(person: string, { lapsesAt, knownAt }: Negative, numbersAt: NumbersAt): readonly Coming[] {
  const { testReminderFirst, testReminderLast } = numbersAt(knownAt)
  const common = { timer: 'T1', subject: person } as const
  const lapse = beijingIso(lapsesAt)
  const reminders = [testReminderFirst, testReminderLast]
    .map((hours) => ({ hours, at: plus(lapsesAt, -hours * hour) }))
    .filter(({ at }) => at >= knownAt)
    .map(({ hours, at }): Coming => ({
      ...common,
      mark: `${lapse}-${hours}h`,
      at,
      action: 'remind-test',
      until: lapsesAt,
    }))
  return knownAt < lapsesAt
    ? [...reminders, { ...common, mark: lapse, at: lapsesAt, action: 'test-lapsed' }]
    : reminders
}

const overstaying = (person: string, { open, closed }: Ledger): readonly Coming[] =>
  [...open, ...closed.filter(({ counted }) => counted)]
    .filter(({ reason }) => reason === 'Y2')
    .map(({ since }): Coming => {
      const event = overstayEvent(since)
      return { timer: 'T2', subject: person, mark: beijingIso(since), at: since, action: 'open-overstay', event }
    })

/** What clears without a human step is told by the timer; a decision is told by whoever takes it. */
const tellers: { readonly [W in Way]?: TimerId } = {
  'two-tests': 'T3',
  'left-in-time': 'T4',
  'through-train': 'T4',
  'never-due': 'T2',
}

function clearing(person: string, { opening, closed }: ClosedReason): readonly Coming[] {
  const timer = tellers[closed.way]
  return timer ? [{ timer, subject: person, mark: `${opening}-over`, at: closed.at, action: 'tell-cleared' }] : []
}

export function comingOf(one: PersonEvents, now: Instant, numbersAt: NumbersAt): readonly Coming[] {
  const { person } = one
  const events = inOrder(one.events, now)
  const { negatives } = resultsOf(events, numbersAt)
  const movements = movementsOf(events, now, numbersAt)
  const ledger = ledgerAt(events, now, numbersAt)
  const lapses = negatives.filter((test) => isLast(test, negatives)).flatMap((test) => lapsing(person, test, numbersAt))
  return [
    ...lapses.filter(({ at }) => isCurrent(events, movements, at)),
    ...overstaying(person, ledger),
    ...ledger.closed.flatMap((one) => clearing(person, one)),
  ]
}
