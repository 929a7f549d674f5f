import { useEffect, type RefObject } from 'react'
import { goTo } from '../office/use-address.ts'

type Given = {
  field: RefObject<HTMLInputElement | null>
  open: string | undefined
  showKeys: () => void
  leaveWall: () => void
}

const isTyping = (target: EventTarget | null): target is HTMLElement =>
  target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)

/** Keys that work anywhere on the page; a sheet that is open has its own. */
export function useKeys({ field, open, showKeys, leaveWall }: Given): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return
      if (event.key === 'Escape') {
        leaveWall()
        if (isTyping(event.target)) event.target.blur()
        else if (open !== undefined) {
          goTo('')
          requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-id="${open}"]`)?.focus())
        }
        return
      }
      if (isTyping(event.target)) return
      if (event.key === '/') {
        event.preventDefault()
        field.current?.focus()
      } else if (event.key === '?') showKeys()
      else if (event.key === 'a' || event.key === 'A')
        document.querySelector<HTMLElement>('[data-key="acknowledge"]')?.click()
      else if (event.key === 'r' || event.key === 'R') {
        event.preventDefault()
        document.querySelector<HTMLElement>('[data-key="report"]')?.click()
      } else if ((event.key === 'j' || event.key === 'ArrowDown') && event.target === document.body) {
        event.preventDefault()
        document.querySelector<HTMLElement>('.board-row a')?.focus()
      }
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [field, open, showKeys, leaveWall])
}
