import { addToList } from '../../../schema/api/codes.ts'
import { documentKinds } from '../../../schema/api/trips.ts'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { Form } from '../form.tsx'
import { useSession } from '../session.tsx'
import { useForm } from '../use-form.ts'
import { isPaper, type PersonRow } from './person.ts'
import { usePeopleWords } from './words.ts'

export const listKinds = ['positive', 'red', 'tracking'] as const satisfies readonly PersonRow['listed'][]
type Filled = {
  kind: (typeof listKinds)[number]
  document: (typeof documentKinds)[number]
  number: string
  paper: string
}

function Adding({ onAdded }: { onAdded: () => void }) {
  const { risk, documents, find, close, propose } = usePeopleWords()
  const say = useToast()
  const { ask } = useSession()
  const start: Filled = { kind: 'positive', document: 'id-card', number: '', paper: '' }
  const { form, set, errors, ...rest } = useForm({
    start,
    check: ({ number, paper }) => ({
      ...(number.trim().length >= 4 ? {} : { number: find.needed }),
      ...(isPaper(paper) ? {} : { paper: close.paperNeeded }),
    }),
    send: ({ number, paper, ...more }) =>
      ask(addToList, { body: { ...more, number: number.trim(), paper: paper.trim() } }),
    done: () => {
      say(risk.added)
      onAdded()
    },
  })
  return (
    <Form submitLabel={risk.addSubmit} errors={errors} {...rest} onSubmit={rest.submit}>
      <p className="quiet">{risk.addLead}</p>
      <Select
        label={risk.kind}
        options={listKinds.map((value) => ({ value, label: risk.kinds[value] }))}
        value={form.kind}
        onChange={(kind) => set({ kind })}
      />
      <Select
        label={find.kind}
        options={documentKinds.map((value) => ({ value, label: documents[value] }))}
        value={form.document}
        onChange={(document) => set({ document })}
      />
      <Field
        label={risk.number}
        hint={find.privacy}
        error={errors['number']}
        value={form.number}
        maxLength={30}
        onChange={(event) => set({ number: event.currentTarget.value })}
      />
      <Field
        label={risk.paper}
        hint={propose.paperHint}
        error={errors['paper']}
        value={form.paper}
        maxLength={40}
        onChange={(event) => set({ paper: event.currentTarget.value })}
      />
    </Form>
  )
}

export function AddToList({ open, onClose, onAdded }: { open: boolean; onClose: () => void; onAdded: () => void }) {
  const { risk } = usePeopleWords()
  return (
    <Sheet open={open} title={risk.add} onClose={onClose} side>
      <Adding onAdded={onAdded} />
    </Sheet>
  )
}
