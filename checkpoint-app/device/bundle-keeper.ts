import { importKeys, keysWithdrawn } from '../../shared/credential/keys.ts'
import { digestOf } from '../../shared/sync/manifest.ts'
import {
  mayReplace,
  momentOf,
  openManifest,
  payloadOf,
  type BundleRefusal,
  type Floor,
  type OpenBundle,
} from './bundle.ts'
import { isPartName, readPart, type KeptPart, type PartsHere } from './bundle-parts.ts'
import type { BundleAnswer, Server, Trouble } from './server.ts'
import { changedStanding } from './standing-here.ts'
import type { Store } from './store.ts'

export type RefreshTrouble = BundleRefusal | Trouble['kind']
/** `unsaved`: the disk is full; it serves until the page closes. `withdrawn`: a key that was good is published no more 紧急停用. */
export type Refresh =
  | { readonly ok: true; readonly unsaved: boolean; readonly withdrawn?: true }
  | { readonly ok: false; readonly why: RefreshTrouble }

const no = (why: RefreshTrouble): Refresh => ({ ok: false, why })

type Held = ReadonlyMap<string, KeptPart>
type Kept = {
  readonly bundle: OpenBundle | undefined
  readonly held: Held
  readonly refused: BundleRefusal | undefined
}

/** The bundle in hand: taken from the store at start, renewed while there is a network, never rolled back. */
export async function bundleKeeper(store: Store, server: Server, terminal: string) {
  let floor = await store.read('bundleFloor')
  // Whatever the disk holds, the app opens.
  const last = await kept(store, terminal, floor).catch(() => nothing)
  let { bundle, held } = last
  let running: Promise<Refresh> | undefined

  /** The keys inside the last bundle; before the first one, those of the day the phone was bound. */
  const trusted = async (): Promise<unknown> => bundle?.parts.jwks ?? (await store.read('jwks')) ?? { keys: [] }

  /** The keys were changed while this phone was away: they come once more as they came at first, over TLS. */
  async function opened(signed: string) {
    const openedWith = await trusted()
    const reading = await openManifest(signed, await importKeys(openedWith), terminal)
    if (reading.ok || reading.reason !== 'unknown-key') return { reading, openedWith }
    const published = await server.publicKeys()
    if (!published.ok) return { reading, openedWith }
    const again = await openManifest(signed, await importKeys(published.value), terminal)
    return { reading: again, openedWith: published.value }
  }

  async function take(answer: BundleAnswer): Promise<Refresh> {
    const { reading, openedWith } = await opened(answer.signed)
    if (!reading.ok) return no(reading.reason)
    const next = { signed: answer.signed, manifest: reading.manifest }
    if (!mayReplace(floor, next)) return no('rolled-back')
    const texts = await gathered(next, held, { answer, before: bundle?.parts })
    if (texts === undefined) return no('incomplete')
    const parts = await readAll(next, texts)
    if (parts === undefined) return no('unreadable')
    const fresh = [...texts.keys()].filter((digest) => !held.has(digest))
    const keyOfDay = parts.tagKey
    const keep = new Map(
      [...texts].map(([digest, part]) => [digest, isDayKey(next, digest) ? (keyOfDay ?? part) : part]),
    )
    const withdrawn = isWithdrawn(bundle?.parts, parts, next)
    held = keep
    bundle = { ...next, parts }
    floor = { seq: next.manifest.seq, payload: payloadOf(next.signed) }
    const whole = await saved(store, { signed: next.signed, openedWith }, { keep, fresh, floor })
    return { ok: true, unsaved: !whole, ...(withdrawn && { withdrawn }) }
  }

  async function renew(have: Held): Promise<Refresh> {
    const version = have.size > 0 ? bundle?.parts.standing?.version : undefined
    const reply = await server.bundle({
      have: [...have.keys()],
      ...(version === undefined ? {} : { standing: version }),
    })
    return reply.ok ? take(reply.value) : no(reply.trouble.kind)
  }

  async function refresh(): Promise<Refresh> {
    const first = await renew(held)
    // What was in hand does not make the new one: all of it, once.
    return !first.ok && first.why === 'incomplete' ? renew(new Map()) : first
  }

  return {
    current: () => bundle,
    /** Why the bundle on the disk was not taken up at the start. */
    refused: last.refused,
    /** Never two at a time: the later answer would be refused as the older one. */
    refresh: () => (running ??= refresh().finally(() => (running = undefined))),
  }
}

