import type { Reply, Trouble } from './server.ts'
import type { QueueItem } from './store.ts'
import type { Sendable } from './sync.ts'

/** How one item goes out, and what is kept of it once the server has it. */
type Way<Answer> = {
  readonly send: (item: QueueItem) => Promise<Reply<Answer>>
  readonly kept: (item: QueueItem, answer: Answer) => Partial<QueueItem>
}

/**
 * Sends what waits of one kind, the oldest first. What the server refuses stays with its reason and leaves the others; a line that is
 * dead holds up the rest, and is answered.
 */
export async function sendWaiting<Answer>(
  store: Sendable,
  kind: QueueItem['kind'],
  { send, kept }: Way<Answer>,
): Promise<Trouble | undefined> {
  const asked = { kind, state: 'waiting', count: 1 } as const
  let [item] = await store.page(asked)
  while (item !== undefined) {
    const reply = await send(item)
    if (reply.ok) {
      const sent = { payload: '', state: 'sent', answer: { row: null, agrees: null } } as const
      await store.put([{ ...item, ...sent, ...kept(item, reply.value) }])
    } else {
      const { trouble } = reply
      if (trouble.kind !== 'refused' && trouble.kind !== 'too-large') return trouble
      const { code, message } = trouble.kind === 'refused' ? trouble : { code: 'too-large', message: '' }
      await store.put([{ ...item, state: 'refused', problem: { code, message } }])
    }
    ;[item] = await store.page({ ...asked, after: item })
  }
  return undefined
}
