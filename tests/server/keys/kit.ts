import { createAudit } from '../../../server/audit/create-audit.ts'
import { createKeyring } from '../../../server/keyring.ts'
import type { KeyHome } from '../../../server/ports/key-home.ts'
import { createVault } from '../../../server/vault.ts'
import { importKeys } from '../../../shared/credential/keys.ts'
import { openCredential } from '../../../shared/credential/open.ts'
import { sealFreightCode } from '../../../shared/credential/seal.ts'
import { hour, instant, plus } from '../../../shared/instant.ts'
import { freight } from '../../credential/kit.ts'
import { emptyDatabase } from '../../kit/empty-database.ts'

/** Whoever may run commands on the machine. */
export const operator = { id: 'command-line', role: 'system', device: null }

/** The keys of a server and all that they reach, on a clock that stands still until moved; `beside` is another process. */
export async function keyRoom(more: { homes?: readonly KeyHome[]; rotateDays?: number } = {}) {
  let time = instant(Date.parse('2022-05-16T10:00:00+08:00'))
  const now = () => time
  const db = await emptyDatabase()
  const vault = createVault(new Uint8Array(32).fill(1))
  const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))
  const beside = (also = more) => {
    const keyring = createKeyring({ db, vault, now }, also)
    const log = () => undefined
    const audit = createAudit({ db, now, random, vault, keyring, log, outside: undefined, together: true })
    return { db, vault, now, random, keyring, audit }
  }
  return { deps: beside(), beside, now, forward: (ms: number) => void (time = plus(time, ms)) }
}
export type KeyRoom = Awaited<ReturnType<typeof keyRoom>>

/** A code as the server would issue it at this moment. */
export const issue = async ({ deps, now }: KeyRoom, life = hour) =>
  sealFreightCode(
    freight({ issuedAt: now(), expiresAt: plus(now(), life), testLapsesAt: plus(now(), life) }),
    await deps.keyring.signer('freight'),
  )

/** What a phone keeps of the keys when it is online. */
export const fetched = async ({ deps }: KeyRoom) => importKeys(await deps.keyring.publicKeys())

export async function opens(room: KeyRoom, token: string, keys: Awaited<ReturnType<typeof fetched>>): Promise<string> {
  const opened = await openCredential(token, { keys, now: room.now() })
  return opened.ok ? 'open' : opened.reason
}
