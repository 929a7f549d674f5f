import { useState } from 'react'
import { changeStaff } from '../../../schema/api/office.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { Form } from '../form.tsx'
import { Facts } from '../ledger/facts.tsx'
import { checkPassword } from '../new-staff.ts'
import { PasswordField, StrengthLine } from '../password-field.tsx'
import { useSession, useStaff, type Staff } from '../session.tsx'
import type { Checkpoint } from '../use-checkpoints.ts'
import { useForm } from '../use-form.ts'
import { useOfficeWords } from '../words.ts'
import { CheckpointSelect } from './checkpoint-select.tsx'
import { needsCheckpoint } from './needs-checkpoint.ts'
import { SwitchStaff } from './switch-staff.tsx'

type Inside = { staff: Staff; checkpoints: readonly Checkpoint[]; onSaved: () => void }

function Move({ staff, checkpoints, onSaved }: Inside) {
  const words = useOfficeWords()
  const say = useToast()
  const { ask } = useSession()
  const { form, set, errors, ...rest } = useForm({
    start: { name: staff.name, checkpoint: staff.checkpoint ?? '' },
    check: ({ name, checkpoint }) => ({
      ...(name.trim() ? {} : { name: words.password.needed }),
      ...(needsCheckpoint(staff.role) && !checkpoint ? { checkpoint: words.staff.checkpointNeeded } : {}),
    }),
    send: ({ name, checkpoint }) =>
      ask(changeStaff, { params: { id: staff.id }, body: { name: name.trim(), checkpoint: checkpoint || null } }),
    done: () => {
      say(words.saved)
      onSaved()
    },
  })
  return (
    <Form submitLabel={words.save} errors={errors} {...rest} onSubmit={rest.submit}>
      <Field
        label={words.staff.name}
        error={errors.name}
        value={form.name}
        maxLength={40}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <CheckpointSelect
        label={words.staff.checkpoint}
        none={words.staff.checkpointNone}
        checkpoints={checkpoints}
        value={form.checkpoint}
        error={errors.checkpoint}
        onChange={(checkpoint) => set({ checkpoint })}
      />
    </Form>
  )
}

function NewPassword({ staff, onSaved }: Omit<Inside, 'checkpoints'>) {
  const words = useOfficeWords()
  const say = useToast()
  const { ask } = useSession()
  const { form, set, errors, ...rest } = useForm({
    start: { password: '' },
    check: (form) => checkPassword(form, words.password),
    send: ({ password }) => ask(changeStaff, { params: { id: staff.id }, body: { password } }),
    done: () => {
      say(words.staff.passwordSet)
      onSaved()
    },
  })
  return (
    <Form submitLabel={words.staff.setPassword} errors={errors} {...rest} onSubmit={rest.submit}>
      <PasswordField
        label={words.staff.newPassword}
        hint={words.staff.newPasswordHint}
        error={errors.password}
        value={form.password}
        autoComplete="new-password"
        onChange={(password) => set({ password })}
      />
      <StrengthLine password={form.password} login={staff.login} />
    </Form>
  )
}

function Sections({ staff, checkpoints, onSaved }: Inside) {
  const { staff: words, roles } = useOfficeWords()
  const me = useStaff()
  const [settingPassword, setSettingPassword] = useState(false)
  const facts = [
    { label: words.login, value: staff.login },
    { label: words.role, value: roles[staff.role] },
    ...(staff.role === 'inspector'
      ? [{ label: words.terminal, value: staff.terminal ? words.bound : words.unbound }]
      : []),
  ]
  return (
    <>
      <Facts facts={facts} />
      <Move staff={staff} checkpoints={checkpoints} onSaved={onSaved} />
      <hr />
      {settingPassword ? (
        <NewPassword staff={staff} onSaved={onSaved} />
      ) : (
        <Button compact onClick={() => setSettingPassword(true)}>
          {words.newPassword}
        </Button>
      )}
      {staff.id !== me.id && <SwitchStaff staff={staff} onSaved={onSaved} />}
    </>
  )
}

type Given = Omit<Inside, 'staff'> & { staff: Staff | undefined; onClose: () => void }

export function ChangeStaff({ staff, onClose, ...inside }: Given) {
  const { staff: words } = useOfficeWords()
  return (
    <Sheet open={staff !== undefined} title={staff?.name ?? words.edit} onClose={onClose} side>
      {staff && <Sections staff={staff} {...inside} />}
    </Sheet>
  )
}
