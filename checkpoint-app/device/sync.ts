import { sendPhotos } from './photos.ts'
import { sendQueueReports } from './queue-reports.ts'
import { sendReports } from './reports.ts'
import { sendShifts } from './shift-sync.ts'
import { sendingPace, type Pace } from './pace.ts'
import type { Reply, Server, Trouble, TripForm, UploadAnswer } from './server.ts'
import type { QueueItem, Store } from './store.ts'
import { failureCount, findStuck, isFailure, isStuck, type FailureCount } from './stuck.ts'

/** More than the server takes at once is never asked; what one request may weigh is the pace's. */
export const batchSize = 100

export type SyncEnd =
  | { readonly end: 'done' } // nothing waits any more
  | { readonly end: 'elsewhere' } // another page of this phone is sending
  | { readonly end: 'stopped'; readonly trouble: Trouble }

/** The queue as sending needs it: never the whole of it. */
export type Sendable = Pick<Store, 'item' | 'page' | 'drop'> & { put(items: readonly QueueItem[]): Promise<unknown> }

export type Sending = {
  readonly pace?: Pace
  /** So many more have been answered. */
  readonly progress?: (settled: number) => void
  readonly failures?: FailureCount
  /** Over these the server breaks; they wait on their own. Told at the end of a run that came so far. */
  readonly stuck?: (items: readonly QueueItem[]) => void
}

function sent(item: QueueItem, answer: NonNullable<QueueItem['answer']>): QueueItem {
  const { problem: _, ...rest } = item
  return { ...rest, payload: '', state: 'sent', answer, ...(answer.agrees === false ? { differs: 1 } : {}) }
}

const refused = (item: QueueItem, code: string, message: string): QueueItem => ({
  ...item,
  state: 'refused',
  problem: { code, message },
})

type Ways = {
  readonly store: Sendable
  readonly server: Server
  readonly pace: Pace
  readonly settled: (count: number) => void
  readonly failures: FailureCount
  readonly told: NonNullable<Sending['stuck']>
}

/**
 * Sends what waits: what was said of the queue first, because somebody is to be called, then registrations, because inspections refer to them, then inspections in batches, shifts, reports to 12328 and photographs last. Exactly once:
 * the ids were made here and the server answers a repetition with what it stored. A refused item is kept and shown.
 */
export async function sendAll(
  store: Sendable,
  server: Server,
  {
    pace = sendingPace(),
    progress: settled = () => {},
    failures = failureCount(),
    stuck: told = () => {},
  }: Sending = {},
): Promise<SyncEnd> {
  const ways: Ways = { store, server, pace, settled, failures, told }
  const untold = await sendQueueReports(store, server)
  // Only a line that is dead holds up what comes after it.
  if (untold?.kind === 'offline') return { end: 'stopped', trouble: untold }
  const trouble =
    (await sendRegistrations(ways)) ??
    (await sendInspections(ways)) ??
    (await sendShifts(store, server)) ??
    (await sendReports(store, server)) ??
    (await sendPhotos(store, server)) ??
    untold
  return trouble === undefined ? { end: 'done' } : { end: 'stopped', trouble }
}

async function sendRegistrations({ store, server, settled }: Ways): Promise<Trouble | undefined> {
  const asked = { kind: 'registration', state: 'waiting', count: 1 } as const
  let [item] = await store.page(asked)
  while (item !== undefined) {
    const trouble = await sendRegistration(store, server, item)
    if (trouble !== undefined) return trouble
    settled(1)
    ;[item] = await store.page({ ...asked, after: item })
  }
  return undefined
}

async function sendRegistration(store: Sendable, server: Server, item: QueueItem): Promise<Trouble | undefined> {
  const form: TripForm = JSON.parse(item.payload)
  const reply = await server.register(form)
  if (reply.ok) return put(store, [sent(item, { row: null, agrees: null })])
  if (reply.trouble.kind !== 'refused') return reply.trouble
  return put(store, [refused(item, reply.trouble.code, reply.trouble.message)])
}

async function put(store: Sendable, items: readonly QueueItem[]): Promise<undefined> {
  await store.put(items)
}

