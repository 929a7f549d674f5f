import { useState } from 'react'
import type { Called } from '../../ui/api.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { Form } from '../form.tsx'
import { useForm } from '../use-form.ts'

type Words = {
  /** On the button, over the sheet, and on what sends it. */
  readonly label: string
  readonly lead: string
  readonly reason: string
  readonly hint?: string
  readonly needed: string
  readonly reading?: (lines: number) => string
}
type Given<Value> = {
  words: Words
  /** `onRead`: how many lines are there already. */
  send: (reason: string, onRead: (lines: number) => void) => Promise<Called<Value>>
  /** Keeps the file, and answers what is said of it. */
  save: (value: Value) => string
}

function ReasonForm<Value>({ words, send, save, onDone }: Given<Value> & { onDone: () => void }) {
  const say = useToast()
  const [read, setRead] = useState(0)
  const { form, set, errors, ...rest } = useForm({
    start: { reason: '' },
    check: ({ reason }) => (reason.trim().length < 2 ? { reason: words.needed } : {}),
    send: ({ reason }) => send(reason.trim(), setRead),
    done: (value) => {
      say(save(value))
      onDone()
    },
  })
  return (
    <Form submitLabel={words.label} errors={errors} {...rest} onSubmit={rest.submit}>
      <p>{words.lead}</p>
      <Field
        label={words.reason}
        {...(words.hint === undefined ? {} : { hint: words.hint })}
        error={errors.reason}
        value={form.reason}
        maxLength={200}
        onChange={(event) => set({ reason: event.currentTarget.value })}
      />
      {rest.busy && words.reading !== undefined && <p role="status">{words.reading(read)}</p>}
    </Form>
  )
}

/** A list taken out as a file: for a reason that the log keeps, however the list is read and whatever the file is. */
export function ExportForReason<Value>(given: Given<Value>) {
  const [open, setOpen] = useState(false)
  const { label } = given.words
  return (
    <>
      <Button compact onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Sheet open={open} title={label} onClose={() => setOpen(false)} side>
        <ReasonForm {...given} onDone={() => setOpen(false)} />
      </Sheet>
    </>
  )
}
