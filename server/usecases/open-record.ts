import type { Inspection } from '../../shared/facts.ts'
import { Fault } from '../../shared/fault.ts'
import { inspectionOf, parseEnvelope } from '../../shared/sync/envelope.ts'
import type { Envelope } from '../../shared/sync/envelope.ts'
import { readSealed, verifySealed } from '../../shared/sync/sealed-envelope.ts'
import type { Instant } from '../../shared/instant.ts'
import { recordMayBeAheadBy } from './parameters.ts'
import type { Sealer } from './sealers.ts'

/** A record that holds: whose it says it is, in the form agreed, about a moment that has been. */
export type OpenRecord = { token: string; envelope: Envelope; inspection: Inspection; by: Sealer }
/** `id` as far as it could be read; it is not believed. */
export type BadRecord = { id: string | null; fault: Fault }

/** Opens one uploaded item. What is wrong with it is told of it alone. */
export async function openRecord(
  token: string,
  sealers: ReadonlyMap<string, Sealer>,
  now: Instant,
): Promise<OpenRecord | BadRecord> {
  let id: string | null = null
  try {
    const sealed = readSealed(token)
    id = claimedId(sealed.json)
    const by = sealers.get(sealed.terminal)
    if (by === undefined) throw new Fault('not-allowed', 'RC-03', 'signed by another terminal', { path: 'terminal' })
    if (!(await verifySealed(sealed, by.key)))
      throw new Fault('bad-input', 'RC-04', 'the signature does not hold', { path: 'signature' })
    const envelope = parseEnvelope(sealed.json)
    refuseElsewhere(envelope, by)
    const inspection = inspectionOf(envelope)
    if (inspection.now > now + recordMayBeAheadBy)
      throw new Fault('bad-input', 'RC-05', 'made later than now: set the clock of the phone', { path: 'madeAt' })
    if (by.until !== undefined && inspection.now > by.until + recordMayBeAheadBy)
      throw new Fault('not-allowed', 'RC-15', 'made after the terminal was released', { path: 'madeAt' })
    return { token, envelope, inspection, by }
  } catch (cause) {
    if (cause instanceof Fault) return { id, fault: cause }
    throw cause
  }
}

function claimedId(json: unknown): string | null {
  if (typeof json !== 'object' || json === null || !('id' in json)) return null
  return typeof json.id === 'string' ? json.id.slice(0, 40) : null
}

/** A terminal stands at the checkpoint it was bound to; at which of its lanes, its inspector says when he signs on. */
function refuseElsewhere(envelope: Envelope, by: Sealer): void {
  const elsewhere = (['terminal', 'checkpoint'] as const).find((key) => envelope[key] !== by[key])
  const isLane = envelope.lane >= 1 && envelope.lane <= 30
  const path = elsewhere ?? (isLane ? undefined : 'lane')
  if (path !== undefined) throw new Fault('bad-input', 'RC-11', 'this is not where the terminal is bound', { path })
}

/** What was signed, without the signature: ES256 gives another signature each time for the same content. */
export const contentOf = (token: string): string => token.slice(0, token.lastIndexOf('.'))
