import { createContext, use, useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import './toast.css'

type Say = (text: string) => void
const Toaster = createContext<Say>(() => {})

/** Milliseconds a short message stays. */
const stay = 4000

/** Shows one short message at a time, read out without taking the focus. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [message, setMessage] = useState<{ text: string } | undefined>()
  const say = useCallback<Say>((text) => setMessage({ text }), [])
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!message) return undefined
    const above = place.current
    // In the top layer, or an open sheet would lie over it; engines without popovers show it under the veil.
    above?.showPopover?.()
    const timer = setTimeout(() => setMessage(undefined), stay)
    return () => {
      clearTimeout(timer)
      above?.hidePopover?.()
    }
  }, [message])
  return (
    <Toaster value={say}>
      {children}
      <div ref={place} popover="manual" role="status" className="toast-place">
        {message && <p className="toast">{message.text}</p>}
      </div>
    </Toaster>
  )
}

export const useToast = (): Say => use(Toaster)
