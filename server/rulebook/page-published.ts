import type { Language } from '../../shared/wording/language.ts'
import type { AmendmentEntry, OverlayEntry } from './book-published.ts'
import type { Book } from './book.ts'
import { el, link, type Child, type Markup } from './markup.ts'
import { clauseLinks } from './page-rules.ts'
import { bookWords, showDate, type BookWords } from './words.ts'

const line = (term: string, ...said: readonly Child[]): Child => [el('dt', {}, term), el('dd', {}, ...said)]

const day = (iso: string, words: BookWords): Markup => el('time', { datetime: iso }, showDate(iso, words))

const taken = (endedAt: string | null, words: BookWords): Child =>
  endedAt === null ? undefined : line(words.published.endedAt, day(endedAt, words))

function documentLine({ basis: { document } }: AmendmentEntry, language: Language): Child {
  if (document === undefined) return undefined
  const { published, fullTitle } = bookWords[language]
  const { title, number, issuer, issuedOn, article, words } = document
  return el(
    'dd',
    {},
    `${published.level[document.level]} · ${issuer} · ${fullTitle(title)} · ${number} · ${issuedOn} · ${article}`,
    el('span', {}, ` ${words[language]}`),
  )
}

const changed = (one: AmendmentEntry, language: Language): Markup =>
  el(
    'ul',
    { class: 'places' },
    one.numbers.map(({ anchor, name, from, to }) =>
      el('li', {}, link(`#${anchor}`, name[language]), ` ${from[language]} → ${to[language]}`),
    ),
  )

function amendmentSection(one: AmendmentEntry, language: Language): Markup {
  const words = bookWords[language]
  const { published } = words
  return el(
    'section',
    { class: 'number', id: one.anchor, 'aria-labelledby': `${one.anchor}-name` },
    el('h3', { id: `${one.anchor}-name` }, link(`#${one.anchor}`, one.name[language])),
    el(
      'dl',
      { class: 'says' },
      line(published.class, published.classes[one.class]),
      line(published.publishedAt, day(one.publishedAt, words)),
      line(words.inForce, day(one.from, words)),
      taken(one.endedAt, words),
      line(published.numbers, changed(one, language)),
      el('dt', {}, words.basis),
      one.basis.clauses.length > 0 && el('dd', {}, clauseLinks(one.basis.clauses, language)),
      documentLine(one, language),
    ),
  )
}

function overlaySection(one: OverlayEntry, language: Language): Markup {
  const words = bookWords[language]
  const { published } = words
  return el(
    'section',
    { class: 'number', id: one.anchor, 'aria-labelledby': `${one.anchor}-name` },
    el('h3', { id: `${one.anchor}-name` }, link(`#${one.anchor}`, one.name[language])),
    el(
      'dl',
      { class: 'says' },
      line(published.place[one.level], one.place[language]),
      line(words.inForce, day(one.from, words)),
      taken(one.endedAt, words),
      line(
        published.settings,
        el(
          'ul',
          { class: 'places' },
          one.settings.map(({ name, value }) => el('li', {}, `${name[language]} `, el('b', {}, value[language]))),
        ),
      ),
      el('dt', {}, words.basis),
      el('dd', {}, clauseLinks(one.basis, language)),
    ),
  )
}

/** Amendments and settings of places, newest first; that there are none is said too. */
export function publishedPart({ published }: Book, language: Language): Markup {
  const words = bookWords[language]
  const { amendments, overlays } = published
  return el(
    'section',
    { id: 'published', class: 'part' },
    el('h2', {}, words.part.published),
    el('p', { class: 'intro' }, words.intro.published),
    amendments.length + overlays.length === 0 && el('p', {}, words.published.none),
    amendments.map((one) => amendmentSection(one, language)),
    overlays.map((one) => overlaySection(one, language)),
  )
}
