import { importJWK } from 'jose'

/** Importing costs more than checking. Bounded by dropping the oldest; the text of the key is the name, so none goes stale. */
const imported = new Map<string, Promise<CryptoKey>>()
const most = 2000

/** The public key of a terminal from its JWK text. */
export async function importedKey(jwk: string): Promise<CryptoKey> {
  const key = imported.get(jwk) ?? importPublic(jwk)
  imported.set(jwk, key)
  if (imported.size > most) imported.delete(imported.keys().next().value!)
  return key
}

async function importPublic(jwk: string): Promise<CryptoKey> {
  const key = await importJWK(JSON.parse(jwk), 'ES256')
  if (key instanceof Uint8Array) throw new Error('not a public key')
  return key
}
