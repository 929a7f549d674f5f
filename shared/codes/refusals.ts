/** Which events have no effect, and why; asked before one is written, and told by the ledger of any that was written all the same. */
import { Fault } from '../fault.ts'
import { instant, type Instant } from '../instant.ts'
import { whyNotClosed } from './closings.ts'
import { inOrder, isVerified, type AppealDecided, type Closed, type LedgerEvent, type Signed } from './events.ts'
import { openingsOf, whyNotOpened, type Opening, type Refusal } from './openings.ts'
import { actorRoles, mayClose, reasons } from './reasons.ts'
import { resultsOf, type NumbersAt } from './results.ts'
import { confirmedAt, signaturesOf, whyNotSigned } from './signatures.ts'
import { movementsOf, overstays } from './stays.ts'

export type Refused = { readonly event: string; readonly why: Refusal }

const correctors = actorRoles.filter((role) => reasons.some((reason) => mayClose(role, reason, 'corrected')))

type About = Signed | Closed | AppealDecided

function whyNotAbout(event: About, opening: Opening, events: readonly LedgerEvent[]): Refusal | undefined {
  const signed = signaturesOf(opening, events.slice(0, events.indexOf(event)))
  if (event.kind === 'signed') return whyNotSigned(event, opening, signed)
  const declines = event.kind === 'closed' && event.way === 'declined'
  return whyNotClosed(event, opening) ?? (declines && confirmedAt(signed) ? 'already-confirmed' : undefined)
}

function whyNot(event: LedgerEvent, events: readonly LedgerEvent[], openings: readonly Opening[]): Refusal | undefined {
  if (event.kind === 'opened' || event.kind === 'proposed') return whyNotOpened(event)
  if (event.kind === 'withdrawn') return correctors.includes(event.actor.role) ? undefined : 'not-allowed'
  if (event.kind !== 'signed' && event.kind !== 'closed' && event.kind !== 'appeal-decided')
    return isVerified(event) ? undefined : 'unverified'
  const named = event.kind === 'signed' ? event.proposal : event.opening
  const opening = openings.find(({ id }) => id === named)
  return opening ? whyNotAbout(event, opening, events) : 'no-such-opening'
}

export const refusalsOf = (events: readonly LedgerEvent[], openings: readonly Opening[]): readonly Refused[] =>
  events.flatMap((event) => {
    const why = whyNot(event, events, openings)
    return why ? [{ event: event.id, why }] : []
  })

const messages: { readonly [R in Refusal]: string } = {
  'not-allowed': 'this role may not do this to this reason, in this way',
  'wrong-ground': 'this is no ground for this reason',
  'no-evidence': 'this reason needs evidence of another kind',
  'no-order': 'many at once need the order number of the command post',
  'no-such-opening': 'nothing was opened under this id',
  'too-early': 'it lies before what it is about',
  'same-person': 'the second signature must be another person’s',
  'already-confirmed': 'two persons have confirmed it; it can only be closed',
  unverified: 'a driver’s own word is no test and no arrival',
}

const clashes: readonly Refusal[] = ['same-person', 'no-such-opening', 'too-early', 'already-confirmed']

/**
 * For the use case that is about to write `event` beside `given`.
 * @throws Fault conflict CO-01 (same person twice, nothing to act on), not-allowed CO-02, bad-input CO-03
 */
export function admit(event: LedgerEvent, given: readonly LedgerEvent[], now: Instant, numbersAt: NumbersAt): void {
  const by = instant(Math.max(now, event.at))
  const events = inOrder([...given, event], by)
  const found = overstays(movementsOf(events, by, numbersAt), resultsOf(events, numbersAt), by)
  const why = refusalsOf(events, openingsOf(events, found)).find((one) => one.event === event.id)?.why
  if (!why) return
  if (why === 'not-allowed') throw new Fault('not-allowed', 'CO-02', messages[why])
  throw clashes.includes(why)
    ? new Fault('conflict', 'CO-01', messages[why])
    : new Fault('bad-input', 'CO-03', messages[why])
}
