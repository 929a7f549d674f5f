import { describe, expect, it } from 'vitest'
import { compactVerify, importJWK } from 'jose'
import { createKeyring } from '../../../server/keyring.ts'
import { listSigningKeys } from '../../../server/store/signing-keys.ts'
import { openMigrated } from '../../../server/store/open-sqlite.ts'
import { createVault } from '../../../server/vault.ts'
import { instant } from '../../../shared/instant.ts'

async function world() {
  const now = () => instant(Date.parse('2022-05-16T10:00:00+08:00'))
  const db = await openMigrated(':memory:')
  const deps = { db, vault: createVault(new Uint8Array(32).fill(1)), now }
  return { deps, keyring: createKeyring(deps) }
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

  it('says plainly that the secret is another one', async () => {
    const { deps, keyring } = await world()
    await keyring.signer('freight')
    const other = createKeyring({ ...deps, vault: createVault(new Uint8Array(32).fill(9)) })
    await expect(other.signer('freight')).rejects.toMatchObject({ code: 'KE-01' })
  })
})
