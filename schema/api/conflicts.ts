import * as z from 'zod/mini'
import { conflictFindings } from '../../shared/sync/conflict.ts'
import { checkpointId, line, moment, text, uuid } from './common.ts'
import { endpoint } from './endpoint.ts'

/** Records on which phone and server judged otherwise 端云不一致; neither verdict replaces the other. */

const judged = z.strictObject({ row: z.string(), outcome: z.string(), edition: z.string() })

export const conflictView = z.strictObject({
  id: uuid,
  madeAt: moment,
  receivedAt: moment,
  lane: z.int(),
  inspector: z.string(),
  plate: z.string(),
  offline: z.boolean(),
  device: judged,
  server: judged,
  /** The phone judged by another edition of the law: mostly the whole reason. */
  otherEdition: z.boolean(),
  review: z.nullable(
    z.strictObject({ finding: z.enum(conflictFindings), note: z.nullable(z.string()), at: moment, by: z.string() }),
  ),
})

export const listConflicts = endpoint({
  name: 'listConflicts',
  method: 'GET',
  path: '/api/conflicts',
  summary:
    'Disagreements of phone and server at a checkpoint, the newest first. `before` is the `next` of the page before.',
  callers: ['admin', 'head', 'supervisor'],
  status: 200,
  query: z.strictObject({
    checkpoint: checkpointId,
    state: z.exactOptional(z.enum(['open', 'reviewed'])),
    before: z.exactOptional(text(1, 80)),
    limit: z.exactOptional(z.coerce.number().check(z.int(), z.gte(1), z.lte(200))),
  }),
  answer: z.strictObject({ items: z.array(conflictView), next: z.nullable(z.string()) }),
})

export const reviewConflict = endpoint({
  name: 'reviewConflict',
  method: 'POST',
  path: '/api/conflicts/:id/review',
  summary: 'Say what a disagreement was. Once; neither verdict is changed by it.',
  callers: ['head'],
  status: 200,
  params: z.strictObject({ id: uuid }),
  body: z.strictObject({ finding: z.enum(conflictFindings), note: z.exactOptional(line(2, 200)) }),
  answer: conflictView,
})

export const conflictsApi = [listConflicts, reviewConflict] as const
