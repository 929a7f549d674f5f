import * as z from 'zod/mini'
import { tellers } from '../../shared/congestion/told-check.ts'
import { blockKinds } from '../../shared/network/block.ts'
import { checkpointId, moment, plate, uuid } from './common.ts'
import { endpoint } from './endpoint.ts'
import { summonsView } from './incidents.ts'
import { signNumber, stake } from './sites.ts'
import { publicPlace } from './places.ts'

/** What people tell of a queue, and what everybody may know of it (jiaozuo-20#16, #19). */

const metres = z.number().check(z.gte(0), z.lte(50_000))
const minutes = z.number().check(z.gte(0), z.lte(1440))

export const reportQueue = endpoint({
  name: 'reportQueue',
  method: 'POST',
  path: '/api/queue/reports',
  summary:
    '拥堵上报: how long the truck now at the booth has waited, how long the queue is or where its tail stands. `congested` begins an incident at once. Sent again it is the same.',
  callers: ['terminal', 'head', 'dispatcher'],
  status: 200,
  takesAnyApp: true,
  body: z.strictObject({
    id: uuid,
    /** Left out: one’s own. */
    checkpoint: z.exactOptional(checkpointId),
    waitMinutes: z.exactOptional(minutes),
    metres: z.exactOptional(metres),
    /** Stake at the tail, K12+300. */
    stake: z.exactOptional(stake),
    congested: z.boolean(),
    /** Who called the dispatcher; nobody who stands there says it. */
    toldBy: z.exactOptional(z.enum(tellers)),
    at: z.exactOptional(moment),
  }),
  answer: z.strictObject({
    id: uuid,
    checkpoint: checkpointId,
    at: moment,
    incident: z.nullable(uuid),
    /** The length that was understood; of a stake alone null where stakes cannot be read, or it lies where no queue can stand. */
    metres: z.nullable(z.number()),
    /** Who has been called so far in the incident that runs, each once, without names. */
    called: z.array(summonsView.shape.role),
  }),
})

export const reportQueueAsDriver = endpoint({
  name: 'reportQueueAsDriver',
  method: 'POST',
  path: '/api/trips/:id/queue-report',
  summary: 'A driver says that the queue stands; the head confirms or dismisses it within five minutes.',
  callers: ['driver'],
  status: 200,
  params: z.strictObject({ id: uuid }),
  body: z.strictObject({
    report: uuid,
    checkpoint: checkpointId,
    waitMinutes: z.exactOptional(minutes),
    metres: z.exactOptional(metres),
  }),
  answer: z.strictObject({ id: uuid, at: moment }),
})

export const checkIn = endpoint({
  name: 'checkIn',
  method: 'POST',
  path: '/api/queue/check-ins',
  summary:
    'A driver has joined the queue: by the sign beside the road, or when his phone crossed the fence. Nobody need have an account. Sent again it is the same.',
  callers: ['anyone'],
  status: 200,
  takesAnyApp: true,
  body: z.strictObject({
    id: uuid,
    checkpoint: checkpointId,
    plate,
    source: z.enum(['qr', 'fence']),
    /** Number of the sign, as its code has it; how far it stands from the booth is known here. */
    sign: z.exactOptional(signNumber),
    /** To the booth; left out = the phone does not know, or the driver would not say. */
    metres: z.exactOptional(metres),
    at: z.exactOptional(moment),
  }),
  answer: z.strictObject({ id: uuid, at: moment, virtualMinutes: z.nullable(z.number()) }),
})

/** Of a blocked or slow road what helps a driver: nobody's name, no contact. */
const publicBlock = z.strictObject({
  kind: z.enum(blockKinds),
  road: z.string(),
  place: z.string(),
  startedAt: moment,
  detour: z.nullable(z.string()),
})

export const publicQueue = endpoint({
  name: 'publicQueue',
  method: 'GET',
  path: '/api/queue/public',
  summary:
    'The wait now, and the wait of whoever arrives now, at each open checkpoint; roads that are blocked or slow; service areas and points for tests, open or closed.',
  callers: ['anyone'],
  status: 200,
  answer: z.strictObject({
    at: moment,
    blocks: z.array(publicBlock),
    places: z.array(publicPlace),
    items: z.array(
      z.strictObject({
        id: checkpointId,
        name: z.string(),
        road: z.string(),
        /** null = nothing is known just now. */
        waitMinutes: z.nullable(z.int()),
        onArrivalMinutes: z.nullable(z.int()),
        queueMetres: z.nullable(z.int()),
        congested: z.boolean(),
        asOf: z.nullable(moment),
      }),
    ),
  }),
})

export const queueApi = [reportQueue, reportQueueAsDriver, checkIn, publicQueue] as const
