import { importKeys, importSigningKey } from '../shared/credential/keys.ts'
import type { KeyUse, PrivateJwk } from '../shared/credential/keys.ts'
import { es256Signer } from '../shared/credential/seal.ts'
import type { Signer } from '../shared/credential/seal.ts'
import { Fault } from '../shared/fault.ts'
import { minute } from '../shared/instant.ts'
import type { Instant } from '../shared/instant.ts'
import type { Deps, Keyring, OutsideKey } from './deps.ts'
import { keyInUse, placeInLine } from './keys/line.ts'
import { newSigningKey, outsideKeyRow, publicJwk, publicKeysOf, sealedAs } from './keys/rows.ts'
import type { KeyHome } from './ports/key-home.ts'
import { Taken } from './store/db.ts'
import { insertSigningKey, listSigningKeys } from './store/signing-keys.ts'
import type { SigningKeyRow } from './store/signing-keys.ts'

/** Another process may have rotated or revoked: what is cached is read again after this long. */
const freshFor = minute / 12

type Inside = Pick<Deps, 'db' | 'vault' | 'now'>
type More = { homes?: readonly KeyHome[]; rotateDays?: number | undefined }

/** Keys of the database, and of the homes outside it, as one line a use (key-line.ts). */
export function createKeyring(deps: Inside, { homes = [], rotateDays }: More = {}): Keyring {
  const signers = new Map<string, Promise<Signer>>()
  let cached: { rows: SigningKeyRow[]; at: Instant } | undefined

  async function rows(): Promise<SigningKeyRow[]> {
    const now = deps.now()
    if (cached === undefined || Math.abs(now - cached.at) > freshFor)
      cached = { rows: await listSigningKeys(deps.db), at: now }
    return cached.rows
  }
  const outside = async (): Promise<OutsideKey[]> =>
    (await Promise.all(homes.map(async (home) => (await home.keys()).map((jwk) => ({ home: home.name, jwk }))))).flat()
  const atHand = ({ kid, home }: SigningKeyRow): boolean =>
    home === 'database' || homes.some((there) => there.name === home && there.signer(kid) !== undefined)

  async function begin(use: KeyUse): Promise<SigningKeyRow> {
    await firstKey(deps, use, await outside())
    cached = undefined
    return chosen(await rows(), use) ?? fail(use)
  }
  const chosen = (line: readonly SigningKeyRow[], use: KeyUse) => {
    const row = keyInUse(line, use, deps.now())
    if (row !== undefined && !atHand(row)) throw notHere(row)
    return row
  }
  function signerOf(row: SigningKeyRow): Promise<Signer> {
    const signer = signers.get(row.kid) ?? openSigner(deps, row, homes)
    signers.set(row.kid, signer)
    return signer
  }
  return {
    rotateDays,
    outside,
    signer: async (use) => signerOf(chosen(await rows(), use) ?? (await begin(use))),
    publicKeys: async () => publicKeysOf(await rows(), deps.now()),
    revoked: async () => new Set((await rows()).filter(({ revoked_at }) => revoked_at !== null).map(({ kid }) => kid)),
    changed: () => void (cached = undefined),
  }
}

const notHere = ({ kid, key_use, home }: SigningKeyRow) =>
  new Fault(
    'unavailable',
    'KE-04',
    `key ${kid} signs for ${key_use}, but its private half (${home}) is not at hand here`,
  )
const fail = (use: KeyUse): never => {
  throw new Fault('broken', 'KE-07', `no key signs for ${use}`)
}

/** Where no key signs for a use: the first one, at once. Whoever is second in a race uses that of the first. */
async function firstKey(deps: Inside, use: KeyUse, offered: readonly OutsideKey[]): Promise<void> {
  const now = deps.now()
  const line = await listSigningKeys(deps.db)
  if (keyInUse(line, use, now) !== undefined) return
  const given = offered.find(({ jwk }) => jwk.cx_use === use && !line.some(({ kid }) => kid === jwk.kid))
  const key = given === undefined ? await newSigningKey(deps, use, now) : outsideKeyRow(given, now, now)
  const { endsAt } = placeInLine(line, use, now)
  try {
    await deps.db.commit([insertSigningKey({ ...key, retired_at: endsAt })])
  } catch (cause) {
    if (!(cause instanceof Taken)) throw cause
  }
}

async function openSigner(deps: Inside, row: SigningKeyRow, homes: readonly KeyHome[]): Promise<Signer> {
  const there = homes.find(({ name }) => name === row.home)?.signer(row.kid)
  if (there !== undefined) return checkedSigner(there, row)
  const opened = await deps.vault.open(sealedAs, row.private_sealed).catch((cause: unknown) => {
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

/** What another has signed is checked before it goes out: a code that opens nowhere would be found out at the booth. */
async function checkedSigner(signer: Signer, row: SigningKeyRow): Promise<Signer> {
  const key = (await importKeys({ keys: [publicJwk(row)] })).get(row.kid)?.key
  return {
    ...signer,
    async sign(data) {
      const signature = await signer.sign(data)
      const [seal, text] = [new Uint8Array(signature), new Uint8Array(data)]
      const holds =
        key !== undefined && (await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, seal, text))
      if (!holds) throw new Fault('broken', 'KE-06', `the key service answers wrongly: no signature of ${row.kid}`)
      return signature
    },
  }
}
