import { base64url } from 'jose'
import { standingFrom, type StandingOf } from '../../shared/credential/standing.ts'
import { applyDelta, packSnapshot, unpackSnapshot, type Snapshot } from '../../shared/credential/status-snapshot.ts'
import { Fault } from '../../shared/fault.ts'
import { instant } from '../../shared/instant.ts'

/** @throws Fault where the bytes are no snapshot */
export function readStanding({ snapshot }: { snapshot: string }): Snapshot {
  const read = unpackSnapshot(bytesOf(snapshot))
  if (read === undefined) throw new Fault('bad-input', 'ST-00', 'the standings of passes are not understood')
  return read
}

function bytesOf(text: string): Uint8Array {
  try {
    return base64url.decode(text)
  } catch {
    return new Uint8Array()
  }
}

/** The text of the part after what changed, byte for byte as the server writes it; `undefined` = does not fit. */
export function changedStanding(before: Snapshot, { version, delta }: { version: number; delta: string }) {
  const applied = applyDelta(before, bytesOf(delta))
  if (!applied.ok || applied.snapshot.version !== version) return undefined
  return JSON.stringify({ version, snapshot: base64url.encode(packSnapshot(applied.snapshot)) })
}

export const standingOf = (lists: Snapshot, withdrawn: readonly (readonly [string, number])[]): StandingOf =>
  standingFrom({ lists, withdrawn: new Map(withdrawn.map(([trip, second]) => [trip, instant(second * 1000)])) })
