import { declineRed, signRed } from '../../../schema/api/codes.ts'
import { Button } from '../../ui/button.tsx'
import { Check } from '../../ui/check.tsx'
import { useToast } from '../../ui/toast.tsx'
import { Form } from '../form.tsx'
import { useSession } from '../session.tsx'
import { useForm } from '../use-form.ts'
import { useOfficeWords } from '../words.ts'
import { platesOf, whoIs, type ReasonView } from './person.ts'
import type { Inside } from './person-sheet.tsx'
import { Step } from './step.tsx'
import { usePeopleWords } from './words.ts'

type Given = Inside & { reason: ReasonView }
type Open = Given & { onClose: () => void }

function Cancel({ onClose }: { onClose: () => void }) {
  const { cancel } = useOfficeWords()
  return (
    <Button kind="ghost" compact onClick={onClose}>
      {cancel}
    </Button>
  )
}

function Signing({ answer: { row }, reason, onChanged, onClose }: Open) {
  const words = usePeopleWords()
  const { sign } = words
  const say = useToast()
  const { ask } = useSession()
  const second = reason.signatures.length > 0
  const { form, set, errors, ...rest } = useForm({
    start: { checked: false },
    check: ({ checked }) => (checked ? {} : { checked: sign.checkedNeeded }),
    send: () => ask(signRed, { params: { person: row.person }, body: { opening: reason.opening } }),
    done: () => {
      say(sign.done)
      onClose()
      onChanged()
    },
  })
  const told = second ? sign.leadSecond : sign.lead
  return (
    <Form
      submitLabel={second ? sign.second : sign.first}
      errors={errors}
      {...rest}
      onSubmit={rest.submit}
      more={<Cancel onClose={onClose} />}
    >
      <p>{told(whoIs(row, words), platesOf(row))}</p>
      <Check
        label={sign.checked}
        checked={form.checked}
        error={errors['checked']}
        onChange={(checked) => set({ checked })}
      />
    </Form>
  )
}

function Declining({ answer: { row }, reason, onChanged, onClose }: Open) {
  const words = usePeopleWords()
  const say = useToast()
  const { ask } = useSession()
  const {
    form: _,
    set: __,
    errors,
    ...rest
  } = useForm({
    start: {},
    check: () => ({}),
    send: () => ask(declineRed, { params: { person: row.person }, body: { opening: reason.opening } }),
    done: () => {
      say(words.decline.done)
      onClose()
      onChanged()
    },
  })
  return (
    <Form
      submitLabel={words.decline.do}
      errors={errors}
      {...rest}
      onSubmit={rest.submit}
      more={<Cancel onClose={onClose} />}
    >
      <p>{words.decline.lead(whoIs(row, words))}</p>
    </Form>
  )
}

/** 经办、复核, or 不予赋码. */
export function SignRed(given: Given) {
  const { sign, decline } = usePeopleWords()
  const { may, signatures } = given.reason
  if (!may.sign && !may.decline) return null
  return (
    <div className="steps">
      {may.sign ? (
        <Step label={signatures.length > 0 ? sign.second : sign.first} kind="primary">
          {(onClose) => <Signing {...given} onClose={onClose} />}
        </Step>
      ) : (
        <p className="quiet">{sign.own}</p>
      )}
      {may.decline && <Step label={decline.do}>{(onClose) => <Declining {...given} onClose={onClose} />}</Step>}
    </div>
  )
}
