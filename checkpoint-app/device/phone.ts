import { es256Signer } from '../../shared/credential/seal.ts'
import { minute } from '../../shared/instant.ts'
import type { Envelope } from '../../shared/sync/envelope.ts'
import { bundleAge, momentOf, type BundleAge, type OpenBundle } from './bundle.ts'
import { bundleKeeper, type Refresh, type RefreshTrouble } from './bundle-keeper.ts'
import type { TrustedClock } from './clock.ts'
import { countChecked, todayOf } from './counters.ts'
import { bindPhone, startOver } from './enrolment.ts'
import { ownKey, sealWith } from './key.ts'
import { forgetOld, keepInspection, keepRegistration } from './outbox.ts'
import { alertKeeper } from './alerts.ts'
import { keepPhoto, type PhotoKept } from './photos.ts'
import type { Alert, AppealForm, NumberView, PlateView, Reply, Server, TripForm, Trouble } from './server.ts'
import type { Counters, QueueItem, Store, Summary, Terminal } from './store.ts'
import { sendAll, type SyncEnd } from './sync.ts'
import { syncLoop } from './sync-loop.ts'
import { terminalAuth, type HeadersFor } from './terminal-auth.ts'

export type PhoneState = {
  readonly terminal: Terminal | undefined
  /** Whether the server answered last time; the browser's own word is not enough. */
  readonly reached: boolean
  readonly bundle: OpenBundle | undefined
  readonly bundleAge: BundleAge
  readonly bundleTrouble: RefreshTrouble | undefined
  /** The newest bundle is not on the disk: it serves until the page closes. */
  readonly bundleUnsaved: boolean
  /** A signing key was withdrawn while this page was open: codes under it are refused, and a fresh one opens. */
  readonly keyWithdrawn: boolean
  readonly items: readonly QueueItem[]
  /** What this checkpoint must not overlook and nobody here has acknowledged. */
  readonly alerts: readonly Alert[]
  readonly counters: Counters
  readonly clockOffset: number | null
  /** The phone's clock was turned back; the server's time counts. */
  readonly clockHeld: boolean
  readonly trouble: Trouble | undefined
  /** The last record could not be written: the disk is full. */
  readonly diskFull: boolean
}

export type PhonePorts = {
  readonly store: Store
  readonly clock: TrustedClock
  readonly server: (auth?: HeadersFor) => Server
  readonly agent: string
  readonly random: () => number
  readonly later: (run: () => void, ms: number) => () => void
}

const unreached = Promise.resolve({ ok: false, trouble: { kind: 'offline' } } as const)

export type Phone = Awaited<ReturnType<typeof openPhone>>

type Bound = {
  readonly server: Server
  readonly keeper: Awaited<ReturnType<typeof bundleKeeper>>
  readonly loop: ReturnType<typeof syncLoop>
  readonly alerts: ReturnType<typeof alertKeeper>
  readonly stop: () => void
}

