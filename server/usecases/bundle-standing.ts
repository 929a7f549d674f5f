import { base64url } from 'jose'
import type { fetchBundle } from '../../schema/api/bundle.ts'
import type { AnswerOf } from '../../schema/api/endpoint.ts'
import type { Deps } from '../deps.ts'
import type { Standing } from './bundle-parts.ts'
import { deltaSince, snapshotOf } from './status-standing.ts'

/** The standing of all passes that live, as it stands in the part. */
export async function standingNow(deps: Deps): Promise<Standing> {
  const { version, bytes } = await snapshotOf(deps)
  return { version, snapshot: base64url.encode(bytes) }
}

type Change = NonNullable<AnswerOf<typeof fetchBundle>['standing']>

/** What changed since the version that the phone holds; `undefined` = that is too long ago, and it gets the whole. */
export async function standingSince(deps: Deps, from: number): Promise<Change | undefined> {
  const delta = await deltaSince(deps, from)
  return delta && { version: delta.version, delta: base64url.encode(delta.bytes) }
}
