import { addSubscription } from '../../schema/api/push.ts'
import type { Channels } from '../../server/ports/channels/channel.ts'
import type { World } from './world.ts'

/** A point of P-256 (that of RFC 8291, appendix A) and 16 bytes, as a browser gives them. */
export const browser = (endpoint: string) => ({
  endpoint,
  p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  auth: 'BTBZMqHH6r4Tts7J_aSIgg',
})

/** App push is switched on and receipts are taken in; nobody is ever called. */
export const specimenChannels: Channels = {
  robots: [],
  push: { allows: (endpoint) => endpoint.startsWith('https://push.example/'), send: () => Promise.reject(new Error()) },
  hookSecret: 'the-word-of-the-gateway-24',
}

export async function noticeSpecimens(road: World) {
  const dispatcher = (await road.staff('dispatcher')).send
  const path = '/api/push/subscriptions'
  const made = await dispatcher('POST', path, browser('https://push.example/one'))
  const hook = `key=${specimenChannels.hookSecret}`
  return {
    listChannels: { path: '/api/dispatch/channels', by: dispatcher },
    pushKey: { path: '/api/push', by: dispatcher },
    addSubscription: { path, body: browser('https://push.example/two'), by: dispatcher },
    removeSubscription: { path: `${path}/${made.as(addSubscription.answer).id}`, by: dispatcher },
    smsReceipts: {
      path: `/api/sms/receipts?${hook}`,
      body: [{ phone_number: '13000000001', out_id: 'of-somebody-else', success: true, err_code: 'DELIVERED' }],
      by: road.anyone,
    },
    smsReplies: {
      path: `/api/sms/replies?${hook}`,
      body: [{ phone_number: '13000000001', content: '收到', sequence_id: 1 }],
      by: road.anyone,
    },
  }
}
