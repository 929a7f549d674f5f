import { useEffect, useState } from 'react'
import type { Row, Verdict } from '../../shared/policy/verdict.ts'
import { kept } from '../ui/kept.ts'
import type { Shown } from './desk-state.ts'

/** How long a release stays on screen when nobody touches it, seconds. */
export const closesAfter = 8

/** Released, and nothing left to do or to say here. */
const plainReleases: readonly Row[] = ['V4', 'V5', 'V8', 'V10', 'V12']

/** Never a verdict that asks for something, holds, or names a credential in doubt (M7): those wait for a hand. */
export const closesByItself = ({ row, modifiers }: Pick<Verdict, 'row' | 'modifiers'>): boolean =>
  plainReleases.includes(row) && !modifiers.includes('M7')

/** Seconds left, or `undefined` where it stays. Counts only once the record is on the disk; any touch or key ends it. */
export function useClosing({ judgement, kept: onDisk }: Shown, close: () => void): number | undefined {
  const [left, setLeft] = useState(closesAfter)
  const [touched, setTouched] = useState(false)
  const counts = onDisk && !touched && closesByItself(judgement.verdict) && kept('closes') !== false
  useEffect(() => {
    const stop = () => setTouched(true)
    const events = ['pointerdown', 'keydown', 'wheel'] as const
    for (const event of events) document.addEventListener(event, stop, { capture: true, once: true })
    return () => {
      for (const event of events) document.removeEventListener(event, stop, { capture: true })
    }
  }, [])
  useEffect(() => {
    if (!counts) return undefined
    // Time in which nobody could see it does not count.
    const tick = () => document.visibilityState === 'visible' && setLeft((before) => before - 1)
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [counts])
  useEffect(() => {
    if (counts && left <= 0) close()
  }, [counts, left, close])
  return counts ? left : undefined
}
