import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { getConnInfo } from '@hono/node-server/conninfo'
import { Hono } from 'hono'
import type { Context } from 'hono'
import { compress } from 'hono/compress'
import { instant } from '../shared/instant.ts'
import { createApp } from './app.ts'
import { createAudit } from './audit/create-audit.ts'
import { createChannels } from './channels.ts'
import type { Config } from './config.ts'
import { demoChannels } from './demo/channels.ts'
import { mountDemoPage } from './demo/page.ts'
import type { Deps } from './deps.ts'
import { mountPages } from './http/pages.ts'
import { nodePress } from './http/press-node.ts'
import { keyHomes } from './key-homes.ts'
import { createKeyring } from './keyring.ts'
import { openLaw } from './law.ts'
import { jsonLog } from './log.ts'
import { auditHeadsFile } from './ports/audit-heads-file.ts'
import { httpHealthData } from './ports/health-data-http.ts'
import { createPaper } from './paper/index.ts'
import { noHealthData } from './ports/health-data-none.ts'
import { openMigrated } from './store/open-sqlite.ts'
import { createVault } from './vault.ts'

/** One machine: Node and a SQLite file. Everything that a use case can reach is made here. */
export async function openDeps(
  config: Config,
  secret: Uint8Array<ArrayBuffer>,
  origin: string,
  now = () => instant(Date.now()),
) {
  mkdirSync(dirname(config.database), { recursive: true, mode: 0o700 })
  const db = await openMigrated(config.database)
  const vault = createVault(secret)
  const random: Deps['random'] = (bytes) => crypto.getRandomValues(new Uint8Array(bytes))
  const log = jsonLog(config.log, (line) => process.stderr.write(line))
  const keyring = createKeyring({ db, vault, now }, { homes: await keyHomes(config), rotateDays: config.rotateDays })
  const outside = auditHeadsFile(auditHeadsPath(config))
  const channels = createChannels(config.channels, { now, random, origin })
  const deps: Deps = {
    db,
    now,
    random,
    vault,
    keyring,
    audit: createAudit({ db, now, random, vault, keyring, log, outside, together: true }),
    law: await openLaw({ db, now }),
    healthData: config.healthData === undefined ? noHealthData() : httpHealthData(config.healthData),
    // Made-up leaders are never called in earnest; only whoever switched notices on in his own browser hears them there.
    channels: config.demo ? demoChannels({ now, origin, push: channels.push }) : channels,
    paper: createPaper(),
    keepsConnections: true,
    origin,
    demo: config.demo,
    log,
  }
  return { deps, close: () => db.close() }
}

/** Where the signed heads of the log stand outside the database. */
export const auditHeadsPath = ({ data }: Pick<Config, 'data'>): string => `${data}/audit-heads.ndjson`

export function nodeApp(config: Config, deps: Deps, pages: string): Hono {
  const home = { addressOf: (context: Context) => addressOf(context, config.trustProxy), compress: compress() }
  const app = createApp(deps, { ...home, press: nodePress })
  if (deps.demo) mountDemoPage(app, deps)
  mountPages(app, pages)
  return config.demoSpeed === 1 ? app : dated(app, deps)
}

/** Pages go by the server's clock, and by the header they know it: where the clock is not this machine's, the header says so. */
function dated(app: Hono, { now }: Pick<Deps, 'now'>): Hono {
  const outer = new Hono()
  outer.use(async (context, next) => {
    await next()
    context.res.headers.set('Date', new Date(now()).toUTCString())
  })
  outer.route('/', app)
  return outer
}

/** The last hop is the one our own proxy wrote; those before it are the asker's own words. */
function addressOf(context: Context, trustProxy: boolean): string | undefined {
  const forwarded = trustProxy ? context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return forwarded ?? getConnInfo(context).remote.address
}
