import { changeRegister } from '../../../schema/api/register.ts'
import { directions, placeKinds } from '../../../shared/register/register.ts'
import { directionNames, placeKindNames } from '../../../shared/wording/register.ts'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { Form } from '../form.tsx'
import { Facts } from '../ledger/facts.tsx'
import { useSession } from '../session.tsx'
import type { Checkpoint } from '../use-checkpoints.ts'
import { useForm } from '../use-form.ts'
import { useOfficeWords } from '../words.ts'
import { bodyOf, checkRegister, formOf, type Register, type RegisterForm } from './register.ts'
import { useRegisterWords } from './register-words.ts'
import { stakeTyped } from './road.ts'

function Warnings({ warnings }: Pick<Register, 'warnings'>) {
  const words = useRegisterWords()
  const { language } = useLanguage()
  if (warnings.length === 0) return <p>✔ {words.fine}</p>
  return (
    <ul className="register-warnings" aria-label={words.warnings}>
      {warnings.map((one) => (
        <li key={`${one.what}${one.other}`}>
          <span aria-hidden="true">▲ </span>
          {one[language]}
        </li>
      ))}
    </ul>
  )
}

type Given = { checkpoint: Checkpoint; register: Register; onSaved: () => void }
type Typed = 'approvalNo' | 'kindReason' | 'stake' | 'bridge' | 'secretary' | 'members' | 'rules' | 'reason'

function RegisterFields({ checkpoint, register, onSaved }: Given) {
  const words = useRegisterWords()
  const { password, save, saved } = useOfficeWords()
  const { language } = useLanguage()
  const { ask } = useSession()
  const say = useToast()
  const { form, set, errors, ...rest } = useForm<RegisterForm, Register>({
    start: formOf(register),
    check: (typed) => checkRegister(typed, words, password.needed),
    send: (typed) => ask(changeRegister, { params: { id: checkpoint.id }, body: bodyOf(typed, register.version) }),
    done: () => {
      say(saved)
      onSaved()
    },
  })
  const field = (name: Typed, most: number, hint?: string) => (
    <Field
      label={words[name]}
      hint={hint}
      error={errors[name]}
      value={form[name]}
      maxLength={most}
      onChange={({ currentTarget: { value } }) => set({ [name]: name === 'stake' ? stakeTyped(value) : value })}
    />
  )
  return (
    <Form submitLabel={save} errors={errors} {...rest} onSubmit={rest.submit}>
      {field('approvalNo', 60, words.approvalHint)}
      <Choice
        legend={words.kind}
        columns={2}
        options={placeKinds.map((value) => ({ value, label: placeKindNames[value][language] }))}
        value={form.kind}
        onChange={(kind) => set({ kind })}
      />
      {field('kindReason', 200, words.kindReasonHint)}
      <Choice
        legend={words.direction}
        columns={3}
        options={directions.map((value) => ({ value, label: directionNames[value][language] }))}
        value={form.direction}
        onChange={(direction) => set({ direction })}
      />
      {field('stake', 10, words.stakeHint)}
      {field('bridge', 40, words.bridgeHint)}
      <fieldset className="stack panel">
        <legend className="panel-title">{words.branch}</legend>
        {field('secretary', 40)}
        {field('members', 400)}
        {field('rules', 400)}
      </fieldset>
      {field('reason', 200, words.reasonHint)}
    </Form>
  )
}

function RegisterFacts({ register }: { register: Register }) {
  const words = useRegisterWords()
  const { language } = useLanguage()
  const { approvalNo, kind, kindReason, direction, stake, bridge, branch } = register
  const facts = [
    { label: words.approvalNo, value: approvalNo ?? words.none },
    { label: words.kind, value: kind === null ? words.none : placeKindNames[kind][language] },
    { label: words.kindReason, value: kindReason ?? words.none },
    { label: words.direction, value: direction === null ? words.none : directionNames[direction][language] },
    { label: words.stake, value: stake ?? words.none },
    { label: words.bridge, value: bridge ?? words.none },
    { label: `${words.branch} · ${words.secretary}`, value: branch.secretary ?? words.none },
    { label: words.members, value: branch.members ?? words.none },
    { label: words.rules, value: branch.rules ?? words.none },
  ]
  return <Facts facts={facts} />
}

type Opened = {
  checkpoint: Checkpoint | undefined
  register: Register | undefined
  onClose: () => void
  onSaved: () => void
}

/** By whose leave a checkpoint stands where it stands; what is wrong with it comes first. */
export function RegisterSheet({ checkpoint, register, onClose, onSaved }: Opened) {
  const words = useRegisterWords()
  const open = checkpoint !== undefined && register !== undefined
  return (
    <Sheet open={open} title={checkpoint ? words.registerOf(checkpoint.name) : words.register} onClose={onClose} side>
      {open && (
        <div className="stack">
          <p className="quiet">{words.lead}</p>
          <Warnings warnings={register.warnings} />
          {register.changed && (
            <p className="quiet small">
              {words.changed(
                register.changed.by,
                register.changed.at.slice(0, 16).replace('T', ' '),
                register.changed.reason,
              )}
            </p>
          )}
          {register.may.change ? (
            <RegisterFields key={register.version} checkpoint={checkpoint} register={register} onSaved={onSaved} />
          ) : (
            <RegisterFacts register={register} />
          )}
        </div>
      )}
    </Sheet>
  )
}
