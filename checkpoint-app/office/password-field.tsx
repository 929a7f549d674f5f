import { useState } from 'react'
import { Check } from '../ui/check.tsx'
import { Field } from '../ui/field.tsx'
import { Shape, type Tone } from '../ui/state-mark.tsx'
import { strengthOf, type Strength } from './password.ts'
import { useOfficeWords } from './words.ts'

const tones: Readonly<Record<Strength, Tone>> = { 'too-short': 'void', weak: 'care', fair: 'act', strong: 'go' }

/** How good a new password is, in a word; said politely while typing. */
export function StrengthLine({ password, login }: { password: string; login: string }) {
  const words = useOfficeWords().password
  const strength = strengthOf(password, login)
  if (password === '') return null
  return (
    <p role="status" className="strength">
      <Shape tone={tones[strength]} size={18} />
      <span>{`${words.label}：${words[strength]}`}</span>
    </p>
  )
}

type Given = {
  label: string
  value: string
  onChange: (password: string) => void
  error?: string | undefined
  hint?: string
  autoComplete: 'current-password' | 'new-password'
}

/** A password that can be looked at while typing. */
export function PasswordField({ onChange, ...rest }: Given) {
  const words = useOfficeWords()
  const [shown, setShown] = useState(false)
  return (
    <div className="stack-tight">
      <Field
        {...rest}
        type={shown ? 'text' : 'password'}
        spellCheck={false}
        maxLength={128}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <Check label={words.signIn.showPassword} checked={shown} onChange={setShown} />
    </div>
  )
}
