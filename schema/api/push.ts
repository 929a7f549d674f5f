import * as z from 'zod/mini'
import { empty, uuid } from './common.ts'
import { endpoint, staffRoles } from './endpoint.ts'

/** Waking a browser that is closed (Web Push, RFC 8030). */

const whoever = ['terminal', ...staffRoles] as const

export const pushKey = endpoint({
  name: 'pushKey',
  method: 'GET',
  path: '/api/push',
  summary: 'The key to subscribe with (applicationServerKey); null = app push is not switched on here.',
  callers: whoever,
  status: 200,
  answer: z.strictObject({ key: z.nullable(z.string()) }),
})

const bytes = (most: number) => z.string().check(z.minLength(16), z.maxLength(most), z.regex(/^[\w-]+$/))

export const addSubscription = endpoint({
  name: 'addSubscription',
  method: 'POST',
  path: '/api/push/subscriptions',
  summary: 'This browser wants to be woken; of a phone, until it is released. The same again is the same one.',
  callers: whoever,
  status: 201,
  body: z.strictObject({
    /** As the browser gives it; its host must be on the list of the settings. */
    endpoint: z.string().check(z.minLength(8), z.maxLength(1000)),
    /** Public key and secret of the browser, base64url. */
    p256dh: bytes(100),
    auth: bytes(40),
  }),
  answer: z.strictObject({ id: uuid }),
})

export const removeSubscription = endpoint({
  name: 'removeSubscription',
  method: 'DELETE',
  path: '/api/push/subscriptions/:id',
  summary: 'This browser does not want to be woken any more.',
  callers: whoever,
  status: 200,
  params: z.strictObject({ id: uuid }),
  answer: empty,
})

export const pushApi = [pushKey, addSubscription, removeSubscription] as const
