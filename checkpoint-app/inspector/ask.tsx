import type { ReactNode } from 'react'
import { Button, type ButtonKind } from '../ui/button.tsx'

export type AskOption = { readonly label: string; readonly pick: () => void; readonly kind?: ButtonKind }
type Given = {
  title: string
  hint?: ReactNode
  options: readonly AskOption[]
  columns?: 1 | 2 | 3 | 4
  children?: ReactNode
}

/** For what opens on the screen: scrolled to only where it would not be seen. */
export const intoSight = (opened: HTMLElement | null) => opened?.scrollIntoView({ block: 'nearest' })

/** One question with big answers, in the half of the screen that the thumb reaches; never below the fold, however many are on board. */
export function Ask({ title, hint, options, columns = 1, children }: Given) {
  return (
    <section key={title} ref={intoSight} className="ask" aria-label={title}>
      <h2>{title}</h2>
      {hint && <p className="quiet">{hint}</p>}
      <div className={`ask-options ask-${columns}`}>
        {options.map(({ label, pick, kind = 'secondary' }) => (
          <Button key={label} kind={kind} wide onClick={pick}>
            {label}
          </Button>
        ))}
      </div>
      {children}
    </section>
  )
}
