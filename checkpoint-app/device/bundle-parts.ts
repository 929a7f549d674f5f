import * as z from 'zod/mini'
import { bundleParts, type PartName } from '../../schema/api/bundle.ts'
import { importKeys, type KeySet } from '../../shared/credential/keys.ts'
import type { Listing } from '../../shared/facts.ts'
import { Fault } from '../../shared/fault.ts'
import { lawOf, type LawOverTime } from '../../shared/policy/published-law.ts'
import { parsePublished } from '../../shared/policy/published-wire.ts'
import { importTagKey } from '../../shared/sync/crew-tag.ts'
import type { StandingOf } from '../../shared/credential/standing.ts'
import type { Snapshot } from '../../shared/credential/status-snapshot.ts'
import { understood } from '../ui/understood.ts'
import { readStanding, standingOf } from './standing-here.ts'

/** A part as the disk has it: its text, or the key of the day, which is never kept as text. */
export type KeptPart = string | DayKey
/** Not extractable. */
export type DayKey = { readonly day: string; readonly key: CryptoKey }

type Wire<Name extends PartName> = z.infer<(typeof bundleParts)[Name]>

/** What the parts in hand say. One that is missing or broken is left out, and fetched with the next renewal. */
export type PartsHere = {
  readonly jwks?: Wire<'keys'>
  readonly keys?: KeySet
  readonly tagKey?: DayKey
  readonly settings?: Wire<'settings'>
  readonly law?: LawOverTime
  readonly standing?: Snapshot
  readonly withdrawn?: Wire<'withdrawn'>
  readonly riskAreas?: Wire<'risk-areas'>
  readonly listed?: ReadonlyMap<string, Listing>
  readonly whitelist?: Wire<'whitelist'>
  readonly priorReleases?: Wire<'prior-releases'>
  /** Tags of plates. */
  readonly expected?: ReadonlySet<string>
}

type Said = PartsHere | Promise<PartsHere>
type Read = (value: unknown) => Said | undefined

/** Form first, then what it says. @throws Fault where the form is right and what it says is not understood */
const part =
  <Schema extends z.ZodMiniType>(schema: Schema, say: (wire: z.infer<Schema>) => Said): Read =>
  (value) => {
    const wire = understood(schema, value)
    return wire === undefined ? undefined : say(wire)
  }

const read: { readonly [Name in PartName]: Read } = {
  keys: part(bundleParts.keys, async (jwks) => ({ jwks, keys: await importKeys(jwks) })),
  'tag-key': part(bundleParts['tag-key'], async ({ day, key }) => ({ tagKey: { day, key: await importTagKey(key) } })),
  settings: part(bundleParts.settings, (settings) => ({ settings })),
  law: part(bundleParts.law, (published) => ({ law: lawOf(parsePublished(published)) })),
  standing: part(bundleParts.standing, (wire) => ({ standing: readStanding(wire) })),
  withdrawn: part(bundleParts.withdrawn, (withdrawn) => ({ withdrawn })),
  'risk-areas': part(bundleParts['risk-areas'], (riskAreas) => ({ riskAreas })),
  listed: part(bundleParts.listed, (wire) => ({ listed: listedIn(wire) })),
  whitelist: part(bundleParts.whitelist, (whitelist) => ({ whitelist })),
  'prior-releases': part(bundleParts['prior-releases'], (priorReleases) => ({ priorReleases })),
  expected: part(bundleParts.expected, (tags) => ({ expected: new Set(eachTag(tags)) })),
}

export const isPartName = (name: string): name is PartName => Object.hasOwn(bundleParts, name)

/** `undefined` = not understood. Half a law is no law, and a list that is half read would let somebody through unseen. */
export async function readPart(name: PartName, kept: KeptPart): Promise<PartsHere | undefined> {
  if (typeof kept !== 'string') return name === 'tag-key' ? { tagKey: kept } : undefined
  try {
    const value: unknown = JSON.parse(kept)
    return await read[name](value)
  } catch (cause) {
    if (cause instanceof Fault || cause instanceof SyntaxError || cause instanceof DOMException) return undefined
    throw cause
  }
}

const tagLength = 6
const eachTag = (tags: string): string[] =>
  Array.from({ length: Math.ceil(tags.length / tagLength) }, (_, at) =>
    tags.slice(at * tagLength, (at + 1) * tagLength),
  )

const kinds = ['tracking', 'red', 'positive'] as const

/** Whoever stands on two lists is named by the graver one. */
function listedIn(wire: Wire<'listed'>): ReadonlyMap<string, Listing> {
  const map = new Map<string, Listing>()
  for (const kind of kinds) {
    for (const tag of eachTag(wire[kind] ?? '')) map.set(tag, kind)
  }
  return map
}

/** What the bundle knows against a credential; `undefined` where it can say nothing. */
export const knownAgainst = ({ standing, withdrawn }: PartsHere): StandingOf | undefined =>
  standing && withdrawn && standingOf(standing, withdrawn)