/** The inspector's phone as one thing: who it is, what it keeps, what it sends, what it may rely on. */
export async function openPhone(ports: PhonePorts) {
  const { store, clock } = ports
  const listeners = new Set<() => void>()
  const today = () => todayOf(clock.now())
  let bound: Bound | undefined
  let boundWith: string | undefined
  let state: PhoneState = {
    terminal: await store.read('terminal'),
    reached: false,
    bundle: undefined,
    bundleAge: 'none',
    bundleTrouble: undefined,
    bundleUnsaved: false,
    keyWithdrawn: false,
    items: await store.queued(),
    alerts: [],
    counters: (await store.read('counters')) ?? { day: today(), checked: 0, fast: 0 },
    clockOffset: clock.offset(),
    clockHeld: clock.held(),
    trouble: undefined,
    diskFull: false,
  }

  function change(next: Partial<PhoneState>) {
    const bundle = bound?.keeper.current()
    if (bundle !== undefined) clock.notBefore(momentOf(bundle.manifest.madeAt))
    const time = { clockOffset: clock.offset(), clockHeld: clock.held() }
    state = { ...state, ...time, bundle, bundleAge: bundleAge(bundle, clock.now()), ...next }
    for (const listener of listeners) listener()
  }

  const itemsChanged = async (more: Partial<PhoneState> = {}) => change({ items: await store.queued(), ...more })

  async function told(end: SyncEnd) {
    if (end.end === 'done') await forgetOld(store, clock.now()).catch(() => undefined)
    const trouble = end.end === 'stopped' ? end.trouble : undefined
    if (trouble?.kind === 'shut-out') await markReleased()
    await itemsChanged({ trouble, reached: trouble === undefined ? state.reached : trouble.kind !== 'offline' })
  }

  async function markReleased() {
    if (state.terminal === undefined || state.terminal.released === true) return
    const terminal = { ...state.terminal, released: true }
    await store.write('terminal', terminal).catch(() => undefined)
    change({ terminal })
  }

  async function refresh() {
    if (bound === undefined || state.terminal?.released === true) return
    const result: Refresh = await bound.keeper.refresh().catch((): Refresh => ({ ok: false, why: 'unreadable' }))
    if (!result.ok && result.why === 'shut-out') await markReleased()
    change({
      reached: result.ok || (result.why !== 'offline' && result.why !== 'busy'),
      bundleTrouble: result.ok ? undefined : troubleNow(result.why),
      bundleUnsaved: result.ok ? result.unsaved : state.bundleUnsaved,
      keyWithdrawn: state.keyWithdrawn || (result.ok && result.withdrawn === true),
    })
  }

  /** No network says nothing about the bundle on the disk: that it was refused stays said until a good one comes. */
  const troubleNow = (why: RefreshTrouble): RefreshTrouble =>
    (why === 'offline' || why === 'busy') && state.bundle === undefined ? (bound?.keeper.refused ?? why) : why

  async function start(terminal: Terminal) {
    bound?.stop()
    const key = await ownKey(store)
    const server = ports.server(terminalAuth(terminal.id, sealWith(key, terminal.id), clock))
    const keeper = await bundleKeeper(store, server, terminal.id)
    const loop = syncLoop({
      send: () => sendAll(store, server),
      told: (end) => void told(end),
      random: ports.random,
      later: ports.later,
    })
    const { random, later } = ports
    const alerts = alertKeeper({ server, random, later, changed: (shown) => change({ alerts: shown }) })
    let stopRefreshing = () => {}
    const everyMinute = () => {
      stopRefreshing = ports.later(() => void refresh().then(everyMinute), minute)
    }
    bound = {
      server,
      keeper,
      loop,
      alerts,
      stop: () => {
        loop.stop()
        alerts.stop()
        stopRefreshing()
      },
    }
    change({ terminal, bundleTrouble: keeper.refused })
    if (terminal.released !== true) {
      void refresh().then(everyMinute)
      void loop.now()
      void alerts.now()
    }
  }

  if (state.terminal !== undefined) await start(state.terminal)

  return {
    clock,
    state: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** After a release a new key is made: the old one stays known as the old terminal's. */
    async bind(secret: string): Promise<Reply<Terminal>> {
      if (state.terminal?.released === true) await startOver(store)
      const reply = await bindPhone({ store, server: ports.server(), agent: ports.agent }, secret)
      if (reply.ok) {
        boundWith = secret
        await start(reply.value)
      }
      return reply
    },
    /** The camera goes on seeing the code that has just bound this phone. */
    wasBoundWith: (secret: string) => secret === boundWith,
    refresh,
    async sync() {
      if (state.terminal?.released === true) return
      void bound?.alerts.now()
      await bound?.loop.now()
    },
    acknowledge: (alert: string) => bound?.alerts.acknowledge(alert),
    appeals: (trip: string) => bound?.server.appeals(trip) ?? unreached,
    appeal: (trip: string, form: AppealForm) => bound?.server.appeal(trip, form) ?? unreached,
    async lookUp(plate: string): Promise<Reply<PlateView>> {
      if (bound === undefined || state.terminal?.released === true) return { ok: false, trouble: { kind: 'offline' } }
      const reply = await bound.server.plate(plate)
      change({ reached: reply.ok || reply.trouble.kind !== 'offline' })
      return reply
    },
    async number(number: string): Promise<Reply<NumberView>> {
      const reply = await (bound?.server.number(number) ?? unreached)
      change({ reached: reply.ok || reply.trouble.kind !== 'offline' })
      return reply
    },
    /** Whether the record is on the disk. */
    async keep(envelope: Envelope, summary: Summary): Promise<boolean> {
      const { privateKey } = await ownKey(store)
      try {
        await keepInspection(store, es256Signer(envelope.terminal, privateKey), envelope, summary)
      } catch {
        change({ diskFull: true })
        return false
      }
      const counters = countChecked(state.counters, today(), summary.row)
      await store.write('counters', counters).catch(() => undefined)
      await itemsChanged({ counters, diskFull: false })
      if (state.terminal?.released !== true) void bound?.loop.kept()
      return true
    },
    async register(form: TripForm): Promise<boolean> {
      try {
        await keepRegistration(store, form, clock.now())
      } catch {
        change({ diskFull: true })
        return false
      }
      await itemsChanged()
      await bound?.loop.now()
      return true
    },
    /** A photograph of a credential; what comes of it never touches the record of the inspection. */
    async photograph(inspection: string, plate: string, jpeg: Uint8Array): Promise<PhotoKept> {
      const photo = { id: crypto.randomUUID(), inspection, plate, at: clock.now(), jpeg }
      const kept = await keepPhoto(store, photo).catch((): PhotoKept => 'full')
      await itemsChanged()
      if (kept === 'kept' && state.terminal?.released !== true) void bound?.loop.kept()
      return kept
    },
    readParked: () => store.read('parked'),
    writeParked: (parked: unknown) => store.write('parked', parked).catch(() => undefined),
  }
}
