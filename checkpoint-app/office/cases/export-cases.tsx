import { useState } from 'react'
import type { AnswerOf } from '../../../schema/api/endpoint.ts'
import { exportCases } from '../../../schema/api/cases.ts'
import { caseLevelWords, caseStateWords, categoryWords } from '../../../shared/wording/cases.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { Form } from '../form.tsx'
import { bookName, saveBook } from '../lists/save-book.ts'
import { workbookOf } from '../lists/workbook.ts'
import { useSession, type Ask } from '../session.tsx'
import { shortIso } from '../times.ts'
import { useForm } from '../use-form.ts'
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

function ReasonForm({ filters, onDone }: { filters: Filters; onDone: () => void }) {
  const words = useCaseWords()
  const language = useChosenLanguage() === 'en' ? 'en' : 'zh'
  const say = useToast()
  const { ask } = useSession()
  const [read, setRead] = useState(0)
  const { form, set, errors, ...rest } = useForm({
    start: { reason: '' },
    check: ({ reason }) => (reason.trim().length < 2 ? { reason: words.exportReasonNeeded } : {}),
    send: ({ reason }) => everything(ask, filters, reason.trim(), setRead),
    done: (items) => {
      const sheet = { name: words.book, rows: rowsOf(items, words, language), widths }
      void workbookOf([sheet]).then((book) => saveBook(bookName(words.book), book))
      say(words.exported(items.length))
      onDone()
    },
  })
  return (
    <Form submitLabel={words.exportFile} errors={errors} {...rest} onSubmit={rest.submit}>
      <p>{words.exportLead}</p>
      <Field
        label={words.exportReason}
        error={errors.reason}
        value={form.reason}
        maxLength={200}
        onChange={(event) => set({ reason: event.currentTarget.value })}
      />
      {rest.busy && <p role="status">{words.exporting(read)}</p>}
    </Form>
  )
}

/** The cases under the present filters as a workbook, masked, for a reason. */
export function ExportCases({ filters }: { filters: Filters }) {
  const words = useCaseWords()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button compact onClick={() => setOpen(true)}>
        {words.exportFile}
      </Button>
      <Sheet open={open} title={words.exportFile} onClose={() => setOpen(false)} side>
        <ReasonForm filters={filters} onDone={() => setOpen(false)} />
      </Sheet>
    </>
  )
}
