import { v7 } from 'uuid'
import { appSpeaks } from '../../schema/api/app-version.ts'
import { es256Signer } from '../../shared/credential/seal.ts'
import { minute, plus } from '../../shared/instant.ts'
import { shiftEventType, type Handover, type ShiftEnvelope } from '../../shared/shifts/event.ts'
import { sealJson } from '../../shared/sync/sealed-envelope.ts'
import { clockOffsetMs, type TrustedClock } from './clock.ts'
import { beginShift } from './counters.ts'
import { momentOf } from './bundle.ts'
import type { OutboxKeeper } from './outbox-keeper.ts'
import type { StateHolder } from './phone-state.ts'
import type { Server, ShiftNews } from './server.ts'
import { noShift, type QueueItem, type ShiftHere, type Store, type Tally, type Terminal } from './store.ts'

export type SignOn = { readonly lane: number; readonly segment: string | null; readonly open: boolean }
export type SignOff = { readonly handover: Handover | null; readonly close: boolean }

type Ports = {
  readonly store: Store
  readonly clock: TrustedClock
  readonly keeper: OutboxKeeper
  readonly holder: StateHolder
  readonly key: () => Promise<CryptoKeyPair>
  readonly server: () => Pick<Server, 'shiftBefore'> | undefined
  /** Something waits to be sent. */
  readonly kept: () => void
}

type Said = ShiftEnvelope extends infer One
  ? One extends ShiftEnvelope
    ? Omit<One, 'id' | 'terminal' | 'checkpoint' | 'madeAt' | 'clockOffsetMs' | 'app'>
    : never
  : never

const app = `checkpoint/${appSpeaks}`
const nothingHeard = { lanes: 0, open: [], running: null, handovers: [] } satisfies ShiftNews
/** So often a phone on duty asks whether its shift still runs: the head may have released it. */
const askEvery = 5 * minute

/**
 * The shift of this phone: what its inspector says of it is signed and kept before a screen says so, and sent like a record.
 * Nothing here is asked before a truck is judged.
 */
