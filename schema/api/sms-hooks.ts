import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'

/** What the SMS gateway tells us by itself (its forms SmsReport and SmsUp). It signs nothing, so that `key` is a shared secret. */

const key = z.strictObject({ key: z.string().check(z.minLength(1), z.maxLength(200)) })
const text = (max: number) => z.string().check(z.maxLength(max))
/** As the gateway wants to hear that it need not come again. */
const taken = z.strictObject({ code: z.literal(0), msg: z.string() })

export const smsReceipts = endpoint({
  name: 'smsReceipts',
  method: 'POST',
  path: '/api/sms/receipts',
  summary: 'Receipts of SMS, pushed by the gateway (SmsReport): whether each arrived. Again is harmless.',
  callers: ['anyone'],
  status: 200,
  query: key,
  body: z
    .array(
      z.looseObject({
        out_id: z.optional(z.nullable(text(200))),
        success: z.boolean(),
        err_code: z.optional(z.nullable(text(200))),
      }),
    )
    .check(z.maxLength(500)),
  answer: taken,
})

export const smsReplies = endpoint({
  name: 'smsReplies',
  method: 'POST',
  path: '/api/sms/replies',
  summary:
    'SMS that people sent back, pushed by the gateway (SmsUp): 收到, 已到场, 无法到场 answer a summons, 1 and 2 the reply to a case.',
  callers: ['anyone'],
  status: 200,
  query: key,
  body: z.array(z.looseObject({ phone_number: text(40), content: text(2000) })).check(z.maxLength(500)),
  answer: taken,
})

export const smsHooksApi = [smsReceipts, smsReplies] as const
