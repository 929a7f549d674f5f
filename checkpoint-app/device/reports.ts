import { parseInstant, type Instant } from '../../shared/instant.ts'
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
export async function sendReports(store: Sendable, server: Pick<Server, 'report'>): Promise<Trouble | undefined> {
  const asked = { kind: 'case', state: 'waiting', count: 1 } as const
  let [item] = await store.page(asked)
  while (item !== undefined) {
    const trouble = await sendReport(store, server, item)
    if (trouble !== undefined) return trouble
    ;[item] = await store.page({ ...asked, after: item })
  }
  return undefined
}

async function sendReport(
  store: Sendable,
  server: Pick<Server, 'report'>,
  item: QueueItem,
): Promise<Trouble | undefined> {
  const form: ReportForm = JSON.parse(item.payload)
  const reply = await server.report(form)
  if (reply.ok) {
    const summary = { ...item.summary, code: reply.value.number }
    await store.put([{ ...item, payload: '', state: 'sent', summary, answer: { row: null, agrees: null } }])
    return undefined
  }
  const { trouble } = reply
  if (trouble.kind !== 'refused' && trouble.kind !== 'too-large') return trouble
  const problem =
    trouble.kind === 'refused' ? { code: trouble.code, message: trouble.message } : { code: 'too-large', message: '' }
  await store.put([{ ...item, state: 'refused', problem }])
  return undefined
}