export async function shiftKeeper({ store, clock, keeper, holder, key, server, kept }: Ports) {
  const slot = await store.read('shift').catch(() => undefined)
  const current = (): ShiftHere => holder.state().shift

  /** Of another binding of this phone nothing holds but its number. */
  function here(terminal: Terminal): ShiftHere {
    const known = current()
    return known.terminal === terminal.id ? known : { ...noShift, terminal: terminal.id, segment: known.segment }
  }

  async function change(next: Partial<ShiftHere>, terminal: Terminal) {
    const shift = { ...here(terminal), ...next }
    holder.change({ shift })
    await store.write('shift', shift).catch(() => undefined)
  }

  async function say(terminal: Terminal, said: Said, { id = v7(), tally }: { id?: string; tally?: Tally } = {}) {
    // To the millisecond: one signs off in the second in which the next one signs on.
    const madeAt = new Date(clock.now()).toISOString()
    const about = { id, terminal: terminal.id, checkpoint: terminal.checkpoint.id, madeAt }
    const envelope = { ...said, ...about, clockOffsetMs: clockOffsetMs(clock), app }
    const signer = es256Signer(terminal.id, (await key()).privateKey)
    const payload = await sealJson(JSON.stringify(envelope), signer, shiftEventType)
    const summary = { plate: '', row: '', outcome: said.kind, code: '' }
    const item: QueueItem = { id, kind: 'shift', at: momentOf(madeAt), payload, state: 'waiting', summary }
    return { id, madeAt, kept: await keeper.event(item, tally) }
  }

  async function setLane(terminal: Terminal, lane: number, isOpen: boolean) {
    const { open } = here(terminal)
    if (open.includes(lane) === isOpen) return
    await say(terminal, { kind: isOpen ? 'lane-open' : 'lane-closed', lane })
    await change({ open: isOpen ? [...open, lane] : open.filter((each) => each !== lane) }, terminal)
  }

  let before: Promise<unknown> = Promise.resolve()
  /** Deeds begun so far: what the server knew before the last of them is old. */
  let begun = 0

  /** Each deed belongs to whoever is bound now; nobody bound, nothing said. One after another: a button pressed twice says it once. */
  function done(deed: (terminal: Terminal) => Promise<unknown>): Promise<void> {
    begun += 1
    const mine = before.then(async () => {
      const { terminal } = holder.state()
      if (terminal === undefined || terminal.released === true) return
      await deed(terminal)
      kept()
    })
    before = mine.catch(() => undefined)
    return mine
  }

  /** The same sign-on a moment ago: a second press. */
  const isSaid = (on: ShiftHere['on'], { lane, segment }: Pick<SignOn, 'lane' | 'segment'>): boolean =>
    on?.lane === lane &&
    on.segment === segment &&
    on.refused === undefined &&
    clock.now() < plus(momentOf(on.onAt), minute)

  if (slot !== undefined) holder.change({ shift: slot })
  let heardAt = clock.now()

  const shifts = {
    signOn: ({ lane, segment, open }: SignOn) =>
      done(async (terminal) => {
        if (isSaid(here(terminal).on, { lane, segment })) return
        const id = v7()
        const { madeAt } = await say(
          terminal,
          { kind: 'on', lane, segment },
          { id, tally: beginShift(id, clock.now()) },
        )
        // It may have been released meanwhile, and that stays so.
        const moved = (kept: Terminal | undefined) => (kept?.id === terminal.id ? { ...kept, lane } : kept)
        holder.change({ terminal: moved(holder.state().terminal) })
        await store.alter('terminal', moved).catch(() => undefined)
        await change({ on: { id, lane, segment, onAt: madeAt }, segment }, terminal)
        if (open) await setLane(terminal, lane, true)
      }),
    signOff: ({ handover, close }: SignOff) =>
      done(async (terminal) => {
        const { on } = here(terminal)
        if (on === undefined) return
        await say(terminal, { kind: 'off', shift: on.id, handover })
        await change({ on: undefined }, terminal)
        if (close) await setLane(terminal, on.lane, false)
      }),
    setLane: (lane: number, open: boolean) => done((terminal) => setLane(terminal, lane, open)),
    /** 已知悉. */
    read: (shift: string) =>
      done(async (terminal) => {
        await say(terminal, { kind: 'seen', shift })
        await change({ read: [...here(terminal).read, shift].slice(-40) }, terminal)
      }),
    /** What the shift before left, and which lanes are open; what was heard last stays readable without a network. */
    async news(): Promise<boolean> {
      const { terminal } = holder.state()
      const asked = begun
      const reply = await server()?.shiftBefore()
      if (terminal === undefined || reply?.ok !== true) return false
      const unsent = await keeper.outbox.page({ kind: 'shift', state: 'waiting', count: 1 })
      const news = { ...nothingHeard, ...reply.value }
      // What this phone said and the server has not heard is newer than its answer.
      const told =
        unsent.length > 0 || asked !== begun ? {} : { open: news.open, ...ended(here(terminal).on, news.running) }
      await change({ news, ...told }, terminal)
      heardAt = clock.now()
      return true
    },
    /** After a run of sending: whether the server said that this sign-on does not count. */
    async settled(): Promise<void> {
      const { terminal, shift } = holder.state()
      if (terminal === undefined || shift.on === undefined || shift.on.refused !== undefined) return
      if (clock.now() - heardAt > askEvery) void shifts.news()
      const problem = (await keeper.outbox.item(shift.on.id))?.problem
      if (problem !== undefined) await change({ on: { ...shift.on, refused: problem } }, terminal)
    },
  }
  return shifts
}

/** A shift that the server no longer counts is over here too; one that never counted keeps saying why. */
const ended = (on: ShiftHere['on'], running: string | null): Pick<ShiftHere, 'on'> =>
  on !== undefined && on.refused === undefined && on.id !== running ? { on: undefined } : { on }

export type Shifts = Awaited<ReturnType<typeof shiftKeeper>>
