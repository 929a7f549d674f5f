import { generateKey, importSigningKey, toJwks } from '../shared/credential/keys.ts'
import type { KeyUse, PrivateJwk, PublicJwk } from '../shared/credential/keys.ts'
import { es256Signer } from '../shared/credential/seal.ts'
import type { Signer } from '../shared/credential/seal.ts'
import { Fault } from '../shared/fault.ts'
import { day, minute } from '../shared/instant.ts'
import type { Instant } from '../shared/instant.ts'
import type { Deps, Keyring } from './deps.ts'
import { insertSigningKey, listSigningKeys } from './store/signing-keys.ts'
import type { SigningKeyRow } from './store/signing-keys.ts'

/** Another process may have rotated the keys: what is cached is read again after this long. */
const freshFor = minute
/** Retired keys are published for this long, so that what they signed can be checked until it has expired. */
const publishedFor = 90 * day
const purpose = 'signing-key'

export function createKeyring(deps: Pick<Deps, 'db' | 'vault' | 'now'>): Keyring {
  const signers = new Map<string, Promise<Signer>>()
  let cached: { rows: SigningKeyRow[]; at: Instant } | undefined

  async function rows(): Promise<SigningKeyRow[]> {
    const now = deps.now()
    if (cached === undefined || Math.abs(now - cached.at) > freshFor)
      cached = { rows: await listSigningKeys(deps.db), at: now }
    return cached.rows
  }
  async function made(use: KeyUse): Promise<SigningKeyRow> {
    const row = await newSigningKey(deps, use, deps.now())
    await deps.db.commit([insertSigningKey(row)])
    cached = undefined
    return row
  }
  function signerOf(row: SigningKeyRow): Promise<Signer> {
    const signer = signers.get(row.kid) ?? openSigner(deps, row)
    signers.set(row.kid, signer)
    return signer
  }
  return {
    signer: async (use) => signerOf(keyInUse(await rows(), use, deps.now()) ?? (await made(use))),
    async publicKeys() {
      const published = (await rows()).filter(
        (row) => row.retired_at === null || row.retired_at > deps.now() - publishedFor,
      )
      return toJwks(published.map(publicJwk))
    },
  }
}

/** Of the keys that may sign now, the one that began last. */
export const keyInUse = (rows: readonly SigningKeyRow[], use: KeyUse, now: Instant): SigningKeyRow | undefined =>
  rows.findLast(
    (row) => row.key_use === use && row.not_before <= now && (row.retired_at === null || row.retired_at > now),
  )

export async function newSigningKey(
  deps: Pick<Deps, 'vault'>,
  use: KeyUse,
  notBefore: Instant,
): Promise<SigningKeyRow> {
  const key = await generateKey(use, notBefore)
  return {
    kid: key.kid,
    key_use: use,
    public_jwk: JSON.stringify(toJwks([key]).keys[0]),
    private_sealed: await deps.vault.seal(purpose, JSON.stringify(key)),
    not_before: notBefore,
    retired_at: null,
    revoked_at: null,
    revoked_reason: null,
  }
}

function publicJwk(row: SigningKeyRow): PublicJwk {
  const jwk: PublicJwk = { ...JSON.parse(row.public_jwk), cx_nbf: Math.floor(row.not_before / 1000) }
  return row.retired_at === null ? jwk : { ...jwk, cx_ret: Math.floor(row.retired_at / 1000) }
}

async function openSigner(deps: Pick<Deps, 'vault'>, row: SigningKeyRow): Promise<Signer> {
  const opened = await deps.vault.open(purpose, row.private_sealed).catch((cause: unknown) => {
    throw new Fault(
      'broken',
      'KE-01',
      'the signing keys do not open with this secret: put back the one this database was made with',
      { cause },
    )
  })
  const jwk: PrivateJwk = JSON.parse(opened)
  return es256Signer(row.kid, await importSigningKey(jwk))
}
