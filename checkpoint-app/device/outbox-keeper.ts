import { es256Signer } from '../../shared/credential/seal.ts'
import type { Envelope } from '../../shared/sync/envelope.ts'
import type { TrustedClock } from './clock.ts'
import { countChecked, countersOf, todayOf } from './counters.ts'
import { exportOutbox, forgetOld, registrationItem, sealedInspection } from './outbox.ts'
import { overflow } from './overflow.ts'
import { GoneOn, type parkedHere } from './parked-here.ts'
import type { PhoneState } from './phone-state.ts'
import { keepPhoto, type PhotoKept } from './photos.ts'
import { queueReportItem, type QueueSaid } from './queue-reports.ts'
import { reportItem } from './reports.ts'
import type { ReportForm, TripForm } from './server.ts'
import { lineOf, type Beside, type QueueItem, type Store, type Summary, type Tally } from './store.ts'
import type { Tabs } from './tabs.ts'

type Ports = {
  readonly store: Store
  readonly clock: TrustedClock
  readonly tabs: Tabs
  readonly later: (run: () => void, ms: number) => () => void
  readonly parked: Pick<ReturnType<typeof parkedHere>, 'besideRecord'>
  readonly changed: (next: OutboxState) => void
}
/** `session`: the truck as this page has it. */
export type Recorded = { readonly envelope: Envelope; readonly summary: Summary; readonly session: string }
export type OutboxState = Pick<PhoneState, 'items' | 'counts' | 'held' | 'counters'>

const linesShown = 50

export const emptyOutbox = (clock: TrustedClock): OutboxState => ({
  items: [],
  counts: { waiting: 0, refused: 0, differs: 0 },
  held: [],
  counters: countersOf(undefined, todayOf(clock.now())),
})

/**
 * The queue of this phone and what the screens say of it. A record costs the same whatever waits: it is written, counted and
 * put before the lines in memory; only after a run of sending, or a word of another page, they are read again, and then the newest only.
 */
export async function outboxKeeper({ store, clock, tabs, later, parked, changed }: Ports) {
  const outbox = await overflow({ disk: store, later, changed: () => void reread() })
  const today = () => todayOf(clock.now())
  let state = emptyOutbox(clock)

  function show(next: Partial<OutboxState>) {
    // What has reached the server is safe, whatever this disk says of it.
    const unsafe = outbox.held().filter((item) => item.state !== 'sent')
    state = { ...state, held: unsafe.map(({ id }) => id), ...next }
    changed(state)
  }

  async function reread() {
    const [newest, counts, counters] = await Promise.all([outbox.newest(linesShown), outbox.counts(), store.tally()])
    // What is held is counted already, and not on the disk.
    const mine = outbox.held().length > 0 ? {} : { counters: counters ?? state.counters }
    show({ items: newest.map(lineOf), counts, ...mine })
  }

  async function add(item: QueueItem, tally?: Tally, beside?: Beside): Promise<boolean> {
    const { kept, counters } = await outbox.put([item], tally, beside)
    const items = [lineOf(item), ...state.items.filter(({ id }) => id !== item.id)].slice(0, linesShown)
    const counts = { ...state.counts, waiting: state.counts.waiting + 1 }
    show({ items, counts, counters: counters ?? state.counters })
    tabs.tell()
    return kept
  }

  tabs.heard(() => void reread())
  await reread()

  return {
    outbox,
    state: () => state,
    reread,
    /** Whether the record is on the disk; where not, this page holds it, or another page has gone on with its truck. */
    async keep({ envelope, summary, session }: Recorded, key: () => Promise<CryptoKeyPair>): Promise<boolean> {
      const { of, failed } = parked.besideRecord(session)
      const { privateKey } = await key()
      const item = await sealedInspection(es256Signer(envelope.terminal, privateKey), envelope, summary)
      try {
        const kept = await add(item, (before) => countChecked(before, today(), summary.row), of)
        if (!kept) failed()
        return kept
      } catch (cause) {
        failed()
        if (!(cause instanceof GoneOn)) throw cause
        return false
      }
    },
    /** Of a shift. */
    event: (item: QueueItem, tally?: Tally) => add(item, tally),
    register: (form: TripForm) => add(registrationItem(form, clock.now())),
    report: (form: ReportForm) => add(reportItem(form, clock.now())),
    queueReport: (said: QueueSaid) => add(queueReportItem(said, clock.now())),
    /** What comes of it never touches the record of the inspection. */
    async photograph(inspection: string, plate: string, jpeg: Uint8Array): Promise<PhotoKept> {
      const photo = { id: crypto.randomUUID(), inspection, plate, at: clock.now(), jpeg }
      const kept = await keepPhoto({ page: outbox.page, put: outbox.putOnDisk }, photo)
      await reread()
      return kept
    },
    forgetOld: () => forgetOld(outbox, clock.now()).catch(() => undefined),
    flagged: async () => (await outbox.flagged(linesShown)).map(lineOf),
    exported: (terminal: string) => exportOutbox(outbox, terminal, clock.now()),
  }
}

export type OutboxKeeper = Awaited<ReturnType<typeof outboxKeeper>>
