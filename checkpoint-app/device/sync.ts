import { sendPhotos } from './photos.ts'
import type { Reply, Server, Trouble, TripForm, UploadAnswer } from './server.ts'
import type { QueueItem, Store } from './store.ts'

export const batchSize = 100

export type SyncEnd =
  | { readonly end: 'done' } // nothing waits any more
  | { readonly end: 'stopped'; readonly trouble: Trouble }

const waiting = (items: readonly QueueItem[], kind: QueueItem['kind']) =>
  items.filter((item) => item.kind === kind && item.state === 'waiting')

const sent = (item: QueueItem, answer: NonNullable<QueueItem['answer']>): QueueItem => ({
  ...item,
  payload: '',
  state: 'sent',
  answer,
})

const refused = (item: QueueItem, code: string, message: string): QueueItem => ({
  ...item,
  state: 'refused',
  problem: { code, message },
})

/**
 * Sends what waits: registrations first, because inspections refer to them, then inspections in batches, photographs last. Exactly once:
 * the ids were made here and the server answers a repetition with what it stored. A refused item is kept and shown.
 */
export async function sendAll(store: Store, server: Server): Promise<SyncEnd> {
  const items = await store.queued()
  for (const item of waiting(items, 'registration')) {
    const trouble = await sendRegistration(store, server, item)
    if (trouble !== undefined) return { end: 'stopped', trouble }
  }
  const inspections = waiting(items, 'inspection')
  for (let from = 0; from < inspections.length; from += batchSize) {
    const trouble = await sendBatch(store, server, inspections.slice(from, from + batchSize))
    if (trouble !== undefined) return { end: 'stopped', trouble }
  }
  const trouble = await sendPhotos(store, server)
  return trouble === undefined ? { end: 'done' } : { end: 'stopped', trouble }
}

async function sendRegistration(store: Store, server: Server, item: QueueItem): Promise<Trouble | undefined> {
  const form: TripForm = JSON.parse(item.payload)
  const reply = await server.register(form)
  if (reply.ok) return put(store, [sent(item, { row: null, agrees: null })])
  if (reply.trouble.kind !== 'refused') return reply.trouble
  return put(store, [refused(item, reply.trouble.code, reply.trouble.message)])
}

async function put(store: Store, items: readonly QueueItem[]): Promise<undefined> {
  await store.put(items)
}

/** A batch the server cannot take as a whole is halved until the one item that spoils it stands alone. */
async function sendBatch(store: Store, server: Server, batch: readonly QueueItem[]): Promise<Trouble | undefined> {
  const reply: Reply<UploadAnswer> = await server.inspections(batch.map(({ payload }) => payload))
  if (reply.ok) return put(store, settle(batch, reply.value))
  const { trouble } = reply
  if (trouble.kind !== 'refused' && trouble.kind !== 'too-large') return trouble
  const [only] = batch
  if (batch.length === 1 && only !== undefined)
    return put(store, [
      trouble.kind === 'refused' ? refused(only, trouble.code, trouble.message) : refused(only, 'too-large', ''),
    ])
  const half = Math.ceil(batch.length / 2)
  return (await sendBatch(store, server, batch.slice(0, half))) ?? sendBatch(store, server, batch.slice(half))
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