type Next = Pick<OpenBundle, 'signed' | 'manifest'>

const isWithdrawn = (before: PartsHere | undefined, after: PartsHere, { manifest }: Next): boolean =>
  before?.keys !== undefined &&
  after.keys !== undefined &&
  keysWithdrawn(before.keys, after.keys, momentOf(manifest.madeAt)).length > 0

const isDayKey = ({ manifest }: Next, digest: string) => manifest.parts['tag-key'] === digest

/** Every part that is named and known here, by digest; `undefined` = one is missing. */
async function gathered(
  { manifest }: Next,
  held: Held,
  { answer, before }: { answer: BundleAnswer; before: PartsHere | undefined },
): Promise<Map<string, KeptPart> | undefined> {
  const came = await digested([...Object.values(answer.parts), ...changed(answer, before)])
  const texts = new Map<string, KeptPart>()
  for (const [name, digest] of Object.entries(manifest.parts)) {
    const part = held.get(digest) ?? came.get(digest)
    if (!isPartName(name)) continue
    if (part === undefined) return undefined
    texts.set(digest, part)
  }
  return texts
}

function changed({ standing }: BundleAnswer, before: PartsHere | undefined): string[] {
  if (standing === undefined || before?.standing === undefined) return []
  return [changedStanding(before.standing, standing) ?? []].flat()
}

const digested = async (texts: readonly string[]): Promise<Map<string, string>> =>
  new Map(await Promise.all(texts.map(async (text) => [await digestOf(text), text] as const)))

/** `undefined` = a part is not understood, and the bundle in hand goes on. */
async function readAll({ manifest }: Next, texts: Held): Promise<PartsHere | undefined> {
  let parts: PartsHere = {}
  for (const [name, digest] of Object.entries(manifest.parts)) {
    const part = texts.get(digest)
    if (!isPartName(name) || part === undefined) continue
    const said = await readPart(name, part)
    if (said === undefined) return undefined
    parts = { ...parts, ...said }
  }
  return parts
}

type Saved = { readonly keep: Held; readonly fresh: readonly string[]; readonly floor: Floor }

/** Parts first, manifest last: killed in between, the bundle before is whole. */
async function saved(
  store: Store,
  manifest: { signed: string; openedWith: unknown },
  { keep, fresh, floor }: Saved,
): Promise<boolean> {
  try {
    await store.keepParts(new Map(fresh.flatMap((digest) => [[digest, keep.get(digest) ?? '']])))
    await store.write('manifest', manifest)
    await store.write('bundleFloor', floor)
    await store.dropPartsExcept([...keep.keys()])
    return true
  } catch {
    return false
  }
}

const nothing: Kept = { bundle: undefined, held: new Map(), refused: undefined }

/** What the disk still has. A part that is missing or broken is left out, and comes with the next renewal. */
async function kept(store: Store, terminal: string, floor: Floor | undefined): Promise<Kept> {
  const last = await store.read('manifest')
  if (last === undefined) return nothing
  const reading = await openManifest(last.signed, await importKeys(last.openedWith), terminal)
  if (!reading.ok) return { ...nothing, refused: reading.reason }
  const next = { signed: last.signed, manifest: reading.manifest }
  if (!mayReplace(floor, next)) return { ...nothing, refused: 'rolled-back' }
  const held = new Map<string, KeptPart>()
  let parts: PartsHere = {}
  for (const [name, digest] of Object.entries(next.manifest.parts)) {
    const part = await store.part(digest)
    const whole = part !== undefined && (typeof part !== 'string' || (await digestOf(part)) === digest)
    const said = whole && isPartName(name) ? await readPart(name, part) : undefined
    if (part === undefined || said === undefined) continue
    held.set(digest, part)
    parts = { ...parts, ...said }
  }
  return { bundle: { ...next, parts }, held, refused: undefined }
}
