import { importKeys } from '../../shared/credential/keys.ts'
import { mayReplace, openBundle, type BundleRefusal, type OpenBundle } from './bundle.ts'
import type { Server, Trouble } from './server.ts'
import type { Store } from './store.ts'

export type Refresh = { readonly ok: true } | { readonly ok: false; readonly why: BundleRefusal | Trouble['kind'] }

/** The bundle in hand: taken from the store at start, renewed while there is a network, never rolled back. */
export async function bundleKeeper(store: Store, server: Server, terminal: string) {
  let current = await kept(store, terminal)

  /** The keys inside the last bundle; before the first one, those of the day the phone was bound. */
  const trusted = async (): Promise<unknown> => current?.content.keys ?? (await store.read('jwks')) ?? { keys: [] }

  async function refresh(): Promise<Refresh> {
    const reply = await server.bundle()
    if (!reply.ok) return { ok: false, why: reply.trouble.kind }
    const openedWith = await trusted()
    const reading = await openBundle(reply.value, await importKeys(openedWith), terminal)
    if (!reading.ok) return { ok: false, why: reading.reason }
    if (!mayReplace(current, reading.bundle)) return { ok: false, why: 'rolled-back' }
    current = reading.bundle
    // On a full disk it serves until the page closes.
    await store.write('bundle', { signed: reply.value, openedWith }).catch(() => undefined)
    return { ok: true }
  }

  return { current: () => current, refresh }
}

async function kept(store: Store, terminal: string): Promise<OpenBundle | undefined> {
  const last = await store.read('bundle')
  if (last === undefined) return undefined
  const reading = await openBundle(last.signed, await importKeys(last.openedWith), terminal)
  return reading.ok ? reading.bundle : undefined
}
