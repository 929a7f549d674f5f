import { Fault } from '../../shared/fault.ts'
import type { Deps } from '../deps.ts'
import { sameText } from '../same-text.ts'

/** The SMS gateway signs nothing; it is known by a word in the address that it was given. @throws Fault NT-01, NT-02 */
export function needHookSecret({ channels }: Pick<Deps, 'channels'>, key: string): void {
  if (channels.hookSecret === undefined) throw new Fault('not-found', 'NT-01', 'receipts are not taken in here')
  if (!sameText(key, channels.hookSecret)) throw new Fault('not-signed-in', 'NT-02', 'the shared secret does not fit')
}
