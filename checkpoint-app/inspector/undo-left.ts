import { useEffect, useState } from 'react'
import { useBooth } from './desk-context.tsx'
import type { Shown } from './desk-state.ts'

/** How long the button for it stands, seconds: less than the record may be corrected, so that a press at its end is in time. */
export const undoSeconds = 59

/** Whole seconds left to take a verdict back; 0 when it is too late. */
export function useUndoLeft(shown: Shown | undefined): number {
  const { desk } = useBooth()
  const leftNow = () =>
    shown === undefined ? 0 : Math.max(0, undoSeconds - Math.floor(desk.passedSince(shown) / 1000))
  const [left, setLeft] = useState(leftNow)
  useEffect(() => {
    const timer = setInterval(() => setLeft(leftNow()), 1000)
    return () => clearInterval(timer)
  })
  return left
}
