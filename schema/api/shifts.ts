import * as z from 'zod/mini'
import { handover } from '../../shared/shifts/event.ts'
import { shiftEnds } from '../../shared/shifts/kinds.ts'
import { checkpointId, line, moment, text, uuid } from './common.ts'
import { endpoint } from './endpoint.ts'

/** Shifts 值班值守: who is on duty, with which phone and number, at which lane (jiaozuo-20#2, #16, #18). */

export { shiftEnvelope } from '../../shared/shifts/event.ts'

const problem = z.strictObject({ code: z.string(), message: z.string(), path: z.exactOptional(z.string()) })

export const uploadShiftEvents = endpoint({
  name: 'uploadShiftEvents',
  method: 'POST',
  path: '/api/shifts/events',
  summary:
    'Upload signed events of shifts, in any order and as often as needed. A sign-on while the inspector or the number is on duty elsewhere is kept and does not count: `second` says why.',
  callers: ['terminal'],
  status: 200,
  takesAnyApp: true,
  body: z.strictObject({ items: z.array(z.string()).check(z.minLength(1), z.maxLength(100)) }),
  answer: z.strictObject({
    results: z.array(
      z.strictObject({
        /** null when the item could not be read so far as its id. */
        id: z.nullable(z.string()),
        status: z.enum(['recorded', 'already', 'refused']),
        /** Of a sign-on: why it does not count; the head releases the other shift first. */
        second: z.nullable(problem),
        error: z.nullable(problem),
      }),
    ),
  }),
})

const handed = z.strictObject({
  /** Named by its sign-on. */
  shift: uuid,
  at: moment,
  inspector: z.string(),
  lane: z.nullable(z.int()),
  seenBy: z.nullable(z.string()),
  ...handover.shape,
})

export const shiftBefore = endpoint({
  name: 'shiftBefore',
  method: 'GET',
  path: '/api/shifts/before',
  summary:
    'What the inspector who takes over should know: what was handed over within a day, and which lanes are open.',
  callers: ['terminal'],
  status: 200,
  answer: z.strictObject({
    lanes: z.int(),
    open: z.array(z.int()),
    /** The shift of this phone that counts now; null = none: it was never begun, is over, or the head released it. */
    running: z.nullable(uuid),
    handovers: z.array(handed),
    /** How the queue lies on the road, for the tail of it told by its stake (拥堵上报); `boothStake`: metres along the road, null = stakes cannot be read here. */
    road: z.exactOptional(
      z.strictObject({
        boothStake: z.nullable(z.number()),
        stakesGrow: z.boolean(),
        approachMetres: z.number(),
      }),
    ),
  }),
})

const shiftView = z.strictObject({
  id: uuid,
  inspector: z.string(),
  lane: z.int(),
  segment: z.nullable(z.string()),
  device: z.string(),
  onAt: moment,
  endAt: z.nullable(moment),
  ended: z.nullable(z.enum(shiftEnds)),
  onDuty: z.boolean(),
  /** Does not count: the inspector, or the number, was on duty with another phone. */
  second: z.nullable(z.strictObject({ of: z.enum(['inspector', 'segment']), shift: uuid })),
})

const count = z.strictObject({
  inspector: z.string(),
  lane: z.int(),
  checked: z.int(),
  fast: z.int(),
  rows: z.record(z.string(), z.int()),
  offline: z.int(),
  conflicts: z.int(),
  medianSeconds: z.nullable(z.int()),
})

const span = z.strictObject({ from: moment, to: z.nullable(moment) })

export const lookAtDuty = endpoint({
  name: 'lookAtDuty',
  method: 'GET',
  path: '/api/duty',
  summary:
    'One day of a checkpoint: who is on duty, lanes, gaps in which nobody was, trucks counted, what was handed over.',
  callers: ['admin', 'head', 'supervisor'],
  status: 200,
  query: z.strictObject({ checkpoint: checkpointId, day: z.exactOptional(z.iso.date()) }),
  answer: z.strictObject({
    checkpoint: z.strictObject({ id: checkpointId, name: z.string(), lanes: z.int() }),
    /** The day from its first moment to its end, or to now. */
    from: moment,
    to: moment,
    today: z.boolean(),
    gapMinutes: z.int(),
    openShiftHours: z.int(),
    shifts: z.array(shiftView),
    lanes: z.array(z.strictObject({ lane: z.int(), open: z.boolean(), staffed: z.boolean(), spans: z.array(span) })),
    gaps: z.array(
      z.strictObject({
        /** null = nobody at the checkpoint. */
        lane: z.nullable(z.int()),
        from: moment,
        to: moment,
        running: z.boolean(),
        /** Trucks checked in it all the same: somebody was there who had not signed on. */
        checked: z.int(),
        /** A phone that was not heard of since may still fill it. */
        unsure: z.boolean(),
      }),
    ),
    counts: z.array(count),
    handovers: z.array(handed),
    /** Disagreements of phone and server that nobody has looked at, whatever their day; 1000 at most. */
    openConflicts: z.int(),
  }),
})

export const releaseShift = endpoint({
  name: 'releaseShift',
  method: 'POST',
  path: '/api/shifts/:id/release',
  summary: 'End a running shift, so that its inspector or number may sign on with another phone; the reason is kept.',
  callers: ['admin', 'head'],
  status: 200,
  params: z.strictObject({ id: uuid }),
  body: z.strictObject({ reason: line(2, 200) }),
  answer: z.strictObject({ id: uuid, endAt: moment }),
})

export const laneEvents = endpoint({
  name: 'laneEvents',
  method: 'GET',
  path: '/api/lane-events',
  summary:
    'Lanes opened and closed at a checkpoint, in the order in which they came in, five seconds after they did; they may come late. `after` is the `next` of the answer before.',
  callers: ['terminal', 'admin', 'head', 'supervisor'],
  status: 200,
  query: z.strictObject({
    checkpoint: checkpointId,
    after: z.exactOptional(text(1, 80)),
    limit: z.exactOptional(z.coerce.number().check(z.int(), z.gte(1), z.lte(500))),
  }),
  answer: z.strictObject({
    items: z.array(
      z.strictObject({
        eventId: uuid,
        kind: z.enum(['lane_open', 'lane_closed']),
        lane: z.int(),
        /** By the phone’s clock, put right as far as it was known; never after `receivedAt`. */
        occurredAt: moment,
        receivedAt: moment,
      }),
    ),
    /** Where to go on; the same as `after` when nothing came. */
    next: z.nullable(z.string()),
  }),
})

export const shiftsApi = [uploadShiftEvents, shiftBefore, lookAtDuty, releaseShift, laneEvents] as const
