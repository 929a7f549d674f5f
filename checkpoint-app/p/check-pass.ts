import type { PassClaims } from '../../shared/credential/claims.ts'
import { importKeys } from '../../shared/credential/keys.ts'
import type { KeySet } from '../../shared/credential/keys.ts'
import { openCredential } from '../../shared/credential/open.ts'
import type { RefusalReason } from '../../shared/credential/open.ts'
import { standingFromLists } from '../../shared/credential/standing.ts'
import { readStatusListToken } from '../../shared/credential/status-list.ts'
import type { Instant } from '../../shared/instant.ts'

/** One answer. `freight`: a code of ours that only a checkpoint reads; `unchecked`: a good seal, and no word of its standing. */
export type State =
  | 'valid'
  | 'expired'
  | 'revoked'
  | 'suspended'
  | 'not-yet'
  | 'unreadable'
  | 'not-ours'
  | 'freight'
  | 'unchecked'
  | 'offline'
  | 'none'
export type Answer = { state: State; pass?: PassClaims }

/** The outside: `undefined` = not reached. */
export type Ask = {
  keys: () => Promise<unknown>
  list: (path: string) => Promise<string | undefined>
  now: () => Instant
}

const stateOf: Readonly<Record<RefusalReason, State>> = {
  unreadable: 'unreadable',
  malformed: 'unreadable',
  'not-ours': 'not-ours',
  'unknown-key': 'not-ours',
  'bad-signature': 'not-ours',
  'not-yet-valid': 'not-yet',
  expired: 'expired',
  revoked: 'revoked',
  suspended: 'suspended',
}

/** Opens the text of a code by the public keys, and asks the public list how the pass stands. */
export async function checkPass(text: string, ask: Ask): Promise<Answer> {
  // What is no key set was sent by a stranger's network, not by us.
  const keys = await importKeys(await ask.keys()).catch(() => undefined)
  if (keys === undefined) return { state: 'offline' }
  const opened = await openCredential(text, { keys, now: ask.now() })
  const { claims } = opened
  if (claims?.kind === 'freight') return { state: 'freight' }
  if (claims === undefined) return { state: opened.ok ? 'freight' : stateOf[opened.reason] }
  const said = opened.ok ? 'valid' : stateOf[opened.reason]
  const listed = await standingOf(claims, keys, ask)
  // A pass that was revoked stays so when its time is over; one that has run out needs no list.
  if (listed === 'revoked' || said !== 'valid') return { state: listed === 'revoked' ? listed : said, pass: claims }
  return { state: listed, pass: claims }
}

/** The list is asked for here, by its path: this server has more names than the one in the pass. */
async function standingOf(pass: PassClaims, keys: KeySet, ask: Ask) {
  const text = await ask.list(new URL(pass.status.uri).pathname)
  const read = text === undefined ? undefined : await readStatusListToken(text, keys, ask.now())
  if (read?.ok !== true || read.list.uri !== pass.status.uri) return 'unchecked'
  return standingFromLists([read.list])(pass) ?? 'valid'
}
