import { useLanguage, type Language } from '../../ui/language.tsx'
import { Ledger, type Column } from '../ledger/ledger.tsx'
import { captionOf, clauseInWords, shownValue, unitOf } from './numbers.ts'
import type { Amendment } from './standing.ts'
import { useEditionWords, type EditionWords } from './words.ts'

type Given = { changes: Amendment['changes']; newDocument?: string | undefined; published: boolean }
type Line = Amendment['changes'][number]

const columnsOf = (
  words: EditionWords,
  language: Language,
  { newDocument, published }: Given,
): readonly Column<Line>[] => [
  { title: words.number, cell: ({ parameter }) => captionOf(parameter, language) },
  {
    title: published ? words.beforeThen : words.before,
    cell: ({ before }) => shownValue(before, language),
    number: true,
  },
  { title: words.after, cell: ({ after }) => <strong>{shownValue(after, language)}</strong>, number: true },
  { title: words.unit, cell: ({ parameter }) => unitOf(parameter, language), wide: true },
  { title: words.basis, cell: ({ clause }) => clauseInWords(clause, language) ?? newDocument ?? words.proposal },
]

/** Number by number: what it was, what it becomes, its unit, and on which article. */
export function ChangesTable(given: Given) {
  const words = useEditionWords()
  const { language } = useLanguage()
  return (
    <Ledger
      caption={words.changes}
      unnumbered
      columns={columnsOf(words, language, given)}
      rows={given.changes}
      rowKey={({ parameter }) => parameter}
    />
  )
}
