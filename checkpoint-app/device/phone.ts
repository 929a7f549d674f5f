import type { TrustedClock } from './clock.ts'
import { bindPhone, startOver } from './enrolment.ts'
import { ownKey } from './key.ts'
import { emptyOutbox, outboxKeeper, type Recorded } from './outbox-keeper.ts'
import { ownTerminal, type OwnTerminal } from './own-terminal.ts'
import { parkedHere } from './parked-here.ts'
import { stateHolder, type PhoneState } from './phone-state.ts'
import type { PhotoKept } from './photos.ts'
import type { AppealForm, NumberView, PlateView, PushForm, Reply, ReportForm, Server, TripForm } from './server.ts'
import type { QueueSaid } from './queue-reports.ts'
import { shiftKeeper } from './shifts.ts'
import { storageRoom, type Room } from './storage-room.ts'
import { noShift, type Store, type Terminal } from './store.ts'
import { onlyPage, type Tabs } from './tabs.ts'
import type { HeadersFor } from './terminal-auth.ts'

export type { PhoneState } from './phone-state.ts'

export type PhonePorts = {
  readonly store: Store
  readonly clock: TrustedClock
  readonly server: (auth?: HeadersFor) => Server
  readonly agent: string
  readonly random: () => number
  readonly later: (run: () => void, ms: number) => () => void
  readonly tabs?: Tabs
  readonly room?: Partial<Room>
}

const unreached = { ok: false, trouble: { kind: 'offline' } } as const

export type Phone = Awaited<ReturnType<typeof openPhone>>

/** The inspector's phone as one thing: who it is, what it keeps, what it sends, what it may rely on. */
export async function openPhone(given: PhonePorts) {
  const ports = { tabs: onlyPage, room: {}, ...given }
  const { store, clock } = ports
  let bound: OwnTerminal | undefined
  let boundWith: string | undefined
  const terminal = await store.read('terminal')
  const holder = stateHolder(opening(terminal, clock), clock, () => bound?.bundles.current())
  const parked = parkedHere(store)
  const keeper = await outboxKeeper({ ...ports, parked, changed: holder.change })
  const isReleased = () => holder.state().terminal?.released === true
  const shifts = await shiftKeeper({
    ...ports,
    keeper,
    holder,
    key: async () => bound?.key ?? ownKey(store),
    server: () => (isReleased() ? undefined : bound?.server),
    kept: () => void bound?.loop.kept(),
  })
  ports.tabs.heard(() => bound?.loop.more())

  async function released() {
    const { terminal: known } = holder.state()
    if (known === undefined || known.released === true) return
    const gone = (terminal: Terminal) => ({ ...terminal, released: true })
    await store.alter('terminal', (kept) => (kept?.id === known.id ? gone(kept) : kept)).catch(() => undefined)
    holder.change({ terminal: gone(known) })
  }

  async function start(bindTo: Terminal) {
    bound?.stop()
    bound = await ownTerminal({ terminal: bindTo, ports, keeper, holder, released, settled: () => shifts.settled() })
    holder.change({ terminal: bindTo, bundleTrouble: bound.bundles.refused })
    if (bindTo.released !== true) bound.go()
    void lookAtRoom(true)
  }

  const lookAtRoom = async (ask = false) => holder.change({ storage: await storageRoom(ports.room, ask) })

  if (terminal !== undefined) await start(terminal)

  return {
    clock,
    state: holder.state,
    subscribe: holder.subscribe,
    lookAtRoom,
    /** After a release a new key is made: the old one stays known as the old terminal's. */
    async bind(secret: string): Promise<Reply<Terminal>> {
      if (isReleased()) await startOver(store)
      const reply = await bindPhone({ store, server: ports.server(), agent: ports.agent }, secret)
      if (reply.ok) {
        boundWith = secret
        await start(reply.value)
      }
      return reply
    },
    /** The camera goes on seeing the code that has just bound this phone. */
    wasBoundWith: (secret: string) => secret === boundWith,
    refresh: async () => bound?.refresh(),
    async sync() {
      if (isReleased()) return
      void bound?.alerts.now()
      await bound?.loop.now()
    },
    ...asking(() => (isReleased() ? undefined : bound?.server), holder.change),
    ...keeping({
      keeper,
      later: ports.later,
      bound: () => (isReleased() ? undefined : bound),
      key: async () => bound?.key ?? ownKey(store),
    }),
    shifts,
    acknowledge: (alert: string) => bound?.alerts.acknowledge(alert),
    /** Refused, or judged otherwise by the server. */
    flagged: keeper.flagged,
    /** Whether a record is on this phone, sent or not; a disk that cannot be read is believed to have it. */
    has: async (id: string) => (await keeper.outbox.item(id).catch(() => true)) !== undefined,
    /** Everything that has not reached the server, as the text of a file. */
    exported: () => keeper.exported(holder.state().terminal?.id ?? ''),
    readParked: () => parked.read(),
    writeParked: (sessions: unknown) => parked.write(sessions),
    takeElsewhere: () => parked.takeElsewhere(),
  }
}