/** An item that the answer does not mention goes on waiting, and the next batch begins after it: a run always ends. */
async function sendInspections(ways: Ways): Promise<Trouble | undefined> {
  const asked = { kind: 'inspection', state: 'waiting', count: batchSize } as const
  const before = new Map<string, QueueItem>()
  const found: QueueItem[] = []
  let after: QueueItem | undefined
  for (;;) {
    const page = await ways.store.page({ ...asked, after })
    if (page.length === 0) break
    for (const item of page.filter(isStuck)) before.set(item.id, item)
    const { done, trouble, stuck } = await sendSome(
      ways,
      page.filter((item) => !isStuck(item)),
    )
    found.push(...stuck)
    if (trouble !== undefined) return trouble
    after = done ?? page.at(-1)
  }
  const { trouble, left } = await tryAgain(ways, [...before.values()])
  ways.told([...left, ...found])
  return trouble
}

type Some = {
  /** The last that was sent or set aside, where not all were. */
  readonly done: QueueItem | undefined
  readonly trouble: Trouble | undefined
  readonly stuck: readonly QueueItem[]
}

/** What one request carries. Where the server breaks over it again and again, the record that does it is looked for and set aside. */
async function sendSome(ways: Ways, waiting: readonly QueueItem[]): Promise<Some> {
  const batch = ways.pace.fitting(waiting)
  const [first] = batch
  if (first === undefined) return { done: undefined, trouble: undefined, stuck: [] }
  const doneOf = (part: readonly QueueItem[]) => (part.length === waiting.length ? undefined : part.at(-1))
  const trouble = await sendBatch(ways, batch)
  ways.pace.note(trouble)
  if (!isFailure(trouble) || !ways.failures.isEnough(first.id, trouble))
    return { done: doneOf(batch), trouble, stuck: [] }
  // With one beside it, or nothing tells the record from the server.
  const looked = batch.length > 1 ? batch : waiting.slice(0, 2)
  const { trouble: left, found } = await findStuck(looked, (part) => sendBatch(ways, part))
  await put(ways.store, found)
  return { done: doneOf(looked), trouble: left, stuck: found }
}

/** Each alone and after all others, so that it holds up nothing. */
async function tryAgain(ways: Ways, before: readonly QueueItem[]) {
  const left = new Map(before.map((item) => [item.id, item]))
  for (const item of ways.failures.toTryAgain(before)) {
    const trouble = await sendBatch(ways, [item])
    if (trouble !== undefined && !isFailure(trouble)) return { trouble, left: [...left.values()] }
    if (trouble === undefined) left.delete(item.id)
  }
  return { trouble: undefined, left: [...left.values()] }
}

/** A batch the server cannot take as a whole is halved until the one item that spoils it stands alone. */
async function sendBatch(ways: Ways, batch: readonly QueueItem[]): Promise<Trouble | undefined> {
  const { store, server, settled } = ways
  const reply: Reply<UploadAnswer> = await server.inspections(batch.map(({ payload }) => payload))
  if (reply.ok) {
    const done = settle(batch, reply.value)
    await put(store, done)
    settled(done.length)
    return undefined
  }
  const { trouble } = reply
  if (trouble.kind !== 'refused' && trouble.kind !== 'too-large') return trouble
  const [only] = batch
  if (batch.length === 1 && only !== undefined) {
    settled(1)
    const { code, message } = trouble.kind === 'refused' ? trouble : { code: 'too-large', message: '' }
    return put(store, [refused(only, code, message)])
  }
  const half = Math.ceil(batch.length / 2)
  return (await sendBatch(ways, batch.slice(0, half))) ?? sendBatch(ways, batch.slice(half))
}

type Result = UploadAnswer['results'][number]

/** Only what was answered is settled; an item the answer does not mention goes on waiting. */
function settle(batch: readonly QueueItem[], { results }: UploadAnswer): QueueItem[] {
  const byId = new Map(results.map((result) => [result.id, result]))
  const inOrder = results.length === batch.length
  return batch.flatMap((item, index) => {
    const result = byId.get(item.id) ?? (inOrder && results[index]?.id === null ? results[index] : undefined)
    return result === undefined ? [] : [settled(item, result)]
  })
}

const settled = (item: QueueItem, { status, row, agrees, error }: Result): QueueItem =>
  status === 'refused' ? refused(item, error?.code ?? '', error?.message ?? '') : sent(item, { row, agrees })
