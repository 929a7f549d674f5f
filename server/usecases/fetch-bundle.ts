import { base64url } from 'jose'
import type * as z from 'zod/mini'
import type { bundle as contract } from '../../schema/api/terminals.ts'
import { Fault } from '../../shared/fault.ts'
import { beijingIso, instant, plus, type Instant } from '../../shared/instant.ts'
import { publishedAt } from '../../shared/policy/published-law.ts'
import { publishedToJson } from '../../shared/policy/published-wire.ts'
import { crewTag, taggable } from '../../shared/sync/crew-tag.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { releases } from '../store/inspections.ts'
import { everybodyListed } from '../store/people.ts'
import { notInForce } from '../store/passes.ts'
import { terminalById } from '../store/terminals.ts'
import { whitelistFor } from './lists-at-booth.ts'
import { needTerminal } from './may.ts'
import { bundleExpiresAfter, bundleLawReachesBack, bundleReleases, bundleStaleAfter } from './parameters.ts'
import { sparing, tagsOf } from './prior-releases.ts'
import { tagKey, tagKeyText } from './tag-key.ts'
import { boundTo } from './terminal-view.ts'

type Bundle = z.infer<typeof contract>

/** All that a phone needs to judge without a network, as a compact JWS (typ `cxb+jwt`) under a key of use "bundle". */
export async function fetchBundle(deps: Deps, asker: Asker): Promise<{ signed: string }> {
  const { terminal } = needTerminal(asker)
  const signer = await deps.keyring.signer('bundle')
  const header = { alg: 'ES256', kid: signer.kid, typ: 'cxb+jwt' }
  const content = await bundleFor(deps, terminal)
  const input = [header, content].map((part) => base64url.encode(JSON.stringify(part))).join('.')
  const signature = await signer.sign(new TextEncoder().encode(input))
  return { signed: `${input}.${base64url.encode(signature)}` }
}

async function bundleFor(deps: Deps, id: string): Promise<Bundle> {
  const now = deps.now()
  const [[terminal], revoked, keys] = await Promise.all([
    deps.db.all(terminalById(id)),
    deps.db.all(notInForce(now)),
    deps.keyring.publicKeys(),
  ])
  if (terminal === undefined) throw new Fault('not-found', 'TE-11', 'there is no such terminal')
  return {
    // Milliseconds of the server's clock: a phone takes no bundle with a lower number than it has.
    seq: now,
    madeAt: beijingIso(now),
    staleAt: beijingIso(plus(now, bundleStaleAfter)),
    expiresAt: beijingIso(plus(now, bundleExpiresAfter)),
    edition: deps.law.editionAt(now, terminal.checkpoint_id).id,
    law: lawFor(deps, terminal.checkpoint_id, now),
    terminal: { id, ...boundTo(terminal) },
    keys: { keys: keys.keys.map((key) => ({ ...key })) },
    revoked,
    priorReleases: await priorReleases(deps, terminal.checkpoint_id),
    tagKey: await tagKeyText(deps.vault),
    listed: await listedPersons(deps),
    whitelist: await whitelistFor(deps),
  }
}

/** What holds there, is to come, or was ended within the days that a record may still be judged on the phone. */
function lawFor({ law }: Deps, checkpoint: string, now: Instant): NonNullable<Bundle['law']> {
  const since = plus(now, -bundleLawReachesBack)
  return { ...publishedToJson(publishedAt(law.published(), law.where(checkpoint), since)) }
}

async function priorReleases(deps: Deps, checkpoint: string): Promise<Bundle['priorReleases']> {
  const rows = await deps.db.all(releases({ ...sparing(deps, checkpoint), limit: bundleReleases }))
  return rows.map((row) => ({
    plate: row.plate,
    at: beijingIso(instant(row.made_at)),
    checkpoint: row.checkpoint_id,
    checkpointName: row.checkpoint_name,
    crew: tagsOf(row.crew_tags),
  }))
}

async function listedPersons(deps: Deps): Promise<Bundle['listed']> {
  const key = await tagKey(deps.vault)
  const people = (await deps.db.all(everybodyListed())).map(({ kind, surname, id_tail: idTail }) => ({
    kind,
    surname,
    idTail,
  }))
  return Promise.all(
    people
      .filter(taggable)
      .map(async ({ kind, surname, idTail }) => ({ tag: await crewTag(key, surname, idTail), kind })),
  )
}
