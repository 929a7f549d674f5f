import { importKeys } from '../../shared/credential/keys.ts'
import type { KeySet } from '../../shared/credential/keys.ts'
import type { Db } from '../store/db.ts'
import { listSigningKeys } from '../store/signing-keys.ts'

/** Every key that ever signed heads; one that cannot be read opens none. */
export async function keysOfHeads(db: Db): Promise<KeySet> {
  const rows = (await listSigningKeys(db)).filter(({ key_use }) => key_use === 'audit')
  const sets = await Promise.all(rows.map(({ public_jwk }) => keyIn(public_jwk)))
  return new Map(sets.flatMap((set) => [...set]))
}

async function keyIn(text: string): Promise<KeySet> {
  try {
    return await importKeys({ keys: [JSON.parse(text)] })
  } catch {
    return new Map()
  }
}
