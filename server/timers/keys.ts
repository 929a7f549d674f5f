import type { Actor } from '../../shared/audit/entry.ts'
import { day } from '../../shared/instant.ts'
import type { KeyUse } from '../deps.ts'
import { keyInUse, keyWaiting, notice } from '../keys/line.ts'
import { listSigningKeys } from '../store/signing-keys.ts'
import { adoptKeys, rotateKey } from '../usecases/keys.ts'
import type { KeysHome } from '../usecases/keys.ts'
import type { Timer } from './index.ts'

const uses: readonly KeyUse[] = ['freight', 'pass', 'bundle', 'audit']
const byItself: Actor = { id: 'keys', role: 'system', device: null }

/** New keys of the environment and the key service get their notice; with `CHANGXING_ROTATE_DAYS` keys are rotated in time. */
export const keys: Timer = {
  name: 'keys',
  everySeconds: 300,
  run: (deps) => minded(deps),
}

/** The same for whoever holds nothing but the keys. */
export async function minded(deps: KeysHome): Promise<void> {
  await rotateInTime(deps)
  await adoptKeys(deps, byItself)
}

/** So early that the new key has had its notice on the day the old one is to end. */
async function rotateInTime(deps: KeysHome): Promise<void> {
  const days = deps.keyring.rotateDays
  if (days === undefined) return
  const now = deps.now()
  for (const use of uses) {
    const line = await listSigningKeys(deps.db)
    const present = keyInUse(line, use, now)
    if (present === undefined || present.home !== 'database' || keyWaiting(line, use, now) !== undefined) continue
    if (now - present.not_before >= days * day - notice) await rotateKey(deps, use, byItself)
  }
}
