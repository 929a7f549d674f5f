import { generateKey, toJwks } from '../../shared/credential/keys.ts'
import type { Jwks, PublicJwk } from '../../shared/credential/keys.ts'
import { instant } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Deps, KeyUse, OutsideKey } from '../deps.ts'
import { insertSigningKey, retireSigningKey } from '../store/signing-keys.ts'
import type { SigningKeyRow } from '../store/signing-keys.ts'
import { placeInLine, published } from './line.ts'

/** What the private half is sealed for. */
export const sealedAs = 'signing-key'

/** A key made here, its private half sealed. */
export async function newSigningKey(
  deps: Pick<Deps, 'vault' | 'now'>,
  use: KeyUse,
  notBefore: Instant,
): Promise<SigningKeyRow> {
  const key = await generateKey(use, notBefore)
  const row = outsideKeyRow({ home: 'environment', jwk: key }, notBefore, deps.now())
  return { ...row, home: 'database', private_sealed: await deps.vault.seal(sealedAs, JSON.stringify(key)) }
}

/** A key whose private half is kept elsewhere. */
export const outsideKeyRow = ({ home, jwk }: OutsideKey, notBefore: Instant, now: Instant): SigningKeyRow => ({
  kid: jwk.kid,
  key_use: jwk.cx_use,
  public_jwk: JSON.stringify(toJwks([jwk]).keys[0]),
  private_sealed: '',
  not_before: notBefore,
  retired_at: null,
  revoked_at: null,
  revoked_reason: null,
  home,
  published_at: now,
})

/** What ends the key before it, and the key itself in its place: one commit. */
export function takingPlace(line: readonly SigningKeyRow[], key: SigningKeyRow) {
  const begins = instant(key.not_before)
  const { before, endsAt } = placeInLine(line, key.key_use, begins)
  const writes = [
    ...(before === undefined ? [] : [retireSigningKey(before.kid, begins)]),
    insertSigningKey({ ...key, retired_at: endsAt }),
  ]
  return { before, writes }
}

/** What anybody may know of the line: needs no secret. */
export const publicKeysOf = (line: readonly SigningKeyRow[], now: Instant): Jwks =>
  toJwks(line.filter((row) => published(row, now)).map(publicJwk))

/** As published: its times are those of the line. */
export function publicJwk(row: SigningKeyRow): PublicJwk {
  const { cx_ret: _, ...kept }: PublicJwk = JSON.parse(row.public_jwk)
  const jwk: PublicJwk = { ...kept, cx_nbf: Math.floor(row.not_before / 1000) }
  return row.retired_at === null ? jwk : { ...jwk, cx_ret: Math.floor(row.retired_at / 1000) }
}
