import { instant, type Instant } from '../shared/instant.ts'
import { parseAmendment } from '../shared/policy/amendment.ts'
import { editionFromKept, keptOf } from '../shared/policy/edition-kept.ts'
import type { Edition } from '../shared/policy/edition.ts'
import { parseOverlay } from '../shared/policy/overlay.ts'
import { lawOf, nothingPublished, type LawOverTime, type PublishedLaw } from '../shared/policy/published-law.ts'
import type { Law } from './deps.ts'
import type { Db } from './store/db.ts'
import {
  bindingOverlays,
  countyOfCheckpoints,
  keepEdition,
  keptEditions,
  lawStamp,
  publishedAmendments,
} from './store/editions.ts'

type Counties = ReadonlyMap<string, string>
type Read = {
  readonly stamp: string
  readonly law: LawOverTime
  readonly counties: Counties
  readonly kept: ReadonlyMap<string, Edition>
}

const unread: Read = { stamp: '', law: lawOf(nothingPublished), counties: new Map(), kept: new Map() }

/** The law as this program brings it, with nothing published over it. */
export const programLaw = (): Law =>
  lawFrom(
    () => unread,
    async () => undefined,
  )

function lawFrom(current: () => Read, refresh: Law['refresh']): Law {
  const where = (checkpoint: string) => ({ checkpoint, county: current().counties.get(checkpoint) ?? '' })
  const editionAt: Law['editionAt'] = (now, checkpoint) =>
    current().law.editionAt(now, checkpoint === undefined ? undefined : where(checkpoint))
  return {
    editionAt,
    numbersAt: (now) => editionAt(now).numbersAt(now),
    edition: (id) => current().law.edition(id) ?? current().kept.get(id),
    published: () => current().law.published,
    overTime: () => current().law,
    where,
    refresh,
  }
}

const isoMoment = (at: number | null): Instant | null => (at === null ? null : instant(at))

async function published(db: Db): Promise<PublishedLaw> {
  const [amendments, overlays] = await Promise.all([db.all(publishedAmendments()), db.all(bindingOverlays())])
  return {
    amendments: amendments.map(({ id, draft, published_at, ended_at }) => ({
      id,
      amendment: parseAmendment(JSON.parse(draft)),
      publishedAt: instant(published_at ?? 0),
      endedAt: isoMoment(ended_at),
    })),
    overlays: overlays.map(({ level, place, file, under, from_at, ended_at }) => ({
      level,
      place,
      overlay: parseOverlay(JSON.parse(file)),
      under,
      from: instant(from_at),
      endedAt: isoMoment(ended_at),
    })),
  }
}

async function stampOf(db: Db): Promise<string> {
  const [row] = await db.all(lawStamp())
  return row?.stamp ?? ''
}

/**
 * The edition that bound an inspection: of its moment and place. Where this program's numbers or rules have grown since, that
 * edition has another fingerprint today; then it is the kept one of the same name that the record is stamped with.
 */
export function editionThen(
  law: Law,
  { at, checkpoint, stamped }: { at: Instant; checkpoint: string; stamped: string },
) {
  const today = law.editionAt(at, checkpoint)
  if (today.id === stamped) return today
  const kept = law.edition(stamped)
  return kept?.name === today.name ? kept : today
}

/** Reads nothing but the stamp while that stays as it was. */
async function readAgain(db: Db, before: Read): Promise<Read> {
  const stamp = await stampOf(db)
  if (stamp === before.stamp) return before
  const [law, places, kept] = await Promise.all([published(db), db.all(countyOfCheckpoints()), db.all(keptEditions())])
  return {
    stamp,
    law: lawOf(law),
    counties: new Map(places.map(({ id, county }) => [id, county])),
    kept: new Map(kept.map((row) => [row.id, before.kept.get(row.id) ?? editionFromKept(row)])),
  }
}

/** Puts away whole what is not there yet, so that its id finds it when this program has moved on. */
async function keepWhatIsNew(db: Db, { law, kept }: Read, now: Instant): Promise<void> {
  const fresh = law.every().filter(({ id }) => !kept.has(id))
  const rows = fresh.map(keptOf).filter((row) => row !== undefined)
  if (rows.length > 0) await db.commit(rows.map((row) => keepEdition({ ...row, kept_at: now })))
}

/** The law as a database holds it; reads only. For commands that look at a server's data. */
export async function readLaw(db: Db): Promise<Law> {
  let current = await readAgain(db, unread)
  return lawFrom(
    () => current,
    async () => void (current = await readAgain(db, current)),
  )
}

/** The law of a running server: read now and again by `refresh`, and every edition of it put away. */
export async function openLaw({ db, now }: { db: Db; now: () => Instant }): Promise<Law> {
  let current = unread
  async function refresh(): Promise<void> {
    const before = current
    const read = await readAgain(db, before)
    if (read === before) return
    await keepWhatIsNew(db, read, now())
    // Two read at once: the slower may hold the older law, and looks again.
    if (current !== before) return refresh()
    current = read
  }
  await refresh()
  return lawFrom(() => current, refresh)
}
