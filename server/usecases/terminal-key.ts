import { Fault } from '../../shared/fault.ts'
import type { Db } from '../store/db.ts'
import { findBoundTerminal } from '../store/terminal-auth.ts'

/** Importing a key costs more than a check, so imported ones are kept, by their text; the oldest leave first. */
const imported = new Map<string, Promise<CryptoKey>>()
const most = 2000

/** The public key by which this terminal's records are checked. @throws Fault not-signed-in AU-07 when it is bound no more */
export async function terminalKey(db: Db, id: string): Promise<CryptoKey> {
  const terminal = await findBoundTerminal(db, id)
  if (terminal === undefined) throw new Fault('not-signed-in', 'AU-07', 'this phone is not bound, or was released')
  const key = imported.get(terminal.publicJwk) ?? importPublic(terminal.publicJwk)
  imported.set(terminal.publicJwk, key)
  if (imported.size > most) imported.delete(imported.keys().next().value ?? '')
  return key
}

function importPublic(text: string): Promise<CryptoKey> {
  const jwk: JsonWebKey = JSON.parse(text)
  return crypto.subtle.importKey('jwk', jwk, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify'])
}
