import type { Instant } from '../instant.ts'
import { auditActions } from './actions.ts'
import type { AuditAction, SubjectKind } from './actions.ts'
import { masked } from './mask.ts'

/**
 * Who did it. `id` is a member of staff, or the part of the system that acted by itself; `role` is the one acted in, `link`
 * for whoever held a one-time link. `device` is the terminal, where one was in hand.
 */
export type Actor = { id: string; role: string; device: string | null }
export type Detail = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

/** What a use case tells. Numbers of persons and phones are masked before they are kept. */
export type AuditEntry = { by: Actor; action: AuditAction; subject: string; reason?: string; detail?: Detail }

/** One entry as it is kept. `at` is milliseconds since 1970, `detail` JSON; `prev` is the `mac` of the entry before. */
export type AuditRow = {
  seq: number
  at: number
  actor: string
  role: string
  device: string | null
  action: AuditAction
  kind: SubjectKind
  subject: string
  reason: string | null
  detail: string
  prev: string
  mac: string
}
export type Draft = Omit<AuditRow, 'mac'>

/** The end of a chain: what the next entry follows. */
export type ChainEnd = Pick<AuditRow, 'seq' | 'mac'>
/** Before the first entry. */
export const genesis: ChainEnd = { seq: 0, mac: 'genesis' }

export const draftAfter = (end: ChainEnd, entry: AuditEntry, at: Instant): Draft => ({
  seq: end.seq + 1,
  at,
  actor: masked(entry.by.id),
  role: masked(entry.by.role),
  device: entry.by.device,
  action: entry.action,
  kind: auditActions[entry.action].on,
  subject: masked(entry.subject),
  reason: entry.reason === undefined ? null : masked(entry.reason),
  detail: detailText(entry.detail ?? {}),
  prev: end.mac,
})

function detailText(detail: Detail): string {
  return JSON.stringify(detail, (_, value: unknown) => (typeof value === 'string' ? masked(value) : value))
}

/** Columns under the MAC, in the order in which they are written into the text. Never reordered: a new column makes format 2. */
export const sealedColumns = [
  'seq',
  'at',
  'actor',
  'role',
  'device',
  'action',
  'kind',
  'subject',
  'reason',
  'detail',
  'prev',
] as const satisfies readonly (keyof Draft)[]

const format = 'changxing-audit-1'

/** The text that is authenticated. JSON tells null, numbers and texts apart, so no two entries have the same. */
export const sealedText = (row: Draft): string =>
  JSON.stringify([format, ...sealedColumns.map((column) => row[column])])
