import type { fetchBundle as contract } from '../../schema/api/bundle.ts'
import type { AnswerOf, BodyOf } from '../../schema/api/endpoint.ts'
import { Fault } from '../../shared/fault.ts'
import { beijingIso, plus, type Instant } from '../../shared/instant.ts'
import { importKeys } from '../../shared/credential/keys.ts'
import { openSeal, sealManifest } from '../../shared/sync/manifest.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { bundleNumber, countBundle } from '../store/bundle-numbers.ts'
import { terminalById } from '../store/terminals.ts'
import { partsFor, type Part } from './bundle-parts.ts'
import { standingNow, standingSince } from './bundle-standing.ts'
import { needTerminal } from './may.ts'
import { bundleExpiresAfter, bundleStaleAfter } from './parameters.ts'

type Body = BodyOf<typeof contract>
type Answer = AnswerOf<typeof contract>

/** All that a phone needs to judge without a network, less what it says it has. */
export async function fetchBundle(deps: Deps, asker: Asker, { have, standing: from }: Body): Promise<Answer> {
  const { terminal } = needTerminal(asker)
  const [place] = await deps.db.all(terminalById(terminal))
  if (place === undefined) throw new Fault('not-found', 'TE-11', 'there is no such terminal')
  // Made where there is none yet, so that the keys in the bundle hold the one that seals it.
  await deps.keyring.signer('bundle')
  const [standing, changed] = await Promise.all([
    standingNow(deps),
    from === undefined ? undefined : standingSince(deps, from),
  ])
  const parts = await partsFor(deps, place, standing)
  const manifest = {
    seq: await nextNumber(deps, terminal),
    ...timesOf(deps.now()),
    edition: deps.law.editionAt(deps.now(), place.checkpoint_id).id,
    terminal,
    parts: Object.fromEntries(parts.map(({ name, digest }) => [name, digest])),
  }
  const unknown = parts.filter(({ digest }) => !have.includes(digest))
  const whole = changed?.version === standing.version ? unknown.filter(({ name }) => name !== 'standing') : unknown
  return {
    signed: await sealedAndOpened(deps, manifest),
    parts: textsOf(whole),
    ...(changed && whole.length < unknown.length && { standing: changed }),
  }
}

const textsOf = (parts: readonly Part[]) => Object.fromEntries(parts.map(({ digest, text }) => [digest, text]))

const timesOf = (now: Instant) => ({
  madeAt: beijingIso(now),
  staleAt: beijingIso(plus(now, bundleStaleAfter)),
  expiresAt: beijingIso(plus(now, bundleExpiresAfter)),
})

async function nextNumber({ db, now }: Deps, terminal: string): Promise<number> {
  await db.commit([countBundle(terminal, now())])
  const [made] = await db.all(bundleNumber(terminal))
  return made?.seq ?? now()
}

/**
 * One that we could not open ourselves is not handed out: phones go on with the one they have until that expires, and
 * somebody hears of it at once.
 */
async function sealedAndOpened({ keyring }: Pick<Deps, 'keyring'>, manifest: object): Promise<string> {
  const signed = await sealManifest(manifest, await keyring.signer('bundle'))
  const reading = await openSeal(signed, await importKeys(await keyring.publicKeys()))
  if (reading.ok) return signed
  throw new Fault('unavailable', 'BU-01', `the bundle does not open: ${reading.reason}`)
}

/** Tries whether a bundle could be handed out now; answers the code of what is in the way, if anything is. */
export async function tryBundle({ keyring }: Pick<Deps, 'keyring'>): Promise<string | undefined> {
  try {
    await sealedAndOpened({ keyring }, { seq: 0 })
    return undefined
  } catch (cause) {
    return cause instanceof Fault ? cause.code : 'BU-02'
  }
}
