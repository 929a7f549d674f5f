/** The rule book as one page that needs no script: title, contents, rules, marks, numbers, documents, history. */
import type { Language } from '../../shared/wording/language.ts'
import { allNumberLines, type PublishedNumbers } from '../../shared/wording/published-numbers.ts'
import type { Book } from './book.ts'
import { el, link, type Child, type Markup } from './markup.ts'
import { changesPart, editionPart } from './page-changes.ts'
import { publishedPart } from './page-published.ts'
import { documentsPart, numbersPart } from './page-law.ts'
import { clauseLinks, elsewherePart, modifiersPart, rulesPart } from './page-rules.ts'
import { bookWords, showDate, type BookWords } from './words.ts'

const head = (words: BookWords, root: string): Markup =>
  el(
    'head',
    {},
    el('meta', { charset: 'utf-8' }),
    el('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    el('meta', { name: 'color-scheme', content: 'light dark' }),
    el('meta', { name: 'description', content: words.description }),
    el('title', {}, `${words.title} · ${words.brand}`),
    el('link', { rel: 'icon', href: '/icons/rules.svg', type: 'image/svg+xml' }),
    el('link', { rel: 'stylesheet', href: `${root}rules.css` }),
  )

const titled = (term: string, said: Child): Markup => el('div', {}, el('dt', {}, term), el('dd', {}, said))

function titlePage({ edition }: Book, words: BookWords): Markup {
  const { name, lang, href } = words.other
  return el(
    'header',
    { class: 'title' },
    el(
      'p',
      { class: 'ways' },
      link('/', `${words.brand} · ${words.home}`),
      ' ',
      el('a', { href, lang, hreflang: lang }, name),
    ),
    el('p', { class: 'subject' }, words.subject),
    el('h1', {}, words.title),
    el(
      'dl',
      { class: 'edition', id: 'edition' },
      titled(words.edition, link('#edition-id', el('code', {}, edition.id))),
      titled(words.inForce, el('time', { datetime: edition.from }, showDate(edition.from, words))),
    ),
  )
}

const list = (items: Child): Markup => el('ol', {}, items)
const item = (anchor: string, name: string, inside?: Child): Markup => el('li', {}, link(`#${anchor}`, name), inside)
const row = (anchor: string, name: string, caption: string): Markup =>
  el('li', {}, el('a', { class: 'row', href: `#${anchor}` }, el('b', {}, name), ' ', caption))

function contents(book: Book, language: Language): Markup {
  const { part, contents: title } = bookWords[language]
  const chapters = book.chapters.map(({ caption, rules }, index) =>
    item(
      `chapter-${index + 1}`,
      caption[language],
      list(rules.map((one) => row(one.anchor, one.row, one.caption[language]))),
    ),
  )
  const modifiers = book.modifiers.map(({ anchor, caption }) => row(anchor, anchor, caption[language]))
  const documents = book.documents.map(({ anchor, short }) => item(anchor, short[language]))
  return el(
    'nav',
    { class: 'contents', 'aria-labelledby': 'contents' },
    el('h2', { id: 'contents' }, title),
    list([
      item('promises', part.promises),
      item('rules', part.rules, list(chapters)),
      item('modifiers', part.modifiers, list(modifiers)),
      item('elsewhere', part.elsewhere),
      item('numbers', part.numbers),
      item('documents', part.documents, list(documents)),
      item('published', part.published),
      item('changes', part.changes),
      item('edition-id', part.editionId),
    ]),
  )
}

function promisesPart({ promises }: Book, language: Language): Markup {
  const { part, about, complaint } = bookWords[language]
  return el(
    'section',
    { id: 'promises', class: 'part' },
    el('h2', {}, part.promises),
    el(
      'ol',
      { class: 'promises' },
      promises.map(({ id, text, clauses }) =>
        el('li', { id }, el('p', {}, text[language]), clauseLinks(clauses, language)),
      ),
    ),
    el('p', { class: 'complaint', id: 'complaints' }, complaint.before, link('tel:12328', '12328'), complaint.after),
    about.map((text) => el('p', { class: 'about' }, text)),
  )
}

const parts = [
  promisesPart,
  rulesPart,
  modifiersPart,
  elsewherePart,
  numbersPart,
  documentsPart,
  publishedPart,
  changesPart,
  editionPart,
]

/** The numbers of the city, and that one is not published; in the foot, where every page has them. */
const callPart = (numbers: PublishedNumbers, language: Language): Markup =>
  el(
    'dl',
    { class: 'call', id: 'numbers-to-call' },
    allNumberLines(numbers, language).map(({ name, number, said }) => [
      el('dt', {}, name),
      el('dd', {}, number === null ? said : link(`tel:${number}`, said)),
    ]),
  )

/** Same book, same language, same numbers: the same page, byte for byte. */
export function rulebookPage(book: Book, language: Language, numbers?: PublishedNumbers): string {
  const words = bookWords[language]
  const root = language === 'zh' ? '' : '../'
  const body = el(
    'body',
    {},
    el('a', { class: 'skip', href: '#text' }, words.skip),
    titlePage(book, words),
    el(
      'div',
      { class: 'open-book' },
      contents(book, language),
      el(
        'main',
        { id: 'text', tabindex: '-1' },
        parts.map((part) => part(book, language)),
      ),
    ),
    el(
      'footer',
      {},
      numbers && callPart(numbers, language),
      el('p', {}, `${words.editionId} `, el('code', {}, book.edition.id)),
      el('p', {}, link('#contents', words.contents), ' · ', link(`${root}edition.json`, words.machine)),
    ),
  )
  return `<!doctype html>\n${el('html', { lang: words.lang }, head(words, root), body).html}`
}
