import { ownKey, publicPoint } from './key.ts'
import type { Reply, Server } from './server.ts'
import type { Store, Terminal } from './store.ts'

/** "Android 14; SM-G991B" rather than the whole agent string: enough for the head to tell phones apart. */
export function deviceName(agent: string): string {
  const [, system] = /\(([^)]*)\)/.exec(agent) ?? []
  return (system ?? agent).slice(0, 120) || 'unknown'
}

/**
 * Binds this phone: its public key against the one-time secret. The keys that bundles are checked with are fetched first,
 * so that a bound phone always has them.
 */
export async function bindPhone(
  { store, server, agent }: { store: Store; server: Server; agent: string },
  secret: string,
): Promise<Reply<Terminal>> {
  const keys = await server.publicKeys()
  if (!keys.ok) return keys
  const key = await publicPoint(await ownKey(store))
  const bound = await server.bind({ secret, key, device: deviceName(agent) })
  if (!bound.ok) return bound
  const { terminal: id, inspector, checkpoint, lane, segment, serverTime } = bound.value
  const terminal: Terminal = { id, inspector, checkpoint, lane, segment, boundAt: serverTime }
  await store.write('jwks', keys.value)
  await store.clear('manifest')
  await store.clear('bundleFloor')
  await store.write('terminal', terminal)
  return { ok: true, value: terminal }
}

/** A phone released by its head may be bound again, with a key of its own for the new name. */
export async function startOver(store: Store): Promise<void> {
  await store.clear('key')
}
