import { importSigningKey, privateKeysIn, toJwks } from '../../shared/credential/keys.ts'
import { es256Signer } from '../../shared/credential/seal.ts'
import type { Signer } from '../../shared/credential/seal.ts'
import type { KeyHome } from './key-home.ts'

/** Keys from `CHANGXING_SIGNING_KEYS`; they are never written down. */
export async function environmentKeys(text: string): Promise<KeyHome> {
  const keys = await privateKeysIn(JSON.parse(text))
  const signers = new Map<string, Signer>()
  for (const key of keys) signers.set(key.kid, es256Signer(key.kid, await importSigningKey(key)))
  return {
    name: 'environment',
    keys: async () => toJwks(keys).keys,
    signer: (kid) => signers.get(kid),
  }
}
