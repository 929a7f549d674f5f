import { base64, fromBase64 } from './base64.ts'
import type { Webhook } from './channel.ts'
import { hmacSha256 } from './hmac.ts'
import { byStatus, isAnswer, post } from './post.ts'

export type SignedWebhook = {
  url: string
  /** 24 to 64 bytes in base64, with or without the mark `whsec_`. */
  secret: string
  /** For one try, milliseconds. */
  timeout?: number
  /** Milliseconds since 1970. */
  clock: () => number
}

/** The form is written down in schema/webhooks.md. The same notice comes with the same `webhook-id`, however often it is sent. */
export function signedWebhook({ url, secret, timeout = 6000, clock }: SignedWebhook): Webhook {
  const key = fromBase64(secret.replace(/^whsec_/, ''))
  return {
    async send({ id, at, ...data }) {
      const timestamp = String(Math.floor(clock() / 1000))
      const body = JSON.stringify({ type: 'notice', timestamp: at, data: { id, ...data } })
      const signature = base64(await hmacSha256(key, `${id}.${timestamp}.${body}`))
      const posted = await post(url, {
        headers: {
          'content-type': 'application/json',
          'webhook-id': id,
          'webhook-timestamp': timestamp,
          'webhook-signature': `v1,${signature}`,
        },
        body,
        timeout,
      })
      return isAnswer(posted) ? byStatus(posted) : posted
    },
  }
}
