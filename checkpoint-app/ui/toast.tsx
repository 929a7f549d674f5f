import { createContext, use, useCallback, useEffect, useState, type ReactNode } from 'react'
import './toast.css'

type Say = (text: string) => void
const Toaster = createContext<Say>(() => {})

/** Milliseconds a short message stays. */
const stay = 4000

/** Shows one short message at a time, read out without taking the focus. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [message, setMessage] = useState<{ text: string } | undefined>()
  const say = useCallback<Say>((text) => setMessage({ text }), [])
  useEffect(() => {
    if (!message) return undefined
    const timer = setTimeout(() => setMessage(undefined), stay)
    return () => clearTimeout(timer)
  }, [message])
  return (
    <Toaster value={say}>
      {children}
      <div role="status" className="toast-place">
        {message && <p className="toast">{message.text}</p>}
      </div>
    </Toaster>
  )
}

export const useToast = (): Say => use(Toaster)
