import type { Server, ShiftAnswer, Trouble } from './server.ts'
import type { QueueItem } from './store.ts'
import type { Sendable } from './sync.ts'

const atOnce = 50

/** After the inspections, which nothing may hold up. A server that does not know of shifts yet leaves them waiting. */
export async function sendShifts(store: Sendable, server: Pick<Server, 'shiftEvents'>): Promise<Trouble | undefined> {
  let after: QueueItem | undefined
  for (;;) {
    const batch = await store.page({ kind: 'shift', state: 'waiting', count: atOnce, after })
    if (batch.length === 0) return undefined
    const reply = await server.shiftEvents(batch.map(({ payload }) => payload))
    if (!reply.ok)
      return reply.trouble.kind === 'refused' || reply.trouble.kind === 'too-large' ? undefined : reply.trouble
    await store.put(batch.flatMap((item, index) => settled(item, resultOf(item, index, reply.value))))
    after = batch.at(-1)
  }
}

type Result = ShiftAnswer['results'][number]

const resultOf = ({ id }: QueueItem, index: number, { results }: ShiftAnswer): Result | undefined =>
  results.find((result) => result.id === id) ?? (results[index]?.id === null ? results[index] : undefined)

/** Kept by the server and not counted, it is sent all the same, with the reason beside it. */
function settled(item: QueueItem, result: Result | undefined): QueueItem[] {
  if (result === undefined) return []
  const { status, second, error } = result
  const problem = (status === 'refused' ? error : second) ?? undefined
  const said = problem === undefined ? {} : { problem: { code: problem.code, message: problem.message } }
  if (status === 'refused') return [{ ...item, state: 'refused', ...said }]
  return [{ ...item, payload: '', state: 'sent', answer: { row: null, agrees: null }, ...said }]
}
