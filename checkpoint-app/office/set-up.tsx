import { useState } from 'react'
import { setUp } from '../../schema/api/office.ts'
import { call, staffAuth, type Called } from '../ui/api.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Door } from './door.tsx'
import { Form } from './form.tsx'
import { checkNewStaff, loginShape } from './new-staff.ts'
import { PasswordField, StrengthLine } from './password-field.tsx'
import { useSession, type Staff } from './session.tsx'
import { useForm } from './use-form.ts'
import { useOfficeWords } from './words.ts'

type Answer = Called<{ staff: Staff; expiresAt: string }>
const isGone = (answer: Answer) => !answer.ok && answer.problem.kind === 'refused' && answer.problem.status === 410

function Gone({ onLeave }: { onLeave: () => void }) {
  const { setUp: words } = useOfficeWords()
  return (
    <Door title={words.goneTitle} lead={words.goneWhy}>
      <p>{words.goneDo}</p>
      <Button kind="primary" onClick={onLeave}>
        {words.toSignIn}
      </Button>
    </Door>
  )
}

/** The first administrator, by the one-time link. `onLeave` goes to signing in. */
export function SetUpPage({ token, onLeave }: { token: string; onLeave: () => void }) {
  const words = useOfficeWords()
  const { enter } = useSession()
  const [gone, setGone] = useState(false)
  const { form, set, ...rest } = useForm({
    start: { name: '', login: '', password: '', repeat: '' },
    check: (form) => checkNewStaff(form, words.password),
    send: async ({ name, login, password }) => {
      const answer: Answer = await call(setUp, { body: { token, name: name.trim(), login, password }, auth: staffAuth })
      if (isGone(answer)) setGone(true)
      return answer
    },
    done: ({ staff }) => {
      enter(staff)
      onLeave()
    },
  })
  if (gone) return <Gone onLeave={onLeave} />
  return (
    <Door title={words.setUp.title} lead={words.setUp.lead}>
      <Form submitLabel={words.setUp.submit} {...rest} onSubmit={rest.submit}>
        <Field
          label={words.setUp.name}
          hint={words.setUp.nameHint}
          error={rest.errors.name}
          value={form.name}
          maxLength={40}
          autoComplete="name"
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <Field
          label={words.setUp.login}
          hint={words.setUp.loginHint}
          error={rest.errors.login}
          value={form.login}
          maxLength={32}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          onChange={(event) => set({ login: loginShape(event.currentTarget.value) })}
        />
        <PasswordField
          label={words.setUp.password}
          hint={words.setUp.passwordHint}
          error={rest.errors.password}
          value={form.password}
          autoComplete="new-password"
          onChange={(password) => set({ password })}
        />
        <StrengthLine password={form.password} login={form.login} />
        <Field
          label={words.setUp.repeat}
          error={rest.errors.repeat}
          value={form.repeat}
          type="password"
          maxLength={128}
          autoComplete="new-password"
          onChange={(event) => set({ repeat: event.currentTarget.value })}
        />
      </Form>
    </Door>
  )
}
