import { base64url } from 'jose'
import type { Hono } from 'hono'
import { day, instant, plus } from '../shared/instant.ts'
import { createApp } from './app.ts'
import { createAudit } from './audit/create-audit.ts'
import { channelSettings } from './channel-settings.ts'
import { createChannels } from './channels.ts'
import type { Deps } from './deps.ts'
import { keyHomes } from './key-homes.ts'
import { kms, rotateDays, signingKeys } from './key-settings.ts'
import { createKeyring } from './keyring.ts'
import { openLaw } from './law.ts'
import { jsonLog } from './log.ts'
import { httpHealthData } from './ports/health-data-http.ts'
import { noHealthData } from './ports/health-data-none.ts'
import { bundledMigrations } from './store/bundled-migrations.ts'
import { openD1 } from './store/d1.ts'
import type { D1 } from './store/d1.ts'
import { migrate } from './store/migrate.ts'
import { offerSetUp } from './usecases/offer-set-up.ts'
import { timers } from './timers/index.ts'
import { createVault } from './vault.ts'

/** Bindings of wrangler.toml and secrets set by `wrangler secret put`. */
export type Env = {
  DB: D1
  ASSETS?: { fetch(request: Request): Promise<Response> }
  CHANGXING_ORIGIN: string
  /** 32 bytes, base64url. */
  CHANGXING_SECRET: string
  /** Opens `/office/#setup=…` once, while there is no administrator. */
  CHANGXING_SETUP?: string
  CHANGXING_HEALTH_DATA_URL?: string
  CHANGXING_HEALTH_DATA_TOKEN?: string
  CHANGXING_SIGNING_KEYS?: string
  CHANGXING_KMS_URL?: string
  CHANGXING_KMS_TOKEN?: string
  CHANGXING_ROTATE_DAYS?: string
  CHANGXING_SMS?: string
  CHANGXING_SMS_HOOK?: string
  CHANGXING_ROBOTS?: string
  CHANGXING_PUSH_HOSTS?: string
  CHANGXING_WEBHOOK_URL?: string
  CHANGXING_WEBHOOK_SECRET?: string
}

/** What another isolate published is known here after this long at most. */
const lawReadEvery = 30_000

type Running = { app: Hono; deps: Deps; lawReadAt: number }
let running: Promise<Running> | undefined

async function start(env: Env): Promise<Running> {
  const db = openD1(env.DB)
  await migrate(db, bundledMigrations)
  const deps = await depsOf(env, db)
  const setUp = env.CHANGXING_SETUP
  if (setUp !== undefined) await offerSetUp(deps, setUp, plus(deps.now(), 7 * day))
  const made = createApp(deps, { addressOf: (context) => context.req.header('cf-connecting-ip') })
  const assets = env.ASSETS
  if (assets !== undefined) mountAssets(made, assets)
  return { app: made, deps, lawReadAt: deps.now() }
}

async function readLawAgain(here: Running): Promise<void> {
  const now = here.deps.now()
  if (now - here.lawReadAt < lawReadEvery) return
  here.lawReadAt = now
  await here.deps.law.refresh()
}

/** As http/pages.ts does on Node: what carries its hash in its name never changes, the rest is asked for again. */
function mountAssets(app: Hono, assets: NonNullable<Env['ASSETS']>): void {
  app.get('*', async (context, next) => {
    const found = await assets.fetch(context.req.raw)
    if (found.status === 404) return next()
    const answer = new Response(found.body, found)
    const immutable = context.req.path.startsWith('/assets/')
    answer.headers.set('Cache-Control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache')
    return answer
  })
}

const channelsOf = (env: Env) =>
  channelSettings({
    sms: env.CHANGXING_SMS,
    smsHook: env.CHANGXING_SMS_HOOK,
    robots: env.CHANGXING_ROBOTS,
    pushHosts: env.CHANGXING_PUSH_HOSTS,
    webhookUrl: env.CHANGXING_WEBHOOK_URL,
    webhookSecret: env.CHANGXING_WEBHOOK_SECRET,
  })

async function depsOf(env: Env, db: Deps['db']): Promise<Deps> {
  const { CHANGXING_HEALTH_DATA_URL: url, CHANGXING_HEALTH_DATA_TOKEN: token } = env
  const vault = createVault(new Uint8Array(base64url.decode(env.CHANGXING_SECRET)))
  const now = () => instant(Date.now())
  const random: Deps['random'] = (bytes) => crypto.getRandomValues(new Uint8Array(bytes))
  const log = jsonLog('all', (line) => console.log(line.trimEnd()))
  const homes = await keyHomes({
    signingKeys: signingKeys(env.CHANGXING_SIGNING_KEYS),
    kms: kms(env.CHANGXING_KMS_URL, env.CHANGXING_KMS_TOKEN),
  })
  const keyring = createKeyring({ db, vault, now }, { homes, rotateDays: rotateDays(env.CHANGXING_ROTATE_DAYS) })
  return {
    db,
    now,
    random,
    vault,
    keyring,
    audit: createAudit({ db, now, random, vault, keyring, log, outside: undefined, together: false }),
    law: await openLaw({ db, now }),
    healthData: url === undefined || token === undefined ? noHealthData() : httpHealthData({ url, token }),
    channels: createChannels(channelsOf(env), { now, random, origin: env.CHANGXING_ORIGIN }),
    origin: env.CHANGXING_ORIGIN,
    demo: false,
    log,
  }
}

const worker = {
  async fetch(request: Request, env: Env, context: { waitUntil(promise: Promise<unknown>): void }): Promise<Response> {
    running ??= start(env)
    try {
      const here = await running
      await readLawAgain(here)
      return await here.app.fetch(request, env, { ...context, passThroughOnException: () => undefined, props: {} })
    } catch (error) {
      running = undefined
      throw error
    }
  },
  /** By cron of wrangler.toml: what Node does by timers. */
  async scheduled(_: unknown, env: Env): Promise<void> {
    running ??= start(env)
    const { deps } = await running
    for (const timer of timers) await timer.run(deps)
  },
}

export { worker as default }
