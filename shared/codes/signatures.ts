/** Red stands on two persons of the epidemic office, one who handles and one who reviews (经办、复核). */
import type { Instant } from '../instant.ts'
import { ofKind, type Actor, type LedgerEvent, type Signed } from './events.ts'
import type { Opening, Refusal } from './openings.ts'
import { mayOpen } from './reasons.ts'

export type Signature = { readonly by: Actor; readonly at: Instant }

const needed = 2

/** `before`: those who have signed already. Whoever proposed it is nobody's second person, in whatever role. */
export function whyNotSigned(event: Signed, opening: Opening, before: readonly Signature[]): Refusal | undefined {
  if (event.actor.id === '' || !mayOpen(event.actor.role, opening.reason, 'sign')) return 'not-allowed'
  if (event.at < opening.at) return 'too-early'
  const taken = [opening.by, ...before.map(({ by }) => by)].some(({ id }) => id === event.actor.id)
  return taken ? 'same-person' : undefined
}

/** In the order in which they were given; further ones after the second change nothing. */
export function signaturesOf(opening: Opening, events: readonly LedgerEvent[]): readonly Signature[] {
  const proposer = { by: opening.by, at: opening.at }
  const signatures: Signature[] = mayOpen(opening.by.role, opening.reason, 'sign') ? [proposer] : []
  for (const event of ofKind(events, 'signed')) {
    if (event.proposal !== opening.id || whyNotSigned(event, opening, signatures)) continue
    signatures.push({ by: event.actor, at: event.at })
  }
  return signatures
}

/** The moment of the second signature; undefined = not confirmed. */
export const confirmedAt = (signatures: readonly Signature[]): Instant | undefined => signatures[needed - 1]?.at
