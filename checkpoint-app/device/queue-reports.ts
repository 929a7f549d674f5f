import { stakeText } from '../../shared/congestion/stake.ts'
import type { Saying } from '../../shared/congestion/told-check.ts'
import { beijingIso, type Instant } from '../../shared/instant.ts'
import type { QueueReportForm, Server, Trouble } from './server.ts'
import type { QueueItem } from './store.ts'
import type { Sendable } from './sync.ts'

/** Its id is made where it is said, so that a second press, or sending it twice, says it once. */
export type QueueSaid = { readonly id: string; readonly saying: Saying }

/** 拥堵上报 as it waits, with the time at which it was said. */
export function queueReportItem({ id, saying }: QueueSaid, now: Instant): QueueItem {
  const { congested, waitMinutes, metres, stake } = saying
  const form: QueueReportForm = {
    id,
    congested,
    ...(waitMinutes !== null && { waitMinutes }),
    ...(metres !== null && { metres }),
    ...(stake !== null && { stake: stakeText(stake) }),
    at: beijingIso(now),
  }
  const summary = { plate: '', row: '', outcome: congested ? 'congested' : 'clear', code: '' }
  return { id, kind: 'queue', at: now, payload: JSON.stringify(form), state: 'waiting', summary, told: { saying } }
}

/** Before anything else: it is small, and somebody is to be called. What came of it stays as a line on this phone. */
export async function sendQueueReports(
  store: Sendable,
  server: Pick<Server, 'reportQueue'>,
): Promise<Trouble | undefined> {
  const asked = { kind: 'queue', state: 'waiting', count: 1 } as const
  let [item] = await store.page(asked)
  while (item !== undefined) {
    const trouble = await sendOne(store, server, item)
    if (trouble !== undefined) return trouble
    ;[item] = await store.page({ ...asked, after: item })
  }
  return undefined
}

async function sendOne(
  store: Sendable,
  server: Pick<Server, 'reportQueue'>,
  item: QueueItem,
): Promise<Trouble | undefined> {
  const form: QueueReportForm = JSON.parse(item.payload)
  const reply = await server.reportQueue(form)
  if (reply.ok) {
    const { metres, incident, called } = reply.value
    const told = item.told === undefined ? {} : { told: { ...item.told, heard: { metres, incident, called } } }
    await store.put([{ ...item, payload: '', state: 'sent', answer: { row: null, agrees: null }, ...told }])
    return undefined
  }
  const { trouble } = reply
  if (trouble.kind !== 'refused' && trouble.kind !== 'too-large') return trouble
  const problem =
    trouble.kind === 'refused' ? { code: trouble.code, message: trouble.message } : { code: 'too-large', message: '' }
  await store.put([{ ...item, state: 'refused', problem }])
  return undefined
}
