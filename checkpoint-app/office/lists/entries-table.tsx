import { stepOf } from '../../../shared/lists/chain.ts'
import { eligibilities, kinds, type ListKind } from '../../../shared/lists/kinds.ts'
import { showPlate } from '../../../shared/identity/plate.ts'
import { Ledger, type Column } from '../ledger/ledger.tsx'
import { shortIso } from '../times.ts'
import { useChosenLanguage, useOfficeWords } from '../words.ts'
import { StandingMark } from './standing-mark.tsx'
import type { Entry } from './use-entries.ts'
import { useListWords, type ListWords } from './words.ts'

export const termText = ({ from, to }: Pick<Entry, 'from' | 'to'>, words: ListWords): string =>
  from === null || to === null ? words.noTerm : words.termOf(shortIso(from), shortIso(to))

export const titleOf = ({ name, company }: Entry): string => name ?? company ?? ''

/** The chain is complete; somebody still has to look. */
const nextWithoutStep = (standing: Entry['standing'], words: ListWords): string => {
  if (standing === 'suspended') return words.nextReview
  return standing === 'ending-soon' ? words.nextExtend : ''
}

function useColumns(list: ListKind): readonly Column<Entry>[] {
  const words = useListWords()
  const { yes, no } = useOfficeWords()
  const language = useChosenLanguage()
  const closedLoop: Column<Entry> = {
    title: words.closedLoop,
    cell: (entry) => (entry.closedLoop ? yes : no),
    wide: true,
  }
  const person: readonly Column<Entry>[] = [
    { title: words.name, cell: ({ name }) => name },
    { title: words.number, cell: ({ number }) => <span className="one-word">{number}</span>, wide: 'mid' },
    { title: words.plate, cell: ({ plate }) => (plate ? showPlate(plate) : words.anyPlate), wide: true },
    ...(list === 'W3' ? [{ title: words.company, cell: ({ company }: Entry) => company, wide: true as const }] : []),
    closedLoop,
    { title: words.term, cell: (entry) => termText(entry, words), wide: 'mid' },
  ]
  const company: readonly Column<Entry>[] = [
    { title: words.company, cell: ({ company }) => company },
    { title: words.code, cell: ({ companyCode }) => <span className="one-word">{companyCode}</span>, wide: 'mid' },
    {
      title: words.eligibility,
      cell: ({ eligibility }) => (eligibility ? eligibilities[eligibility][language] : ''),
      wide: true,
    },
  ]
  return [
    ...(kinds[list].about === 'person' ? person : company),
    { title: words.state, cell: ({ standing }) => <StandingMark standing={standing} /> },
    {
      title: words.next,
      cell: ({ next, standing }) => (next ? stepOf(list, next)?.name[language] : nextWithoutStep(standing, words)),
      wide: 'mid',
    },
  ]
}

type Given = { list: ListKind; rows: readonly Entry[]; caption: string; onOpen: (entry: Entry) => void }

export function EntriesTable({ list, rows, caption, onOpen }: Given) {
  const columns = useColumns(list)
  return (
    <Ledger
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      onOpen={onOpen}
      openLabel={titleOf}
      muted={({ standing }) => standing === 'removed' || standing === 'ended'}
    />
  )
}
