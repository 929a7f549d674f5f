import { parseInstant, type Instant } from '../../shared/instant.ts'
import { sendWaiting } from './send-waiting.ts'
import type { ReportForm, Server, Trouble } from './server.ts'
import type { QueueItem } from './store.ts'
import type { Sendable } from './sync.ts'

/** A report to 12328 as it waits; its id was made here, so sending it twice is harmless. */
export function reportItem(form: ReportForm, now: Instant): QueueItem {
  const summary = { plate: form.plate ?? '', row: '', outcome: form.category, code: '' }
  const at = parseInstant(form.filedAt) ?? now
  return { id: form.id, kind: 'case', at, payload: JSON.stringify(form), state: 'waiting', summary }
}

/** After the inspections, which nothing may hold up. The number of its case stays as a line on this phone. */
export const sendReports = (store: Sendable, server: Pick<Server, 'report'>): Promise<Trouble | undefined> =>
  sendWaiting(store, 'case', {
    send: (item) => {
      const form: ReportForm = JSON.parse(item.payload)
      return server.report(form)
    },
    kept: ({ summary }, { number }) => ({ summary: { ...summary, code: number } }),
  })
