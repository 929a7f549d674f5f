import type { ButtonHTMLAttributes } from 'react'
import { Icon } from './icon.tsx'
import './button.css'

export type ButtonKind = 'primary' | 'secondary' | 'danger' | 'ghost'
type Given = ButtonHTMLAttributes<HTMLButtonElement> & {
  kind?: ButtonKind
  wide?: boolean
  compact?: boolean
  busy?: boolean
}

/** One primary a screen. At least 56 px tall; `compact` (44 px) is for desks, not for gloves. */
export function Button({ kind = 'secondary', wide, compact, busy, className, disabled, ...rest }: Given) {
  const names = ['button', `button-${kind}`, wide && 'button-wide', compact && 'button-compact', className]
  return (
    <button
      type="button"
      className={names.filter(Boolean).join(' ')}
      disabled={disabled === true || busy === true}
      aria-busy={busy === true || undefined}
      {...rest}
    />
  )
}

/** One of a row of tools: its icon over its word. */
export const Tool = ({ of, word, ...rest }: Omit<Given, 'children'> & { of: string; word: string }) => (
  <Button {...rest}>
    <Icon of={of} />
    {word}
  </Button>
)
