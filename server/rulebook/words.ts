import type { Amendment, SuperiorDocument } from '../../shared/policy/amendment.ts'
import type { Level } from '../../shared/policy/documents.ts'
import type { Overlay } from '../../shared/policy/overlay.ts'
import { begins, type InForce } from '../../shared/policy/spans.ts'
import { beijing } from '../../shared/instant.ts'
import type { Language } from '../../shared/wording/language.ts'
import type { Change } from './changes.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Days = { readonly year: number; readonly month: number; readonly day: number; readonly clock: string }

/** The book's own words; a word that is missing in one language does not compile. */
export type BookWords = {
  readonly lang: string
  readonly brand: string
  readonly title: string
  readonly subject: string
  readonly description: string
  readonly skip: string
  readonly home: string
  readonly other: { readonly name: string; readonly lang: string; readonly href: string }
  readonly edition: string
  readonly editionId: string
  readonly inForce: string
  readonly about: readonly string[]
  readonly machine: string
  readonly contents: string
  readonly part: {
    readonly promises: string
    readonly rules: string
    readonly modifiers: string
    readonly elsewhere: string
    readonly numbers: string
    readonly documents: string
    readonly published: string
    readonly changes: string
    readonly editionId: string
  }
  readonly intro: {
    readonly rules: readonly string[]
    readonly modifiers: string
    readonly numbers: string
    readonly documents: string
    readonly published: string
    readonly changes: string
  }
  readonly complaint: { readonly before: string; readonly after: string }
  readonly conclusion: string
  readonly reason: string
  readonly next: string
  readonly asks: string
  readonly opens: string
  readonly label: string
  readonly ours: string
  readonly basis: string
  readonly checked: (day: string) => string
  readonly span: (from: string, until: string | undefined) => string
  readonly date: (days: Days) => string
  readonly level: { readonly [L in Level]: string }
  readonly fullTitle: (title: string) => string
  readonly article: (number: number) => string
  readonly citedBy: string
  readonly setAside: string
  readonly transferPoint: { readonly name: string; readonly says: (hours: string) => string }
  readonly kind: { readonly [K in Change['kind']]: { readonly [D in Change['does']]: string } }
  readonly published: {
    readonly none: string
    readonly class: string
    readonly classes: { readonly [C in Amendment['class']]: string }
    readonly publishedAt: string
    readonly endedAt: string
    readonly numbers: string
    readonly settings: string
    readonly place: { readonly [L in Overlay['level']]: string }
    readonly level: { readonly [L in SuperiorDocument['level']]: string }
  }
  readonly reading: readonly { readonly what: string; readonly means: string }[]
}

export const bookWords: { readonly [L in Language]: BookWords } = { zh, en }

/** A day in Beijing, with the time where it is not midnight. */
export function showDate(iso: string, { date }: BookWords): string {
  const { year, month, day, hour, minute } = beijing(begins(iso))
  const clock = hour + minute === 0 ? '' : `${hour}:${String(minute).padStart(2, '0')}`
  return date({ year, month, day, clock })
}

export const showSpan = ({ from, until }: InForce, words: BookWords): string =>
  words.span(showDate(from, words), until === undefined ? undefined : showDate(until, words))
