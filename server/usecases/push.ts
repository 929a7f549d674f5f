import type { AnswerOf, BodyOf } from '../../schema/api/endpoint.ts'
import type {
  addSubscription as addContract,
  pushKey as keyContract,
  removeSubscription as removeContract,
} from '../../schema/api/push.ts'
import { Fault } from '../../shared/fault.ts'
import type { Actor } from '../../shared/audit/entry.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { newPushKey } from '../ports/channels/web-push.ts'
import { publicPoint } from '../ports/channels/web-push-cipher.ts'
import type { PushKey } from '../ports/channels/channel.ts'
import {
  addPushKey,
  addSubscription,
  findPushKey,
  removeSubscription,
  subscriptionById,
  subscriptionByTag,
} from '../store/push.ts'
import { byStaff } from './actor.ts'
import { newId } from './new-id.ts'

/** Made when it is first needed; a browser is bound to it, so that it never changes. */
export async function pushKeyOf(deps: Pick<Deps, 'db' | 'vault'>): Promise<PushKey> {
  const [kept] = await deps.db.all(findPushKey())
  if (kept !== undefined)
    return { publicKey: kept.public_key, privateKey: await deps.vault.open('push-key', kept.private_sealed) }
  const made = await newPushKey()
  const sealed = await deps.vault.seal('push-key', made.privateKey)
  await deps.db.commit([addPushKey({ name: 'vapid', public_key: made.publicKey, private_sealed: sealed })])
  return pushKeyOf(deps)
}

type Who = { staff: string; terminal: string | null; by: Actor }

function whoIs(asker: Asker): Who {
  if (asker.kind === 'staff') return { staff: asker.staff, terminal: null, by: byStaff(asker) }
  if (asker.kind !== 'terminal') throw new Fault('not-signed-in', 'AU-01', 'sign in first')
  const { staff, terminal } = asker
  return { staff, terminal, by: { id: staff, role: 'inspector', device: terminal } }
}

/** null = not switched on here. */
export async function readPushKey(deps: Deps, asker: Asker): Promise<AnswerOf<typeof keyContract>> {
  whoIs(asker)
  return { key: deps.channels.push === undefined ? null : (await pushKeyOf(deps)).publicKey }
}

/** The browser at which somebody sits. Only push services on the list are ever called (no address of a stranger). */
export async function subscribe(
  deps: Deps,
  asker: Asker,
  { endpoint, p256dh, auth }: BodyOf<typeof addContract>,
): Promise<AnswerOf<typeof addContract>> {
  const who = whoIs(asker)
  const service = deps.channels.push
  if (service === undefined) throw new Fault('unavailable', 'NT-04', 'app push is not configured')
  if (!service.allows(endpoint))
    throw new Fault('bad-input', 'NT-03', 'this push service is not on the list', { path: 'endpoint' })
  await publicPoint(p256dh)
  const tag = await deps.vault.tag('push-endpoint', endpoint)
  const id = newId(deps)
  const row = {
    id,
    endpoint_tag: tag,
    endpoint_sealed: await deps.vault.seal('push-endpoint', endpoint),
    p256dh,
    auth_sealed: await deps.vault.seal('push-auth', auth),
    staff_id: who.staff,
    terminal_id: who.terminal,
    made_at: deps.now(),
  }
  const detail = { terminal: who.terminal }
  await deps.audit.commit([addSubscription(row)], [{ by: who.by, action: 'push-added', subject: who.staff, detail }])
  const [kept] = await deps.db.all(subscriptionByTag(tag))
  return { id: kept?.id ?? id }
}

/** Whoever made it ends it; somebody else's is as if it were not there. */
export async function unsubscribe(deps: Deps, asker: Asker, id: string): Promise<AnswerOf<typeof removeContract>> {
  const who = whoIs(asker)
  const [row] = await deps.db.all(subscriptionById(id))
  if (row === undefined || row.staff_id !== who.staff)
    throw new Fault('not-found', 'NT-06', 'no such subscription', { path: 'path.id' })
  const detail = { terminal: row.terminal_id }
  await deps.audit.commit(
    [removeSubscription(id)],
    [{ by: who.by, action: 'push-removed', subject: who.staff, detail }],
  )
  return {}
}
