import { createApp } from '../../../server/app.ts'
import type { Home } from '../../../server/app.ts'
import { createAudit } from '../../../server/audit/create-audit.ts'
import type { Deps, LogLine } from '../../../server/deps.ts'
import { createKeyring } from '../../../server/keyring.ts'
import { programLaw } from '../../../server/law.ts'
import { noHealthData } from '../../../server/ports/health-data-none.ts'
import { sql } from '../../../server/store/db.ts'
import { openMigrated } from '../../../server/store/open-sqlite.ts'
import { noChannels } from '../../../server/ports/channels/channel.ts'
import { createVault } from '../../../server/vault.ts'
import { instant, plus } from '../../../shared/instant.ts'

/** The platform alone: a database in memory, a clock that only we move, routes that the test brings along. */
export async function smallWorld(mount: Parameters<typeof createApp>[2], home: Home = {}, origin = 'https://cx.test') {
  let time = instant(Date.parse('2022-05-16T10:00:00+08:00'))
  const logged: { event: string; line: LogLine | undefined }[] = []
  const now = () => time
  const db = await openMigrated(':memory:')
  const vault = createVault(new Uint8Array(32).fill(7))
  const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))
  const log: Deps['log'] = (event, line) => logged.push({ event, line })
  const keyring = createKeyring({ db, vault, now })
  const deps: Deps = {
    db,
    now,
    random,
    vault,
    keyring,
    audit: createAudit({ db, now, random, vault, keyring, log, outside: undefined, together: true }),
    law: programLaw(),
    channels: noChannels,
    healthData: noHealthData(),
    origin,
    demo: false,
    log,
  }
  const app = createApp(deps, home, mount)
  return { app, deps, db, logged, forward: (milliseconds: number) => (time = plus(time, milliseconds)) }
}

export const post = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
})

export const staffRow = (id: string, role: 'admin' | 'head' | 'inspector') =>
  sql
    .insertInto('staff')
    .values({
      id,
      login: id,
      name: '演示',
      role,
      checkpoint_id: null,
      password_hash: 'x',
      created_at: 1,
      disabled_at: null,
    })
    .compile()

export const checkpointRow = (id: string) =>
  sql
    .insertInto('checkpoint')
    .values({ id, name: id, road: 'S49', county: '410822', lanes: 4, active: 1, fictional: 1 })
    .compile()
