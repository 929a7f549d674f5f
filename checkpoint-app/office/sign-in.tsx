import { signIn } from '../../schema/api/office.ts'
import { Field } from '../ui/field.tsx'
import { call, staffAuth } from '../ui/api.ts'
import { Door } from './door.tsx'
import { Form } from './form.tsx'
import { PasswordField } from './password-field.tsx'
import { useSession } from './session.tsx'
import { useForm } from './use-form.ts'
import { useOfficeWords } from './words.ts'

/** The fields of signing in, on the door or over a page whose session has ended. */
export function SignInForm({ login = '' }: { login?: string }) {
  const words = useOfficeWords()
  const { enter } = useSession()
  const { form, set, ...rest } = useForm({
    start: { login, password: '' },
    check: ({ login, password }) => ({
      ...(login.trim() ? {} : { login: words.password.needed }),
      ...(password ? {} : { password: words.password.needed }),
    }),
    send: ({ login, password }) => call(signIn, { body: { login: login.trim(), password }, auth: staffAuth }),
    done: ({ staff }) => enter(staff),
  })
  return (
    <Form submitLabel={words.signIn.submit} {...rest} onSubmit={rest.submit}>
      <Field
        label={words.signIn.login}
        value={form.login}
        error={rest.errors.login}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={64}
        onChange={(event) => set({ login: event.currentTarget.value })}
      />
      <PasswordField
        label={words.signIn.password}
        value={form.password}
        error={rest.errors.password}
        autoComplete="current-password"
        onChange={(password) => set({ password })}
      />
    </Form>
  )
}

export function SignInPage() {
  const { signIn: words } = useOfficeWords()
  return (
    <Door title={words.title} lead={words.lead}>
      <SignInForm />
      <p className="quiet small">
        {words.forgotten}
        <br />
        {words.toSetUp}
      </p>
    </Door>
  )
}
