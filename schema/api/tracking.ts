import * as z from 'zod/mini'
import { checkpointId, moment, text, uuid } from './common.ts'
import { endpoint } from './endpoint.ts'
import { messageView } from './messages.ts'

/** Dynamic tracking 动态追踪 (jiaozuo-20#7): who was let go while a sample is on its way, and what became of it. */

/** An inspection's id and the seat. */
const trackingId = z.string().check(z.regex(/^[0-9a-f-]{36}-\d{1,2}$/))

/** How the epidemic office closed it: taken into care, handed over to where the person is, disproved by another test, or the sample was lost. */
export const outcomes = ['care', 'handed-over', 'disproved', 'sample-void'] as const

export const trackingView = z.strictObject({
  id: trackingId,
  inspection: uuid,
  plate: z.string(),
  checkpoint: checkpointId,
  checkpointName: z.string(),
  /** Masked; `matched` = the inspector or the epidemic office found the registered person. */
  person: z.strictObject({ surname: z.string(), idTail: z.string(), matched: z.boolean() }),
  openedAt: moment,
  /** The result should be here by then. */
  dueAt: moment,
  state: z.enum(['waiting', 'negative', 'positive', 'handled', 'withdrawn']),
  overdue: z.boolean(),
  resultAt: z.nullable(moment),
  closedAt: z.nullable(moment),
  closedBy: z.nullable(z.string()),
  outcome: z.nullable(z.enum(outcomes)),
})

export const listTrackings = endpoint({
  name: 'listTrackings',
  method: 'GET',
  path: '/api/trackings',
  summary:
    'Releases with a pending sample. Those that wait or are positive come with the oldest first, those that are done with the newest first. `before` is the `next` of the page before.',
  callers: ['epidemic', 'supervisor', 'dispatcher', 'command'],
  status: 200,
  query: z.strictObject({
    /** `unmatched`: nobody knows yet which registered person it is. Without it: everything that is not done. */
    show: z.exactOptional(z.enum(['open', 'waiting', 'overdue', 'positive', 'unmatched', 'closed'])),
    plate: z.exactOptional(text(2, 16)),
    before: z.exactOptional(text(1, 80)),
    limit: z.exactOptional(z.coerce.number().check(z.int(), z.gte(1), z.lte(200))),
  }),
  answer: z.strictObject({
    items: z.array(trackingView),
    next: z.nullable(z.string()),
    counts: z.strictObject({
      waiting: z.int(),
      overdue: z.int(),
      positive: z.int(),
      unmatched: z.int(),
    }),
  }),
})

export const getTracking = endpoint({
  name: 'getTracking',
  method: 'GET',
  path: '/api/trackings/:id',
  summary:
    'One tracking: who was told and who answered; where nobody was matched, the registered persons of that plate.',
  callers: ['epidemic', 'supervisor', 'dispatcher', 'command'],
  status: 200,
  params: z.strictObject({ id: trackingId }),
  answer: z.strictObject({
    tracking: trackingView,
    told: z.array(messageView),
    /** Empty unless it waits for a match and the one asking may make it. */
    candidates: z.array(
      z.strictObject({
        trip: uuid,
        tripNumber: z.string(),
        seat: z.int(),
        role: z.enum(['driver', 'escort']),
        surname: z.string(),
        idTail: z.string(),
        registeredAt: moment,
      }),
    ),
  }),
})

export const matchTracking = endpoint({
  name: 'matchTracking',
  method: 'POST',
  path: '/api/trackings/:id/match',
  summary: 'Say which registered person of that plate it is; results that are here already settle it at once.',
  callers: ['epidemic'],
  status: 200,
  params: z.strictObject({ id: trackingId }),
  body: z.strictObject({ trip: uuid, seat: z.int().check(z.gte(0), z.lte(20)) }),
  answer: trackingView,
})

export const handleTracking = endpoint({
  name: 'handleTracking',
  method: 'POST',
  path: '/api/trackings/:id/handle',
  summary: 'Close a positive one with what became of the person, or one that waits because its sample was lost.',
  callers: ['epidemic'],
  status: 200,
  params: z.strictObject({ id: trackingId }),
  body: z.strictObject({ outcome: z.enum(outcomes) }),
  answer: trackingView,
})

export const trackingApi = [listTrackings, getTracking, matchTracking, handleTracking] as const
