import { staffRoles, type StaffRole } from '../../../schema/api/endpoint.ts'
import { addStaff } from '../../../schema/api/office.ts'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { Form } from '../form.tsx'
import { checkNewStaff, loginShape } from '../new-staff.ts'
import { PasswordField, StrengthLine } from '../password-field.tsx'
import { useSession } from '../session.tsx'
import type { Checkpoint } from '../use-checkpoints.ts'
import { useForm } from '../use-form.ts'
import { useOfficeWords } from '../words.ts'
import { CheckpointSelect } from './checkpoint-select.tsx'
import { needsCheckpoint } from './needs-checkpoint.ts'

type Values = { name: string; login: string; role: StaffRole; checkpoint: string; password: string }
const blank: Values = { name: '', login: '', role: 'inspector', checkpoint: '', password: '' }

function useNewStaff(onSaved: () => void) {
  const words = useOfficeWords()
  const say = useToast()
  const { ask } = useSession()
  return useForm({
    start: blank,
    check: (form) => ({
      ...checkNewStaff(form, words.password),
      ...(needsCheckpoint(form.role) && !form.checkpoint ? { checkpoint: words.staff.checkpointNeeded } : {}),
    }),
    send: ({ name, checkpoint, ...form }) =>
      ask(addStaff, { body: { ...form, name: name.trim(), ...(checkpoint ? { checkpoint } : {}) } }),
    done: () => {
      say(words.saved)
      onSaved()
    },
  })
}

type Inside = { checkpoints: readonly Checkpoint[]; onSaved: () => void }

function Fields({ checkpoints, onSaved }: Inside) {
  const { staff: words, setUp, roles, save } = useOfficeWords()
  const { form, set, errors, ...rest } = useNewStaff(onSaved)
  return (
    <Form submitLabel={save} errors={errors} {...rest} onSubmit={rest.submit}>
      <Field
        label={words.name}
        hint={setUp.nameHint}
        error={errors.name}
        value={form.name}
        maxLength={40}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <Select
        label={words.role}
        options={staffRoles.map((value) => ({ value, label: roles[value] }))}
        value={form.role}
        onChange={(role) => set({ role })}
      />
      <CheckpointSelect
        label={words.checkpoint}
        none={words.checkpointNone}
        checkpoints={checkpoints}
        value={form.checkpoint}
        error={errors.checkpoint}
        onChange={(checkpoint) => set({ checkpoint })}
      />
      <Field
        label={words.login}
        hint={setUp.loginHint}
        error={errors.login}
        value={form.login}
        maxLength={32}
        autoCapitalize="none"
        spellCheck={false}
        onChange={(event) => set({ login: loginShape(event.currentTarget.value) })}
      />
      <PasswordField
        label={words.password}
        hint={words.newPasswordHint}
        error={errors.password}
        value={form.password}
        autoComplete="new-password"
        onChange={(password) => set({ password })}
      />
      <StrengthLine password={form.password} login={form.login} />
    </Form>
  )
}

export function AddStaff({ open, onClose, ...inside }: Inside & { open: boolean; onClose: () => void }) {
  const { staff: words } = useOfficeWords()
  return (
    <Sheet open={open} title={words.add} onClose={onClose} side>
      <Fields {...inside} />
    </Sheet>
  )
}
