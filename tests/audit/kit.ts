import { sql as raw } from 'kysely'
import type { AuditEntry, AuditRow } from '../../shared/audit/entry.ts'
import { verifyChain } from '../../shared/audit/verify.ts'
import type { Chain, Report } from '../../shared/audit/verify.ts'
import { sayFlaw } from '../../shared/audit/words.ts'
import { importKeys } from '../../shared/credential/keys.ts'
import { auditMac } from '../../server/audit/chain.ts'
import { createAudit } from '../../server/audit/create-audit.ts'
import type { Deps } from '../../server/deps.ts'
import { createKeyring } from '../../server/keyring.ts'
import { createVault } from '../../server/vault.ts'
import { auditPages, headsAfter } from '../../server/store/audit.ts'
import { sql } from '../../server/store/db.ts'
import { fakeClock } from '../kit/clock.ts'
import { fakeFeed, testDeps } from '../kit/deps.ts'

/** An empty log in memory, on a clock that stands still. */
export async function emptyLog(more: Partial<Deps> = {}) {
  const clock = fakeClock()
  const made = await testDeps(clock.now, fakeFeed().port, more)
  return { ...made, clock }
}

const head = { id: 'staff-1', role: 'head', device: null }

/** A log on a database that is there already. */
export function logOn(db: Deps['db']) {
  const { now } = fakeClock()
  const random: Deps['random'] = (bytes) => crypto.getRandomValues(new Uint8Array(bytes))
  const vault = createVault(new Uint8Array(32).fill(7))
  const keyring = createKeyring({ db, vault, now })
  const home = { db, now, random, vault, keyring, log: () => undefined, outside: undefined }
  return { ...home, audit: createAudit({ ...home, together: true }), alone: createAudit({ ...home, together: false }) }
}
export type Log = Pick<Deps, 'db' | 'vault' | 'keyring' | 'audit'>

/** What a head might do all day; no two alike. */
export const released = (n: number): AuditEntry => ({
  by: head,
  action: 'terminal-released',
  subject: `terminal-${n}`,
  reason: n % 3 === 0 ? `手机损坏 ${n}` : `换班 ${n}`,
  detail: { lane: (n % 4) + 1, checkpoint: 'JZ-G01' },
})

export async function fill({ audit }: Pick<Deps, 'audit'>, count: number): Promise<void> {
  await Promise.all(Array.from({ length: count }, (_, n) => audit.commit([], [released(n + 1)])))
}

export async function chainOf({ db, vault, keyring }: Log, outside?: Chain['outside']): Promise<Chain> {
  return {
    pages: auditPages(db),
    heads: await db.all(headsAfter(0)),
    outside,
    keys: await importKeys(await keyring.publicKeys()),
    mac: auditMac(vault),
  }
}

export const check = async (deps: Log, outside?: Chain['outside']): Promise<Report> =>
  verifyChain(await chainOf(deps, outside))

/** `altered 17`, or `whole`. */
export function flawIn({ flaw }: Pick<Report, 'flaw'>): string {
  if (flaw === undefined) return 'whole'
  const { zh, en } = sayFlaw(flaw)
  if (!/\p{Script=Han}/u.test(zh) || /\p{Script=Han}/u.test(en)) throw new Error(`${flaw.kind} has no words`)
  return `${flaw.kind} ${flaw.seq}`
}

export async function rowsOf({ db }: Pick<Deps, 'db'>): Promise<AuditRow[]> {
  const rows: AuditRow[] = []
  for await (const page of auditPages(db)) rows.push(...page)
  return rows
}

/** Whoever owns the database file can do this. */
export const unlock = ({ db }: Pick<Deps, 'db'>): Promise<void> =>
  db.commit(
    ['audit_follows', 'audit_is_not_changed', 'audit_is_not_deleted', 'audit_head_is_not_deleted'].map((name) =>
      run(`drop trigger ${name}`),
    ),
  )

export const run = (text: string) => raw.raw<object>(text).compile(sql)
