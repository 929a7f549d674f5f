import { useEffect, useRef, type ReactNode } from 'react'

type Given = { children: ReactNode; hidden?: boolean }

/** The heading of a screen; takes the focus when the screen opens, so that a screen reader starts there. */
export function ScreenTitle({ children, hidden }: Given) {
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus({ preventScroll: true }), [])
  return (
    <h1 ref={head} tabIndex={-1} className={hidden ? 'only-read' : undefined}>
      {children}
    </h1>
  )
}
