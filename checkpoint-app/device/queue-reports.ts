import { stakeText } from '../../shared/congestion/stake.ts'
import type { Saying } from '../../shared/congestion/told-check.ts'
import { beijingIso, type Instant } from '../../shared/instant.ts'
import { sendWaiting } from './send-waiting.ts'
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
export const sendQueueReports = (store: Sendable, server: Pick<Server, 'reportQueue'>): Promise<Trouble | undefined> =>
  sendWaiting(store, 'queue', {
    send: (item) => {
      const form: QueueReportForm = JSON.parse(item.payload)
      return server.reportQueue(form)
    },
    kept: ({ told }, { metres, incident, called }) =>
      told === undefined ? {} : { told: { ...told, heard: { metres, incident, called } } },
  })
