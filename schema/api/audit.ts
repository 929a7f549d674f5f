import * as z from 'zod/mini'
import { line, moment, text } from './common.ts'
import { endpoint } from './endpoint.ts'
import { allActions, auditActions } from '../../shared/audit/actions.ts'

/** The log of what was done 审计, read by those who supervise. Reading it is not logged; taking it out of the house is. */

const kinds = [...new Set(Object.values(auditActions).map(({ on }) => on))]
const readers = ['admin', 'supervisor', 'command'] as const

const asked = {
  /** Inclusive; `until` is not. */
  from: z.exactOptional(moment),
  until: z.exactOptional(moment),
  actor: z.exactOptional(text(1, 64)),
  role: z.exactOptional(text(2, 32)),
  action: z.exactOptional(z.enum(allActions)),
  kind: z.exactOptional(z.enum(kinds)),
  subject: z.exactOptional(text(1, 64)),
  /** Part of the reason. */
  words: z.exactOptional(text(1, 60)),
}

export const auditEntryView = z.strictObject({
  seq: z.int(),
  at: moment,
  actor: z.strictObject({ id: z.string(), name: z.nullable(z.string()) }),
  role: z.string(),
  device: z.nullable(z.string()),
  action: z.string(),
  kind: z.string(),
  /** `name` only of staff and checkpoints: persons have none in the log. */
  subject: z.strictObject({ id: z.string(), name: z.nullable(z.string()) }),
  reason: z.nullable(z.string()),
  detail: z.record(z.string(), z.unknown()),
})

export const searchAudit = endpoint({
  name: 'searchAudit',
  method: 'GET',
  path: '/api/audit',
  summary:
    'Entries of the log, newest first. `before` is the `next` of the page before; a page may be empty and still have a next one, ' +
    'when what is asked for is rare.',
  callers: readers,
  status: 200,
  query: z.strictObject({
    ...asked,
    before: z.exactOptional(text(1, 40)),
    limit: z.exactOptional(z.coerce.number().check(z.int(), z.gte(1), z.lte(200))),
  }),
  answer: z.strictObject({ items: z.array(auditEntryView), next: z.nullable(z.string()) }),
})

export const listAuditActors = endpoint({
  name: 'listAuditActors',
  method: 'GET',
  path: '/api/audit/actors',
  summary: 'Everybody who stands in the log: members of staff, and parts of the system that act by themselves.',
  callers: readers,
  status: 200,
  answer: z.strictObject({
    items: z.array(z.strictObject({ id: z.string(), name: z.nullable(z.string()), role: z.nullable(z.string()) })),
  }),
})

export const checkAudit = endpoint({
  name: 'checkAudit',
  method: 'GET',
  path: '/api/audit/check',
  summary:
    'Follow the chain over a part of the log, 10,000 entries at most: after the entry `after` (0 = from the first), else the ' +
    'newest 2,000. Calls that follow one another check the whole.',
  callers: readers,
  status: 200,
  query: z.strictObject({ after: z.exactOptional(z.coerce.number().check(z.int(), z.gte(0))) }),
  answer: z.strictObject({
    entries: z.int(),
    lastAt: z.nullable(moment),
    /** The newest signed end of the chain, and the key it is signed with. */
    head: z.nullable(z.strictObject({ seq: z.int(), at: moment, key: z.string() })),
    checked: z.strictObject({ from: z.int(), to: z.int() }),
    flaw: z.nullable(
      z.strictObject({ kind: z.string(), seq: z.int(), at: z.nullable(moment), zh: z.string(), en: z.string() }),
    ),
  }),
})

export const exportAudit = endpoint({
  name: 'exportAudit',
  method: 'POST',
  path: '/api/audit/exports',
  summary: 'The newest 5,000 entries that fit, to be taken out as a file; who took them and why goes into the log.',
  callers: readers,
  status: 200,
  body: z.strictObject({ ...asked, reason: line(2, 200) }),
  answer: z.strictObject({ items: z.array(auditEntryView), complete: z.boolean() }),
})

export const auditApi = [searchAudit, listAuditActors, checkAudit, exportAudit] as const
