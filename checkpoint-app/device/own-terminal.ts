import { minute } from '../../shared/instant.ts'
import { alertKeeper } from './alerts.ts'
import { bundleKeeper, type Refresh, type RefreshTrouble } from './bundle-keeper.ts'
import { ownKey, sealWith } from './key.ts'
import type { OutboxKeeper } from './outbox-keeper.ts'
import { sendingPace } from './pace.ts'
import type { PhonePorts } from './phone.ts'
import type { StateHolder } from './phone-state.ts'
import type { Server } from './server.ts'
import { sendAll, type SyncEnd } from './sync.ts'
import { syncLoop } from './sync-loop.ts'
import { failureCount } from './stuck.ts'
import { lineOf, type QueueItem, type Terminal } from './store.ts'
import { terminalAuth } from './terminal-auth.ts'

type Given = {
  readonly terminal: Terminal
  readonly ports: Required<PhonePorts>
  readonly keeper: OutboxKeeper
  readonly holder: StateHolder
  readonly released: () => Promise<void>
  /** After each run of sending. */
  readonly settled: () => Promise<void>
}

/** Less than this goes up without a word. */
const saidFrom = 20

/** What runs as long as this phone is bound under one name: sending, renewing, asking for alerts. */
export async function ownTerminal({ terminal, ports, keeper, holder, released, settled }: Given) {
  const { store, clock, random, later } = ports
  const key = await ownKey(store)
  const server = ports.server(terminalAuth(terminal.id, sealWith(key, terminal.id), clock))
  const bundles = await bundleKeeper(store, server, terminal.id)
  const loop = syncLoop({
    send: sender({ ports, keeper, holder }, { server, answered: () => void refresh() }),
    told: (end) => void told(end),
    random,
    later,
  })
  const alerts = alertKeeper({ server, random, later, changed: (shown) => holder.change({ alerts: shown }) })
  let stopRefreshing = () => {}

  async function told(end: SyncEnd) {
    if (end.end === 'done') await keeper.forgetOld()
    const trouble = end.end === 'stopped' ? end.trouble : undefined
    if (trouble?.kind === 'shut-out') await released()
    await keeper.reread().catch(() => undefined)
    await settled().catch(() => undefined)
    if (end.end !== 'elsewhere') ports.tabs.tell()
    const { reached } = holder.state()
    holder.change({
      trouble,
      sending: undefined,
      outdated: trouble?.kind === 'outdated' || holder.state().outdated,
      reached: trouble === undefined ? reached : trouble.kind !== 'offline',
    })
  }

  async function refresh() {
    if (holder.state().terminal?.released === true) return
    const renewed = () => bundles.refresh().catch((): Refresh => ({ ok: false, why: 'unreadable' }))
    const result = await ports.tabs.inTurn('bundle', renewed)
    if (!result.ok && result.why === 'shut-out') await released()
    const { bundleUnsaved, keyWithdrawn, outdated } = holder.state()
    holder.change({
      reached: result.ok || (result.why !== 'offline' && result.why !== 'busy'),
      bundleTrouble: result.ok ? undefined : troubleNow(result.why),
      bundleUnsaved: result.ok ? result.unsaved : bundleUnsaved,
      keyWithdrawn: keyWithdrawn || (result.ok && result.withdrawn === true),
      // What was recorded is taken from an app of any age, so that only this says that the app is served again.
      outdated: result.ok ? false : outdated || result.why === 'outdated',
    })
  }

  /** No network says nothing about the bundle on the disk: that it was refused stays said until a good one comes. */
  const troubleNow = (why: RefreshTrouble): RefreshTrouble =>
    (why === 'offline' || why === 'busy') && holder.state().bundle === undefined ? (bundles.refused ?? why) : why

  const everyMinute = () => {
    stopRefreshing = later(() => void refresh().then(everyMinute), minute)
  }

  return {
    server,
    key,
    bundles,
    loop,
    alerts,
    refresh,
    go() {
      void refresh().then(everyMinute)
      void loop.now()
      void alerts.now()
    },
    stop() {
      loop.stop()
      alerts.stop()
      stopRefreshing()
    },
  }
}

export type OwnTerminal = Awaited<ReturnType<typeof ownTerminal>>

type Asked = { readonly server: Server; readonly answered: () => void }

/** One page of this phone sends; a large backlog says how far it is. */
function sender({ ports, keeper, holder }: Pick<Given, 'ports' | 'keeper' | 'holder'>, { server, answered }: Asked) {
  const pace = sendingPace()
  const failures = failureCount()
  const stuck = (items: readonly QueueItem[]) => holder.change({ stuck: items.map(lineOf) })
  const send = async (): Promise<SyncEnd> => {
    const of = keeper.state().counts.waiting
    let done = 0
    const progress = (settled: number) => {
      done += settled
      // The network is back before the next minute of the bundle is: it comes now, not then.
      if (!holder.state().reached) answered()
      holder.change({ reached: true, ...(of >= saidFrom && { sending: { done: Math.min(done, of), of } }) })
      void keeper.reread()
      ports.tabs.tell()
    }
    return sendAll(keeper.outbox, server, { pace, progress, failures, stuck })
  }
  return async (): Promise<SyncEnd> => (await ports.tabs.alone('send', send)) ?? { end: 'elsewhere' }
}
