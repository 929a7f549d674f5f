import * as z from 'zod/mini'
import { leadKinds, leadStates, passedToWhom } from '../../shared/leads/kinds.ts'
import { checkpointId, line, moment, text, uuid } from './common.ts'
import { endpoint } from './endpoint.ts'

/** Leads 疑似弄虚作假线索 for the supervisor, and the photographs that go with them (jiaozuo-20#9). */

const place = z.strictObject({ checkpoint: checkpointId, name: z.string() })

export const leadView = z.strictObject({
  id: uuid,
  kind: z.enum(leadKinds),
  /** When it was seen on the road; of two places, the later. */
  at: moment,
  /** When it came in. */
  foundAt: moment,
  plate: z.string(),
  /** Masked but for the last four; null = it could not be opened. */
  credential: z.nullable(z.string()),
  place,
  /** Of two places, or of two plates: the earlier one. */
  other: z.nullable(place),
  /** Of two places: great-circle distance, and how long between. */
  apart: z.nullable(z.strictObject({ km: z.number(), minutes: z.int() })),
  state: z.enum(leadStates),
  passedTo: z.nullable(z.enum(passedToWhom)),
  handledAt: z.nullable(moment),
  handledBy: z.nullable(z.string()),
  note: z.nullable(z.string()),
  photos: z.int(),
})

export const listLeads = endpoint({
  name: 'listLeads',
  method: 'GET',
  path: '/api/leads',
  summary:
    'Leads, the newest first by when they came in; a head sees those of his checkpoint. `before` is the `next` of the page before.',
  callers: ['supervisor', 'command', 'pass-officer', 'head'],
  status: 200,
  query: z.strictObject({
    state: z.exactOptional(z.enum(leadStates)),
    kind: z.exactOptional(z.enum(leadKinds)),
    before: z.exactOptional(text(1, 80)),
    limit: z.exactOptional(z.coerce.number().check(z.int(), z.gte(1), z.lte(200))),
  }),
  answer: z.strictObject({
    items: z.array(leadView),
    next: z.nullable(z.string()),
    /** 1000 at most. */
    counts: z.strictObject({ open: z.int(), passedOn: z.int() }),
  }),
})

export const getLead = endpoint({
  name: 'getLead',
  method: 'GET',
  path: '/api/leads/:id',
  summary: 'One lead with the inspections it is about. Photographs are named only to those who may look at them.',
  callers: ['supervisor', 'command', 'pass-officer', 'head'],
  status: 200,
  params: z.strictObject({ id: uuid }),
  answer: z.strictObject({
    lead: leadView,
    inspections: z.array(
      z.strictObject({
        id: uuid,
        madeAt: moment,
        receivedAt: moment,
        place,
        lane: z.int(),
        inspector: z.string(),
        plate: z.string(),
        row: z.string(),
        offline: z.boolean(),
      }),
    ),
    photos: z.array(z.strictObject({ id: uuid, takenAt: moment, until: moment })),
    /** Whole, where it is about a pass of ours and the one asking may see passes. */
    passNumber: z.nullable(z.string()),
  }),
})

export const handleLead = endpoint({
  name: 'handleLead',
  method: 'POST',
  path: '/api/leads/:id/handle',
  summary: 'Pass a lead on 转公安／转督查, or say what became of it 查实／不成立. Of two at once one is refused.',
  callers: ['supervisor'],
  status: 200,
  params: z.strictObject({ id: uuid }),
  body: z.strictObject({
    state: z.enum(['passed-on', 'confirmed', 'unfounded']),
    /** With `passed-on`, and only then. */
    passedTo: z.exactOptional(z.enum(passedToWhom)),
    note: line(2, 200),
  }),
  answer: leadView,
})

export const readEvidence = endpoint({
  name: 'readEvidence',
  method: 'GET',
  path: '/api/leads/:id/photos/:photo',
  summary: 'One photograph of a lead. Who looked at it stands in the log.',
  callers: ['supervisor'],
  status: 200,
  params: z.strictObject({ id: uuid, photo: uuid }),
  /** `jpeg` in base64url. */
  answer: z.strictObject({ id: uuid, takenAt: moment, until: moment, jpeg: z.string() }),
})

export const keepEvidence = endpoint({
  name: 'keepEvidence',
  method: 'POST',
  path: '/api/evidence',
  summary:
    'A photograph of a credential in doubt, after its inspection: a JPEG without EXIF, 150 kB and 1280 pixels at most. Sent again it is the same.',
  callers: ['terminal'],
  status: 201,
  takesAnyApp: true,
  body: z.strictObject({
    /** Made on the phone. */
    id: uuid,
    inspection: uuid,
    takenAt: moment,
    /** base64url. */
    jpeg: z.string().check(z.minLength(8), z.maxLength(200_000), z.regex(/^[\w-]+$/)),
  }),
  answer: z.strictObject({ id: uuid, until: moment }),
})

export const leadsApi = [listLeads, getLead, handleLead, readEvidence, keepEvidence] as const
