import * as z from 'zod/mini'
import { moment, text, uuid } from './common.ts'
import { endpoint } from './endpoint.ts'

/** What somebody was told or is to be told. A message never names a person; a plate is as far as it goes. */
const audiences = [
  'driver',
  'company',
  'community',
  'checkpoint',
  'test-point',
  'command',
  'epidemic',
  'dispatcher',
  'supervisor',
  'appeal-officer',
  'list-officer',
  'pass-officer',
] as const

const seen = z.nullable(z.strictObject({ at: moment, by: z.string() }))

export const messageView = z.strictObject({
  id: uuid,
  at: moment,
  /** What it is about, e.g. `tracking-positive`. */
  kind: z.string(),
  audience: z.enum(audiences),
  /** Name of the checkpoint, or of the trip's company; null = everybody of that audience. */
  to: z.nullable(z.string()),
  channel: z.enum(['screen', 'sms']),
  urgent: z.boolean(),
  zh: z.string(),
  en: z.string(),
  article: z.nullable(z.string()),
  /** The record it is about. */
  subject: z.string(),
  /** Of an SMS: when it left; null = it has not, and somebody has to call. */
  sentAt: z.nullable(moment),
  seen,
  /** Of a truck that its company awaits: its trip, and since when it is known to be there. null = it is about something else. */
  arrival: z.nullable(z.strictObject({ trip: uuid, at: z.nullable(moment) })),
  /** Whether the one asking may acknowledge it. */
  mine: z.boolean(),
})

export const listMessages = endpoint({
  name: 'listMessages',
  method: 'GET',
  path: '/api/messages',
  summary:
    'Messages for the role of the one asking, those nobody has acknowledged first, then the newest; a head sees those of his checkpoint. `before` is the `next` of the page before.',
  callers: [
    'admin',
    'epidemic',
    'supervisor',
    'dispatcher',
    'appeal-officer',
    'list-officer',
    'pass-officer',
    'command',
    'head',
  ],
  status: 200,
  query: z.strictObject({
    seen: z.exactOptional(z.enum(['yes', 'no'])),
    kind: z.exactOptional(z.string().check(z.regex(/^[a-z0-9-]{1,40}$/))),
    before: z.exactOptional(text(1, 80)),
    limit: z.exactOptional(z.coerce.number().check(z.int(), z.gte(1), z.lte(200))),
  }),
  answer: z.strictObject({
    items: z.array(messageView),
    next: z.nullable(z.string()),
    /** Not acknowledged yet, 1000 at most. */
    unseen: z.int(),
  }),
})

export const markMessageSeen = endpoint({
  name: 'markMessageSeen',
  method: 'POST',
  path: '/api/messages/:id/seen',
  summary: 'Acknowledge a message 收到; of an SMS that could not be sent: told by telephone. The first one stands.',
  callers: [
    'epidemic',
    'supervisor',
    'dispatcher',
    'appeal-officer',
    'list-officer',
    'pass-officer',
    'command',
    'head',
  ],
  status: 200,
  params: z.strictObject({ id: uuid }),
  answer: z.strictObject({ id: uuid, seen }),
})

export const alertView = z.strictObject({
  id: uuid,
  at: moment,
  kind: z.string(),
  zh: z.string(),
  en: z.string(),
  article: z.nullable(z.string()),
})

export const listAlerts = endpoint({
  name: 'listAlerts',
  method: 'GET',
  path: '/api/alerts',
  summary:
    'Urgent messages of the last 24 h to this phone’s checkpoint that nobody there has acknowledged, newest first.',
  callers: ['terminal'],
  status: 200,
  answer: z.strictObject({ items: z.array(alertView) }),
})

export const markAlertSeen = endpoint({
  name: 'markAlertSeen',
  method: 'POST',
  path: '/api/alerts/:id/seen',
  summary: 'Acknowledge an alert at the booth 收到, for the whole checkpoint. The first one stands.',
  callers: ['terminal'],
  status: 200,
  params: z.strictObject({ id: uuid }),
  answer: z.strictObject({ id: uuid, seen }),
})

export const messagesApi = [listMessages, markMessageSeen, listAlerts, markAlertSeen] as const
