import type { AnswerOf } from '../../../schema/api/endpoint.ts'
import { exportEntries } from '../../../schema/api/lists.ts'
import { kinds, type ListKind } from '../../../shared/lists/kinds.ts'
import type { Standing } from '../../../shared/lists/stage.ts'
import { standingWords } from '../../../shared/lists/words.ts'
import { ExportForReason } from '../ledger/export-for-reason.tsx'
import { useSession, type Ask } from '../session.tsx'
import { shortIso } from '../times.ts'
import { bookName, saveBook } from './save-book.ts'
import { workbookOf } from './workbook.ts'
import { useListWords, type ListWords } from './words.ts'

type Exported = AnswerOf<typeof exportEntries>['items']
type Asked = { list: ListKind; standing?: Standing; reason: string }

async function everything(ask: Ask, { list, ...asked }: Asked, onRead: (n: number) => void) {
  let items: Exported = []
  let before: string | null | undefined
  do {
    const body = { ...asked, ...(before && { before }) }
    const answer = await ask(exportEntries, { params: { list }, body })
    if (!answer.ok) return answer
    items = [...items, ...answer.value.items]
    onRead(items.length)
    before = answer.value.next
  } while (before)
  return { ok: true as const, value: items }
}

function rowsOf(items: Exported, words: ListWords): readonly (readonly string[])[] {
  const head = [
    words.name,
    words.number,
    words.phone,
    words.plate,
    words.company,
    words.code,
    words.closedLoop,
    words.term,
    words.state,
  ]
  return [
    head,
    ...items.map(({ entry, person }) => [
      person.name ?? '',
      person.number ?? '',
      person.phone ?? '',
      entry.plate ?? '',
      entry.company ?? '',
      entry.companyCode ?? '',
      entry.closedLoop ? '是' : '否',
      entry.from && entry.to ? words.termOf(shortIso(entry.from), shortIso(entry.to)) : '',
      standingWords[entry.standing].zh,
    ]),
  ]
}

type Given = { list: ListKind; standing: Standing | undefined }

/** The list under its present state filter with whole numbers, for a reason. */
export function ExportList({ list, standing }: Given) {
  const words = useListWords()
  const { ask } = useSession()
  return (
    <ExportForReason
      words={{
        label: words.exportFile,
        lead: words.exportLead,
        reason: words.exportReason,
        hint: words.revealHint,
        needed: words.reasonNeeded,
        reading: words.exporting,
      }}
      send={(reason, onRead) => everything(ask, { list, reason, ...(standing && { standing }) }, onRead)}
      save={(items) => {
        const { zh } = kinds[list].name
        const widths = [12, 22, 16, 14, 28, 24, 10, 28, 12]
        void workbookOf([{ name: zh, rows: rowsOf(items, words), widths }]).then((book) => saveBook(bookName(zh), book))
        return words.exported(items.length)
      }}
    />
  )
}
