import * as z from 'zod/mini'
import { settlements } from '../../shared/sync/settlement.ts'
import { checkpointId, moment, text, uuid } from './common.ts'
import { endpoint } from './endpoint.ts'

export { inspectionEnvelope } from '../../shared/sync/envelope.ts'

export const uploadInspections = endpoint({
  name: 'uploadInspections',
  method: 'POST',
  path: '/api/inspections',
  summary:
    'Upload signed inspections. Each is answered by itself: one that is bad leaves the others recorded; one sent again is "already".',
  callers: ['terminal'],
  status: 200,
  takesAnyApp: true,
  /** Each item has 16,000 characters at most; one that is longer is refused by itself. */
  body: z.strictObject({ items: z.array(z.string()).check(z.minLength(1), z.maxLength(200)) }),
  answer: z.strictObject({
    results: z.array(
      z.strictObject({
        /** null when the item could not be read so far as its id. */
        id: z.nullable(z.string()),
        status: z.enum(['recorded', 'already', 'refused']),
        /** The server's own row for the same facts, where recorded. */
        row: z.nullable(z.string()),
        agrees: z.nullable(z.boolean()),
        error: z.nullable(z.strictObject({ code: z.string(), message: z.string(), path: z.exactOptional(z.string()) })),
      }),
    ),
  }),
})

/** In an address. */
const flag = z.pipe(
  z.enum(['true', 'false']),
  z.transform((word) => word === 'true'),
)

export const inspectionRow = z.strictObject({
  id: uuid,
  madeAt: moment,
  receivedAt: moment,
  checkpoint: checkpointId,
  checkpointName: z.string(),
  lane: z.int(),
  inspector: z.string(),
  plate: z.string(),
  row: z.string(),
  outcome: z.string(),
  serverRow: z.string(),
  agrees: z.boolean(),
  offline: z.boolean(),
  edition: z.string(),
  modifiers: z.array(z.string()),
  corrects: z.nullable(uuid),
  correctedBy: z.nullable(uuid),
  /** Put right by the head after the undo minutes; the record itself stays as it is. */
  correction: z.nullable(
    z.strictObject({ row: z.string(), outcome: z.string(), at: moment, by: z.string(), reason: z.string() }),
  ),
})

export const listInspections = endpoint({
  name: 'listInspections',
  method: 'GET',
  path: '/api/inspections',
  summary: 'Inspections, newest first; a head sees those of his checkpoint. `before` is the `next` of the page before.',
  callers: ['admin', 'head', 'dispatcher', 'epidemic', 'supervisor', 'appeal-officer', 'command'],
  status: 200,
  query: z.strictObject({
    checkpoint: z.exactOptional(checkpointId),
    plate: z.exactOptional(text(2, 16)),
    row: z.exactOptional(z.string().check(z.regex(/^(V\d{1,2}|ASK)$/))),
    offline: z.exactOptional(flag),
    /** Whether phone and server judged alike. */
    agrees: z.exactOptional(flag),
    /** Beijing calendar day. */
    day: z.exactOptional(z.iso.date()),
    before: z.exactOptional(text(1, 80)),
    limit: z.exactOptional(z.coerce.number().check(z.int(), z.gte(1), z.lte(200))),
  }),
  answer: z.strictObject({ items: z.array(inspectionRow), next: z.nullable(z.string()) }),
})

export const getInspection = endpoint({
  name: 'getInspection',
  method: 'GET',
  path: '/api/inspections/:id',
  summary: 'One inspection whole: facts, both verdicts, the signed envelope.',
  callers: ['admin', 'head', 'epidemic', 'supervisor', 'appeal-officer'],
  status: 200,
  params: z.strictObject({ id: uuid }),
  answer: z.strictObject({
    inspection: inspectionRow,
    facts: z.record(z.string(), z.unknown()),
    verdict: z.record(z.string(), z.unknown()),
    deviceVerdict: z.record(z.string(), z.unknown()),
    envelope: z.string(),
    /** How the head settled on the spot what the row left to him. */
    settled: z.nullable(z.enum(settlements)),
    /** The county of its checkpoint, and what was published that counts there (shared/policy/published-wire.ts reads it). */
    county: z.string(),
    law: z.record(z.string(), z.unknown()),
  }),
})

export const inspectionsApi = [uploadInspections, listInspections, getInspection] as const
