/** What was published over the program's law: amendments with their basis, and the settings of places. For everybody to read. */
import { beijingIso, plus, type Instant } from '../../shared/instant.ts'
import { regionOf } from '../../shared/identity/region.ts'
import { effectiveFrom } from '../../shared/policy/amendment-edition.ts'
import type { Amendment, SuperiorDocument } from '../../shared/policy/amendment.ts'
import type { Bilingual, ClauseRef } from '../../shared/policy/documents.ts'
import { captionOf } from '../../shared/policy/overlay-settings.ts'
import type { LawOverTime, PublishedAmendment, PublishedOverlay } from '../../shared/policy/published-law.ts'
import { numberWords, valueWords } from '../../shared/wording/law-words.ts'
import { citation, type Citation } from './book-rules.ts'

type Lasting = {
  readonly anchor: string
  readonly name: Bilingual
  readonly from: string
  readonly endedAt: string | null
}
export type AmendmentEntry = Lasting & {
  readonly class: Amendment['class']
  readonly publishedAt: string
  readonly basis: { readonly clauses: readonly Citation[]; readonly document?: SuperiorDocument }
  readonly numbers: readonly {
    readonly anchor: string
    readonly name: Bilingual
    readonly from: Bilingual
    readonly to: Bilingual
  }[]
}
export type OverlayEntry = Lasting & {
  readonly level: PublishedOverlay['level']
  readonly place: Bilingual
  readonly basis: readonly Citation[]
  readonly settings: readonly { readonly name: Bilingual; readonly value: Bilingual }[]
}
/** When which edition came into force, oldest first. */
export type PeriodEntry = { readonly from: string; readonly id: string }
export type Published = {
  readonly periods: readonly PeriodEntry[]
  readonly amendments: readonly AmendmentEntry[]
  readonly overlays: readonly OverlayEntry[]
}

const iso = (at: Instant | null) => (at === null ? null : beijingIso(at))
const shown = (value: unknown): Bilingual => valueWords[String(value)] ?? { zh: String(value), en: String(value) }
const cited = (refs: readonly ClauseRef[]) => refs.map((ref) => citation(ref))

/** Old and new, as of the moment before it took effect. */
function numbersOf({ values }: Amendment, from: Instant, law: LawOverTime): AmendmentEntry['numbers'] {
  const before = plus(from, -1)
  const old = new Map<string, unknown>(Object.entries(law.editionAt(before).numbersAt(before)))
  const words = new Map(Object.entries(numberWords))
  return Object.entries(values).map(([anchor, value]) => ({
    anchor,
    name: words.get(anchor)?.name ?? { zh: anchor, en: anchor },
    from: shown(old.get(anchor)),
    to: shown(value),
  }))
}

function amendmentEntry(one: PublishedAmendment, index: number, law: LawOverTime): AmendmentEntry {
  const { amendment, publishedAt, endedAt } = one
  const { name, basis } = amendment
  const from = effectiveFrom(amendment, publishedAt)
  return {
    anchor: `amendment-${index + 1}`,
    name,
    class: amendment.class,
    publishedAt: beijingIso(publishedAt),
    from: beijingIso(from),
    endedAt: iso(endedAt),
    basis: { clauses: cited(basis.clauses), ...(basis.document === undefined ? {} : { document: basis.document }) },
    numbers: numbersOf(amendment, from, law),
  }
}

/** A county by its name; a checkpoint by its id, which stands on its signs. */
function placeOf({ level, place }: PublishedOverlay): Bilingual {
  const name = level === 'county' ? regionOf(place)?.name : undefined
  return { zh: name ?? place, en: name === undefined ? place : `${name} (${place})` }
}

const switched = (on: boolean): Bilingual => (on ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' })

const overlayEntry = (one: PublishedOverlay, index: number): OverlayEntry => ({
  anchor: `overlay-${index + 1}`,
  name: one.overlay.name,
  level: one.level,
  place: placeOf(one),
  from: beijingIso(one.from),
  endedAt: iso(one.endedAt),
  basis: cited(one.overlay.basis),
  settings: Object.entries(one.overlay.parameters).map(([name, value]) => ({
    name: captionOf(name),
    value: typeof value === 'boolean' ? switched(value) : shown(value),
  })),
})

/** Newest first; each keeps its number, since nothing that was published goes away. */
export function publishedEntries(law: LawOverTime): Published {
  const { amendments, overlays } = law.published
  return {
    periods: law.periods.map(({ from, edition }) => ({ from: beijingIso(from), id: edition.id })),
    amendments: amendments
      .toSorted((a, b) => a.publishedAt - b.publishedAt)
      .map((one, index) => amendmentEntry(one, index, law))
      .toReversed(),
    overlays: overlays
      .toSorted((a, b) => a.from - b.from)
      .map(overlayEntry)
      .toReversed(),
  }
}
