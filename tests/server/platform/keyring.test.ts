import { describe, expect, it } from 'vitest'
import { compactVerify, importJWK } from 'jose'
import { createKeyring, newSigningKey } from '../../../server/keyring.ts'
import { insertSigningKey, listSigningKeys, retireSigningKey } from '../../../server/store/signing-keys.ts'
import { openMigrated } from '../../../server/store/open-sqlite.ts'
import { createVault } from '../../../server/vault.ts'
import { day, instant, minute, plus } from '../../../shared/instant.ts'

async function world() {
  let time = instant(Date.parse('2022-05-16T10:00:00+08:00'))
  const db = await openMigrated(':memory:')
  const deps = { db, vault: createVault(new Uint8Array(32).fill(1)), now: () => time }
  return { deps, keyring: createKeyring(deps), forward: (ms: number) => (time = plus(time, ms)) }
}
const text = new TextEncoder()
const base64url = (value: string) => Buffer.from(value).toString('base64url')

describe('the keyring', () => {
  it('makes one key a use at first need, and the same key serves after a new start', async () => {
    const { deps, keyring } = await world()
    const kids = await Promise.all(
      (['freight', 'pass', 'bundle'] as const).map(async (use) => (await keyring.signer(use)).kid),
    )
    expect(new Set(kids).size).toBe(3)
    expect((await createKeyring(deps).signer('freight')).kid).toBe(kids[0])
    expect(new Set((await keyring.publicKeys()).keys.map((key) => key.kid))).toEqual(new Set(kids))
  })

  it('signs what the published key checks', async () => {
    const { keyring } = await world()
    const signer = await keyring.signer('pass')
    const input = `${base64url(JSON.stringify({ alg: 'ES256', kid: signer.kid }))}.${base64url('{"a":1}')}`
    const token = `${input}.${Buffer.from(await signer.sign(text.encode(input))).toString('base64url')}`
    const [jwk] = (await keyring.publicKeys()).keys
    expect(new TextDecoder().decode((await compactVerify(token, await importJWK(jwk!))).payload)).toBe('{"a":1}')
  })

  it('keeps the private half sealed and never publishes it', async () => {
    const { deps, keyring } = await world()
    await keyring.signer('freight')
    const [row] = await listSigningKeys(deps.db)
    expect(row!.public_jwk + JSON.stringify(await keyring.publicKeys())).not.toContain('"d"')
    expect(JSON.parse(await deps.vault.open('signing-key', row!.private_sealed))).toHaveProperty('d')
  })

  it('publishes a new key a day before it signs, and the old one after it has stopped', async () => {
    const { deps, keyring, forward } = await world()
    const old = (await keyring.signer('freight')).kid
    const begins = plus(deps.now(), day)
    const next = await newSigningKey(deps, 'freight', begins)
    await deps.db.commit([insertSigningKey(next), retireSigningKey(old, begins)])
    const state = async () => [
      (await keyring.signer('freight')).kid,
      (await keyring.publicKeys()).keys.map((key) => key.kid),
    ]
    forward(minute + 1)
    expect(await state()).toEqual([old, [old, next.kid]])
    forward(day - minute - 2)
    expect((await state())[0]).toBe(old)
    forward(1)
    expect(await state()).toEqual([next.kid, [old, next.kid]])
    forward(90 * day)
    expect(await state()).toEqual([next.kid, [next.kid]])
  })

  it('says plainly that the secret is another one', async () => {
    const { deps, keyring } = await world()
    await keyring.signer('freight')
    const other = createKeyring({ ...deps, vault: createVault(new Uint8Array(32).fill(9)) })
    await expect(other.signer('freight')).rejects.toMatchObject({ code: 'KE-01' })
  })
})
