import { useState } from 'react'
import type { AnswerOf } from '../../../schema/api/endpoint.ts'
import { exportEntries } from '../../../schema/api/lists.ts'
import { kinds, type ListKind } from '../../../shared/lists/kinds.ts'
import type { Standing } from '../../../shared/lists/stage.ts'
import { standingWords } from '../../../shared/lists/words.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { Form } from '../form.tsx'
import { useSession, type Ask } from '../session.tsx'
import { shortIso } from '../times.ts'
import { useForm } from '../use-form.ts'
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

function ReasonForm({ list, standing, onDone }: Given & { onDone: () => void }) {
  const words = useListWords()
  const say = useToast()
  const { ask } = useSession()
  const [read, setRead] = useState(0)
  const { form, set, errors, ...rest } = useForm({
    start: { reason: '' },
    check: ({ reason }) => (reason.trim().length < 2 ? { reason: words.reasonNeeded } : {}),
    send: ({ reason }) => everything(ask, { list, reason: reason.trim(), ...(standing && { standing }) }, setRead),
    done: (items) => {
      const { zh } = kinds[list].name
      const widths = [12, 22, 16, 14, 28, 24, 10, 28, 12]
      void workbookOf([{ name: zh, rows: rowsOf(items, words), widths }]).then((book) => saveBook(bookName(zh), book))
      say(words.exported(items.length))
      onDone()
    },
  })
  return (
    <Form submitLabel={words.exportFile} errors={errors} {...rest} onSubmit={rest.submit}>
      <p>{words.exportLead}</p>
      <Field
        label={words.exportReason}
        hint={words.revealHint}
        error={errors.reason}
        value={form.reason}
        maxLength={200}
        onChange={(event) => set({ reason: event.currentTarget.value })}
      />
      {rest.busy && <p role="status">{words.exporting(read)}</p>}
    </Form>
  )
}

/** The list under its present state filter with whole numbers, for a reason. */
export function ExportList(given: Given) {
  const words = useListWords()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button compact onClick={() => setOpen(true)}>
        {words.exportFile}
      </Button>
      <Sheet open={open} title={words.exportFile} onClose={() => setOpen(false)} side>
        <ReasonForm {...given} onDone={() => setOpen(false)} />
      </Sheet>
    </>
  )
}
