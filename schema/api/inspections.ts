import * as z from 'zod/mini'
import { checkpointId, moment, text, uuid } from './common.ts'
import { endpoint } from './endpoint.ts'

/**
 * One inspection as the phone keeps it: made before the verdict counts as recorded, signed by the phone's key (compact JWS,
 * ES256, typ `cxi+jwt`, kid = terminal id) and uploaded once there is a network. `facts` is the JSON of contracts §1 without
 * `id` and `now`: the id is the envelope's, `now` is `madeAt`.
 */
export const inspectionEnvelope = z.strictObject({
  id: uuid,
  terminal: uuid,
  checkpoint: checkpointId,
  lane: z.int(),
  /** Device clock corrected by the last known server offset. */
  madeAt: moment,
  /** Device clock minus server clock at the last contact, milliseconds; null = never compared. */
  clockOffsetMs: z.nullable(z.int()),
  offline: z.boolean(),
  plateBy: z.enum(['camera', 'typed', 'code']),
  facts: z.record(z.string(), z.unknown()),
  /** What the phone said, to be held beside the server's own judgement. */
  verdict: z.strictObject({ row: z.string(), outcome: z.string(), edition: z.string() }),
  /** Crew as the inspector matched them, in the order of facts.crew; enough to find the registered person, no more. */
  crew: z.array(z.strictObject({ surname: text(0, 10), idTail: text(0, 4) })).check(z.maxLength(8)),
  trip: z.nullable(uuid),
  /** Ids (jti) of credentials that were opened, and why one was not accepted. */
  credentials: z
    .array(
      z.strictObject({
        kind: z.enum(['freight', 'pass', 'unknown']),
        jti: z.nullable(text(1, 40)),
        refused: z.nullable(text(1, 24)),
      }),
    )
    .check(z.maxLength(8)),
  /** This record corrects that one (undo within a minute); the earlier stays. */
  corrects: z.exactOptional(uuid),
  app: text(1, 40),
})

export const uploadInspections = endpoint({
  name: 'uploadInspections',
  method: 'POST',
  path: '/api/inspections',
  summary:
    'Upload signed inspections. Each is answered by itself: one that is bad leaves the others recorded; one sent again is "already".',
  callers: ['terminal'],
  status: 200,
  body: z.strictObject({
    items: z.array(z.string().check(z.maxLength(16_000))).check(z.minLength(1), z.maxLength(200)),
  }),
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
})

export const listInspections = endpoint({
  name: 'listInspections',
  method: 'GET',
  path: '/api/inspections',
  summary: 'Inspections, newest first; a head sees those of his checkpoint. `before` is the `next` of the page before.',
  callers: ['admin', 'head', 'dispatcher', 'epidemic', 'supervisor'],
  status: 200,
  query: z.strictObject({
    checkpoint: z.exactOptional(checkpointId),
    plate: z.exactOptional(text(2, 16)),
    row: z.exactOptional(z.string().check(z.regex(/^(V\d{1,2}|ASK)$/))),
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
  callers: ['admin', 'head', 'epidemic', 'supervisor'],
  status: 200,
  params: z.strictObject({ id: uuid }),
  answer: z.strictObject({
    inspection: inspectionRow,
    facts: z.record(z.string(), z.unknown()),
    verdict: z.record(z.string(), z.unknown()),
    deviceVerdict: z.record(z.string(), z.unknown()),
    envelope: z.string(),
  }),
})

export const inspectionsApi = [uploadInspections, listInspections, getInspection] as const
