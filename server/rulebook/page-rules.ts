import type { Bilingual } from '../../shared/policy/documents.ts'
import type { Language } from '../../shared/wording/language.ts'
import { articleAnchor } from './anchors.ts'
import type { Citation, Demand, ElsewhereEntry, ModifierEntry, RuleEntry } from './book-rules.ts'
import type { Book } from './book.ts'
import { el, link, type Child, type Markup } from './markup.ts'
import { bookWords, showSpan } from './words.ts'

/** A term and what belongs to it; nothing when nothing does. */
function saying(term: string, said: readonly Child[]): Child {
  return said.length === 0 ? undefined : [el('dt', {}, term), ...said.map((one) => el('dd', {}, one))]
}

const spoken = (sentences: readonly Bilingual[], language: Language) => sentences.map((one) => one[language])

/** Article and our summary of it, set in the margin. */
export const clauseNotes = (clauses: readonly Citation[], language: Language): Markup =>
  el(
    'ul',
    { class: 'notes', 'aria-label': bookWords[language].basis },
    clauses.map(({ ref, label, summary }) =>
      el('li', {}, link(`#${articleAnchor(ref)}`, label[language]), ' ', el('span', {}, summary[language])),
    ),
  )

/** The articles alone, where their summaries would only repeat. */
export const clauseLinks = (clauses: readonly Citation[], language: Language): Markup =>
  el(
    'ul',
    { class: 'links', 'aria-label': bookWords[language].basis },
    clauses.map(({ ref, label }) => el('li', {}, link(`#${articleAnchor(ref)}`, label[language]))),
  )

type Heading = { readonly level: 'h3' | 'h4'; readonly name: string }

function demand(one: Demand, language: Language, { level, name }: Heading, says: Child): Markup {
  const words = bookWords[language]
  const ours = one.proposal === undefined ? [] : [one.proposal[language]]
  return el(
    'section',
    { class: 'entry', id: one.anchor, 'aria-labelledby': `${one.anchor}-name` },
    el(level, { id: `${one.anchor}-name` }, link(`#${one.anchor}`, name), ' ', one.caption[language]),
    el('dl', { class: 'says' }, says, saying(words.ours, ours)),
    clauseNotes(one.clauses, language),
    el('p', { class: 'since' }, showSpan(one.inForce, words), ' · ', el('code', {}, one.id)),
  )
}

function ruleSection(one: RuleEntry, language: Language): Markup {
  const words = bookWords[language]
  const says = [
    saying(words.conclusion, [el('strong', {}, one.headline[language])]),
    saying(words.reason, spoken(one.reasons, language)),
    saying(words.next, spoken(one.next, language)),
    saying(words.asks, spoken(one.questions, language)),
    saying(
      words.opens,
      one.opens.map(({ reason, text }) => `${reason} ${text[language]}`),
    ),
  ]
  return demand(one, language, { level: 'h4', name: one.row }, says)
}

function modifierSection(one: ModifierEntry, language: Language): Markup {
  const words = bookWords[language]
  const says = [
    saying(words.label, [el('strong', {}, one.label[language])]),
    saying(words.reason, spoken(one.reasons, language)),
    saying(words.next, [one.next[language]]),
  ]
  return demand(one, language, { level: 'h3', name: one.anchor }, says)
}

export const rulesPart = ({ chapters }: Book, language: Language): Markup =>
  el(
    'section',
    { id: 'rules', class: 'part' },
    el('h2', {}, bookWords[language].part.rules),
    bookWords[language].intro.rules.map((text) => el('p', { class: 'intro' }, text)),
    chapters.map(({ caption, rules }, index) => [
      el('h3', { id: `chapter-${index + 1}` }, caption[language]),
      rules.map((rule) => ruleSection(rule, language)),
    ]),
  )

export const modifiersPart = ({ modifiers }: Book, language: Language): Markup =>
  el(
    'section',
    { id: 'modifiers', class: 'part' },
    el('h2', {}, bookWords[language].part.modifiers),
    el('p', { class: 'intro' }, bookWords[language].intro.modifiers),
    modifiers.map((one) => modifierSection(one, language)),
  )

function elsewhereEntry(one: ElsewhereEntry, hours: string, language: Language): Markup {
  const { name, says } = bookWords[language].transferPoint
  return el(
    'section',
    { class: 'entry', id: one.anchor, 'aria-labelledby': `${one.anchor}-name` },
    el('h3', { id: `${one.anchor}-name` }, link(`#${one.anchor}`, one.anchor), ' ', name),
    el('p', { class: 'says' }, says(hours)),
    clauseNotes(one.clauses, language),
    el('p', { class: 'since' }, el('code', {}, one.id)),
  )
}

export function elsewherePart({ elsewhere, numbers }: Book, language: Language): Markup {
  const validity = numbers.find(({ anchor }) => anchor === 'transferPointTestValidity')
  const hours = validity?.values.at(-1)?.shown[language] ?? ''
  return el(
    'section',
    { id: 'elsewhere', class: 'part' },
    el('h2', {}, bookWords[language].part.elsewhere),
    elsewhere.map((one) => elsewhereEntry(one, hours, language)),
  )
}
