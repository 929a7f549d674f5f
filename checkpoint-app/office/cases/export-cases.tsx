import type { AnswerOf } from '../../../schema/api/endpoint.ts'
import { exportCases } from '../../../schema/api/cases.ts'
import { caseLevelWords, caseStateWords, categoryWords } from '../../../shared/wording/cases.ts'
import { ExportForReason } from '../ledger/export-for-reason.tsx'
import { bookName, saveBook } from '../lists/save-book.ts'
import { workbookOf } from '../lists/workbook.ts'
import { useSession, type Ask } from '../session.tsx'
import { shortIso } from '../times.ts'
import { useChosenLanguage } from '../words.ts'
import { askedBy, type Filters } from './filters.ts'
import { useCaseWords, type CaseWords } from './words.ts'

type Exported = AnswerOf<typeof exportCases>['items']
/** More than this is a task for the archive. */
const most = 10_000

async function everything(ask: Ask, filters: Filters, reason: string, onRead: (n: number) => void) {
  let items: Exported = []
  let after: string | null | undefined
  do {
    const body = { ...askedBy(filters), reason, ...(after && { after }) }
    const answer = await ask(exportCases, { body })
    if (!answer.ok) return answer
    items = [...items, ...answer.value.items]
    onRead(items.length)
    after = answer.value.next
  } while (after && items.length < most)
  return { ok: true as const, value: items }
}

/** One line a case; every cell is text, so that no number of it becomes another. */
export function rowsOf(items: Exported, words: CaseWords, language: 'zh' | 'en'): readonly (readonly string[])[] {
  const when = (iso: string | null) => (iso === null ? '' : shortIso(iso))
  return [
    words.columns,
    ...items.map((one) => [
      one.number,
      words.ways[one.way],
      categoryWords[one.category][language],
      caseStateWords[one.state][language],
      caseLevelWords[one.level][language],
      one.areaName,
      one.checkpoint?.name ?? '',
      one.plate ?? '',
      one.words,
      when(one.filedAt),
      when(one.acceptedAt),
      when(one.dispatchedAt),
      one.dispatchedTo ?? '',
      when(one.repliedAt),
      one.reply ?? '',
      one.opinion === null ? '' : words.opinions[one.opinion],
      when(one.closedAt),
      one.overdue ? words.yes : words.no,
      one.supervised ? words.yes : words.no,
    ]),
  ]
}

const widths = [14, 10, 20, 10, 8, 12, 14, 14, 40, 14, 14, 14, 24, 14, 40, 10, 14, 8, 8]

/** The cases under the present filters as a workbook, masked, for a reason. */
export function ExportCases({ filters }: { filters: Filters }) {
  const words = useCaseWords()
  const language = useChosenLanguage() === 'en' ? 'en' : 'zh'
  const { ask } = useSession()
  return (
    <ExportForReason
      words={{
        label: words.exportFile,
        lead: words.exportLead,
        reason: words.exportReason,
        needed: words.exportReasonNeeded,
        reading: words.exporting,
      }}
      send={(reason, onRead) => everything(ask, filters, reason, onRead)}
      save={(items) => {
        const sheet = { name: words.book, rows: rowsOf(items, words, language), widths }
        void workbookOf([sheet]).then((book) => saveBook(bookName(words.book), book))
        return words.exported(items.length)
      }}
    />
  )
}
