/** All that the rule book says, in both languages, from the law's own data: what the pages draw and edition.json hands out. */
import type { Edition } from '../../shared/policy/edition.ts'
import type { Instant } from '../../shared/instant.ts'
import { lawOf, nothingPublished, type LawOverTime } from '../../shared/policy/published-law.ts'
import { documentEntries, type DocumentEntry } from './book-documents.ts'
import { numberEntries, type NumberEntry } from './book-numbers.ts'
import {
  chaptersOf,
  elsewhere,
  modifierEntries,
  type ChapterEntry,
  type ElsewhereEntry,
  type ModifierEntry,
} from './book-rules.ts'
import { publishedEntries, type Published } from './book-published.ts'
import { changesOf, type Day } from './changes.ts'
import { promises, type PromiseEntry } from './promises.ts'

export type Book = {
  /** The id is the name, a dot, and the fingerprint of the content. */
  readonly edition: { readonly id: string; readonly name: string; readonly fingerprint: string; readonly from: string }
  readonly promises: readonly PromiseEntry[]
  readonly chapters: readonly ChapterEntry[]
  readonly modifiers: readonly ModifierEntry[]
  readonly elsewhere: readonly ElsewhereEntry[]
  readonly numbers: readonly NumberEntry[]
  readonly documents: readonly DocumentEntry[]
  readonly published: Published
  readonly changes: readonly Day[]
}

/** `now` chooses the numbers that the sentences of the screens name. */
export function bookOf(edition: Edition, now: Instant, law: LawOverTime = lawOf(nothingPublished)): Book {
  const { id, name, from } = edition
  const numbers = edition.numbersAt(now)
  const book = {
    edition: { id, name, fingerprint: id.slice(name.length + 1), from },
    promises,
    chapters: chaptersOf(numbers),
    modifiers: modifierEntries(numbers),
    elsewhere,
    numbers: numberEntries(edition),
    documents: documentEntries(),
    published: publishedEntries(law),
  }
  return { ...book, changes: changesOf(book) }
}
