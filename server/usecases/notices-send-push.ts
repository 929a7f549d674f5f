import { cutToBytes } from '../../shared/notices/cut.ts'
import { hour } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import type { Outcome, PushService } from '../ports/channels/channel.ts'
import type { NoticeRow } from '../store/notices.ts'
import { removeSubscription, subscriptionsOf } from '../store/push.ts'
import { linkOf } from './notices-link.ts'
import { pushKeyOf } from './push.ts'

/** One record of RFC 8188 holds 4,096 bytes, and the rest of the message needs some. */
const bodyAtMost = 2000
const livesAtMost = (2 * hour) / 1000

/** To every browser of that member of staff. One of them is enough; those that are gone are forgotten. */
export async function pushToStaff(deps: Deps, service: PushService, row: NoticeRow): Promise<Outcome> {
  const browsers = await deps.db.all(subscriptionsOf(row.to_ref))
  if (browsers.length === 0) return { kind: 'never', code: 'no-subscription', why: 'nobody to wake' }
  const [key, payload] = [await pushKeyOf(deps), await payloadOf(deps, row)]
  const left = row.not_after === null ? livesAtMost : Math.floor((row.not_after - deps.now()) / 1000)
  const message = {
    payload,
    // 32 characters of base64url: a second try takes the place of the first while it waits.
    topic: row.id.replaceAll('-', ''),
    urgent: row.urgent === 1,
    ttlSeconds: Math.max(0, Math.min(left, livesAtMost)),
  }
  const outcomes = await Promise.all(
    browsers.map(async (browser): Promise<Outcome> => {
      const endpoint = await deps.vault.open('push-endpoint', browser.endpoint_sealed)
      const auth = await deps.vault.open('push-auth', browser.auth_sealed)
      const outcome = await service.send({ endpoint, p256dh: browser.p256dh, auth }, message, key)
      if (outcome.kind === 'never' && outcome.code === 'gone') await deps.db.commit([removeSubscription(browser.id)])
      return outcome
    }),
  )
  return best(outcomes)
}

const order: readonly Outcome['kind'][] = ['sent', 'unclear', 'later', 'never']

/** That some browser has gone says nothing of the others. */
const best = (outcomes: readonly Outcome[]): Outcome =>
  outcomes.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))[0]!

async function payloadOf(deps: Deps, row: NoticeRow): Promise<string> {
  return JSON.stringify({
    v: 1,
    id: row.id,
    step: row.step,
    urgent: row.urgent === 1,
    title: row.title,
    body: cutToBytes(row.text, bodyAtMost),
    incident: row.incident,
    checkpoint: row.checkpoint_id,
    link: await linkOf(deps, row),
  })
}
