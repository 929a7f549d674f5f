import { mkdirSync, rmSync } from 'node:fs'
import { createKeysAndSweep } from './first-steps.ts'
import { settings, readConfig } from '../config.ts'
import type { Config } from '../config.ts'
import { pacedClock } from '../demo/clock.ts'
import type { Deps } from '../deps.ts'
import { instant } from '../../shared/instant.ts'
import { listen } from '../listen.ts'
import { auditHeadsPath, nodeApp, openDeps } from '../node.ts'
import { buildPages, pagesFolder } from './build-pages.ts'
import { lanAddresses, lanCertificate } from './lan-certificate.ts'
import { masterSecret } from './secret-file.ts'
import { startTimers } from '../timers/run.ts'
import { endStreams } from '../usecases/board-stream.ts'
import { setUpLink } from './set-up-link.ts'
import { startDemoFeed } from './start-demo-feed.ts'
import { startTrouble } from './start-trouble.ts'
import { printWelcome } from './welcome.ts'

const help = `changxing serve [--port N] [--host H] [--data DIR] [--build] [--lan] [--demo [--demo-speed N]]

  --build  build the pages first when they are missing or older than their sources / 先构建页面
  --lan    HTTPS on every network with a certificate of its own, and a QR of the address / 局域网 HTTPS
  --demo   made-up checkpoints, staff and trucks in <data>/demo, fresh at each start / 演示数据
  --demo-speed N  the day of the demonstration clock and all, N times as fast, 1 to 60 / 演示（连时钟）加速 N 倍

Environment / 环境变量 (default · meaning):
${Object.entries(settings)
  .map(([name, says]) => `  ${name.padEnd(28)} ${says}`)
  .join('\n')}
`

/** Runs until it is told to stop (SIGINT, SIGTERM); then requests end, the database closes, exit code 0. */
export async function serveCommand(args: readonly string[]): Promise<number> {
  const config = readConfig(args, process.env, process.stderr.isTTY)
  if (config.help) {
    process.stdout.write(help)
    return 0
  }
  if (config.build && (await buildPages())) process.stdout.write('页面已构建 / pages built\n')
  // Database, secret and certificate are for the owner of this process only.
  process.umask(0o077)
  try {
    await serve(config)
    return 0
  } catch (cause) {
    throw startTrouble(config, cause)
  }
}

async function serve(config: Config): Promise<void> {
  mkdirSync(config.data, { recursive: true, mode: 0o700 })
  if (config.demo) for (const old of filesOfDemo(config)) rmSync(old, { force: true })
  const feed = config.demo ? await startDemoFeed() : undefined
  try {
    await runUntilStopped(feed === undefined ? config : { ...config, healthData: feed })
  } finally {
    feed?.stop()
  }
}

/** Its data is new at each start, and so is the log. */
const filesOfDemo = (config: Config): string[] => [
  ...['', '-wal', '-shm'].map((end) => config.database + end),
  auditHeadsPath(config),
]

async function runUntilStopped(config: Config): Promise<void> {
  const addresses = config.lan ? lanAddresses() : []
  const certificate = config.lan ? await lanCertificate(config.data, addresses, instant(Date.now())) : undefined
  const origin = config.origin ?? ownOrigin(config, addresses)
  const clock = config.demo ? pacedClock(Date.now) : undefined
  const { deps, close } = await openDeps(config, masterSecret(config), origin, clock?.now)
  try {
    await createKeysAndSweep(deps)
    const app = nodeApp(config, deps, pagesFolder)
    const server = await listen(app, { ...config, certificate })
    const told = stopped()
    const demo = config.demo ? await (await import('../demo/index.ts')).beginDemo(deps) : undefined
    await printWelcome(deps, { lan: config.lan, setUp: await setUpLink(deps), demo: demo?.lines ?? [] })
    // What happened before now comes before what happens from now on; whoever stops the server does not wait for it.
    const day = demo === undefined ? Promise.resolve(() => undefined) : fillDemo(deps, demo.fresh)
    const stopDay = await Promise.race([day, told.then(() => undefined)])
    if (stopDay === undefined) day.catch(() => undefined)
    clock?.goFrom(config.demoSpeed)
    const stopTimers = startTimers(deps)
    await told
    stopDay?.()
    endStreams(deps)
    await server.close()
    stopTimers()
    await deps.audit.signHead()
  } finally {
    close()
  }
}

const ownOrigin = (config: Config, addresses: readonly string[]): string =>
  config.lan ? `https://${addresses[0] ?? 'localhost'}:${config.port}` : `http://localhost:${config.port}`

/** The queues first, for they are looked at first; answers how to stop the day that goes on then. */
async function fillDemo(deps: Deps, fresh: boolean): Promise<() => void> {
  const { addDemoCongestion, runDemoDay } = await import('../demo/congestion.ts')
  const day = await addDemoCongestion(deps)
  await (await import('../demo/forecast.ts')).addDemoForecast(deps)
  if (fresh) await (await import('../demo/index.ts')).loadDesks(deps)
  process.stdout.write('演示数据已全部就位 / the demonstration is complete\n')
  return runDemoDay(deps, day)
}

/** Told to, or left behind by the launcher that started us (changxing.mjs). */
async function stopped(): Promise<void> {
  await new Promise<void>((stop) => {
    for (const event of ['SIGINT', 'SIGTERM', 'disconnect']) process.once(event, () => stop())
  })
  if (process.connected) process.disconnect()
}
