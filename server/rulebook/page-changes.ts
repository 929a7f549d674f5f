import type { Language } from '../../shared/wording/language.ts'
import type { Book } from './book.ts'
import type { Change, Day } from './changes.ts'
import { el, link, type Child, type Markup } from './markup.ts'
import { bookWords, showDate } from './words.ts'

const kinds = ['edition', 'amendment', 'overlay', 'document', 'rule', 'number'] as const
const happenings = ['begins', 'changes', 'ends'] as const

function place({ kind, anchor, label, values }: Change, language: Language): Markup {
  const change = values && ` ${values.from[language]} → ${values.to[language]}`
  return el(
    'li',
    {},
    link(`#${anchor}`, kind === 'rule' && /^[VM]/.test(anchor) ? `${anchor} ${label[language]}` : label[language]),
    change,
  )
}

function happened({ changes }: Day, language: Language): readonly Child[] {
  const { kind: names } = bookWords[language]
  return kinds.flatMap((kind) =>
    happenings.map((does) => {
      const here = changes.filter((one) => one.kind === kind && one.does === does)
      if (here.length === 0) return undefined
      return [
        el('dt', {}, names[kind][does]),
        el(
          'dd',
          {},
          el(
            'ul',
            { class: 'places' },
            here.map((one) => place(one, language)),
          ),
        ),
      ]
    }),
  )
}

export function changesPart({ changes }: Book, language: Language): Markup {
  const words = bookWords[language]
  return el(
    'section',
    { id: 'changes', class: 'part' },
    el('h2', {}, words.part.changes),
    el('p', { class: 'intro' }, words.intro.changes),
    changes.map((day) => [
      el('h3', {}, el('time', { datetime: day.at }, showDate(day.at, words))),
      el('dl', { class: 'says' }, happened(day, language)),
    ]),
  )
}

export function editionPart({ edition }: Book, language: Language): Markup {
  const words = bookWords[language]
  return el(
    'section',
    { id: 'edition-id', class: 'part' },
    el('h2', {}, words.part.editionId),
    el('p', { class: 'id' }, el('code', {}, el('b', {}, edition.name), '.', el('b', {}, edition.fingerprint))),
    el(
      'dl',
      { class: 'says' },
      words.reading.map(({ what, means }) => [el('dt', {}, what), el('dd', {}, means)]),
    ),
  )
}
