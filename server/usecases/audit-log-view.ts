import type * as z from 'zod/mini'
import type { auditEntryView } from '../../schema/api/audit.ts'
import { beijingIso, instant } from '../../shared/instant.ts'
import type { Found } from '../store/audit-search.ts'

/** An entry whose time cannot be told was tampered with; the check says so. */
const latest = Date.UTC(9999, 0)
export const momentOf = (at: number): string => beijingIso(instant(Math.min(Math.max(at, 0), latest)))

export const viewOfEntry = (row: Found): z.infer<typeof auditEntryView> => ({
  seq: row.seq,
  at: momentOf(row.at),
  actor: { id: row.actor, name: row.actor_name },
  role: row.role,
  device: row.device,
  action: row.action,
  kind: row.kind,
  subject: { id: row.subject, name: row.subject_name },
  reason: row.reason,
  detail: detailIn(row.detail),
})

function detailIn(text: string): Record<string, unknown> {
  try {
    const detail: Record<string, unknown> = JSON.parse(text)
    return detail
  } catch {
    return { text }
  }
}
