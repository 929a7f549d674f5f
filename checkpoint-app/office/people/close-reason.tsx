import { closeReason } from '../../../schema/api/codes.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { useToast } from '../../ui/toast.tsx'
import { Form } from '../form.tsx'
import { useSession } from '../session.tsx'
import { useForm } from '../use-form.ts'
import { useOfficeWords } from '../words.ts'
import { isPaper, whoIs, type ReasonView } from './person.ts'
import type { Inside } from './person-sheet.tsx'
import { Step } from './step.tsx'
import { usePeopleWords } from './words.ts'

type Given = Inside & { reason: ReasonView }
type Way = ReasonView['may']['ways'][number]
type Filled = { way: Way | undefined; document: string }

/** The check before has asked for one. */
function chosen(way: Way | undefined): Way {
  if (way === undefined) throw new Error('no way was chosen')
  return way
}

function Closing({ answer: { row, reasons }, reason, onChanged, onClose }: Given & { onClose: () => void }) {
  const words = usePeopleWords()
  const { close } = words
  const { cancel } = useOfficeWords()
  const say = useToast()
  const { ask } = useSession()
  const start: Filled = { way: undefined, document: '' }
  const { form, set, errors, ...rest } = useForm({
    start,
    check: ({ way, document }) => ({
      ...(way ? {} : { way: close.wayNeeded }),
      ...(isPaper(document) ? {} : { document: close.paperNeeded }),
    }),
    send: ({ way, document }) =>
      ask(closeReason, {
        params: { person: row.person },
        body: { opening: reason.opening, way: chosen(way), document: document.trim() },
      }),
    done: () => {
      say(close.done)
      onClose()
      onChanged()
    },
  })
  const left = reasons.filter(({ state, opening }) => state === 'open' && opening !== reason.opening).length
  return (
    <Form
      submitLabel={close.do}
      errors={errors}
      {...rest}
      onSubmit={rest.submit}
      more={
        <Button kind="ghost" compact onClick={onClose}>
          {cancel}
        </Button>
      }
    >
      <p>{close.lead(whoIs(row, words), left)}</p>
      <Choice
        legend={close.way}
        options={reason.may.ways.map((value) => ({ value, label: close.ways[value] }))}
        value={form.way}
        error={errors['way']}
        onChange={(way) => set({ way })}
      />
      <Field
        label={close.paper}
        hint={close.paperHint}
        error={errors['document']}
        value={form.document}
        maxLength={40}
        onChange={(event) => set({ document: event.currentTarget.value })}
      />
    </Form>
  )
}

/** Ends one reason in a way the rules give this role; which ways these are the server says. */
export function CloseReason(given: Given) {
  const { close } = usePeopleWords()
  return (
    <div className="steps">
      <Step label={close.title}>{(onClose) => <Closing {...given} onClose={onClose} />}</Step>
    </div>
  )
}
