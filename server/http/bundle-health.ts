import { importKeys } from '../../shared/credential/keys.ts'
import { Fault } from '../../shared/fault.ts'
import { minute, type Instant } from '../../shared/instant.ts'
import { openSeal, sealManifest } from '../../shared/sync/manifest.ts'
import type { Deps } from '../deps.ts'

type Asked = Pick<Deps, 'keyring' | 'now'>
const found = new WeakMap<Deps['keyring'], { state: string; at: Instant }>()

/**
 * Whether phones can get a new bundle: `ok`, or the code of what is in the way. Whoever watches this address hears of it hours
 * before the bundles in the field run out. Looked at once a minute, however often it is asked.
 */
export async function bundleHealth(deps: Asked): Promise<string> {
  const before = found.get(deps.keyring)
  if (before !== undefined && Math.abs(deps.now() - before.at) < minute) return before.state
  const state = await tried(deps).catch((cause: unknown) => (cause instanceof Fault ? cause.code : 'BU-02'))
  found.set(deps.keyring, { state, at: deps.now() })
  return state
}

/** No key is made for it: on a new server the first phone does that. */
async function tried({ keyring }: Asked): Promise<string> {
  const keys = await importKeys(await keyring.publicKeys())
  if (![...keys.values()].some(({ use }) => use === 'bundle')) return 'ok'
  const reading = await openSeal(await sealManifest({}, await keyring.signer('bundle')), keys)
  return reading.ok ? 'ok' : 'BU-01'
}