const opening = (terminal: Terminal | undefined, clock: TrustedClock): PhoneState => ({
  terminal,
  reached: false,
  bundle: undefined,
  bundleAge: 'none',
  bundleTrouble: undefined,
  bundleUnsaved: false,
  keyWithdrawn: false,
  ...emptyOutbox(clock),
  stuck: [],
  sending: undefined,
  alerts: [],
  clockOffset: clock.offset(),
  clockHeld: clock.held(),
  trouble: undefined,
  outdated: false,
  storage: {},
  shift: noShift,
})

/** What is asked while a truck stands there; how the server answers also says whether there is a network. */
function asking(server: () => Server | undefined, change: (next: Partial<PhoneState>) => void) {
  function noted<T>(reply: Reply<T>): Reply<T> {
    const reached = reply.ok || reply.trouble.kind !== 'offline'
    change(!reply.ok && reply.trouble.kind === 'outdated' ? { reached, outdated: true } : { reached })
    return reply
  }
  return {
    lookUp: async (plate: string): Promise<Reply<PlateView>> => noted((await server()?.plate(plate)) ?? unreached),
    number: async (number: string): Promise<Reply<NumberView>> => noted((await server()?.number(number)) ?? unreached),
    pushKey: async () => (await server()?.pushKey()) ?? unreached,
    pushAdd: async (form: PushForm) => (await server()?.pushAdd(form)) ?? unreached,
    pushRemove: async (id: string) => (await server()?.pushRemove(id)) ?? unreached,
    appeals: async (trip: string) => server()?.appeals(trip) ?? unreached,
    appeal: async (trip: string, form: AppealForm) => server()?.appeal(trip, form) ?? unreached,
  }
}

type Keeping = {
  later: PhonePorts['later']
  keeper: Awaited<ReturnType<typeof outboxKeeper>>
  bound: () => OwnTerminal | undefined
  key: () => Promise<CryptoKeyPair>
}

const registrationMs = 3_000

/** Kept first, sent after; what a full disk does not take is held by this page, and that is said. */
function keeping({ keeper, bound, key, later }: Keeping) {
  return {
    /** Whether the record is on the disk. */
    async keep(record: Recorded): Promise<boolean> {
      const kept = await keeper.keep(record, key)
      void bound()?.loop.kept()
      return kept
    },
    async register(form: TripForm): Promise<void> {
      await keeper.register(form)
      // Behind a large backlog, or on a poor line, the driver does not wait for it.
      await Promise.race([bound()?.loop.now(), new Promise<void>((done) => void later(done, registrationMs))])
    },
    /** Whether it is on the disk; where not, this page holds it. */
    async report(form: ReportForm): Promise<boolean> {
      const kept = await keeper.report(form)
      void bound()?.loop.kept()
      return kept
    },
    /** 拥堵上报: with the time of now, sent when it can be. Whether it is on the disk. */
    async reportQueue(said: QueueSaid): Promise<boolean> {
      const kept = await keeper.queueReport(said)
      void bound()?.loop.kept()
      return kept
    },
    async photograph(inspection: string, plate: string, jpeg: Uint8Array): Promise<PhotoKept> {
      const kept = await keeper.photograph(inspection, plate, jpeg)
      if (kept === 'kept') void bound()?.loop.kept()
      return kept
    },
  }
}
