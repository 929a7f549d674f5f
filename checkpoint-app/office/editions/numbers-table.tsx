import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { useLanguage, type Language } from '../../ui/language.tsx'
import { Ledger, type Column } from '../ledger/ledger.tsx'
import { shortIso } from '../times.ts'
import { captionOf, clauseInWords, groups, isParameter, numbersIn, shownValue, unitOf } from './numbers.ts'
import type { Editions } from './standing.ts'
import { useEditionWords, type EditionWords } from './words.ts'

type Line = Editions['numbers'][number]

/** Those that weigh on a truck first. */
const firstShown = 8
const order = groups.flatMap((group) => numbersIn(group))
const placeOf = ({ parameter }: Line) => (isParameter(parameter) ? order.indexOf(parameter) : order.length)

const columnsOf = (words: EditionWords, language: Language): readonly Column<Line>[] => [
  {
    title: words.number,
    cell: ({ parameter }) => (
      <>
        {captionOf(parameter, language)}
        <span className="quiet small unit">{unitOf(parameter, language)}</span>
      </>
    ),
  },
  {
    title: words.value,
    cell: ({ value, next }) => (
      <>
        <strong>{shownValue(value, language)}</strong>
        {next && <span className="tag">{words.next(shownValue(next.value, language), shortIso(next.from))}</span>}
      </>
    ),
  },
  { title: words.basis, cell: ({ clause }) => clauseInWords(clause, language) ?? words.proposal, wide: 'mid' },
]

/** Every number as it stands today, and what is published for later. */
export function NumbersTable({ numbers }: { numbers: Editions['numbers'] }) {
  const words = useEditionWords()
  const { language } = useLanguage()
  const [all, setAll] = useState(false)
  const sorted = numbers.toSorted(
    (a, b) => Number(b.next !== null) - Number(a.next !== null) || placeOf(a) - placeOf(b),
  )
  return (
    <section className="stack-tight" aria-label={words.numbers}>
      <h2>{words.numbers}</h2>
      <Ledger
        caption={words.numbers}
        unnumbered
        columns={columnsOf(words, language)}
        rows={all ? sorted : sorted.slice(0, firstShown)}
        rowKey={({ parameter }) => parameter}
      />
      {!all && (
        <p className="screen-only">
          <Button kind="ghost" compact onClick={() => setAll(true)}>
            {words.showNumbers(numbers.length)}
          </Button>
        </p>
      )}
    </section>
  )
}
