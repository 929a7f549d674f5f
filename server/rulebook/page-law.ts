import type { Language } from '../../shared/wording/language.ts'
import type { ArticleEntry, DocumentEntry } from './book-documents.ts'
import type { NumberEntry, NumberValue } from './book-numbers.ts'
import type { Book } from './book.ts'
import { el, link, type Child, type Markup } from './markup.ts'
import { clauseLinks } from './page-rules.ts'
import { bookWords, showDate, showSpan } from './words.ts'

function valueLines(value: NumberValue, unit: string, language: Language): Child {
  return [
    el('dt', {}, el('b', {}, value.shown[language]), ' ', unit),
    el('dd', {}, showSpan(value, bookWords[language])),
    value.clause && el('dd', {}, clauseLinks([value.clause], language)),
    value.document && el('dd', {}, `${value.document.title} ${value.document.number} ${value.document.article}`),
  ]
}

function numberSection(one: NumberEntry, language: Language): Markup {
  const words = bookWords[language]
  const { anchor, proposal } = one
  return el(
    'section',
    { class: 'number', id: anchor, 'aria-labelledby': `${anchor}-name` },
    el('h3', { id: `${anchor}-name` }, link(`#${anchor}`, one.name[language])),
    el(
      'dl',
      { class: 'values' },
      one.values.map((value) => valueLines(value, one.unit[language], language)),
    ),
    proposal && el('p', { class: 'ours' }, `${words.ours} `, el('span', {}, proposal[language])),
    el(
      'p',
      { class: 'since' },
      words.checked(showDate(`${one.checked}T00:00:00+08:00`, words)),
      ' · ',
      el('code', {}, anchor),
    ),
  )
}

export const numbersPart = ({ numbers }: Book, language: Language): Markup =>
  el(
    'section',
    { id: 'numbers', class: 'part' },
    el('h2', {}, bookWords[language].part.numbers),
    el('p', { class: 'intro' }, bookWords[language].intro.numbers),
    numbers.map((one) => numberSection(one, language)),
  )

/** What each place in the book is called where another place links to it. */
export function namesIn({ chapters, modifiers, elsewhere, numbers }: Book, language: Language) {
  return new Map<string, string>([
    ...chapters.flatMap(({ rules }) =>
      rules.map((one) => [one.anchor, one.row === 'ASK' ? one.caption[language] : one.anchor] as const),
    ),
    ...[...modifiers, ...elsewhere].map(({ anchor }) => [anchor, anchor] as const),
    ...numbers.map(({ anchor, name }) => [anchor, name[language]] as const),
  ])
}

function restsOnIt(
  { citedBy, setAside }: ArticleEntry,
  names: ReadonlyMap<string, string>,
  language: Language,
): Markup {
  const words = bookWords[language]
  if (setAside) return el('p', { class: 'aside' }, words.setAside, setAside[language])
  const links = citedBy.map((place) => {
    const name = names.get(place)
    // Cited from outside this book.
    return name === undefined ? el('code', {}, place) : link(`#${place}`, name)
  })
  return el(
    'p',
    { class: 'cited' },
    words.citedBy,
    links.map((one) => [' ', one]),
  )
}

function documentSection(one: DocumentEntry, names: ReadonlyMap<string, string>, language: Language): Markup {
  const words = bookWords[language]
  const original = language === 'zh' ? undefined : el('p', { lang: 'zh-CN' }, bookWords.zh.fullTitle(one.title.zh))
  return el(
    'section',
    { class: 'document', id: one.anchor, 'aria-labelledby': `${one.anchor}-name` },
    el('h3', { id: `${one.anchor}-name` }, link(`#${one.anchor}`, words.fullTitle(one.title[language]))),
    original,
    el(
      'p',
      { class: 'since' },
      `${words.level[one.level]} · ${one.short[language]} · ${showSpan(one, words)} · `,
      el('code', {}, one.anchor),
    ),
    one.articles.map((article) =>
      el(
        'section',
        { class: 'article', id: article.anchor },
        el('h4', {}, link(`#${article.anchor}`, words.article(article.number))),
        el('p', {}, article.summary[language]),
        restsOnIt(article, names, language),
      ),
    ),
  )
}

export function documentsPart(book: Book, language: Language): Markup {
  const names = namesIn(book, language)
  return el(
    'section',
    { id: 'documents', class: 'part' },
    el('h2', {}, bookWords[language].part.documents),
    el('p', { class: 'intro' }, bookWords[language].intro.documents),
    book.documents.map((one) => documentSection(one, names, language)),
  )
}
