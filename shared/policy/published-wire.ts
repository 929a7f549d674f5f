/** The published law as JSON: in the bundle of a phone, on the public page for machines, in the office. Moments are ISO 8601, UTC. */
import { Fault } from '../fault.ts'
import { parseInstant, type Instant } from '../instant.ts'
import { parseAmendment } from './amendment.ts'
import { parseOverlay, overlayLevels } from './overlay.ts'
import type { PublishedAmendment, PublishedLaw, PublishedOverlay } from './published-law.ts'

type Wire<T> = T extends Instant ? string : T
type WireOf<T> = { readonly [K in keyof T]: Wire<T[K]> }
export type PublishedLawJson = {
  readonly amendments: readonly WireOf<PublishedAmendment>[]
  readonly overlays: readonly WireOf<PublishedOverlay>[]
}

/** Milliseconds are kept: a rollback has its very moment. */
const iso = (at: Instant) => new Date(at).toISOString()
const isoOrNull = (at: Instant | null) => (at === null ? null : iso(at))

export const publishedToJson = ({ amendments, overlays }: PublishedLaw): PublishedLawJson => ({
  amendments: amendments.map(({ id, amendment, publishedAt, endedAt }) => ({
    id,
    amendment,
    publishedAt: iso(publishedAt),
    endedAt: isoOrNull(endedAt),
  })),
  overlays: overlays.map(({ level, place, overlay, under, from, endedAt }) => ({
    level,
    place,
    overlay,
    under,
    from: iso(from),
    endedAt: isoOrNull(endedAt),
  })),
})

const refuse = (path: string): never => {
  throw new Fault('bad-input', 'AM-10', `${path} of the published law is not understood`, { path })
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const objectAt = (value: unknown, path: string) => (isObject(value) ? value : refuse(path))

const textAt = (value: unknown, path: string) => (typeof value === 'string' && value !== '' ? value : refuse(path))

const momentAt = (value: unknown, path: string): Instant => parseInstant(textAt(value, path)) ?? refuse(path)

const endAt = (value: unknown, path: string) => (value === null ? null : momentAt(value, path))

function listAt<T>(value: unknown, path: string, read: (item: Record<string, unknown>, path: string) => T): T[] {
  if (!Array.isArray(value)) return refuse(path)
  const items: readonly unknown[] = value
  return items.map((item, index) => read(objectAt(item, `${path}.${index}`), `${path}.${index}`))
}

const amendmentAt = (item: Record<string, unknown>, path: string): PublishedAmendment => ({
  id: textAt(item['id'], `${path}.id`),
  amendment: parseAmendment(item['amendment']),
  publishedAt: momentAt(item['publishedAt'], `${path}.publishedAt`),
  endedAt: endAt(item['endedAt'], `${path}.endedAt`),
})

const overlayAt = (item: Record<string, unknown>, path: string): PublishedOverlay => ({
  level: overlayLevels.find((level) => level === item['level']) ?? refuse(`${path}.level`),
  place: textAt(item['place'], `${path}.place`),
  overlay: parseOverlay(item['overlay']),
  under: textAt(item['under'], `${path}.under`),
  from: momentAt(item['from'], `${path}.from`),
  endedAt: endAt(item['endedAt'], `${path}.endedAt`),
})

/** @throws Fault bad-input, AM-10, or what parseAmendment and parseOverlay throw: half a law is no law */
export function parsePublished(json: unknown): PublishedLaw {
  const { amendments, overlays } = objectAt(json, 'law')
  return {
    amendments: listAt(amendments, 'amendments', amendmentAt),
    overlays: listAt(overlays, 'overlays', overlayAt),
  }
}
