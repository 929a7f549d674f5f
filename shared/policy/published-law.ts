/**
 * The law as it is published here: this program's editions, what the city's command amended, and the settings of places. Which of
 * them holds is a question of the moment asked about: what was published, had begun and had not been ended *then*. So a rollback at
 * noon leaves a verdict of eleven o'clock judged by what held at eleven, whenever it arrives.
 */
import type { Instant } from '../instant.ts'
import { amend, effectiveFrom } from './amendment-edition.ts'
import type { Amendment } from './amendment.ts'
import { editionInForce, editions as programEditions, type Edition } from './edition.ts'
import { settledOverlays, type OverlaySpan } from './published-overlays.ts'
import { begins } from './spans.ts'

export type PublishedAmendment = {
  readonly id: string
  readonly amendment: Amendment
  readonly publishedAt: Instant
  /** Taken back; `null` = it stands. */
  readonly endedAt: Instant | null
}
export type PublishedOverlay = OverlaySpan

export type PublishedLaw = {
  readonly amendments: readonly PublishedAmendment[]
  readonly overlays: readonly PublishedOverlay[]
}
export const nothingPublished: PublishedLaw = { amendments: [], overlays: [] }

/** A checkpoint, and the county it lies in (its code). */
export type Where = { readonly checkpoint: string; readonly county: string }

export type LawOverTime = {
  readonly published: PublishedLaw
  /** In force at `now`; with `where`, under the settings that bind there. */
  readonly editionAt: (now: Instant, where?: Where) => Edition
  /** Any edition that ever holds, or is about to. */
  readonly edition: (id: string) => Edition | undefined
  /** All of them, those of places among them. */
  readonly every: () => readonly Edition[]
  /** Of the whole city, in the order in which they come into force; one that comes back stands once. */
  readonly editions: readonly Edition[]
  /** The same with their moments: each holds until the next begins. */
  readonly periods: readonly Period[]
}
export type Period = {
  readonly from: Instant
  readonly edition: Edition
  /** Ids of the amendments in it, in the order in which they took effect. */
  readonly amendments: readonly string[]
}

/** What one place needs of it, from some day on: what stands, what is to come, and what was ended since. */
export function publishedAt({ amendments, overlays }: PublishedLaw, where: Where, since: Instant): PublishedLaw {
  const counts = ({ endedAt }: { readonly endedAt: Instant | null }) => endedAt === null || endedAt > since
  const here = ({ level, place }: PublishedOverlay) => place === (level === 'county' ? where.county : where.checkpoint)
  return { amendments: amendments.filter(counts), overlays: overlays.filter((one) => counts(one) && here(one)) }
}

type Begun = PublishedAmendment & { readonly from: Instant }

const begun = (one: PublishedAmendment): Begun => ({ ...one, from: effectiveFrom(one.amendment, one.publishedAt) })
const holds = ({ from, endedAt }: Pick<Begun, 'from' | 'endedAt'>, now: Instant) =>
  from <= now && (endedAt === null || now < endedAt)

const byEffect = (a: Begun, b: Begun) => a.from - b.from || a.publishedAt - b.publishedAt || (a.id < b.id ? -1 : 1)

function stack(base: Edition, amendments: readonly Begun[], made: Map<string, Edition>): Edition {
  const last = amendments.at(-1)
  if (last === undefined) return base
  const key = [base.id, ...amendments.map(({ id }) => id)].join(' ')
  const kept = made.get(key)
  if (kept !== undefined) return kept
  const edition = amend(stack(base, amendments.slice(0, -1), made), last.amendment, last.publishedAt)
  made.set(key, edition)
  return edition
}

function periodsOf(given: readonly PublishedAmendment[]): readonly [Period, ...Period[]] {
  const amendments = given.map(begun).toSorted(byEffect)
  const made = new Map<string, Edition>()
  const first = begins(programEditions[0].from)
  const ends = amendments.flatMap(({ endedAt }) => (endedAt === null ? [] : [endedAt]))
  const changes = [...programEditions.map(({ from }) => begins(from)), ...amendments.map(({ from }) => from), ...ends]
  const periodAt = (from: Instant): Period => {
    const standing = amendments.filter((one) => holds(one, from))
    return { from, edition: stack(editionInForce(from), standing, made), amendments: standing.map(({ id }) => id) }
  }
  const later = [...new Set(changes)].filter((at) => at > first).toSorted((a, b) => a - b)
  const [begin, ...rest] = [periodAt(first), ...later.map(periodAt)] as const
  return [begin, ...rest.filter(({ edition }, index) => edition.id !== (rest[index - 1] ?? begin).edition.id)]
}

/** Amendments in force or still to come leave one period each; a rollback brings the edition before it back, with its own id. */
export function lawOf(published: PublishedLaw): LawOverTime {
  const periods = periodsOf(published.amendments)
  const editions = [...new Map(periods.map(({ edition }) => [edition.id, edition])).values()]
  const overlays = settledOverlays(published.overlays)
  const every = () => [...editions, ...overlays.every(editions)]
  const cityAt = (now: Instant) => (periods.findLast(({ from }) => from <= now) ?? periods[0]).edition
  return {
    published,
    periods,
    editions,
    editionAt: (now, where) => (where === undefined ? cityAt(now) : overlays.over(cityAt(now), now, where)),
    edition: (id) => editions.find((edition) => edition.id === id) ?? every().find((edition) => edition.id === id),
    every,
  }
}
