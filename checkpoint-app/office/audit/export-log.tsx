import { exportAudit } from '../../../schema/api/audit.ts'
import { Field } from '../../ui/field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { Form } from '../form.tsx'
import { fileName, saveTable } from '../ledger/save-table.ts'
import { useSession } from '../session.tsx'
import { useForm } from '../use-form.ts'
import { auditCsv } from './export.ts'
import { askedFor, type Filters } from './filters.ts'
import { useEntryWords } from './use-entry-words.ts'

type Given = { filters: Filters; names: readonly string[]; onDone: () => void }

function ExportForm({ filters, names, onDone }: Given) {
  const words = useEntryWords()
  const { export: says } = words
  const { ask } = useSession()
  const say = useToast()
  const { form, set, errors, ...rest } = useForm({
    start: { reason: '' },
    check: ({ reason }) => (reason.trim().length >= 2 ? {} : { reason: says.reasonNeeded }),
    send: ({ reason }) => ask(exportAudit, { body: { ...askedFor(filters), reason: reason.trim() } }),
    done: ({ items, complete }) => {
      saveTable(fileName(says.name), auditCsv(items, words))
      say(complete ? says.done(items.length) : says.full(items.length))
      onDone()
    },
  })
  return (
    <>
      <p className="quiet">{says.lead}</p>
      <p>{names.length > 0 ? words.printNote(names.join('、')) : words.printAll}</p>
      <Form submitLabel={says.submit} errors={errors} {...rest} onSubmit={rest.submit}>
        <Field
          label={says.reason}
          hint={says.reasonHint}
          error={errors.reason}
          value={form.reason}
          maxLength={200}
          onChange={(event) => set({ reason: event.currentTarget.value })}
        />
      </Form>
    </>
  )
}

/** A file leaves the house: why is asked first. */
export function ExportLog({ open, ...given }: Given & { open: boolean }) {
  const { export: says } = useEntryWords()
  return (
    <Sheet open={open} title={says.title} onClose={given.onDone} side>
      <ExportForm {...given} />
    </Sheet>
  )
}
