import * as z from 'zod/mini'
import { Fault } from '../fault.ts'
import { parseInstant, type Instant } from '../instant.ts'

const text = (max: number) => z.string().check(z.minLength(1), z.maxLength(max))
const moment = z.string().check(z.refine((value) => parseInstant(value) !== undefined, 'not a time with its offset'))
const lane = z.int().check(z.gte(1), z.lte(30))
const metres = z.number().check(z.gte(0), z.lte(1_000_000))

const common = { event_id: text(80), checkpoint: text(40), occurred_at: moment, received_at: moment }

/** One line of an upload as it comes; keys that nobody here needs are let by. */
const eventJson = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('inspected'), ...common, lane, plate: text(20), device: text(80), completed_at: moment }),
  z.object({
    kind: z.literal('arrival_checkin'),
    ...common,
    plate: text(20),
    source: z.enum(['qr', 'fence']),
    dist_m: z.optional(metres),
  }),
  z.object({
    kind: z.literal('queue_report'),
    ...common,
    queue_m: z.optional(metres),
    tail_stake: z.optional(z.string().check(z.regex(/^K\d{1,4}\+\d{1,3}$/))),
    /** What an inspector says that the truck now at the booth has waited, minutes. */
    wait_min: z.optional(z.number().check(z.gte(0), z.lte(1440))),
  }),
  z.object({ kind: z.literal('lane_open'), ...common, lane }),
  z.object({ kind: z.literal('lane_closed'), ...common, lane }),
])

type Common = {
  readonly id: string
  /** By the clock of the device. */
  readonly at: Instant
  /** By the clock of the server, which is right. */
  readonly receivedAt: Instant
}
export type Inspected = Common & {
  readonly kind: 'inspected'
  readonly lane: number
  readonly plate: string
  readonly device: string
  readonly completedAt: Instant
}
export type CheckIn = Common & {
  readonly kind: 'check-in'
  readonly plate: string
  readonly source: 'qr' | 'fence'
  /** null = scanned somewhere else. */
  readonly metres: number | null
}
export type Report = Common & {
  readonly kind: 'report'
  /** As it was typed; null = not told. */
  readonly metres: number | null
  /** Where the tail stands, metres along the road. */
  readonly stake: number | null
  readonly waitMinutes: number | null
}
export type LaneChange = Common & { readonly kind: 'lane'; readonly lane: number; readonly open: boolean }

export type QueueEvent = Inspected | CheckIn | Report | LaneChange

/** @throws Fault bad-input CG-01 naming the field */
export function parseQueueEvent(json: unknown): { checkpoint: string; event: QueueEvent } {
  const result = z.safeParse(eventJson, json)
  if (result.success) return { checkpoint: result.data.checkpoint, event: eventOf(result.data) }
  const issue = result.error.issues[0]
  const path = issue?.path.map(String).join('.') ?? ''
  throw new Fault('bad-input', 'CG-01', `${path}: ${issue?.message ?? 'not an event of a queue'}`, { path })
}

function instantOf(value: string): Instant {
  const at = parseInstant(value)
  if (at === undefined) throw new Fault('bad-input', 'CG-01', 'not a time with its offset')
  return at
}

function eventOf(json: z.infer<typeof eventJson>): QueueEvent {
  const common = { id: json.event_id, at: instantOf(json.occurred_at), receivedAt: instantOf(json.received_at) }
  switch (json.kind) {
    case 'inspected': {
      const { lane, plate, device } = json
      return { ...common, kind: 'inspected', lane, plate, device, completedAt: instantOf(json.completed_at) }
    }
    case 'arrival_checkin':
      return { ...common, kind: 'check-in', plate: json.plate, source: json.source, metres: json.dist_m ?? null }
    case 'queue_report': {
      const stake = /^K(\d+)\+(\d+)$/.exec(json.tail_stake ?? '')
      return {
        ...common,
        kind: 'report',
        metres: json.queue_m ?? null,
        stake: stake === null ? null : Number(stake[1]) * 1000 + Number(stake[2]),
        waitMinutes: json.wait_min ?? null,
      }
    }
    default:
      return { ...common, kind: 'lane', lane: json.lane, open: json.kind === 'lane_open' }
  }
}
