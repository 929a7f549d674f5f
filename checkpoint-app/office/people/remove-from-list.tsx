import { removeFromList } from '../../../schema/api/codes.ts'
import { unlistPurposes, type UnlistPurpose } from '../../../shared/codes/purposes.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { useToast } from '../../ui/toast.tsx'
import { Form } from '../form.tsx'
import { useSession } from '../session.tsx'
import { useForm } from '../use-form.ts'
import { useOfficeWords } from '../words.ts'
import { isPaper, whoIs, type PersonRow } from './person.ts'
import { Step } from './step.tsx'
import { usePeopleWords } from './words.ts'

type Given = {
  who: Pick<PersonRow, 'person' | 'surname' | 'idTail'>
  kind: NonNullable<PersonRow['listed']>
  onDone: () => void
}
type Filled = { purpose: UnlistPurpose; paper: string }

function Removing({ who, kind, onDone, onClose }: Given & { onClose: () => void }) {
  const words = usePeopleWords()
  const { risk, purposes } = words
  const { cancel } = useOfficeWords()
  const say = useToast()
  const { ask } = useSession()
  const start: Filled = { purpose: 'recovered', paper: '' }
  const { form, set, errors, ...rest } = useForm({
    start,
    check: ({ paper }) => (isPaper(paper) ? {} : { paper: words.close.paperNeeded }),
    send: ({ purpose, paper }) =>
      ask(removeFromList, { params: { person: who.person }, body: { purpose, paper: paper.trim() } }),
    done: () => {
      say(risk.removed)
      onClose()
      onDone()
    },
  })
  return (
    <Form
      submitLabel={risk.remove}
      errors={errors}
      {...rest}
      onSubmit={rest.submit}
      more={
        <Button kind="ghost" compact onClick={onClose}>
          {cancel}
        </Button>
      }
    >
      <p>{risk.removeLead(whoIs(who, words), risk.kinds[kind])}</p>
      <Select
        label={risk.purpose}
        options={unlistPurposes.map((value) => ({ value, label: purposes[value] }))}
        value={form.purpose}
        onChange={(purpose) => set({ purpose })}
      />
      <Field
        label={risk.paper}
        hint={words.close.paperHint}
        error={errors['paper']}
        value={form.paper}
        maxLength={40}
        onChange={(event) => set({ paper: event.currentTarget.value })}
      />
    </Form>
  )
}

/** Takes somebody off a list of persons at risk: for a listed reason, on a paper. */
export function RemoveFromList(given: Given) {
  const { risk } = usePeopleWords()
  return <Step label={risk.remove}>{(onClose) => <Removing {...given} onClose={onClose} />}</Step>
}
