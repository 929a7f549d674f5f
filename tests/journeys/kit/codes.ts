import { generateKey, importSigningKey } from '../../../shared/credential/keys.ts'
import { encodeQr } from '../../../shared/credential/qr.ts'
import { es256Signer, sealFreightCode } from '../../../shared/credential/seal.ts'
import type { Signer } from '../../../shared/credential/seal.ts'
import { day, hour, instant, plus } from '../../../shared/instant.ts'
import { masterSecret } from '../../../server/cli/secret-file.ts'
import { readConfig } from '../../../server/config.ts'
import { createKeyring } from '../../../server/keyring.ts'
import { sql } from '../../../server/store/db.ts'
import { openSqlite } from '../../../server/store/sqlite.ts'
import { createVault } from '../../../server/vault.ts'
import type { Server } from './server.ts'

const now = () => instant(Date.now())

/** The issuer's own key, from the server's data folder; made to look two days old, so that it may have signed yesterday. */
export async function issuerOf(server: Server): Promise<Signer> {
  await server.stop()
  const config = readConfig(['--data', server.data], {}, false)
  const db = openSqlite(config.database)
  await db.commit([
    sql
      .updateTable('signing_key')
      .set({ not_before: plus(now(), -2 * day) })
      .compile(),
  ])
  const vault = createVault(masterSecret(config))
  const signer = await createKeyring({ db, vault, now }).signer('freight')
  db.close()
  await server.start()
  return signer
}

/** A key that is nobody's. */
export async function strangersKey(): Promise<Signer> {
  const key = await generateKey('freight', plus(now(), -day))
  return es256Signer(key.kid, await importSigningKey(key))
}

/** A sealed freight code as the text of its QR, issued so many hours ago and good for one. */
export async function sealedCode(signer: Signer, hoursAgo: number): Promise<string> {
  const issuedAt = plus(instant(Math.floor(now() / 1000) * 1000), -hoursAgo * hour)
  const claims = {
    kind: 'freight',
    issuer: '410800',
    id: 'x4Kq9TzL0mWb2e',
    issuedAt,
    expiresAt: plus(issuedAt, hour),
    plate: '沪DX0001',
    trip: '482109371165',
    scope: 'cross-province',
    state: 'green',
    registered: true,
    crew: [{ surname: '李', idTail: '0031', role: 'driver' }],
  } as const
  return encodeQr(await sealFreightCode(claims, signer))
}

/** The same seal under another plate. */
export function altered(token: string): string {
  const [header, payload = '', seal] = token.split('.')
  const claims = Buffer.from(payload, 'base64url').toString().replace('沪DX0001', '沪DX0009')
  return [header, Buffer.from(claims).toString('base64url'), seal].join('.')
}
