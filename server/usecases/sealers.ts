import { instant } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import { envelopeType, readSealed } from '../../shared/sync/sealed-envelope.ts'
import type { Deps } from '../deps.ts'
import { importedKey } from '../terminal-key.ts'
import { releasedTerminals } from '../store/terminals.ts'
import type { TerminalAsker } from './may.ts'

/** A terminal whose seal an uploaded record may carry, and until when it was bound; without `until` it is bound now. */
export type Sealer = {
  terminal: string
  staff: string
  checkpoint: string
  lane: number
  key: CryptoKey
  until?: Instant
}

/**
 * Who sealed the records of a batch: the phone that brings them, or a terminal released meanwhile, whose waiting records the
 * phone still holds. A seal proves itself, so it does not matter who carries it; nothing that was kept is lost by a release.
 */
export async function sealersOf(
  deps: Deps,
  asker: TerminalAsker,
  items: readonly string[],
  typ: string = envelopeType,
): Promise<ReadonlyMap<string, Sealer>> {
  const others = new Set(items.flatMap((item) => claimedTerminal(item, typ) ?? []))
  others.delete(asker.terminal)
  const sealers = new Map<string, Sealer>([[asker.terminal, asker]])
  if (others.size === 0) return sealers
  const released = await deps.db.all(releasedTerminals([...others]))
  for (const { id, staff_id, checkpoint_id, lane, public_jwk, released_at } of released) {
    const key = await importedKey(public_jwk)
    const until = instant(released_at ?? 0)
    sealers.set(id, { terminal: id, staff: staff_id, checkpoint: checkpoint_id, lane, key, until })
  }
  return sealers
}

function claimedTerminal(token: string, typ: string): string | undefined {
  try {
    return readSealed(token, typ).terminal
  } catch {
    return undefined // said of the item itself, when it is opened
  }
}
